"""Lengths of time: "six months", "the past two weeks", "a three-day visit".

A length names no day. Ages ("a 45-year-old man", "six years old") are none of time's
business here, and neither are bare plurals but after words that time them ("for
years", "in recent weeks").

Example: "for six months now" is P6M; "in recent years" the past at large.

Left to others: "six months ago" (offsets), "every two weeks" and "twice a year" (sets).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.amounts import Amount
from briefing.annotate.calendar_words import PLURAL_UNITS, UNITS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.lengths import read_length

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(UNITS) | frozenset(PLURAL_UNITS)
_REACH = 30
_HALVES = {"TH": "30M", "TM": "30S", "Y": "6M", "D": "T12H"}
"""Half of a unit in the next smaller one."""


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?:past|last|next|first|coming|previous|final|following|latest|preceding)\s\Z|\bthe\s\Z",
        re.IGNORECASE,
    )


@cache
def _span_of_one() -> re.Pattern[str]:
    return re.compile(
        r"\bthe\s(?P<look>past|last|next|coming)\s\Z|\bpast\s\Z",
        re.IGNORECASE,
    )


@cache
def _the() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|a)\s(?:(?:fiscal|financial)\s)?\Z", re.IGNORECASE)


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(r"\s(?:ended|ending)\b")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<cue>for|in|within|over|over\sthe|after|recent|coming|the\spast|the\slast)\s\Z",
        re.IGNORECASE,
    )


@cache
def _long() -> re.Pattern[str]:
    return re.compile(r"[-‑]long\b")


@cache
def _and_half() -> re.Pattern[str]:
    return re.compile(r"[\s-]and[\s-]a[\s-]half\b")


@cache
def _age() -> re.Pattern[str]:
    return re.compile(r"[\s-](?:old\b|olds\b|of\sage\b)")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a length of time."""
    if _age().match(text, token.end, span.end):
        return None
    long = _long().match(text, token.end, span.end)
    if long:
        return _propose_long(token, long.end())
    amount = read_length(text, token, span.start)
    if amount is not None and _is_fraction(text, token, amount):
        return None
    low = max(span.start, token.start - _REACH)
    if amount is None:
        return _propose_one(text, token, span, low)
    if amount.bare:
        return _propose_bare(text, token, amount, low)
    before = _before().search(
        text, max(span.start, amount.start - _REACH), amount.start
    )
    start = before.start() if before else amount.start
    half = _and_half().match(text, token.end, span.end) if amount.number else None
    if half and amount.number is not None:
        amount = amount._replace(number=amount.number + Decimal("0.5"))
    end = half.end() if half else token.end
    return Candidate(
        start, end, "DURATION", "durations", partial(_read, _value(amount))
    )


def _value(amount: Amount) -> str:
    """Write an amount, halves in the next smaller unit: PT5H30M, P1Y6M."""
    number, half = amount.number, _HALVES.get(amount.unit)
    if number is None or half is None or number % 1 != Decimal("0.5"):
        return amount.value
    if amount.unit == "Y" and number > 1:
        return amount.value  # P2.5Y, as annotators write it
    whole = amount._replace(number=Decimal(int(number))).value if number > 1 else ""
    return (whole or ("PT" if amount.unit.startswith("T") else "P")) + half


def _propose_long(token: Token, end: int) -> Candidate | None:
    """Propose "day-long" and "decades-long"."""
    unit = UNITS.get(token.word) or PLURAL_UNITS[token.word]
    count = Decimal(1) if token.word in UNITS else None
    value = Amount(token.start, count, unit, plural=count is None).value
    return Candidate(token.start, end, "DURATION", "durations", partial(_read, value))


def _is_fraction(text: str, token: Token, amount: Amount) -> bool:
    """Say whether it is no length: "a quarter of", "a weekend of", "60 Minutes"."""
    if amount.unit == "WE" and not amount.plural:
        return True
    if amount.unit == "Q":
        return amount.number == 1 or text[token.start - 1] == "-"
    return text[token.start].isupper() and text[amount.start].isdigit()


def _propose_one(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    """Propose a span without a number: "the past decade", "the year ended May 31"."""
    unit = UNITS.get(token.word)
    if unit is None:
        return None
    found = _span_of_one().search(text, low, token.start)
    if (
        found is None
        and unit in {"Y", "M", "W", "Q"}
        and _ended().match(text, token.end)
    ):
        found = _the().search(text, low, token.start)
    if found is None:
        return None
    value = Amount(token.start, Decimal(1), unit, plural=False).value
    if unit == "Y" and "look" in found.groupdict() and found["look"]:
        back = found["look"].lower() in {"past", "last"}
        read = partial(_read_year, -1 if back else 1)
        return Candidate(found.start(), token.end, "DATE", "durations", read)
    return Candidate(
        found.start(), token.end, "DURATION", "durations", partial(_read, value)
    )


def _propose_bare(
    text: str, token: Token, amount: Amount, low: int
) -> Candidate | None:
    """Propose a plural without a number, where a word before it times it."""
    found = _bare().search(text, low, token.start)
    if found is None:
        return None
    cue = found["cue"].lower()
    if cue == "recent" and amount.unit in {"Y", "DE", "CE"}:
        start = token.start - len("recent ")
        return Candidate(
            start, token.end, "DATE", "durations", partial(_read, "PAST_REF")
        )
    start = (
        found.start()
        if cue in {"the past", "the last", "coming", "recent"}
        else token.start
    )
    return Candidate(
        start, token.end, "DURATION", "durations", partial(_read, amount.value)
    )


def _read(value: str, _scene: Scene) -> Reading:
    return Reading(value, why="a length of time")


def _read_year(step: int, scene: Scene) -> Reading:
    """Read "the past year", which ends on the publication day: no year's days."""
    if scene.published is None:
        return Reading("P1Y", why="a length of time")
    year = scene.published.year + step
    return Reading(f"{year:04d}", relative=True, why=published_words(scene))
