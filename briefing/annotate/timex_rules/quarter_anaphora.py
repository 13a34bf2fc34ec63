"""Quarters that lean on the one named: "the quarter", "the year-earlier period".

"the quarter" and "the latest period" are the last quarter named, "the year-earlier
quarter" and "the 2023 period" the same one of another year. "the quarter ended
July 31" is the quarter of the calendar that it mostly fills.

Example: after "in the third quarter of 2024", "the year-earlier quarter" is 2023-Q3.

Left to others: "the third quarter" (quarters), "last quarter" (relative_periods).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.period import DECEMBER, Period, add_months, period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"quarter", "period"})
_REACH = 40
_MID_MONTH = 15
_YEAR_EARLIER = {
    "year-earlier",
    "year-ago",
    "comparable year-ago",
    "comparable year-earlier",
}


@cache
def _quarter_before() -> re.Pattern[str]:
    return re.compile(
        r"\bthe\s(?P<look>(?:comparable\s)?(?:year-earlier|year-ago)|latest|most\srecent|fiscal)?\s?\Z",
        re.IGNORECASE,
    )


@cache
def _ends_on() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:that\s)?(?P<how>ended|ending|ends)\s(?:on\s|in\s)?(?:the\s)?"
        r"(?:\d{1,2}\s)?(?P<month>[A-Z][a-z]{2,8})?\.?"
        r"(?:\s(?P<day>\d{1,2})\b)?(?:,?\s(?P<year>[12]\d{3})\b)?"
    )


@cache
def _dated_period() -> re.Pattern[str]:
    return re.compile(r"\bthe\s([12]\d{3})\s\Z", re.IGNORECASE)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a quarter that leans on the last one named."""
    return _propose_quarter(text, token, max(span.start, token.start - _REACH))


def _propose_quarter(text: str, token: Token, low: int) -> Candidate | None:
    dated = _dated_period().search(text, low, token.start)
    if dated is not None:
        read_dated = partial(_read_dated, int(dated[1]))
        return Candidate(
            dated.start(), token.end, "DATE", "quarter_anaphora", read_dated
        )
    found = _quarter_before().search(text, low, token.start)
    if found is None or (token.word == "period" and not found["look"]):
        return None
    ends = _ends_on().match(text, token.end)
    if ends and ends["month"] and ends["month"].lower() in MONTHS:
        read_ending = partial(_read_ending, ends)
        return Candidate(
            found.start(), token.end, "DATE", "quarter_anaphora", read_ending
        )
    look = " ".join((found["look"] or "").lower().split())
    back = 1 if look in _YEAR_EARLIER else 0
    read = partial(_read_quarter, back, bool(look), look in {"latest", "most recent"})
    return Candidate(found.start(), token.end, "DATE", "quarter_anaphora", read)


def _read_quarter(back: int, sure: bool, latest: bool, scene: Scene) -> Reading | None:
    quarter = scene.named.get("quarter")
    if quarter is None:
        if not (sure and scene.published):
            return None
        quarter = period_around("quarter", scene.published).move(-1)
    elif latest and scene.published and quarter.days.end > scene.published:
        quarter = period_around("quarter", scene.published).move(-1)
    period = quarter.move(-back, "year")
    return Reading(
        period.value, period.days, True, f"counted from {quarter.value}", period
    )


def _read_ending(ends: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the quarter ended July 31": the calendar's quarter that it mostly fills."""
    if scene.published is None and not ends["year"]:
        return None
    month = MONTHS[ends["month"].lower()]
    last = date(int(ends["year"] or getattr(scene.published, "year", 0)), month, 1)
    gone = ends["how"] == "ended" and not ends["year"] and scene.published is not None
    if gone and scene.published and last > scene.published:
        last = add_months(last, -DECEMBER)
    early = ends["day"] and int(ends["day"]) < _MID_MONTH
    period = period_around("quarter", add_months(last, -2 if early else -1))
    return Reading(period.value, period.days, True, "its last day is named", period)


def _read_dated(year: int, scene: Scene) -> Reading:
    """Read "the 2023 period": the quarter spoken of, in that year."""
    quarter = scene.named.get("quarter")
    if quarter is None:
        period = Period("year", date(year, 1, 1))
    else:
        period = Period("quarter", quarter.first.replace(year=year))
    return Reading(period.value, period.days, False, "the words name the year")
