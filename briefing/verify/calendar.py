"""Days as a manuscript prints them, read from its words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday"),
    *("friday", "saturday", "sunday"),
)
_SHORTEST = 3
_LAST_DAY = 31
_YEARS = range(1000, 10000)


def place_of(word: str, names: Sequence[str]) -> int | None:
    """Give the place of a month or weekday, named in full or cut short; else None."""
    lowered = word.lower()
    if len(lowered) < _SHORTEST:
        return None
    return next((at for at, name in enumerate(names) if name.startswith(lowered)), None)


def days_fit(
    words: Iterable[str], first: date, last: date, *, english: bool = False
) -> bool:
    """Say whether the numbers, months and weekdays in `words` are of these days.

    All that is named must be of the first or the last day, and the numbers of the
    days themselves must both stand there. Other words pass, but not in English.
    """
    ends = (first, last)
    words = list(words)
    numbers = [int(word) for word in words if word.isdecimal()]
    months = [at for word in words if (at := place_of(word, MONTHS)) is not None]
    weekdays = [at for word in words if (at := place_of(word, WEEKDAYS)) is not None]
    return (
        {day.day for day in ends} <= set(numbers)
        and all(_is_part(number, ends) for number in numbers)
        and all(at + 1 in {day.month for day in ends} for at in months)
        and all(at in {day.weekday() for day in ends} for at in weekdays)
        and (not english or len(months) + len(weekdays) == sum(map(str.isalpha, words)))
    )


def _is_part(number: int, ends: tuple[date, date]) -> bool:
    if number in _YEARS:
        return number in {day.year for day in ends}
    return number in {day.day for day in ends}


def find_days(
    words: Sequence[str],
) -> Iterator[tuple[int, int, int | None, int | None]]:
    """Yield place, day, month and year of each day that `words` name in numbers.

    "3-7 February 2025" names two days; a missing year is None. The month, from 1, is
    None only beside a weekday ("Mon 3").
    """
    for at, word in enumerate(words):
        month = place_of(word, MONTHS)
        if month is None or at == 0:
            continue
        year = None
        if at + 1 < len(words) and words[at + 1].isdecimal():
            year = int(words[at + 1]) if int(words[at + 1]) in _YEARS else None
        before = at - 1
        while before >= 0 and _is_day(words[before]):
            yield before, int(words[before]), month + 1, year
            if before == 0 or words[before - 1] != "-":
                break
            before -= len("-7")


def published_days(published: str | None) -> list[date]:
    """Give the day of publication that a record states, or the ends of an interval.

    An interval, inferred from the text, is written "2025-02-07/..", an open end as
    two points.
    """
    ends = (published or "").split("/")
    return [date.fromisoformat(end[:10]) for end in ends if end not in {"", ".."}]


def _is_day(word: str) -> bool:
    return word.isdecimal() and 0 < int(word) <= _LAST_DAY
