"""Words made comparable: case, accents, apostrophes and plain plurals folded.

There is one folding for the whole program: topics, listed names and whatever is
looked for in articles compare by `fold`. A letter that a reader without the accent
on the keyboard would type in its place stands for it: "Łódź" is found by "Lodz",
"Großbritannien" by "Grossbritannien", "Київ" by "КИЇВ".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")

_PLAIN = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("\t\r\n\u00a0\u2007\u2009\u202f", " "),
    # Letters with a stroke or of two letters in one, which Unicode does not take apart.
    **dict(zip("øłđðħıŧ", "olddhit", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "þ": "th",
    "\u00ad": "",
}


class _Folding(dict[int, str]):
    """What stands for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _PLAIN.get(char)
        if plain is None:
            flat = unicodedata.normalize("NFKD", char.casefold())
            bare = "".join(sign for sign in flat if not unicodedata.combining(sign))
            plain = "".join(_PLAIN.get(sign, sign) for sign in bare.casefold())
            if len(plain) > 1 and not plain.isalpha():  # "½" is one sign, not two
                plain = char
        self[code] = plain
        return plain


_FOLDING = _Folding()


def fold_text(text: str) -> tuple[str, list[int] | None]:
    """Fold a text, keeping track of where each character comes from.

    Returns:
        The folded text, and for each of its characters (and its end) the offset in
        `text`; None for these where each character is still at its place.
    """
    if text.isascii():
        return text.lower().translate(_FOLDING), None
    parts = [_FOLDING[ord(char)] for char in text]
    folded = "".join(parts)
    if len(folded) == len(text) and all(parts):
        return folded, None
    offsets = [at for at, part in enumerate(parts) for _ in part]
    return folded, [*offsets, len(text)]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Give `word` without case, accents and compatibility forms."""
    if word.isascii():
        return word.lower()
    return word.translate(_FOLDING)


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
