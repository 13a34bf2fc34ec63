"""Days in the words of a page: numbers in any usual order, months in many languages.

Read are `2023-07-30`, `2023/7/30`, `2023年7月30日`, `30.07.2023`, `30. Juli 2023`,
`July 30th, 2023`, `30 de julio de 2023`, `2023. július 30.`, and the stamps that
machines write (`20230730T165545Z`, `Sun Jul 30 16:55:45 UTC 2023`, seconds since
1970). `02/07/2023` is read only when the page tells which number is the day: its
language (`en-US`, or one that always writes the day first), the country of its
address, or another date on it (`28/06/2023`). Else it is nothing.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.ingest.page_dates.months import find_month
from briefing.ingest.published import read_stated

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_YEAR, LAST_YEAR = 1995, 2100
CENTURY, LATEST_SHORT_YEAR = 2000, 69
LONGEST_STAMP = 120
YEAR = r"(?P<y>(?:19|20)\d\d)"
SHORT = r"(?P<y>(?:19|20)\d\d|\d\d)"
DAY = r"(?<![\d.,:/-])(?P<d>\d\d?)(?:st|nd|rd|th|er|[.ºª°])?"
WORD = r"(?<![^\W\d_])(?P<w>[^\W\d_][^\s\d,./:;()|<>-]{1,19})"
GAP, OF = r"[\s,.-]{0,3}", r"(?:(?:of|de|del|di|da)\s{1,2})?"
CLOCK = r"(?:\s\d\d:\d\d(?::\d\d)?(?:\s[A-Z]{2,4})?)?"
SHAPES = (
    rf"(?<!\d){YEAR}\s?[-./年년]\s?(?P<m>\d\d?)\s?[-./月월]\s?(?P<d>\d\d?)(?!\d)",
    rf"(?<![\d.,/-])(?P<a>\d\d?)\s?(?P<s>[./-])\s?(?P<b>\d\d?)\s?(?P=s)\s?{SHORT}"
    r"(?![\d/-]|\.\d)",
    rf"{DAY}{GAP}{OF}{WORD}{GAP}{OF}{YEAR}(?!\d)",
    rf"{WORD}\.?,?[\s-]{{1,2}}(?P<d>\d\d?)(?:st|nd|rd|th|\.)?{CLOCK}[\s,-]{{1,3}}{YEAR}(?!\d)",
    rf"(?<!\d){YEAR}\.?\s{{0,2}}(?:m\.\s)?{WORD}\.?\s{{1,2}}(?P<d>\d\d?)(?!\d)",
    rf"(?<!\d){YEAR}\.\s(?:gada\s)?(?P<d>\d\d?)\.\s{WORD}",
)
STAMP = (
    r"\s*(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)"
    r"(?:[T\s]{1,3}(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?!\d)"
)
HINT = (
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\d./-])\d\d?([./-])\d\d?\1\d\d(?![\d/-])"
    r"|(?:19|20)\d\d[年년]|[٠-٩०-९۰-۹]{4}"
)


class Habit(NamedTuple):
    """How the page writes its days."""

    language: str = ""
    """The letters of its language, without the country; empty when unknown."""
    day_first: bool | None = None
    """Whether `02/07` is the second of July; None when nothing tells."""


class DayFound(NamedTuple):
    """A day and where it stands in the text."""

    start: int
    """Its first character."""
    end: int
    """Behind its last."""
    day: date
    """The day it names."""


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape, re.IGNORECASE) for shape in SHAPES)


@cache
def may_hold_day() -> re.Pattern[str]:
    """Give a cheap pattern that every text with a full day matches."""
    return re.compile(HINT)


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(STAMP, re.ASCII | re.IGNORECASE)


def find_days(text: str, habit: Habit) -> list[DayFound]:
    """Give the full days in a text, in order; of two that overlap the first shape's."""
    found: list[DayFound] = []
    for shape in _shapes():
        for match in shape.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            if day := _day_of(match.groupdict(), habit):
                found.append(DayFound(start, end, day))
    return sorted(found)


def _day_of(parts: dict[str, str | None], habit: Habit) -> date | None:
    year = int(parts["y"] or 0)
    if year <= LATEST_SHORT_YEAR:
        year += CENTURY
    if word := parts.get("w"):
        month = find_month(word, habit.language) or 0
        return _make(year, month, int(parts["d"] or 0))
    if month_digits := parts.get("m"):
        return _make(year, int(month_digits), int(parts["d"] or 0))
    return _ordered(year, int(parts["a"] or 0), int(parts["b"] or 0), parts, habit)


def _ordered(
    year: int, first: int, second: int, parts: dict[str, str | None], habit: Habit
) -> date | None:
    """Give the day of two numbers whose order is the language's."""
    day_first, month_first = _make(year, second, first), _make(year, first, second)
    if not (day_first and month_first):
        return day_first or month_first
    if day_first == month_first or parts["s"] == "." or habit.day_first:
        return day_first
    return None if habit.day_first is None else month_first


def _make(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_stamp(words: str, habit: Habit) -> date | datetime | None:
    """Give the day or moment of a value that is meant for machines.

    Args:
        words: the value, as found.
        habit: how the page writes its days.
    """
    words = " ".join(words[: LONGEST_STAMP * 2].split())
    if not words or len(words) > LONGEST_STAMP:
        return None
    value = read_stated(words) or _read_stamp(words)
    if value is None:
        value = next((found.day for found in find_days(words, habit)), None)
    return value if value and FIRST_YEAR <= value.year <= LAST_YEAR else None


def _read_stamp(words: str) -> date | datetime | None:
    if re.fullmatch(r"1\d{9}(?:\d{3})?", words):
        return datetime.fromtimestamp(int(words[:10]), UTC)
    match = _stamp().match(words)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    stamp = f"{year}-{month}-{day}"
    if hour:
        offset = "+00:00" if (zone or "").upper() in {"Z", "UTC", "GMT"} else zone
        stamp += f"T{hour.zfill(2)}:{minute}:{second or '00'}{offset or ''}"
    try:
        return datetime.fromisoformat(stamp) if hour else date.fromisoformat(stamp)
    except ValueError:
        return None


def order_of(text: str) -> Iterator[bool]:
    """Tell for each date in numbers whose order is plain whether the day is first."""
    for match in _shapes()[1].finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if match["s"] != "." and (first > 12) != (second > 12):  # noqa: PLR2004 - months
            yield first > second
