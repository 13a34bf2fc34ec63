"""The desk's count of days: "day 1,076", "Days 1,076-1,080", "the 1,080th day".

Day 1 is the desk's `day_one`. A count is taken for the desk's only when it leads to
within half a year of the publication day; so "day three of the trial" or "day 5" of
anything else yields nothing. Without a publication day the count must have three
figures at least.

Example: with day 1 on 24 February 2022, "Days 1,076-1,080" is 3 to 7 February 2025.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.period import Period
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"day", "days"})
_REACH = 16
_NEAR = 183
_SMALLEST = 100


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"\s(\d{1,3}(?:[,.\u00a0\u202f]\d{3}|\d{0,2}))(?:\s?[-–—]\s?(\d{1,3}(?:[,.\u00a0\u202f]\d{3}|\d{0,2})))?(?![\w%]|[.,]\d)"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s)?(\d{1,3}(?:,\d{3})?)(?:st|nd|rd|th)\s\Z")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a day of the desk's count."""
    found = _after().match(text, token.end, span.end)
    if found:
        read = partial(_read, _number(found[1]), _number(found[2] or found[1]))
        return Candidate(token.start, found.end(), "DATE", "day_counts", read)
    before = _before().search(text, max(span.start, token.start - _REACH), token.start)
    if before is None or token.word == "days":
        return None
    read = partial(_read, _number(before[1]), _number(before[1]))
    return Candidate(before.start(), token.end, "DATE", "day_counts", read)


def _number(digits: str) -> int:
    return int("".join(sign for sign in digits if sign.isdecimal()))


def _read(first: int, last: int, scene: Scene) -> Reading | None:
    if scene.day_one is None or not 0 < first <= last:
        return None
    days = DateRange.through(
        scene.day_one + timedelta(days=first - 1),
        scene.day_one + timedelta(days=last - 1),
    )
    near = scene.published
    if (first < _SMALLEST) if near is None else abs((days.first - near).days) > _NEAR:
        return None
    value = days.first.isoformat()
    if last > first:
        value = f"{value}/{days.last.isoformat()}"
    why = f"day 1 is {scene.day_one.isoformat()}"
    return Reading(value, days, True, why, Period("day", days.last))
