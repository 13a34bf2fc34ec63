"""Quarters and halves: "the third quarter", "Q3 2024", "the first half of 2025".

Without a year a quarter is the last one that has begun by the publication day, and a
half the last one over. In a clause of the future tense it is the one to come, unless
it is only just over: "expects to book losses for the fourth quarter" in January looks
back. A half is one of the books: "the first half" alone is one of a match.

Example: published 7 February 2025, "fell in the third quarter" is 2024-Q3.

Left to others: "last quarter" (relative_periods), "the quarter" (quarter_anaphora).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS, ORDINALS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.nearest import scene_tense
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"quarter", "half", "q", "h"})
_REACH = 44
_LOOKING_BACK = 2
"""In the future tense a day back counts for this many days ahead."""
_MONTHS = {"quarter": 3, "half": 6}
_QUARTERS = {(1, 3), (4, 6), (7, 9), (10, 12)}
"""First and last months; a company's own quarters are others."""
_LAST = {"quarter": 4, "half": 2}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?:(?P<own>this|last|next)\syear['’]s\s|(?P<year>[12]\d{3})(?:['’]s)?\s)?(?:(?:fiscal|fiscal-|calendar|year-ago|year-earlier)[\s-]?)?"
        r"(?P<order>first|second|third|fourth|final|last|opening)[\s-](?:fiscal[\s-])?\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s(?:of\s)?(?:fiscal\s)?(?:the\s(?:fiscal\s)?year\s)?|\s?,\s)"
        r"(?:(?P<year>[12]\d{3})\b|(?P<look>last|this|next)\syear\b)"
    )


@cache
def _months() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Tt]he\s)?(?P<first>[A-Z][a-z]{2,8})\.?(?:\s?[-–—]\s?|\sto\s|\sthrough\s)"
        r"(?P<last>[A-Z][a-z]{2,8})\.?\s\Z"
    )


@cache
def _short() -> re.Pattern[str]:
    return re.compile(
        r"(?:Q([1-4])|H([12]))(?:(?:,?\s(?:of\s)?|\s?FY)((?:19|20)\d{2}))?\b(?!-)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a quarter or a half year."""
    if token.word in {"q", "h"}:
        return _propose_short(text, token, span)
    before = _before().search(text, max(span.start, token.start - _REACH), token.start)
    if before is None:
        return _propose_months(text, token, span)
    after = _after().match(text, token.end, span.end)
    named = before["year"] or (before["own"] or "").lower()
    if token.word == "half" and not (after or named or _trade(text, token, span)):
        return None
    if before["order"].lower() == "last" and not after and not named:
        return None  # "last quarter": relative_periods
    order = ORDINALS.get(
        before["order"].lower(),
        1 if before["order"] == "opening" else _LAST[token.word],
    )
    year = (after["year"] or after["look"]) if after else named
    part = take_part(text, before.start(), span)
    end = after.end() if after else token.end
    if order > _LAST[token.word]:
        return None
    words = before.group().lower()
    shift = "ago" if "year-ago" in words or "year-earlier" in words else ""
    read = partial(_read, token.word, order, year + shift, part.name)
    return Candidate(part.start, end, "DATE", "quarters", read)


def _propose_months(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "the July-September quarter"."""
    found = _months().search(text, max(span.start, token.start - _REACH), token.start)
    if found is None or token.word != "quarter":
        return None
    first, last = (MONTHS.get(found[name].lower()) for name in ("first", "last"))
    if last is None or (first, last) not in _QUARTERS:
        return None
    after = _after().match(text, token.end, span.end)
    year = (after["year"] or after["look"]) if after else ""
    end = after.end() if after else token.end
    read = partial(_read, "quarter", last // _MONTHS["quarter"], year, "")
    return Candidate(found.start(), end, "DATE", "quarters", read)


def _propose_short(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "Q3 2024", "H1"."""
    found = _short().match(text, token.start, span.end)
    if found is None:
        return None
    if found[2] and not found[3] and not _trade_word().match(text, found.end()):
        return None  # H1 alone names a virus, a motorway, a visa
    unit = "quarter" if found[1] else "half"
    read = partial(_read, unit, int(found[1] or found[2]), found[3] or "", "")
    return Candidate(*found.span(), "DATE", "quarters", read)


@cache
def _trade_word() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:net\s|pre-?tax\s|operating\s)?(?:profits?|losse?s?|results|sales|revenues?"
        r"|earnings|income|figures|growth|net)\b"
    )


def _trade(text: str, token: Token, span: Span) -> bool:
    """Say whether it is a half of the books: "first-half profit"."""
    return _trade_word().match(text, token.end, span.end) is not None


def _read(unit: str, order: int, year: str, part: str, scene: Scene) -> Reading:
    month = (order - 1) * _MONTHS[unit] + 1
    if year.isdigit():
        period = Period(unit, date(int(year), month, 1))  # type: ignore[arg-type]
        return Reading(
            period.value,
            part_days(period, part),
            False,
            "the words name the year",
            period,
        )
    if scene.published is None:
        return Reading(
            f"XXXX-{unit[0].upper()}{order}",
            relative=True,
            why="no year and no publication day",
        )
    period = _place(unit, month, year, scene, scene.published)
    return Reading(
        period.value, part_days(period, part), True, published_words(scene), period
    )


def _place(unit: str, month: int, look: str, scene: Scene, published: date) -> Period:
    """Choose the year of a quarter that names none."""
    step = {"last": -1, "this": 0, "next": 1}.get(look)
    if step is not None:
        return Period(unit, date(published.year + step, month, 1))  # type: ignore[arg-type]
    period = Period(unit, date(published.year, month, 1))  # type: ignore[arg-type]
    over = period.first if unit == "quarter" else period.days.end
    if scene_tense(scene) == "future":
        period = _nearest(period, published)
    elif over > published:
        period = period.move(-1, "year")
    return period.move(-1, "year") if look == "ago" else period


def _nearest(period: Period, published: date) -> Period:
    """Choose between a quarter just over ("expects to post") and the one to come."""
    back = period if period.days.end <= published else period.move(-1, "year")
    ahead = back.move(1, "year")
    gone, to_come = (published - back.days.end).days, (ahead.first - published).days
    return back if gone * _LOOKING_BACK < to_come else ahead
