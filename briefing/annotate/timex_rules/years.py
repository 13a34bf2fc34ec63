"""Years, decades and centuries: "2024", "mid-2019", "fiscal 1990", "the nineties".

A four-digit number is a year when it lies between 1500 and 2100 and nothing around
it counts or names: no unit or currency beside it, no capitalised product name before
it ("Mirage 2000"), no counted noun after it ("2000 soldiers"). A fiscal year stands
for the calendar year of its number.

Example: "from 2019 to 2021" are two years, 2019 and 2021.

Left to others: years in a date (full_dates, months).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import NUMBERS, ORDINALS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.month_dates import read_spelled_year
from briefing.annotate.nearest import nearest_year
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import Period, period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

_SPELLED = ("eighteen", "nineteen", "twenty")
_NINETIES = {
    f"{word.removesuffix('y')}ies": 1900 + value
    for word, value in NUMBERS.items()
    if word.endswith("ty")
}
TRIGGERS = frozenset({"#4", "century", "s", "end", *_SPELLED, *_NINETIES})
_FIRST, _LAST = 1500, 2100
_REACH = 30
_HUNDRED = 100


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:in|of|since|until|till|by|from|to|between|and|through|during|for|before"
        r"|after|around|about|or|than|year|mid|early|late|the|its|their|circa|post|pre|a|an|that"
        r"|this|any)"
        r"|[’']s|[-–(,/]|\A)"
        r"[\s-]?\Z",
        re.IGNORECASE,
    )


@cache
def _fiscal() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?:(?:fiscal|calendar|financial|model)[\s-])?(?:year\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"(?:[%°]|,\d{3}|[.:]\d|-(?!\d{2,4}\b|\w)|\s?(?:percent|per cent|km|kilomet"
        r"|meters|metres|miles|feet|tons|tonnes|pounds|dollars|euros|people|soldiers"
        r"|troops|men|women|civilians|square|jobs|workers|points|shares|hours|others"
        r"|more|or so|million|billion|hrs|local|[A-Z]{1,3}T|UTC)\b)"
    )


@cache
def _century() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?:(\d{1,2})(?:st|nd|rd|th)|([a-z]+(?:-first)?))[\s-]\Z",
        re.IGNORECASE,
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a year, a decade or a century."""
    if token.word == "century":
        return _propose_century(text, token, span)
    if token.word == "s":
        return _propose_decade(text, token, span)
    if token.word == "end":
        return _propose_year_end(text, token, span)
    if not token.word.isdecimal():
        return _propose_spelled(text, token, span)
    year = int(token.word)
    before = text[token.start - 1 : token.start] if token.start > span.start else ""
    if (
        not _FIRST <= year <= _LAST
        or before in set("$£€#.:")
        or _counted().match(text, token.end, span.end)
    ):
        return None
    if before.isalnum() or text[token.end : token.end + 1].isalpha():
        return None
    low = max(span.start, token.start - _REACH)
    fiscal = _fiscal().search(text, low, token.start)
    start = fiscal.start() if fiscal and fiscal.group().strip(" -") else token.start
    if start == token.start and _is_name(text, low, token.start):
        return None
    part = take_part(text, start, span)
    read = partial(_read, "year", year, part.name)
    return Candidate(part.start, token.end, "DATE", "years", read)


def _is_name(text: str, low: int, start: int) -> bool:
    """Say whether a capitalised word or a number stands right before, as in a name."""
    if _before().search(text, low, start):
        return False
    words = text[low:start].split()
    return (
        bool(words)
        and (words[-1][0].isupper() or words[-1][-1].isdigit())
        and not words[-1].endswith((".", ":"))
    )


def _propose_decade(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "1990s", "1990's" or "'90s"."""
    found = re.compile(r"(?:['’`]?(\d0)|\b([12]\d\d0))['’]?\Z").search(
        text, max(span.start, token.start - 6), token.start
    )
    if found is None or (found[1] and found.group()[0].isdigit()):
        return None
    year = int(found[2] or 1900 + int(found[1]))
    start = found.start()
    if text[max(span.start, start - 4) : start].lower() == "the ":
        start -= 4
    part = take_part(text, start, span)
    read = partial(_read, "decade", year, part.name)
    return Candidate(part.start, token.end, "DATE", "years", read)


@cache
def _year_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s)?year(?:['’]s\s|[\s-])\Z", re.IGNORECASE)


def _propose_spelled(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a year or a decade in words: "nineteen ninety-six", "the nineties"."""
    start = token.start
    if text[max(span.start, start - 4) : start].lower() == "the ":
        start -= 4
    if token.word in _NINETIES:
        if start == token.start:
            return None
        part = take_part(text, start, span)
        read = partial(_read, "decade", _NINETIES[token.word], part.name)
        return Candidate(part.start, token.end, "DATE", "years", read)
    found = read_spelled_year(text, max(0, token.start - 1), span.end)
    if found is None or token.start == span.start:
        return None
    read = partial(_read, "year", found[0], "")
    return Candidate(token.start, found[1], "DATE", "years", read)


def _propose_year_end(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "year-end": the last month of the year spoken of."""
    found = _year_before().search(
        text, max(span.start, token.start - _REACH), token.start
    )
    if found is None:
        return None
    return Candidate(found.start(), token.end, "DATE", "years", _read_year_end)


def _propose_century(text: str, token: Token, span: Span) -> Candidate | None:
    found = _century().search(text, max(span.start, token.start - _REACH), token.start)
    number = found and (int(found[1]) if found[1] else ORDINALS.get(found[2].lower()))
    if not found or not number or number <= 1:
        return None
    part = take_part(text, found.start(), span)
    read = partial(_read, "century", (number - 1) * _HUNDRED, part.name)
    return Candidate(part.start, token.end, "DATE", "years", read)


def _read(unit: str, year: int, part: str, _scene: Scene) -> Reading:
    period = (
        Period("year", date(year, 1, 1))
        if unit == "year"
        else period_around(unit, date(year, 1, 1))
    )
    return Reading(
        period.value, part_days(period, part), False, "the words name the year", period
    )


def _read_year_end(scene: Scene) -> Reading | None:
    if scene.published is None:
        return None
    choice = nearest_year(
        scene, lambda year: Period("month", date(year, 12, 1)), lean=0.5
    )
    year = f"{choice.period.first.year:04d}"
    return Reading(year, choice.period.days, True, choice.why, choice.period)
