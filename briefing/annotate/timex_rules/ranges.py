"""Runs of days or years written as one: "Feb. 3-7", "3-7 February 2025", "2019-2021".

Their value is written as an interval, first and last with a stroke between them.
"between Monday and Wednesday" and "from 2019 to 2021" are two expressions each, as
TIMEX3 has them; `read_days` joins their days to one run.

Example: published Friday 7 February 2025, "Feb. 3-7" is 2025-02-03/2025-02-07.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.month_dates import is_month
from briefing.annotate.nearest import nearest_year
from briefing.annotate.period import Period
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(MONTHS) | {"#4"}
_REACH = 24
_FIRST, _LAST, _CENTURY = 1500, 2100, 100
_LAST_DAY = 31


@cache
def _after_month() -> re.Pattern[str]:
    return re.compile(
        r"\.?\s(?P<first>\d{1,2})(?:\s?[-–—]\s?|\s(?:to|through|until)\s|\sand\s(?=\d))(?P<last>\d{1,2})\b"
        r"(?![:%]|[.,]\d|\s(?:percent|a\.?m|p\.?m))(?:\s?,?\s(?P<year>[12]\d{3})\b)?"
    )


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d.,/-])(?P<first>\d{1,2})(?:\s?[-–—]\s?|\s(?:to|through|until|and)\s)(?P<last>\d{1,2})\s\Z"
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\.?\s([12]\d{3})\b")


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"([12]\d{3})\s?[-–—/]\s?([12]\d{3}|\d\d)(?![\w%-]|[.,]\d)")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a run of days of one month, or of years."""
    if token.word not in MONTHS:
        return _propose_years(text, token, span)
    if not is_month(text, token):
        return None
    month = MONTHS[token.word]
    found = _after_month().match(text, token.end, span.end)
    if found:
        if " and " in found.group() and not _is_between(text, token.start, span):
            return None
        days, year = (int(found["first"]), int(found["last"])), found["year"]
        return _candidate(token.start, found.end(), month, days, year)
    before = _before_month().search(
        text, max(span.start, token.start - _REACH), token.start
    )
    if before is None:
        return None
    after = _year().match(text, token.end, span.end)
    end = after.end() if after else token.end
    if " and " in before.group() and not _is_between(text, before.start(), span):
        return None
    days = (int(before["first"]), int(before["last"]))
    return _candidate(before.start(), end, month, days, after[1] if after else None)


def _is_between(text: str, start: int, span: Span) -> bool:
    """Say whether "between" makes a run of two days; else they are two."""
    return text[max(span.start, start - 8) : start].lower() == "between "


def _candidate(
    start: int, end: int, month: int, days: tuple[int, int], year: str | None
) -> Candidate | None:
    if not 0 < days[0] < days[1] <= _LAST_DAY:
        return None
    return Candidate(
        start, end, "DATE", "ranges", partial(_read_days, month, days, year)
    )


def _propose_years(text: str, token: Token, span: Span) -> Candidate | None:
    found = _years().match(text, token.start, span.end)
    if found is None or text[token.start - 1 : token.start] in {
        "$",
        "£",
        "€",
        "-",
        "/",
    }:
        return None
    first = int(found[1])
    last = (
        int(found[2])
        if len(found[2]) > len("21")
        else first // _CENTURY * _CENTURY + int(found[2])
    )
    if not _FIRST <= first < last <= _LAST:
        return None
    return Candidate(
        found.start(), found.end(), "DATE", "ranges", partial(_read_years, first, last)
    )


def _read_days(
    month: int, days: tuple[int, int], year: str | None, scene: Scene
) -> Reading | None:
    if year is not None:
        period, why = (
            Period("day", date(int(year), month, days[1])),
            "the words name the year",
        )
    elif scene.published is None:
        return Reading(
            f"XXXX-{month:02d}-{days[0]:02d}/XXXX-{month:02d}-{days[1]:02d}",
            why="no year and no publication day",
        )
    else:
        choice = nearest_year(
            scene, lambda number: Period("day", date(number, month, days[1]))
        )
        period, why = choice.period, choice.why
    first = period.first.replace(day=days[0])
    run = DateRange.through(first, period.first)
    relative = (
        year is None
        and scene.published is not None
        and first.year != scene.published.year
    )
    return Reading(f"{first.isoformat()}/{period.value}", run, relative, why, period)


def _read_years(first: int, last: int, _scene: Scene) -> Reading:
    days = DateRange(date(first, 1, 1), date(last + 1, 1, 1))
    return Reading(
        f"{first}/{last}",
        days,
        False,
        "the words name the years",
        Period("year", date(last, 1, 1)),
    )
