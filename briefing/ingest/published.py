"""Which day or moment a fact states.

Read are ISO days and moments (`2025-02-07`, `2025-02-07T18:00Z`), days in words
(`7 February 2025`, `Feb. 7, 2025`), days with dots, day first (`07.02.2025`), and
the form of mail headers (`Fri, 07 Feb 2025 18:00:00 +0200`). `02/07/2025` may be
February or July, so it is refused; nothing is guessed from weekdays, file names or
times of change on disk. A moment without a zone is in the desk's zone.
"""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.errors import UsageError

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SHORTEST_MONTH = 3
FIRST_YEAR, LAST_YEAR = 1900, 2200
SHAPE = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
CLOCK = (
    r"(?:,?\s+(?P<clock>\d\d?:\d\d(?::\d\d)?)\s*(?P<zone>gmt|utc|z|[+-]\d\d:?\d\d)?)?"
)
NUMBERS = r"(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?P<year>\d{4})"
DAY_FIRST = r"(?P<day>\d\d?)\s+(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{4})"
MONTH_FIRST = r"(?P<month>[a-z]+)\.?\s+(?P<day>\d\d?),?\s+(?P<year>\d{4})"


@cache
def _in_words() -> tuple[re.Pattern[str], ...]:
    shapes = (DAY_FIRST, MONTH_FIRST, NUMBERS)
    return tuple(re.compile(SHAPE + shape + CLOCK, re.IGNORECASE) for shape in shapes)


class DayRead(NamedTuple):
    """A day or moment that a reader has read already, and the words it read."""

    value: date | datetime
    """What they name; a moment without a zone is in the desk's."""
    words: str
    """As found."""


def read_day(value: object, *, timezone: str) -> date | datetime | None:
    """Give the day or the moment that a fact states; None when it states none.

    Args:
        value: text, or a day or moment that YAML or a reader has read.
        timezone: IANA name of the zone of a moment that names no zone.
    """
    if isinstance(value, DayRead):
        value = value.value
    if isinstance(value, str):
        value = read_stated(" ".join(value.split()))
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=_zone(timezone))
    if not isinstance(value, date) or not FIRST_YEAR <= value.year <= LAST_YEAR:
        return None
    return value


def read_stated(words: str) -> date | datetime | None:
    """Give the day or moment of words, a moment without a zone as it stands."""
    return _read_iso(words) or _read_words(words)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        message = f"timezone: '{name}' is no IANA time zone; write it as Europe/Kyiv"
        raise UsageError(message) from error


def _read_iso(words: str) -> date | datetime | None:
    if not re.match(r"\d{4}-\d\d-\d\d", words):
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            return date.fromisoformat(words)
        return datetime.fromisoformat(words.replace(" +", "+").replace(" Z", "Z"))
    except ValueError:
        return None


def _read_words(words: str) -> date | datetime | None:
    for shape in _in_words():
        if match := shape.fullmatch(words):
            return _from_parts(match.groupdict())
    return None


def month_of(word: str) -> int | None:
    """Give the number of a month, written in full or cut to three letters or more."""
    for number, month in enumerate(MONTHS, start=1):
        if len(word) >= SHORTEST_MONTH and month.startswith(word):
            return number
    return None


def _from_parts(parts: dict[str, str | None]) -> date | datetime | None:
    month = parts.get("month")
    number = month_of(month.lower()) if month else parts["number"]
    if number is None:
        return None
    day = f"{parts['year']}-{int(number):02}-{int(parts['day'] or 0):02}"
    clock, zone = parts["clock"], (parts["zone"] or "").upper()
    if not clock:
        return _read_iso(day)
    offset = "+00:00" if zone in {"GMT", "UTC", "Z"} else zone
    return _read_iso(f"{day} {clock.zfill(len('00:00'))}{offset}")
