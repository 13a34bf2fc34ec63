"""Words for a run of days, as a config or a command line gives them.

    yesterday, today                    that day
    last week, this week                Monday to Sunday
    last month, this month              from the first of the month to its last day
    last 7d, last 7 days                the days that end with today
    monday to friday                    the latest such run that is over
    monday                              the latest that is over
    2025-02-07, 2025-W06, 2025-02       a day, an ISO week, a month
    days 1076-1080, day 1076            counted from the desk's `day_one`, which is 1
    2024-08-06 to 2025-02-07            from any of these to any: both included
    from 2024-08-06 to 2025-02-07       the same

A run that is over ended before today. "Last 7d" includes today, since who asks for
it wants to know where things stand now. Hyphens may stand for spaces
(`--period last-week`), and capitals do not matter.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from briefing.errors import PeriodError, did_you_mean
from briefing.model.span import DateRange

WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
DAYS_A_WEEK = len(WEEKDAYS)
FORMS = (
    "yesterday, today, last week, this week, last month, this month, last 7d, "
    "monday to friday, 2025-02-07, 2025-W06, 2025-02, days 1076-1080, "
    "2024-08-06 to 2025-02-07"
)
_PHRASES = (
    "yesterday",
    "today",
    "last week",
    "this week",
    "last month",
    "this month",
    "last 7d",
    "monday to friday",
)


FIRST_YEAR, LAST_YEAR = 1583, 9000
"""The calendar's first whole year, and one far enough from the last that can be."""


def parse_period(words: str, *, today: date, day_one: date | None = None) -> DateRange:
    """Read the days that words name.

    Args:
        words: one of the forms above.
        today: the day from which "yesterday" and its kin count.
        day_one: the day that counts as day 1 in "days 1076-1080".

    Raises:
        PeriodError: when the words name no days, or days that do not exist.
    """
    plain = _simplify(words)
    days = _relative(plain, today) or absolute_period(words, day_one=day_one)
    if days and days.first.year >= FIRST_YEAR and days.last.year <= LAST_YEAR:
        return days
    if days:
        message = f"'{words}' lies outside of the years {FIRST_YEAR} to {LAST_YEAR}"
        raise PeriodError(message)
    message = (
        f"'{words}' names no days; write one of: {FORMS}"
        f"{did_you_mean(plain, (*_PHRASES, *WEEKDAYS))}"
    )
    raise PeriodError(message)


def absolute_period(words: str, *, day_one: date | None = None) -> DateRange | None:
    """Read days that are the same whenever they are read; None for other words.

    Raises:
        PeriodError: when the words are of such a form but name no days: the 30th of
            February, a run that ends before it begins, day 5 without a day one.
    """
    plain = _simplify(words)
    counted = _pattern("counted").fullmatch(plain)
    if counted:
        return _counted(counted, words, day_one)
    first, separator, last = plain.removeprefix("from ").partition(" to ")
    if not separator:
        return _single(plain, words)
    begin, end = _single(first.strip(), words), _single(last.strip(), words)
    if not begin or not end:
        return None
    if end.last < begin.first:
        message = f"'{words}' ends before it begins; swap the two days"
        raise PeriodError(message)
    return DateRange(begin.first, end.end)


def weekday_run(words: str) -> tuple[int, int] | None:
    """Read "monday to friday" as (0, 4) and "monday" as (0, 0); None for other words.

    Raises:
        PeriodError: for "monday to monday", which could be one day or eight.
    """
    first, separator, last = _simplify(words).removeprefix("from ").partition(" to ")
    if first not in WEEKDAYS or (separator and last not in WEEKDAYS):
        return None
    if first == last:
        message = f"'{words}' could be one day or eight; write '{first}' for one"
        raise PeriodError(message)
    return WEEKDAYS.index(first), WEEKDAYS.index(last or first)


def latest_run(run: tuple[int, int], *, until: date) -> DateRange:
    """Give the latest run of weekdays, as (first, last), that ends by `until`."""
    first, last = run
    end = until - timedelta(days=(until.weekday() - last) % DAYS_A_WEEK)
    return DateRange.through(end - timedelta(days=(last - first) % DAYS_A_WEEK), end)


def parse_month(year: int, month: int) -> DateRange:
    """Give the days of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return DateRange(date(year, month, 1), after)


def _simplify(words: str) -> str:
    """Lower the case, and write single spaces for runs of white space."""
    plain = " ".join(words.lower().replace("\N{EN DASH}", "-").split())
    return plain if any(sign.isdigit() for sign in plain[:4]) else _unhyphen(plain)


def _unhyphen(plain: str) -> str:
    """Write "last-week" as "last week", but leave "days 1076-1080" alone."""
    return _pattern("hyphen").sub(" ", plain)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile one of the few patterns of this module when it is first used."""
    return re.compile(
        {
            "hyphen": r"(?<=[a-z])-(?=[a-z0-9])",
            "counted": r"days? (\d[\d,]{0,9})(?: ?(?:-|to) ?(\d[\d,]{0,9}))?",
            "latest": r"last (\d{1,4}) ?d(?:ays?)?",
            "day": r"\d{4}-\d\d-\d\d",
            "week": r"(\d{4})-?w(\d\d?)",
            "month": r"(\d{4})-(\d\d)",
        }[name],
        re.ASCII,
    )


def _relative(plain: str, today: date) -> DateRange | None:
    """Read words that count from today."""
    monday = today - timedelta(days=today.weekday())
    match plain:
        case "today":
            return DateRange.day(today)
        case "yesterday":
            return DateRange.day(today - timedelta(days=1))
        case "this week":
            return DateRange(monday, monday + timedelta(days=DAYS_A_WEEK))
        case "last week":
            return DateRange(monday - timedelta(days=DAYS_A_WEEK), monday)
        case "this month":
            return parse_month(today.year, today.month)
        case "last month":
            day = today.replace(day=1) - timedelta(days=1)
            return parse_month(day.year, day.month)
        case _:
            return _latest_days(plain, today) or _latest_weekdays(plain, today)


def _latest_days(plain: str, today: date) -> DateRange | None:
    found = _pattern("latest").fullmatch(plain)
    if not found or not int(found[1]):
        return None
    return DateRange.through(today - timedelta(days=int(found[1]) - 1), today)


def _latest_weekdays(plain: str, today: date) -> DateRange | None:
    run = weekday_run(plain)
    return latest_run(run, until=today - timedelta(days=1)) if run else None


def _counted(found: re.Match[str], words: str, day_one: date | None) -> DateRange:
    """Read "days 1076-1080": days counted from day one."""
    if day_one is None:
        message = (
            f"'{words}' counts from a day that is not set; set desk.day_one "
            "in the config, or write dates"
        )
        raise PeriodError(message)
    first = int(found[1].replace(",", ""))
    last = int((found[2] or found[1]).replace(",", ""))
    if not first or last < first:
        message = f"'{words}' names no days; write them as 'days 1076-1080'"
        raise PeriodError(message)
    try:
        return DateRange.through(
            day_one + timedelta(days=first - 1), day_one + timedelta(days=last - 1)
        )
    except OverflowError as error:
        message = f"'{words}' lies beyond the calendar"
        raise PeriodError(message) from error


def _single(plain: str, words: str) -> DateRange | None:
    """Read one day, ISO week or month; None for other words."""
    try:
        if _pattern("day").fullmatch(plain):
            return DateRange.day(date.fromisoformat(plain))
        if week := _pattern("week").fullmatch(plain):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return DateRange(monday, monday + timedelta(days=DAYS_A_WEEK))
        if month := _pattern("month").fullmatch(plain):
            return parse_month(int(month[1]), int(month[2]))
    except (ValueError, OverflowError) as error:
        message = f"'{words}' is not in the calendar: {error}; check year, month, day"
        raise PeriodError(message) from error
    return None
