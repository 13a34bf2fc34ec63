"""Distances from an event with a day: "two weeks before the April 9 vote".

The event's day stands in its own name ("a day after Monday's raid", "three days
before Christmas"), or beside the same noun earlier in the paragraph: after "The vote
is set for 9 April", "two weeks before the vote" is counted from there. An event whose
day is not told there gives no date: the distance is a length then (durations), and
"the day after the vote" nothing.

Example: published Friday 7 February 2025, "a day after Monday's raid" is 2025-02-04.

Left to others: "two weeks before", "a day later" (offsets, anaphora), "the day before
Tuesday" (weekdays).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.amounts import Amount
from briefing.annotate.calendar_words import (
    MONTH_NAMES,
    PERIOD_UNITS,
    PLURAL_UNITS,
    UNITS,
    WEEKDAY_NAMES,
)
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.lengths import read_length
from briefing.annotate.period import period_around

if TYPE_CHECKING:
    from datetime import date

    from briefing.model.span import Span

TRIGGERS = frozenset(
    word
    for words in (UNITS, PLURAL_UNITS)
    for word, code in words.items()
    if code in {"D", "W", "M", "Y"}
)
_REACH = 30
_NAME = 40
_PARAGRAPH = 600
_NAMES = (
    "|".join(name.title() for name in (*MONTH_NAMES, *WEEKDAY_NAMES))
    + "|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Christmas|Easter|Thanksgiving"
)
_DAYS = (
    r"\d{1,2}\s(?:the\s)?[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s\d{1,2}|"
    + "|".join(name.title() for name in WEEKDAY_NAMES)
    + "|Christmas|Easter|Thanksgiving"
)


@cache
def _event() -> re.Pattern[str]:
    return re.compile(
        r"\s(?P<way>before|after|following)\s(?:the\s|his\s|her\s|their\s|its\s)?"
        rf"(?:(?P<dated>(?:[a-z]{{3,12}}\s){{0,2}}(?:{_DAYS})\b)"
        r"|(?P<noun>[a-z]{3,16})\b(?![\s-][a-z]+ed\b))"
    )


@cache
def _the() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|one)\s\Z", re.IGNORECASE)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_NAMES})\b")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[.!?][”\"]?\s|\n")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a distance from an event whose day is told."""
    found = _event().match(text, token.end, span.end)
    if found is None:
        return None
    amount = _read_amount(text, token, span)
    if amount is None or amount.number is None or amount.number % 1:
        return None
    if found["dated"]:
        window = (found.start("way"), found.end("dated") + _NAME)
    else:
        sentence = _sentence_of(text, found["noun"], amount.start, span)
        if sentence is None:
            return None
        window = sentence
    read = partial(_read, amount, found["way"] == "before", window)
    return Candidate(amount.start, token.end, "DATE", "event_offsets", read, late=True)


def _read_amount(text: str, token: Token, span: Span) -> Amount | None:
    amount = read_length(text, token, span.start)
    if amount is not None or token.word in PLURAL_UNITS:
        return amount
    the = _the().search(text, max(span.start, token.start - _REACH), token.start)
    if the is None:
        return None
    return Amount(the.start(), Decimal(1), UNITS[token.word], plural=False)


def _sentence_of(text: str, noun: str, end: int, span: Span) -> tuple[int, int] | None:
    """Give the last stretch before `end` that tells that noun and a day's name."""
    if noun in UNITS or noun in PLURAL_UNITS:
        return None
    low = max(span.start, end - _PARAGRAPH)
    marks = [mark.end() for mark in _mark().finditer(text, low, end)]
    for start, stop in zip([low, *marks][::-1], [*marks, end][::-1], strict=True):
        told = noun in _words().findall(text, start, stop)
        if told and _names().search(text, start, stop):
            return start, stop
    return None


def _read(
    amount: Amount, back: bool, window: tuple[int, int], scene: Scene
) -> Reading | None:
    base = _day_within(window, scene)
    if base is None or amount.number is None:
        if scene.text[scene.start : scene.start + 3].lower() == "the":
            return None
        return Reading(amount.value, why="a length of time")
    unit = PERIOD_UNITS[amount.unit]
    count = int(amount.number)
    period = period_around(unit, base).move(-count if back else count)
    why = f"counted from {base.isoformat()}, the day of the event"
    return Reading(period.value, period.days, True, why, period)


def _day_within(window: tuple[int, int], scene: Scene) -> date | None:
    for timex in scene.near:
        inside = window[0] <= timex.span.start < window[1]
        if inside and timex.days and len(timex.days) == 1:
            return timex.days.first
    return None
