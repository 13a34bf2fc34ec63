"""Distances in time: "six months ago", "a day later", "three days earlier".

"ago" and "from now" count from the publication day; "later", "earlier", "before" and
"after" at the end of a clause from the last date named. The answer is as coarse as
the unit: "six months ago" is a month, "two weeks ago" a week. Where the story speaks
of a quarter, "a year earlier" is the same quarter of the year before. A distance
that counts nothing ("several years ago") is the past or the future at large.

Example: after "on X on February 5", "a day later" is 2025-02-06; published Friday 7
February 2025, "six months ago" is 2024-08.

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
from briefing.annotate.lengths import read_length
from briefing.annotate.period import Period, period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(
    word
    for words in (UNITS, PLURAL_UNITS)
    for word, code in words.items()
    if code != "WE"
)
_COARSE = {"decade": (10, "year"), "century": (100, "year")}
_YEAR_UNITS = ("quarter", "month")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"[\s-](?:or\sso\s)?(?:(?P<ago>ago|earlier|prior)|(?P<on>later|from\snow|hence)"
        r"|(?P<end>before|after|previously|afterwards?)(?=\s?[.,;:”\"]|\s?\Z))(?!\w|\sthan\b)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a distance in time from a known day."""
    found = _after().match(text, token.end, span.end)
    if found is None:
        return None
    amount = read_length(text, token, span.start)
    if amount is None and token.word == "year" and text[token.end] == "-":
        amount = Amount(token.start, Decimal(1), "Y", plural=False)
    if amount is None:
        return None
    told = amount.number is not None and not amount.number % 1
    if amount.unit.startswith("T") and told:
        return None  # "two hours later": a length
    on = " ".join(found.group()[1:].split())
    if not told and on in {"later", "after", "afterwards", "afterward"}:
        read_on = partial(_read_length, amount.value)
        return Candidate(amount.start, found.end(), "DATE", "offsets", read_on)
    read = partial(_read, amount, " ".join(found.group()[1:].split()))
    return Candidate(amount.start, found.end(), "DATE", "offsets", read)


def _read(amount: Amount, words: str, scene: Scene) -> Reading | None:
    back = words.endswith(("ago", "earlier", "prior", "before", "previously"))
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
