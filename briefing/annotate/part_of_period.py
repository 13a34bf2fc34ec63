"""Parts of a period: "mid-February", "early 2024", "the end of last year".

TIMEX3 keeps these apart from the value (its attribute `mod`), so the value is the
whole period's; only the days are narrowed, to a third of it, of years by months.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.period import add_months
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from briefing.annotate.period import Period
    from briefing.model.span import Span

_REACH = 34
_PARTS_OF_ALL = 3
_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:the\s)?(?P<adverb>early|late|mid)(?:\s|[-‑]\s?)(?:in\s)?(?:the\s)?"
        r"|\b(?:earlier|later)\s(?:in\s)?(?:the\s)?"
        r"|\b(?:the\s)?(?P<noun>beginning|start|middle|end)\s(?:of\s)(?:the\s)?)\Z",
        re.IGNORECASE,
    )


class Part(NamedTuple):
    """Where an expression begins with its part of a period, and which part that is."""

    start: int
    name: str
    """early, mid, late, or nothing."""


def take_part(text: str, start: int, span: Span) -> Part:
    """Take in the words before `start` that name a part of the period there."""
    found = _pattern().search(text, max(span.start, start - _REACH), start)
    if found is None:
        return Part(start, "")
    word = (found["adverb"] or found["noun"] or "").lower()
    return Part(found.start(), _PARTS.get(word, ""))


def part_days(period: Period, part: str) -> DateRange:
    """Give the days of a part of a period: a third, or all of it without a part."""
    days, months = period.days, period.months
    if not part:
        return days
    if months and months % _PARTS_OF_ALL == 0:
        first = add_months(days.first, months // _PARTS_OF_ALL)
        second = add_months(days.first, 2 * months // _PARTS_OF_ALL)
    else:
        third = timedelta(days=len(days) // _PARTS_OF_ALL)
        first, second = days.first + third, days.end - third
    if not days.first < first < second < days.end:
        return days
    return {
        "early": DateRange(days.first, first),
        "mid": DateRange(first, second),
        "late": DateRange(second, days.end),
    }[part]
