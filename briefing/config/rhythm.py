"""When an edition is due, and which days it then covers, in a desk's own words.

    saturday 06:00              every Saturday
    monday, thursday 07:30      every Monday and Thursday
    daily 06:00                 every day
    weekdays 06:00              Monday to Friday
    monthly 06:00               the first of every month

Times are what a clock on the desk's wall shows.
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from briefing.config.periods import (
    DAYS_A_WEEK,
    WEEKDAYS,
    absolute_period,
    latest_run,
    parse_period,
    weekday_run,
)
from briefing.errors import PeriodError, did_you_mean

if TYPE_CHECKING:
    from briefing.model.span import DateRange

END_OF_DAY = time(23, 59, 59)
"""The last second of a day: a moment that still bears that day's date."""

_WORKING_DAYS = 5
_SETS = {
    "daily": frozenset(range(DAYS_A_WEEK)),
    "weekdays": frozenset(range(_WORKING_DAYS)),
    "monthly": frozenset[int](),
}
_HOURS = frozenset({*map(str, range(24)), *(f"{hour:02}" for hour in range(24))})
_MINUTES = frozenset(f"{minute:02}" for minute in range(60))
_FORMS = (
    "'saturday 06:00', 'monday, thursday 07:30', 'daily 06:00', 'weekdays 06:00' "
    "or 'monthly 06:00'"
)


class Rhythm(NamedTuple):
    """The days and the time at which an edition is due."""

    weekdays: frozenset[int]
    """Days of the week, Monday 0; empty for the first of every month."""
    at: time
    """The time of day."""

    def falls_on(self, day: date) -> bool:
        """Say whether an issue is due on this day."""
        return day.weekday() in self.weekdays if self.weekdays else day.day == 1


def parse_every(words: str) -> Rhythm:
    """Read when an edition is made.

    Raises:
        PeriodError: when the words are none of the forms above.
    """
    days, _, clock = words.strip().lower().rpartition(" ")
    names = [name for name in days.replace(",", " ").split() if name != "and"]
    if not names:
        message = f"'{words}' is no day and time; write {_FORMS}"
        raise PeriodError(message)
    at = parse_clock(clock)
    if len(names) == 1 and names[0] in _SETS:
        return Rhythm(_SETS[names[0]], at)
    for name in names:
        if name not in WEEKDAYS:
            close = did_you_mean(name, (*WEEKDAYS, *_SETS))
            message = f"'{name}' is no day of the week; write {_FORMS}{close}"
            raise PeriodError(message)
    return Rhythm(frozenset(map(WEEKDAYS.index, names)), at)


def parse_clock(words: str) -> time:
    """Read a time of day such as 06:00; 24:00 is the end of the day.

    Raises:
        PeriodError: for anything else.
    """
    hour, _, minute = words.strip().partition(":")
    if hour in _HOURS and minute in _MINUTES:
        return time(int(hour), int(minute))
    if words.strip() == "24:00":
        return END_OF_DAY
    message = f"'{words}' is no time of day; write it as 06:00"
    raise PeriodError(message)


def window_due(covers: str, day: date) -> DateRange:
    """Give the days that an issue due on `day` covers.

    A run of weekdays is the latest that ends by that day, the day itself included:
    "monday to friday" due on Friday evening is that Friday's week.

    Raises:
        PeriodError: when `covers` names no days that count from the day of issue.
    """
    run = weekday_run(covers)
    return latest_run(run, until=day) if run else parse_period(covers, today=day)


def is_one_off(covers: str, *, day_one: date | None = None) -> bool:
    """Say whether `covers` names fixed days, so that there can be only one issue."""
    return absolute_period(covers, day_one=day_one) is not None
