"""Days and weeks counted within a month: "the first Tuesday of November".

"the last day of January" and "the second week of March 2024" are counted so too; a week
is one of seven days from the first of the month, the last week its last seven days. A
month without a year is the one nearest to publication; the present tense tells of what
recurs or is planned and looks ahead.

Example: published Friday 7 February 2025, "is held on the first Tuesday of November"
is 2025-11-04, "was held" 2024-11-05.

Left to others: feasts of that kind (holidays), "the end of January" (months).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS, ORDINALS, WEEKDAY_NAMES, WEEKDAYS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.month_dates import is_month
from briefing.annotate.nearest import nearest_year
from briefing.annotate.period import Period, add_months
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(MONTHS)
_REACH = 40
_WEEK = 7
_LAST = -1
_AHEAD = 0.3
"""What a day ahead weighs in the present tense: far less than one back."""


@cache
def _before() -> re.Pattern[str]:
    days = "|".join(WEEKDAY_NAMES)
    return re.compile(
        rf"\b(?:the\s)?(?:very\s)?(?P<order>first|second|third|fourth|fifth|last|final)\s"
        rf"(?P<what>{days}|day|week|weekend)\s(?:of|in)\s(?:this\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"\.?,?\s(?:of\s)?(?:(?P<year>[12]\d{3})\b(?![,.]\d)|(?P<look>last|this|next)\syear\b)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a day or a week counted within a month."""
    if not is_month(text, token):
        return None
    found = _before().search(text, max(span.start, token.start - _REACH), token.start)
    if found is None:
        return None
    word = found["order"].lower()
    order = _LAST if word in {"last", "final"} else ORDINALS[word]
    year = _after().match(text, token.end, span.end)
    look = (year["year"] or year["look"]) if year else ""
    place = partial(_place, found["what"].lower(), order, MONTHS[token.word])
    end = year.end() if year else token.end
    read = partial(_read, place, look)
    return Candidate(found.start(), end, "DATE", "counted_days", read)


def _read(place: partial[Period], look: str, scene: Scene) -> Reading | None:
    if look.isdigit():
        period, why = place(int(look)), "the words name the year"
    elif scene.published is None:
        return Reading(
            "XXXX-XX-XX", relative=True, why="no year and no publication day"
        )
    elif look:
        step = {"last": -1, "this": 0, "next": 1}[look]
        period, why = place(scene.published.year + step), published_words(scene)
    else:
        choice = nearest_year(scene, place, present=_AHEAD)
        period, why = choice.period, choice.why
    return Reading(period.value, _days(period), not look.isdigit(), why, period)


def _days(period: Period) -> DateRange:
    """Give the days: a counted week may begin on any day of the week."""
    if period.unit != "week":
        return period.days
    return DateRange(period.first, period.first + timedelta(days=_WEEK))


def _place(what: str, order: int, month: int, year: int) -> Period:
    """Give the counted day of a month in a year; a ValueError where there is none."""
    first = date(year, month, 1)
    last = add_months(first, 1) - timedelta(days=1)
    if what == "day":
        day = last if order == _LAST else first.replace(day=order)
        return Period("day", day)
    if what == "week":
        start = last - timedelta(days=_WEEK - 1)
        if order != _LAST:
            start = first + timedelta(days=_WEEK * (order - 1))
        return Period("week", start)
    number = WEEKDAYS.get(what, WEEKDAYS["saturday"])
    if order == _LAST:
        day = last - timedelta(days=(last.isoweekday() - number) % _WEEK)
    else:
        ahead = (number - first.isoweekday()) % _WEEK
        day = first + timedelta(days=ahead + _WEEK * (order - 1))
    if day.month != month:
        raise ValueError("the month has no such day")
    return Period("weekend" if what == "weekend" else "day", day)
