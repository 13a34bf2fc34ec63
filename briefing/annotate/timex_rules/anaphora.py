"""Dates that lean on the last one named: "that week", "the day before", "the quarter".

"that", "the same" name the unit around the last date; "the previous", "the following"
and "the next" its neighbours; "the day before" and "the day after" count only at the
end of a clause, because "the day before the vote" leans on an event, not on a date.
"the quarter" and "the latest period" are the last quarter named, "the year-earlier
quarter" the same one a year before. "the same time frame" repeats the last duration.

Example: after "on February 5", "the following day" is 2025-02-06 and "that week"
2025-W06.

Left to others: "last week" (relative_periods), "a day later" (offsets).
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import PERIOD_UNITS, UNITS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(
    {"day", "week", "weekend", "month", "quarter", "year", "decade", "period", "time"}
)
_REACH = 40
_STEPS = {
    "that": 0,
    "that same": 0,
    "the same": 0,
    "same": 0,
    "the previous": -1,
    "the preceding": -1,
    "the prior": -1,
    "the following": 1,
    "the next": 1,
}
_YEAR_EARLIER = {
    "year-earlier",
    "year-ago",
    "comparable year-ago",
    "comparable year-earlier",
}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<look>that(?:\ssame)?|the\s(?:same|previous|preceding|prior|following|next))\s(?:fiscal\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _quarter_before() -> re.Pattern[str]:
    return re.compile(
        r"\bthe\s(?P<look>(?:comparable\s)?(?:year-earlier|year-ago)|latest|most\srecent|current|fiscal)?\s?\Z",
        re.IGNORECASE,
    )


@cache
def _after_day() -> re.Pattern[str]:
    return re.compile(r"\s(before|after|earlier)(?=\s?[.,;:”\"]|\s?\Z)")


@cache
def _frame() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s|that\s)?same\s\Z", re.IGNORECASE)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a date that leans on the last one named."""
    low = max(span.start, token.start - _REACH)
    if token.word in {"time", "period"}:
        return _propose_frame(text, token, span, low)
    before = _before().search(text, low, token.start)
    if before:
        look = " ".join(before["look"].lower().split())
        part = take_part(text, before.start(), span)
        read = partial(_read, PERIOD_UNITS[UNITS[token.word]], _STEPS[look], part.name)
        return Candidate(part.start, token.end, "DATE", "anaphora", read)
    if token.word == "quarter":
        return _propose_quarter(text, token, low)
    return _propose_day_before(text, token, span, low)


def _propose_day_before(
    text: str, token: Token, span: Span, low: int
) -> Candidate | None:
    after = _after_day().match(text, token.end, span.end)
    if not after or text[max(low, token.start - 4) : token.start].lower() != "the ":
        return None
    step = 1 if after[1] == "after" else -1
    read = partial(_read, PERIOD_UNITS[UNITS[token.word]], step, "")
    return Candidate(token.start - 4, after.end(), "DATE", "anaphora", read)


def _propose_frame(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    if token.word == "period":
        quarter = _propose_quarter(text, token, low)
        if quarter:
            return quarter
    found = _frame().search(text, low, token.start)
    if found is None:
        return None
    end = token.end
    if token.word == "time":
        tail = re.compile(r"\s?(?:frame|period|span)\b").match(text, end, span.end)
        if tail is None:
            return None
        end = tail.end()
    return Candidate(found.start(), end, "DURATION", "anaphora", _read_frame)


def _propose_quarter(text: str, token: Token, low: int) -> Candidate | None:
    found = _quarter_before().search(text, low, token.start)
    if found is None or (token.word == "period" and not found["look"]):
        return None
    look = " ".join((found["look"] or "").lower().split())
    back = 1 if look in _YEAR_EARLIER else 0
    read = partial(_read_quarter, back, bool(look))
    return Candidate(found.start(), token.end, "DATE", "anaphora", read)


def _read(unit: str, step: int, part: str, scene: Scene) -> Reading | None:
    base = scene.base(unit)
    if base is None:
        return None
    around = base.days.last if step > 0 else base.first
    period = period_around(unit, around).move(step)
    why = f"counted from {base.value}, " + (
        "the last date named" if scene.last else "published"
    )
    return Reading(period.value, part_days(period, part), True, why, period)


def _read_quarter(back: int, sure: bool, scene: Scene) -> Reading | None:
    quarter = scene.named.get("quarter")
    if quarter is None:
        if not (sure and scene.published):
            return None
        quarter = period_around("quarter", scene.published).move(-1)
    period = quarter.move(-back, "year")
    return Reading(
        period.value, period.days, True, f"counted from {quarter.value}", period
    )


def _read_frame(scene: Scene) -> Reading | None:
    if not scene.lasting:
        return None
    return Reading(scene.lasting, why="the last duration named")
