"""What recurs: "every Friday", "Tuesday nights", "daily", "nightly", "twice a year".

Sets name no day. "a year" and "a month" recur only after something counted or paid
("5 million barrels a day", "twice a month"); elsewhere they are lengths (durations).

Example: "every Friday" is XXXX-WXX-5, "nightly" XXXX-XX-XXTNI, "daily" P1D.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import (
    DAY_PARTS,
    MONTHS,
    ORDINALS,
    PLURAL_UNITS,
    UNITS,
    WEEKDAYS,
)
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.lengths import read_length

if TYPE_CHECKING:
    from briefing.model.span import Span

_WORDS = {
    "biannual": "P6M",
    "biennial": "P2Y",
    "quarterly": "P3M",
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "monthly": "P1M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
}
_WEEKDAYS = {f"{name}s": number for name, number in WEEKDAYS.items()}
_PERIODS = frozenset(UNITS) - {"seconds"}
TRIGGERS = frozenset(
    {*_WORDS, *_WEEKDAYS, *WEEKDAYS, *_PERIODS, *PLURAL_UNITS, *DAY_PARTS, *MONTHS}
)
_REACH = 34


@cache
def _every() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:every|each)\s(?:(?P<other>other|second)\s|(?P<order>third|fourth|fifth|sixth)\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<count>\d|\b(?:once|twice|times|million|billion|trillion|thousand|hundred|percent|dollars|"
        r"barrels|tons|tonnes|people))(?:\s[a-z]{2,12})?\s)(?P<per>an?\s|per\s|each\s)\Z|\bper\s\Z"
    )


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(r"\s(?:newspaper|[A-Z][a-z])")


@cache
def _night() -> re.Pattern[str]:
    return re.compile(r"\s(morning|afternoon|evening|night)s?\b")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose what recurs."""
    word = token.word
    if word in _WORDS:
        if word == "quarterly" and not _is_rhythm(text, token, span):
            return None
        # "the Moscow daily Izvestia" is a newspaper.
        if word in {"daily", "weekly", "monthly"} and _name_after().match(
            text, token.end, span.end
        ):
            return None
        return _set(token.start, token.end, _WORDS[word])
    if word in _WEEKDAYS and text[token.start].isupper():
        night = _night().match(text, token.end, span.end)
        end, tail = (
            (night.end(), f"T{DAY_PARTS[night[1]]}") if night else (token.end, "")
        )
        return _set(token.start, end, f"XXXX-WXX-{_WEEKDAYS[word]}{tail}")
    low = max(span.start, token.start - _REACH)
    if word in PLURAL_UNITS:
        return _propose_counted(text, token, span, low)
    every = _every().search(text, low, token.start)
    if every:
        nth = ORDINALS[every["order"].lower()] if every["order"] else 1
        value = _value(word, 2 if every["other"] else nth)
        return _set(every.start(), token.end, value) if value else None
    return _propose_rate(text, token, span, low)


@cache
def _kept_up() -> re.Pattern[str]:
    return re.compile(r"\s(?:meetings?|reviews?|reports?|updates?|magazine|basis)\b")


def _is_rhythm(text: str, token: Token, span: Span) -> bool:
    """Say whether "quarterly" tells how often: not in "quarterly profit"."""
    return _kept_up().match(text, token.end, span.end) is not None


def _propose_counted(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    """Propose "every two weeks", "every few days"."""
    amount = read_length(text, token, span.start)
    every = _every().search(text, low, amount.start) if amount else None
    if (
        amount is None
        or amount.bare
        or every is None
        or every["other"]
        or every["order"]
    ):
        return None
    return _set(every.start(), token.end, amount.value)


def _propose_rate(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    word = token.word
    if word in WEEKDAYS:
        return _propose_nights(text, token, span)
    rate = _rate().search(text, low, token.start) if word in _PERIODS else None
    if rate is None:
        return None
    start = rate.start("per") if rate["per"] else rate.start()
    return _set(start, token.end, _value(word, 1))


def _propose_nights(text: str, token: Token, span: Span) -> Candidate | None:
    found = re.compile(r"\s(morning|afternoon|evening|night)s\b").match(
        text, token.end, span.end
    )
    if found is None or not text[token.start].isupper():
        return None
    return _set(
        token.start,
        found.end(),
        f"XXXX-WXX-{WEEKDAYS[token.word]}T{DAY_PARTS[found[1]]}",
    )


def _value(word: str, count: int) -> str:
    if word in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[word]}"
    if word in MONTHS:
        return f"XXXX-{MONTHS[word]:02d}"
    if word in DAY_PARTS:
        return f"XXXX-XX-XXT{DAY_PARTS[word]}"
    unit = UNITS[word]
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _set(start: int, end: int, value: str) -> Candidate:
    return Candidate(start, end, "SET", "sets", partial(_read, value))


def _read(value: str, _scene: Scene) -> Reading:
    return Reading(value, why="recurs")
