"""Fortnights: "a fortnight", "a fortnight ago", "the past fortnight", "next fortnight".

A fortnight is two weeks: P2W as a length, and the week two weeks off as a date, as
coarse as "two weeks ago". "in a fortnight" is a length only.

Example: published Friday 7 February 2025, "a fortnight ago" is 2025-W04.

Left to others: "two weeks ago" (offsets), "every two weeks" (sets).
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import NUMBERS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.period import Period, period_around

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"fortnight", "fortnights", "fortnightly"})
_REACH = 30
_WEEKS = 2


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<set>every|each|once\sa)|(?P<count>a|an|one|two|three|four|\d{1,2})"
        r"|(?:the\s)?(?P<look>past|last|next|coming|previous|final|first))[\s-]\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:(?P<ago>ago|earlier)|(?P<on>later|from\snow|hence)"
        r"|(?P<end>before|after)(?=\s?[.,;:”\"]|\s?\Z))\b"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a fortnight, as a length, a distance or a rhythm."""
    if token.word == "fortnightly" and text[token.start].islower():
        return _plain(token.start, token.end, "SET", f"P{_WEEKS}W")
    found = _before().search(text, max(span.start, token.start - _REACH), token.start)
    if found is None:
        return None
    if found["set"]:
        return _plain(found.start(), token.end, "SET", f"P{_WEEKS}W")
    weeks = _WEEKS * _count(found["count"])
    after = _after().match(text, token.end, span.end) if found["count"] else None
    if after is None:
        return _plain(found.start(), token.end, "DURATION", f"P{weeks}W")
    word = after.group()[1:]
    back = word in {"ago", "earlier", "before"}
    today = word in {"ago", "hence"} or word.endswith("now")
    read = partial(_read, -weeks if back else weeks, today)
    return Candidate(found.start(), after.end(), "DATE", "fortnights", read)


def _count(word: str | None) -> int:
    if word is None or word.lower() in {"a", "an"}:
        return 1
    return int(word) if word.isdecimal() else NUMBERS[word.lower()]


def _plain(start: int, end: int, kind: str, value: str) -> Candidate:
    read = partial(_read_plain, value)
    return Candidate(start, end, kind, "fortnights", read)  # type: ignore[arg-type]


def _read_plain(value: str, _scene: Scene) -> Reading:
    return Reading(value, why="a length of time")


def _read(weeks: int, today: bool, scene: Scene) -> Reading | None:
    base = scene.base("week")
    if today:
        base = Period("day", scene.published) if scene.published else None
    if base is None:
        return None
    period = period_around("week", base.first).move(weeks)
    why = published_words(scene) if today else f"counted from {base.value}"
    return Reading(period.value, period.days, True, why, period)
