"""The days without a year around which an article was written.

News tells of the last few days and names them without their year; older days stand
apart. Of the days so named, those are current that lie closest together, days of
saying counting double: with "February 5", "6" and "7" against one "August 6" it is
February, and the latest of them is the day before which nothing was published.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.publication.witnesses import Witness


CLOSE = 10
"""Days of one article's news lie no further apart than this."""
_LEAP = 2024


class Frame(NamedTuple):
    """The current days of an article, their year unknown."""

    latest: Witness
    """The latest of them."""
    current: tuple[Witness, ...]
    """All of them, in the order of the text."""
    weight: int
    """How many there are, days of saying counted double."""
    elsewhere: int
    """How many days without a year the article names besides."""

    @property
    def is_sure(self) -> bool:
        """Whether these are the days of the article's news and not of its history.

        Several days lie close together, somebody said something on one of them,
        and no more days without a year lie elsewhere.
        """
        days = {witness.month_day for witness in self.current}
        said = any(witness.said for witness in self.current)
        return said and len(days) > 1 and len(self.current) > self.elsewhere

    def fit(self, earliest: date) -> date | None:
        """Give the first day on or after `earliest` that the latest may be."""
        return next_day(self.latest.month_day, earliest)

    def days_of(self, latest: date) -> tuple[date, ...]:
        """Give all current days, once the latest has its year."""
        return tuple(
            day
            for witness in self.current
            if (day := last_day(witness.month_day, latest)) is not None
        )


def find_frame(witnesses: Sequence[Witness]) -> Frame | None:
    """Give the current days among an article's witnesses; None when it names none.

    Where two groups of days weigh alike, the one named first is current: news
    leads with what is new.
    """
    named = [witness for witness in witnesses if _ordinal(witness) is not None]
    best: Frame | None = None
    for witness in named:
        close = tuple(other for other in named if _gap(other, witness) <= CLOSE)
        weight = sum(1 + other.said for other in close)
        if best is None or weight > best.weight:
            best = Frame(witness, close, weight, len(named) - len(close))
    return best


def next_day(month_day: tuple[int, int] | None, earliest: date) -> date | None:
    """Give the first such day on or after `earliest`."""
    days = (_day(month_day, earliest.year + more) for more in range(9))
    return next((day for day in days if day and day >= earliest), None)


def last_day(month_day: tuple[int, int] | None, latest: date) -> date | None:
    """Give the last such day on or before `latest`."""
    days = (_day(month_day, latest.year - less) for less in range(9))
    return next((day for day in days if day and day <= latest), None)


def _day(month_day: tuple[int, int] | None, year: int) -> date | None:
    if month_day is None:
        return None
    try:
        return date(year, *month_day)
    except ValueError:
        return None


def _ordinal(witness: Witness) -> int | None:
    day = _day(witness.month_day, _LEAP)
    return day.timetuple().tm_yday if day else None


def _gap(earlier: Witness, later: Witness) -> int:
    """Give the days from one to the other, around the turn of the year."""
    first, last = _ordinal(earlier) or 0, _ordinal(later) or 0
    return (last - first) % 366
