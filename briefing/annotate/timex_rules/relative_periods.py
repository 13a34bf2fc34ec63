"""Periods told from the day of writing: last week, next year, this quarter.

"last", "this" and "next" count from the publication day: with a unit ("last
month"), a month ("last November"), a season is left to seasons. "the past week" and
"the last year" are spans that end today: durations. "later this year" and "earlier
this month" mean the period named.

Example: published Friday 7 February 2025, "last week" is 2025-W05 and "next year"
2026.

Left to others: "that week", "the previous year" (anaphora), "the past two months"
(durations), "last Friday" (weekdays).
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import PERIOD_UNITS, UNITS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

_STEPS = {
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
}
TRIGGERS = frozenset(name for name, code in UNITS.items() if code in PERIOD_UNITS)
_REACH = 36
_UNKNOWN = {
    "year": "XXXX",
    "month": "XXXX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<the>the)\s)?(?P<this>this\s)?(?P<look>last|past|this|current|present|next|coming)\s"
        r"(?:(?:fiscal|calendar|financial|school|academic|full|whole|entire)[\s-])?\Z",
        re.IGNORECASE,
    )


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:(?P<back>before\slast)|after\snext)\b(?!\s(?:year|month|week))"
    )


def _propose_beyond(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "the year before last", "the week after next"."""
    found = _beyond().match(text, token.end, span.end)
    start = token.start - len("the ")
    if found is None or text[max(span.start, start) : token.start].lower() != "the ":
        return None
    unit = PERIOD_UNITS[UNITS[token.word]]
    if unit == "day":
        return None
    read = partial(_read, unit, -2 if found["back"] else 2, "")
    return Candidate(start, found.end(), "DATE", "relative_periods", read)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "last week" and the like."""
    beyond = _propose_beyond(text, token, span)
    if beyond:
        return beyond
    found = _pattern().search(text, max(span.start, token.start - _REACH), token.start)
    if found is None or text[token.end : token.end + 1] in {"-", "‑"}:
        return None
    if _is_title(text, found.start(), token.start):
        return None
    look, unit = found["look"].lower(), PERIOD_UNITS[UNITS[token.word]]
    if (
        found["the"]
        and not found["this"]
        and look in {"last", "past", "next", "coming"}
        and unit != "weekend"
        and (unit != "quarter" or look == "past")
    ):
        return None
    if look == "past" and not found["this"]:
        return None
    if unit == "day":
        return None
    part = take_part(text, found.start(), span)
    read = partial(_read, unit, _STEPS[look], part.name)
    return Candidate(part.start, token.end, "DATE", "relative_periods", read)


def _is_title(text: str, start: int, last: int) -> bool:
    """Say whether both words are written as a title: “This Week”, a programme."""
    if not (text[last].isupper() and text[last + 1 : last + 2].islower()):
        return False
    return text[max(0, start - 1) : start] in {"“", '"', "‘", "'"}


def _read(unit: str, step: int, part: str, scene: Scene) -> Reading:
    why = published_words(scene)
    if scene.published is None:
        return Reading(_UNKNOWN.get(unit, "XXXX"), relative=True, why=why)
    period = period_around(unit, scene.published).move(step)
    return Reading(period.value, part_days(period, part), True, why, period)
