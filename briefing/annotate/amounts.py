"""Amounts of time: the number in front of a unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import NUMBERS, PLURAL_UNITS, UNITS, VAGUE_NUMBERS
from briefing.text.numbers import SCALES, read_number

if TYPE_CHECKING:
    from briefing.annotate.candidate import Token

_REACH = 44
_MOST_WORDS = 5
_DECADE, _CENTURY = 10, 100
_LAST = NUMBERS.keys() | {"hundred", "thousand", "dozen", "half", "a", "an"}
_COUPLES = {"couple": Decimal(2), "few": None, "half": None, "number": None}


class Amount(NamedTuple):
    """A number of units of time, as written."""

    start: int
    """Where its number begins."""
    number: Decimal | None
    """How many; None for "several" and for a bare plural."""
    unit: str
    """Code of the unit: D, W, M ..., with T before those shorter than a day."""
    plural: bool
    """Whether the unit is written in the plural."""
    bare: bool = False
    """Whether there is no number at all ("years")."""

    @property
    def value(self) -> str:
        """Write it as TIMEX3 does: P6M, PT30M, PXD; decades and centuries in years."""
        count, unit = self.number, self.unit
        if unit in {"DE", "CE"}:
            if count is None:
                return f"PX{unit}"
            count, unit = count * (_DECADE if unit == "DE" else _CENTURY), "Y"
        number = "X" if count is None else f"{count.normalize():f}"
        return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:[.,]\d+)*")


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(r"(?<![\d/])(?:(\d{1,3})[\s-])?(\d)/([1-9])\Z")


def unit_of(word: str) -> str | None:
    """Give the code of a unit's name, singular or plural."""
    return UNITS.get(word) or PLURAL_UNITS.get(word)


def read_amount(text: str, token: Token, low: int) -> Amount | None:
    """Read the number before a unit: "six months", "a year", "several days", "years".

    Args:
        text: The article's text.
        token: The unit.
        low: Nothing before this offset is read.

    Returns:
        The amount; `bare` for a plural without a number; None when a singular has
        no number.
    """
    unit = unit_of(token.word)
    if unit is None:
        return None
    plural = token.word in PLURAL_UNITS
    words = list(_words().finditer(text, max(low, token.start - _REACH), token.start))
    joined = words and text[words[-1].end() : token.start].strip("\n \u00a0\u202f") in {
        "",
        "-",
        "‑",
    }
    number = _read_words(text, words) if joined else None
    if number:
        return Amount(number[0], number[1], unit, plural)
    return Amount(token.start, None, unit, plural, bare=True) if plural else None


def _read_words(
    text: str, words: list[re.Match[str]]
) -> tuple[int, Decimal | None] | None:
    fraction = _fraction().search(text, words[0].start(), words[-1].end())
    if fraction:
        part = (
            Decimal(int(fraction[2])) / int(fraction[3])
            if int(fraction[3])
            else Decimal(0)
        )
        return fraction.start(), int(fraction[1] or 0) + part
    last = words[-1].group().lower()
    if last in {"more", "additional", "full", "straight", "consecutive", "other"}:
        words = words[:-1]
        last = words[-1].group().lower() if words else ""
    if last in VAGUE_NUMBERS:
        article = len(words) > 1 and words[-2].group().lower() == "a"
        return (words[-2 if article else -1].start(), None)
    if last == "of" and len(words) > 2 and words[-2].group().lower() in _COUPLES:  # noqa: PLR2004
        return (words[-3].start(), _COUPLES[words[-2].group().lower()])
    if last in {"a", "an"} or last == "one":
        half = len(words) > 1 and words[-2].group().lower() == "half"
        return (
            (words[-2].start(), Decimal("0.5"))
            if half
            else (words[-1].start(), Decimal(1))
        )
    if not (last[0:1].isdigit() or last in _LAST):
        return None
    return _longest_number(text, words)


def _longest_number(
    text: str, words: list[re.Match[str]]
) -> tuple[int, Decimal] | None:
    """Read the longest number that ends with the last word."""
    reach = words[-_MOST_WORDS:]
    for place, word in enumerate(reach):
        article = word.group().lower() in {"a", "an"}
        if article and reach[place + 1].group().lower() not in SCALES:
            continue
        count = read_number(text[word.start() : words[-1].end()])
        if count is not None:
            return (word.start(), count)
    return None
