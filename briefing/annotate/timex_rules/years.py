"""Years: "2024", "mid-2019", "fiscal 1990", "nineteen ninety-six", "year-end".

A four-digit number is a year when it lies between 1500 and 2100 and nothing around
it counts or names: no unit or currency beside it, no capitalised product name before
it ("Mirage 2000"), no counted noun after it ("2000 soldiers"). A fiscal year stands
for the calendar year of its number.

Example: "from 2019 to 2021" are two years, 2019 and 2021.

Left to others: years in a date (full_dates, months), "the 1990s" (decades), "2023-24"
(ranges).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.month_dates import read_spelled_year
from briefing.annotate.nearest import nearest_year
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import Period
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.span import Span

_SPELLED = ("eighteen", "nineteen", "twenty")
TRIGGERS = frozenset({"#4", "end", *_SPELLED})
_FIRST, _LAST = 1500, 2100
_REACH = 30
_JOINED = frozenset(MONTHS) | word_set(
    "mid pre post early late fiscal year circa since"
)
"""Words that stand before a year with a hyphen."""
_PRICED = frozenset("$£€#.:")


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
        r"\b(?:the\s)?(?:(?:fiscal|calendar|financial|model|school|tax)[\s-])?(?:year\s)?\Z|\bFY\s?\Z",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"(?:[%°]|[^\W\d_]|[-–/]\d\d(?!\d)|,\d{3}|[.:]\d|-(?!\d{2,4}\b|\w)"
        r"|\s?(?:percent|per cent|km|kilomet"
        r"|meters|metres|miles|feet|tons|tonnes|pounds|dollars|euros|people|soldiers"
        r"|troops|men|women|civilians|square|jobs|workers|points|shares|hours|others"
        r"|[A-Z][a-z]+\s(?:Street|Avenue|Road|Drive|Lane|Boulevard|Place|Square)"
        r"|more|or so|million|billion|hrs|local|[A-Z]{1,3}T|UTC)\b)"
    )


@cache
def _numbering() -> re.Pattern[str]:
    """Nouns of things that go by a number: "room 2024", "UN resolution 1973"."""
    return re.compile(
        r"\b(?:resolution|decree|directive|regulation|ordinance|statute|bill|proposition|article"
        r"|section|chapter|clause|paragraph|page|verse|psalm|item|lot|case|docket|order|form|file"
        r"|room|suite|apartment|flat|locker|gate|bay|platform|building|house|box|cell|unit"
        r"|bus|tram|train|flight|route|line|highway|motorway|road|interstate|channel|frequency"
        r"|number|no|nr|model|version|release|build|serial|code|pin|extension|hull|locomotive"
        r"|engine|asteroid|comet|lotto|battery|battalion|regiment|squadron|platoon)s?\.?\s\Z",
        re.IGNORECASE,
    )


@cache
def _part_number() -> re.Pattern[str]:
    """Letters joined to a number: "Su-2001"; but "mid-2001", "Jan-2001"."""
    return re.compile(r"(?<![\w-])(?P<mark>[A-Za-z]{1,8})[-‑]\Z")


@cache
def _count_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:were|was|are|is|there|least|than|about|nearly|almost|roughly|some|over|all|only"
        r"|just|another|won|got|cast|killed|had|has|have|with|counted|received|polled"
        r"|against)|\A|[.,;:(])\s?\Z",
        re.IGNORECASE,
    )


@cache
def _things_after() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:votes|ballots|cases|deaths|homes|houses|flats|students|pupils|seats|cars|vehicles"
        r"|pages|copies|units|members|passengers|residents|words|visitors|guests|children"
        r"|victims|prisoners|refugees|migrants|acres|hectares|tickets|complaints|signatures"
        r"|arrests|patients|animals|trees|schools|villages|fires|drones|missiles|rockets"
        r"|tanks|officers|policemen|firefighters|delegates|graves|bodies|stars)\b"
    )


def _is_number(text: str, token: Token, span: Span) -> bool:
    """Say whether a number counts things or tells one of many from the others."""
    low = max(span.start, token.start - _REACH)
    if _numbering().search(text, low, token.start):
        return True
    joined = _part_number().search(text, low, token.start)
    if joined and joined["mark"].lower() not in _JOINED and joined["mark"][0].isupper():
        return True
    things = _things_after().match(text, token.end, span.end)
    return bool(things and _count_before().search(text, low, token.start))


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a year."""
    if token.word == "end":
        return _propose_year_end(text, token, span)
    if not token.word.isdecimal():
        return _propose_spelled(text, token, span)
    if not _is_year(text, token, span) or _is_number(text, token, span):
        return None
    low = max(span.start, token.start - _REACH)
    fiscal = _fiscal().search(text, low, token.start)
    start = fiscal.start() if fiscal and fiscal.group().strip(" -") else token.start
    if start == token.start and _is_name(text, low, token.start):
        return None
    part = take_part(text, start, span)
    read = partial(_read, int(token.word), part.name)
    return Candidate(part.start, token.end, "DATE", "years", read)


def _is_year(text: str, token: Token, span: Span) -> bool:
    """Say whether a number may be a year, by the signs and words right beside it."""
    if not _FIRST <= int(token.word) <= _LAST:
        return False
    if _counted().match(text, token.end, span.end):
        return False
    if token.start == span.start:
        return True
    before = text[token.start - 1]
    if before == "-" and text[token.start - 2 : token.start - 1].isdigit():
        return False  # a phone number, a date in figures
    fiscal = text[token.start - 2 : token.start] == "FY"
    return before not in _PRICED and (fiscal or not before.isalnum())


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


@cache
def _year_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s)?year(?:['’]s\s|[\s-])\Z", re.IGNORECASE)


def _propose_spelled(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a year in words: "nineteen ninety-six"."""
    if token.start == span.start:
        return None
    found = read_spelled_year(text, token.start - 1, span.end)
    if found is None:
        return None
    read = partial(_read, found[0], "")
    return Candidate(token.start, found[1], "DATE", "years", read)


def _propose_year_end(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "year-end": the last month of the year spoken of."""
    found = _year_before().search(
        text, max(span.start, token.start - _REACH), token.start
    )
    if found is None:
        return None
    return Candidate(found.start(), token.end, "DATE", "years", _read_year_end)


def _read(year: int, part: str, _scene: Scene) -> Reading:
    period = Period("year", date(year, 1, 1))
    days = part_days(period, part)
    return Reading(period.value, days, False, "the words name the year", period)


def _read_year_end(scene: Scene) -> Reading | None:
    if scene.published is None:
        return None
    choice = nearest_year(
        scene, lambda year: Period("month", date(year, 12, 1)), lean=0.5
    )
    year = f"{choice.period.first.year:04d}"
    return Reading(year, choice.period.days, True, choice.why, choice.period)
