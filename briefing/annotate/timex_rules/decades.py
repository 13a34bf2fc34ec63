"""Decades and centuries: "the 1990s", "the mid-'90s", "the nineties", "19th century".

"the 80s" without a stroke needs "in the", "early" or the like before it, and is none
where an age or the heat of a day is told ("in his 30s", "temperatures in the 80s").
Two figures are of the twentieth century. A century before our era yields nothing.

Example: "the late 1970s" is 197, by its days September 1976 to 1979.

Left to others: "the past decade" (durations), "two decades ago" (offsets).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import NUMBERS, ORDINALS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

_NINETIES = {
    f"{word.removesuffix('y')}ies": 1900 + value
    for word, value in NUMBERS.items()
    if word.endswith("ty")
}
TRIGGERS = frozenset({"century", "s", *_NINETIES})
_REACH = 30
_HUNDRED = 100


@cache
def _era() -> re.Pattern[str]:
    return re.compile(r"\s(?:BCE?|B\.C\.)")


@cache
def _century() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?:(\d{1,2})(?:st|nd|rd|th)|([a-z]{5,12}(?:-first)?))[\s-]\Z",
        re.IGNORECASE,
    )


@cache
def _tens() -> re.Pattern[str]:
    return re.compile(r"(?:['’`‘]?(?<!\d)(\d0)|\b([12]\d\d0))['’]?\Z")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a decade or a century."""
    if token.word == "century":
        return _propose_century(text, token, span)
    if token.word == "s":
        return _propose_decade(text, token, span)
    start = _with_the(text, token.start, span)
    candidate = _candidate(
        text, start, token.end, "decade", _NINETIES[token.word], span
    )
    return candidate if candidate.start < token.start else None


def _with_the(text: str, start: int, span: Span) -> int:
    return (
        start - 4
        if text[max(span.start, start - 4) : start].lower() == "the "
        else start
    )


def _candidate(
    text: str, start: int, end: int, unit: str, year: int, span: Span
) -> Candidate:
    part = take_part(text, start, span)
    read = partial(_read, unit, year, part.name)
    return Candidate(part.start, end, "DATE", "decades", read)


def _propose_decade(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "1990s", "1990's" or "'90s"."""
    found = _tens().search(text, max(span.start, token.start - 6), token.start)
    if found is None:
        return None
    start = found.start()
    if found[1] and found.group()[0].isdigit() and not _is_decade(text, start, span):
        return None
    year = int(found[2] or 1900 + int(found[1]))
    start = _with_the(text, start, span)
    return _candidate(text, start, token.end, "decade", year, span)


@cache
def _decade_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:early|late|mid)[\s-]\Z|\b(?:in|since|of)\sthe\s\Z", re.IGNORECASE
    )


@cache
def _no_decade() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:his|her|their|my|your|our|its|aged?|temperatures?|highs?|lows?|degrees"
        r"|heat|weather|scores?|rates?|sunny|warm|humid|humidity|shot|shoot|percentile)\b",
        re.IGNORECASE,
    )


def _is_decade(text: str, start: int, span: Span) -> bool:
    """Say whether "80s" is a decade: not an age, not the heat of a day."""
    low = max(span.start, start - _REACH)
    if _decade_before().search(text, low, start) is None:
        return False
    return _no_decade().search(text, low, start) is None


def _propose_century(text: str, token: Token, span: Span) -> Candidate | None:
    found = _century().search(text, max(span.start, token.start - _REACH), token.start)
    number = found and (int(found[1]) if found[1] else ORDINALS.get(found[2].lower()))
    if not found or not number or number <= 1:
        return None
    if _era().match(text, token.end, span.end):
        return None
    year = (number - 1) * _HUNDRED
    return _candidate(text, found.start(), token.end, "century", year, span)


def _read(unit: str, year: int, part: str, _scene: Scene) -> Reading:
    period = period_around(unit, date(year, 1, 1))
    days = part_days(period, part)
    return Reading(period.value, days, False, "the words name it", period)
