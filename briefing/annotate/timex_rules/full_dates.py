"""Days with their year: "February 7, 2025", "7 Feb. 2025", "Friday, Feb. 7, 2025".

Nothing is to be decided: the words name the day. A weekday before it is taken in,
and so is the time of day ("5 p.m. on Nov. 9, 2024"). A day that does not exist
(31 June) yields nothing.

Example: "on 31 January 2024" is 2024-01-31, whatever the publication day.

Left to others: days without a year (partial_dates), figures (numeric_dates), two
days of one month (ranges).
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token, read_period
from briefing.annotate.day_frame import frame_day, framed
from briefing.annotate.month_dates import read_month_day, week_start
from briefing.annotate.period import Period, period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(MONTHS)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose the dated day around the name of a month."""
    named = read_month_day(text, token, span)
    if named is None or named.year is None:
        return None
    week = week_start(text, named.start, span)
    if week is not None:
        read = partial(_read_week, named.year, named.month, named.day)
        return Candidate(week, named.end, "DATE", "full_dates", read)
    frame = frame_day(text, named.start, named.end, span)
    return framed(
        frame, "full_dates", partial(_read, named.year, named.month, named.day)
    )


def _read_week(year: int, month: int, day: int, _scene: Scene) -> Reading:
    """Read "the week of March 9, 2024"."""
    period = period_around("week", date(year, month, day))
    return read_period(period, "the words name the year")


def _read(year: int, month: int, day: int, _scene: Scene) -> Reading:
    return read_period(Period("day", date(year, month, day)), "the words name the year")
