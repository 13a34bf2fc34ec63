"""Distances in time: "six months ago", "a day later", "three days earlier".

"ago" and "from now" count from the publication day; "later", "earlier", "before" and
"after" at the end of a clause from the last date named. The answer is as coarse as
the unit: "six months ago" is a month, "two weeks ago" a week. Where the story speaks
of a quarter, "a year earlier" is the same quarter of the year before. A distance
that counts nothing ("several years ago") is the past or the future at large.

Example: after "on X on February 5", "a day later" is 2025-02-06; published Friday 7
February 2025, "six months ago" is 2024-08.

"in two weeks" is such a distance where its clause looks ahead, else a length;
"in ten days' time" always is one.

Left to others: "two weeks before the vote" is the length of time only (durations).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.amounts import Amount
from briefing.annotate.calendar_words import PERIOD_UNITS, PLURAL_UNITS, UNITS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.clauses import split_words, tense_after, tense_before
from briefing.annotate.lengths import read_length
from briefing.annotate.period import Period, period_around
from briefing.annotate.present_plans import plans_before

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(
    word
    for words in (UNITS, PLURAL_UNITS)
    for word, code in words.items()
    if code != "WE"
)
_COARSE = {"decade": (10, "year"), "century": (100, "year")}
_BACK = ("ago", "earlier", "prior", "before", "previously")
_REACH = 160
_NEAR = 40
_HALF_A = "half a "
_HALVES = {"CE": (50, "Y"), "DE": (5, "Y"), "Y": (6, "M")}
_YEAR_UNITS = ("quarter", "month")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"[\s-](?:or\sso\s)?(?:(?P<ago>ago|earlier|prior)|(?P<on>later|from\snow|hence)"
        r"|(?P<end>before|after|previously|afterwards?)(?=\s?[.,;:”\"]|\s?\Z)"
        r"|(?P<that>before|after)\s(?:that|this)"
        r"(?=\s?[.,;:”\"]|\s?\Z|\s(?:[a-z]+s|the|an?|he|she|it|they|we|his|her|its|their|came)\b|\s[A-Z]))"
        r"(?!\w|\sthan\b)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a distance in time from a known day."""
    found = _after().match(text, token.end, span.end)
    if found is None:
        return _propose_in(text, token, span)
    amount = read_length(text, token, span.start)
    if amount is None and token.word == "year" and text[token.end] == "-":
        amount = Amount(token.start, Decimal(1), "Y", plural=False)
    if amount is None:
        return None
    amount = _halved(text, amount)
    told = amount.number is not None and not amount.number % 1
    if amount.unit.startswith("T") and told:
        return None  # "two hours later": a length
    on = " ".join(found.group()[1:].split())
    if not told and on in {"later", "after", "afterwards", "afterward"}:
        read_on = partial(_read_length, amount.value)
        return Candidate(amount.start, found.end(), "DATE", "offsets", read_on)
    read = partial(_read, amount, " ".join(found.group()[1:].split()))
    return Candidate(amount.start, found.end(), "DATE", "offsets", read)


def _halved(text: str, amount: Amount) -> Amount:
    """Give "half a century" in years, where a smaller unit goes into it whole."""
    unit = _HALVES.get(amount.unit)
    begun = text[amount.start : amount.start + len(_HALF_A)].lower()
    if unit is None or begun != _HALF_A:
        return amount
    return amount._replace(number=Decimal(unit[0]), unit=unit[1])


@cache
def _in() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<just>in|within)\s(?:about\s|around\s|just\s)?\Z", re.IGNORECASE
    )


@cache
def _time() -> re.Pattern[str]:
    return re.compile(r"(?:['’]s?|['’])\stime\b")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"-|\s(?:or|of)\b")


@cache
def _counted() -> re.Pattern[str]:
    """Words that make "in two weeks" a length: "the third visit in two weeks"."""
    return re.compile(
        r"\d|\b(?:first|second|third|fourth|last|most|worst|biggest|times?|once|twice|one|two|three"
        r"|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million)\b",
        re.IGNORECASE,
    )


def _propose_in(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "will meet in two weeks", "in ten days' time": so far from now."""
    if "in " not in text[max(span.start, token.start - _NEAR) : token.start].lower():
        return None
    amount = read_length(text, token, span.start)
    if amount is None or amount.number is None or amount.number % 1:
        return None
    low = max(span.start, amount.start - _REACH)
    found = _in().search(text, low, amount.start)
    if found is None or amount.unit.startswith("T"):
        return None
    time = _time().match(text, token.end, span.end)
    if time is None:
        if found["just"].lower() == "within" or _goes_on().match(text, token.end):
            return None
        if not _is_ahead(text, found.start(), token.end, low):
            return None
    end = time.end() if time else token.end
    return Candidate(
        amount.start, end, "DATE", "offsets", partial(_read, amount, "from now")
    )


def _is_ahead(text: str, start: int, end: int, low: int) -> bool:
    """Say whether what is told of a length after "in" is still to come."""
    begin = max(low, text.rfind(". ", low, start) + 2)
    if _counted().search(text, begin, start):
        return False
    if start <= begin:
        return tense_after(text, end, end + _REACH) == "future"
    if tense_before(text, start, begin) == "future":
        return True
    return plans_before(split_words(text, begin, start))


def _read(amount: Amount, words: str, scene: Scene) -> Reading | None:
    back = words.startswith("before") or words.endswith(_BACK)
    if amount.number is None or amount.number % 1:
        return Reading("PAST_REF" if back else "FUTURE_REF", why="no number is named")
    unit = PERIOD_UNITS[amount.unit]
    from_today = words.endswith(("ago", "now", "hence"))
    base = _base(unit, scene, from_today=from_today)
    if base is None:
        return None
    count, step = _COARSE.get(unit, (1, unit))
    count *= int(amount.number)
    start = (
        base
        if base.unit in _YEAR_UNITS and unit == "year"
        else period_around(step, base.first)
    )
    period = start.move(-count if back else count, step)
    why = published_words(scene) if from_today else f"counted from {base.value}"
    # A story compares quarters again and again with one and the same: do not drift.
    named = None if period.unit == "quarter" else period
    if base.unit == "day" and scene.last is not None and not from_today:
        # What is counted from a day leads to a day, however coarse the words are.
        named = base.move(-count if back else count, step)
    return Reading(period.value, period.days, True, why, named)


def _read_length(value: str, _scene: Scene) -> Reading:
    return Reading(value, why="counts nothing from the last date named")


def _base(unit: str, scene: Scene, *, from_today: bool) -> Period | None:
    """Give what a distance is counted from."""
    if unit == "year" and "quarter" in scene.named:
        return scene.named["quarter"]
    if not from_today:
        return scene.base(unit)
    return Period("day", scene.published) if scene.published else None
