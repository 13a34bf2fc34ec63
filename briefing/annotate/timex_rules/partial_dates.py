"""Days without their year: "Feb. 7", "7 February", "Monday, Oct. 30".

The year is the one that puts the day nearest to publication. Looking ahead counts
for more distance than looking back, and much more in a clause told in the past
tense; in the future tense it is the other way round.

Example: published Friday 7 February 2025, "launched the incursion on August 6" is
2024-08-06 and a reader needs the year; "will meet on August 6" is 2025-08-06.

Left to others: days with their year (full_dates), months alone (months).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.day_frame import frame_day, framed
from briefing.annotate.month_dates import read_month_day, week_start
from briefing.annotate.nearest import nearest_year
from briefing.annotate.period import Period, period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(MONTHS)
_LEAP_YEAR = 2024
_REACH = 14
_EVENTS = {(9, 11): 2001, (7, 7): 2005, (1, 6): 2021, (10, 7): 2023}
"""Attacks that the world press calls by their day alone."""


@cache
def _event_after() -> re.Pattern[str]:
    return re.compile(
        r"[\s,]{1,2}(?:terror(?:ist)?\s|suicide\s|Capitol\s)?(?:attacks?|attackers|bombings?"
        r"|bombers|hijackers?|hijackings|riots?|rioters|massacres?|insurrection|terrorists)\b"
    )


@cache
def _look() -> re.Pattern[str]:
    return re.compile(r"\b(?:this|last|next)\s\Z", re.IGNORECASE)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose the day without a year around the name of a month."""
    named = read_month_day(text, token, span)
    if named is None or named.year is not None:
        return None
    week = week_start(text, named.start, span)
    if week is not None:
        read = partial(_read_week, named.month, named.day)
        return Candidate(week, named.end, "DATE", "partial_dates", read)
    look = _look().search(text, max(span.start, named.start - _REACH), named.start)
    frame = frame_day(text, look.start() if look else named.start, named.end, span)
    return framed(frame, "partial_dates", partial(_read, named.month, named.day))


def _read(month: int, day: int, scene: Scene) -> Reading | None:
    date(_LEAP_YEAR, month, day)
    if scene.published is None:
        return Reading(
            f"XXXX-{month:02d}-{day:02d}", why="no year and no publication day"
        )
    year = _named_for_its_day(month, day, scene)
    if year and scene.published.year >= year:
        period = Period("day", date(year, month, day))
        why = "an event named for its day"
        return Reading(period.value, period.days, True, why, period)
    choice = nearest_year(scene, lambda year: Period("day", date(year, month, day)))
    relative = choice.period.first.year != scene.published.year
    return Reading(
        choice.period.value, choice.period.days, relative, choice.why, choice.period
    )


def _named_for_its_day(month: int, day: int, scene: Scene) -> int:
    """Give the year of an event that goes by its day: "the Sept. 11 attacks"."""
    year = _EVENTS.get((month, day), 0)
    return year if year and _event_after().match(scene.text, scene.end) else 0


def _read_week(month: int, day: int, scene: Scene) -> Reading | None:
    """Read "the week of March 6"."""
    reading = _read(month, day, scene)
    if reading is None or reading.period is None:
        return None
    period = period_around("week", reading.period.first)
    return Reading(period.value, period.days, True, reading.why, period)
