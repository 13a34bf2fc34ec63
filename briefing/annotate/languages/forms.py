"""Forms of words that a data file lists, and where a text has them.

sagte                  the word
a fait savoir          words in a row
tiene que *r           * is any ending or beginning: "tiene que llegar"
wird ... ge*t .        ... is up to eight words of the same clause, and a full
                       stop its end: "wird dort seit Montag gekämpft,"
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_GAP = r"(?:[^\s,;:()—–«»„“”\"!?]{1,40}\s{1,3}){0,8}?"
_END = r"(?=\s{0,3}(?:[.,;:()—–«»„“”\"!?]|\Z))"


class Forms(NamedTuple):
    """Forms that mean the same."""

    words: frozenset[str]
    """Those of one word, folded."""
    patterns: tuple[str, ...] = ()
    """Those of several words, or with one of the signs above, folded."""


def fold(word: str) -> str:
    """Give a word as it is looked up: lower case, straight apostrophes, one blank."""
    return " ".join(word.translate(APOSTROPHES).lower().split())


def sort_forms(written: Iterable[str]) -> Forms:
    """Part single words from what must be looked for."""
    folded = dict.fromkeys(fold(form) for form in written)
    several = tuple(form for form in folded if not _word().fullmatch(form))
    return Forms(frozenset(folded) - {*several}, several)


def find_patterns(
    forms: Forms, text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Give the first words of forms of several words."""
    if not forms.patterns:
        return iter(())
    return _pattern(forms.patterns).finditer(text, start, end)


def has_form(forms: Forms, text: str, start: int, end: int) -> bool:
    """Say whether any of the forms stands between two places."""
    if any(fold(word.group()) in forms.words for word in words_of(text, start, end)):
        return True
    return any(True for _ in find_patterns(forms, text, start, end))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def words_of(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the words between two places."""
    return _word().finditer(text, start, end)


@lru_cache(maxsize=64)
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(_way(form.split()) for form in patterns)
    return re.compile(rf"(?<![^\W\d_])(?:{ways})", re.IGNORECASE)


def _way(words: list[str]) -> str:
    """Write the pattern of one form: its first word, and what must follow."""
    first, *rest = words
    after = ""
    for place, word in enumerate(rest):
        if word == ".":
            after += _END
        elif word == "...":
            after += r"\s{1,3}" + _GAP
        else:
            after += "" if place and rest[place - 1] == "..." else r"\s{1,3}"
            after += _literal(word)
    return f"{_literal(first)}(?={after})" if rest else _literal(first)


def _literal(word: str) -> str:
    signs = {"'": "['’ʼ`]", "*": r"[^\W\d_]{1,40}", "|": "|"}
    ways = "".join(signs.get(sign) or re.escape(sign) for sign in word)
    return rf"(?:{ways})(?![^\W\d_])"
