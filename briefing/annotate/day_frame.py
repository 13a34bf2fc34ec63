"""What may stand around a named day: a time of day, "early", "the night of"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import DAY_PARTS
from briefing.annotate.candidate import Candidate
from briefing.annotate.clock_times import (
    CLOCK,
    FULL_CLOCK,
    SPOKEN_CLOCK,
    clock_suffix,
    full_suffix,
    spoken_suffix,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.annotate.candidate import Reading, Scene
    from briefing.model.span import Span

_REACH = 44
_NOON, _MIDNIGHT = "T12:00", "T24:00"
_PART = "morning|afternoon|evening|night"


@cache
def _before_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b{CLOCK}(?:\son)?"
        rf"|(?<![\d.,:/$£€-])\b{FULL_CLOCK}(?P<on>\son)?"
        rf"|\b{SPOKEN_CLOCK}(?:\son)?"
        r"|\b(?P<point>noon|midday|midnight)(?:\son)?"
        rf"|(?:\bthe\s)?(?:\b(?:early|late)\s)?\b(?P<part>{_PART})(?P<of>\s(?:of|on))?"
        rf"|\bmid-?(?P<mid>{_PART})"
        r"|(?:\bthe\s)?\b(?P<small>small|early|wee)\shours\s(?:of|on)(?:\sthe)?"
        r"|\b(?:early|late|later|earlier)(?:\son)?)\s\Z",
        re.IGNORECASE,
    )


@cache
def _after_day() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:(?:in|during)\sthe\s)?(?:(?:early|late|mid)[\s-])?(?P<part>{_PART})\b"
        r"(?!\s(?:Post|News|Star))",
    )


class DayFrame(NamedTuple):
    """A named day together with its time of day."""

    start: int
    end: int
    suffix: str
    """What the value gets: "TNI", "T10:35", or nothing."""


def frame_day(text: str, start: int, end: int, span: Span) -> DayFrame:
    """Take in the time of day around the day named at `start` to `end`."""
    suffix = ""
    before = _before_day().search(text, max(span.start, start - _REACH), start)
    after = _after_day().match(text, end, span.end)
    if before and _is_frame(before) and not (before["small"] and after):
        start, suffix = before.start(), _before_suffix(before)
    if after and not suffix:
        end, suffix = after.end(), f"T{DAY_PARTS[after['part']]}"
    return DayFrame(start, end, suffix)


def _is_frame(found: re.Match[str]) -> bool:
    """Say whether what stands before a day tells its time, and is no other number."""
    if found["hour24"]:
        marked = found["mark"] and found["on"]
        return bool(found["zone24"] or found["hours"] or marked)
    if found["spoken"]:
        return bool(spoken_suffix(found))
    return not found["part"] or bool(found["of"])


def _before_suffix(found: re.Match[str]) -> str:
    if found["hour"]:
        return clock_suffix(found)
    if found["hour24"]:
        return full_suffix(found)
    if found["spoken"]:
        return spoken_suffix(found)
    if found["point"]:
        return _MIDNIGHT if found["point"].lower() == "midnight" else _NOON
    if found["small"]:
        return f"T{DAY_PARTS['morning']}"
    part = found["part"] or found["mid"]
    return f"T{DAY_PARTS[part.lower()]}" if part else ""


def framed(
    frame: DayFrame,
    rule: str,
    read: Callable[[Scene], Reading | None],
    *,
    late: bool = False,
) -> Candidate:
    """Make the candidate for a day with its frame around it."""
    if not frame.suffix:
        return Candidate(frame.start, frame.end, "DATE", rule, read, late)

    def read_time(scene: Scene) -> Reading | None:
        reading = read(scene)
        return reading and reading._replace(value=reading.value + frame.suffix)

    return Candidate(frame.start, frame.end, "TIME", rule, read_time, late)
