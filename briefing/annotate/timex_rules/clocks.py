"""Times of day that stand apart from their day: "4:20 p.m.", "1845 GMT", "at noon".

The day is one that the sentence names, else the last day named, else the publication
day. Bare figures are times only with a zone or "hours" behind them: "0:00" alone is
the length of a film, "3:10" a score. "in the morning" is the morning of that same
day, where its sentence tells of one morning: in the past or the future tense. "noon"
and "midnight" need "at", "by", "until" or the like.

Example: published Friday 7 February 2025, "the siren went at 4:20 p.m. and again on
Wednesday" is 2025-02-05T16:20.

Left to others: "5 p.m. Friday" (the rule of the day), "this morning" (relative_days),
"that night" (anaphora).
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import DAY_PARTS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.clock_times import (
    CLOCK,
    FULL_CLOCK,
    SPOKEN_CLOCK,
    clock_suffix,
    full_suffix,
    spoken_suffix,
)
from briefing.annotate.nearest import scene_tense
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

_POINTS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_PARTS = frozenset({"morning", "afternoon", "evening"})
TRIGGERS = frozenset({"#", "#4", "clock", *_POINTS, *_PARTS})
_HALF = 12
_REACH = 30
_JOINED = frozenset(":.,$£€-/")


@cache
def _half_clock() -> re.Pattern[str]:
    return re.compile(CLOCK)


@cache
def _full_clock() -> re.Pattern[str]:
    return re.compile(FULL_CLOCK)


@cache
def _spoken_clock() -> re.Pattern[str]:
    return re.compile(rf"\b{SPOKEN_CLOCK}(?![\w-])", re.IGNORECASE)


@cache
def _at() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:at|by|until|till|from|to|before|after|since|around|about|near|shortly"
        r"|between|and)\s\Z",
        re.IGNORECASE,
    )


@cache
def _in_the() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:in|during|by|into)\s(?P<the>the\s)(?:early\s|late\s)?"
        r"|\b(?:by|in)\s(?P<mid>mid[\s-]?))\Z",
        re.IGNORECASE,
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a time of day."""
    low = max(span.start, token.start - _REACH)
    if token.word in _POINTS:
        return _propose_point(text, token, low)
    if token.word in _PARTS:
        return _propose_part(text, token, low)
    if token.word == "clock":
        return _propose_spoken(text, token.end, low)
    if token.start > span.start and text[token.start - 1] in _JOINED:
        return None
    return _propose_figures(text, token, span, low)


def _propose_figures(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    follower = text[token.end : token.end + 1]
    if not follower or follower in ",%/":
        return None
    found = _half_clock().match(text, token.start, span.end)
    if found and 0 < int(found["hour"]) <= _HALF:
        return _candidate(token.start, _end(text, found), clock_suffix(found))
    full = _full_clock().match(text, token.start, span.end)
    if full and (full["zone24"] or (full["hours"] and len(full["hour24"]) > 1)):
        return _candidate(full.start(), full.end(), full_suffix(full))
    spoken = _spoken_clock().match(text, token.start, span.end)
    if spoken and spoken["when"] and _at().search(text, low, token.start):
        suffix = spoken_suffix(spoken)
        return _candidate(spoken.start(), spoken.end(), suffix) if suffix else None
    return None


def _end(text: str, found: re.Match[str]) -> int:
    """Give where a time ends: after its zone, or after the full stop of "p.m."."""
    end = found.end() if found["zone"] else found.start("half") + 1
    if text[end - 1] == ")" and "(" not in found.group():
        end -= 1
    tail = re.compile(r"\.?m\b\.?").match(text, end)
    return tail.end() if tail and not found["zone"] else end


def _propose_spoken(text: str, end: int, low: int) -> Candidate | None:
    """Propose "six o'clock", "3 o'clock in the afternoon"."""
    for found in _spoken_clock().finditer(text, low, min(len(text), end + _REACH)):
        if found["oclock"] and found.end("oclock") == end:
            suffix = spoken_suffix(found)
            return _candidate(found.start(), found.end(), suffix) if suffix else None
    return None


def _propose_point(text: str, token: Token, low: int) -> Candidate | None:
    if _at().search(text, low, token.start) is None:
        return None
    return _candidate(token.start, token.end, _POINTS[token.word])


def _propose_part(text: str, token: Token, low: int) -> Candidate | None:
    """Propose "in the morning", "by mid-afternoon"."""
    found = _in_the().search(text, low, token.start)
    if found is None:
        return None
    start = found.start("the") if found["the"] else found.start("mid")
    read = partial(_read_part, f"T{DAY_PARTS[token.word]}")
    return Candidate(start, token.end, "TIME", "clocks", read, late=True)


def _candidate(start: int, end: int, suffix: str) -> Candidate:
    return Candidate(start, end, "TIME", "clocks", partial(_read, suffix), late=True)


def _read_part(suffix: str, scene: Scene) -> Reading | None:
    told = scene_tense(scene) in {"past", "future"}
    return _read(suffix, scene) if told else None


def _read(suffix: str, scene: Scene) -> Reading:
    beside = [
        (abs(timex.span.start - scene.start), timex.days)
        for timex in scene.near
        if timex.days and len(timex.days) == 1 and scene.sentence.covers(timex.span)
    ]
    if beside:
        days = min(beside)[1]
        value = days.first.isoformat() + suffix
        return Reading(value, days, True, "the day its sentence names")
    base = scene.last if scene.last and scene.last.unit == "day" else None
    day = base.first if base else scene.published
    if day is None:
        return Reading(f"XXXX-XX-XX{suffix}", relative=True, why="no day known")
    period = Period("day", day)
    return Reading(
        period.value + suffix,
        period.days,
        True,
        "the last day named" if base else "published",
    )
