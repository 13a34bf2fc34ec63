"""Days told from the day of writing: yesterday, today, tomorrow, tonight, last night.

Inside quotation marks they are told from the day of saying, where the sentence
names one: “Today marks six months,” she said on February 6, is the 6th. "last
night" is the night before the publication day and "this morning" its morning.
"today's world" and the like are the present at large.

Example: published Friday 7 February 2025, "late yesterday" is 2025-02-06.

Left to others: "overnight" (nights), "the day before" (anaphora).
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import DAY_PARTS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.datelines import as_filed
from briefing.annotate.day_frame import frame_day, framed
from briefing.annotate.period import Period
from briefing.annotate.speech import day_of_speech, in_quotes

if TYPE_CHECKING:
    from briefing.model.span import Span

_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
TRIGGERS = frozenset(_STEPS) | frozenset(DAY_PARTS)
_REACH = 26


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s)?day\s(before|after)\s\Z", re.IGNORECASE)


@cache
def _near_part() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:early|late|later|earlier)\s)?(last|this|late\sthis)\s\Z",
        re.IGNORECASE,
    )


@cache
def _our_time() -> re.Pattern[str]:
    """What is of our time rather than of this day: "today's world"."""
    return re.compile(
        r"['’]s\s(?:[a-z]{3,12}\s)?(?:world|society|youth|youngsters|generations?|standards?"
        r"|children|kids|teenagers|students|women|men|parents|families|consumers|voters"
        r"|readers|audiences?|players|artists|leaders|politicians|economy|technology"
        r"|computers?|cars?|media|language|culture|climate|life|age|era|money|dollars"
        r"|prices|terms|politics|environment|labou?r\smarket)\b"
    )


@cache
def _newspaper() -> re.Pattern[str]:
    return re.compile(r"\b(?:USA|Russia|the|The)\s\Z")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a day told from the day of writing."""
    low = max(span.start, token.start - _REACH)
    if token.word in DAY_PARTS:
        return _propose_part(text, token, low)
    if text[token.start].isupper() and _newspaper().search(text, low, token.start):
        return None
    step, start = _STEPS[token.word], token.start
    beyond = _beyond().search(text, low, start)
    if beyond and step:
        start = beyond.start()
        step += 1 if beyond[1].lower() == "after" else -1
    if token.word == "today" and _our_time().match(text, token.end, span.end):
        read = partial(_read_now, "PRESENT_REF")
        return Candidate(start, token.end, "DATE", "relative_days", read)
    frame = frame_day(text, start, token.end, span)
    suffix = "TNI" if token.word == "tonight" else ""
    late = in_quotes(text, token.start, span)
    return framed(frame, "relative_days", partial(_read, step, suffix), late=late)


def _propose_part(text: str, token: Token, low: int) -> Candidate | None:
    found = _near_part().search(text, low, token.start)
    if found is None:
        return None
    step = -1 if found[1].lower() == "last" else 0
    read = partial(_read, step, f"T{DAY_PARTS[token.word]}")
    return Candidate(found.start(), token.end, "TIME", "relative_days", read)


def _read_now(value: str, _scene: Scene) -> Reading:
    return Reading(value, why="of our time, no day")


def _read(step: int, suffix: str, scene: Scene) -> Reading:
    scene = as_filed(scene)
    base, why = scene.published, published_words(scene)
    said = day_of_speech(scene)
    if said is not None:
        base, why = said, f"in words said on {said.isoformat()}"
    if base is None:
        return Reading(f"XXXX-XX-XX{suffix}", relative=True, why=why)
    period = Period("day", base + timedelta(days=step))
    return Reading(period.value + suffix, period.days, True, why, period)
