"""What may stand around a named day: a time of day, "early", "the night of"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import DAY_PARTS
from briefing.annotate.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.annotate.candidate import Reading, Scene
    from briefing.model.span import Span

_REACH = 40
_NOON, _MIDNIGHT = "T12:00", "T24:00"
_PART = "morning|afternoon|evening|night"
CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"(?:,?\s\(?(?P<zone>[A-Z]{2,4}|local time)\)?,?)?"
)
"""A time on the clock: "10:35 a.m.", "5 p.m. EST"."""
_HALF_DAY = 12


@cache
def _before_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b{CLOCK}(?:\son)?|\b(?P<point>noon|midnight)(?:\son)?"
        rf"|(?:\bthe\s)?(?:\b(?:early|late)\s)?\b(?P<part>{_PART})(?P<of>\s(?:of|on))?"
        rf"|\bmid-?(?P<mid>{_PART})"
        r"|\b(?:early|late|later|earlier))\s\Z",
        re.IGNORECASE,
    )


@cache
def _after_day() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:(?:early|late|mid)[\s-])?(?P<part>{_PART})\b(?!\s(?:Post|News|Star))",
    )


class DayFrame(NamedTuple):
    """A named day together with its time of day."""

    start: int
    end: int
    suffix: str
    """What the value gets: "TNI", "T10:35", or nothing."""


def clock_suffix(found: re.Match[str]) -> str:
    """Write a matched time on the clock as the end of a TIMEX3 value."""
    hour = int(found["hour"]) % _HALF_DAY + (_HALF_DAY if found["half"] in "pP" else 0)
    zone = "Z" if found["zone"] in {"UTC", "GMT"} else ""
    return f"T{hour:02d}:{found['minute'] or '00'}{zone}"


def frame_day(text: str, start: int, end: int, span: Span) -> DayFrame:
    """Take in the time of day around the day named at `start` to `end`."""
    suffix = ""
    before = _before_day().search(text, max(span.start, start - _REACH), start)
    if before and not (before["part"] and not before["of"]):
        start, suffix = before.start(), _before_suffix(before)
    after = _after_day().match(text, end, span.end)
    if after and not suffix:
        end, suffix = after.end(), f"T{DAY_PARTS[after['part']]}"
    return DayFrame(start, end, suffix)


def _before_suffix(found: re.Match[str]) -> str:
    if found["hour"]:
        return clock_suffix(found)
    if found["point"]:
        return _NOON if found["point"].lower() == "noon" else _MIDNIGHT
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
