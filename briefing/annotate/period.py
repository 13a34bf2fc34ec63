"""Periods of the calendar: a day, a week, a quarter ... with its TIMEX3 value."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from briefing.model.span import DateRange

Unit = Literal[
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]

SATURDAY = 5
DECEMBER = 12
_MONTHS: dict[str, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
"""Lengths of the units that are counted in months."""
_DAYS: dict[str, int] = {"day": 1, "week": 7, "weekend": 7}
"""Steps of the units that are counted in days."""
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_MONTHS = {code: month for month, code in _SEASON_CODES.items()}
"""First month of each season, by its TIMEX3 code."""


class Period(NamedTuple):
    """One unit of the calendar, in its place."""

    unit: Unit
    """What it is: a day, a week, a quarter ..."""
    first: date
    """Its first day."""

    @property
    def days(self) -> DateRange:
        """Give its days; a weekend has two, whatever the step to the next."""
        if self.unit in _DAYS:
            length = 2 if self.unit == "weekend" else _DAYS[self.unit]
            return DateRange(self.first, self.first + timedelta(days=length))
        return DateRange(self.first, add_months(self.first, _MONTHS[self.unit]))

    @property
    def months(self) -> int:
        """Give its length in months; 0 for days and weeks."""
        return _MONTHS.get(self.unit, 0)

    @property
    def value(self) -> str:
        """Write it as TIMEX3 does: 2025-02-07, 2025-W06, 2025-Q1, 199, 19."""
        year = f"{self.first.year:04d}"
        iso = self.first.isocalendar()
        week = f"{iso.year:04d}-W{iso.week:02d}"
        forms = {
            "day": self.first.isoformat(),
            "week": week,
            "weekend": f"{week}-WE",
            "month": f"{year}-{self.first.month:02d}",
            "quarter": f"{year}-Q{(self.first.month + 2) // 3}",
            "half": f"{year}-H{(self.first.month + 5) // 6}",
            "season": f"{year}-{_SEASON_CODES.get(self.first.month, 'XX')}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }
        return forms[self.unit]

    def move(self, count: int, unit: str | None = None) -> Period:
        """Give the period `count` units further; its own unit unless another is named.

        A quarter moved by -1 year is the same quarter of the year before.
        """
        step = unit or self.unit
        if step in _DAYS:
            moved = self.first + timedelta(days=count * _DAYS[step])
        else:
            moved = add_months(self.first, count * _MONTHS[step])
        return period_around(self.unit, moved)


def period_around(unit: Unit | str, day: date) -> Period:
    """Give the period of that unit in which `day` lies."""
    if unit == "day":
        return Period("day", day)
    if unit == "week":
        return Period("week", day - timedelta(days=day.weekday()))
    if unit == "weekend":
        return Period("weekend", day + timedelta(days=SATURDAY - day.weekday()))
    if unit == "season":
        first = add_months(day.replace(day=1), -(day.month % 3))
        return Period("season", first)
    length = _MONTHS[unit]
    if length <= DECEMBER:
        month = (day.month - 1) // length * length + 1
        return Period(unit, date(day.year, month, 1))  # type: ignore[arg-type]
    years = length // DECEMBER
    return Period(unit, date(max(1, day.year // years * years), 1, 1))  # type: ignore[arg-type]


def season_of(year: int, code: str) -> Period:
    """Give a season; the winter of a year begins in its December."""
    return Period("season", date(year, SEASON_MONTHS[code], 1))


def add_months(day: date, count: int) -> date:
    """Give the same day of the month `count` months on, or that month's last day."""
    year, month = divmod(day.year * DECEMBER + day.month - 1 + count, DECEMBER)
    month += 1
    return date(year, month, min(day.day, _month_length(year, month)))


def _month_length(year: int, month: int) -> int:
    following = date(year + month // DECEMBER, month % DECEMBER + 1, 1)
    return (following - timedelta(days=1)).day
