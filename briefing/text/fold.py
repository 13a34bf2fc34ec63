"""Words made comparable: case, accents, apostrophes and plain plurals folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Give `word` without case, accents and compatibility forms."""
    if word.isascii():
        return word.lower()
    flat = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in flat if not unicodedata.combining(sign))


@lru_cache(maxsize=1 << 16)
def base_form(word: str) -> str:
    """Give a folded word without the endings of an English plural.

    "refineries" and "refinery", "strikes" and "strike", "drones" and "drone" come
    out alike. It is for comparing, never for printing.
    """
    word = fold(word)
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" stays
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 12)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in order, each in its base form."""
    return tuple(base_form(found) for found in WORD.findall(text))


@lru_cache(maxsize=1 << 12)
def shingles(text: str, size: int = 4) -> frozenset[tuple[str, ...]]:
    """Give all runs of `size` words, for telling near-copies."""
    parts = words(text)
    return frozenset(parts[at : at + size] for at in range(len(parts) - size + 1))
