"""Times on the clock that stand apart from their day: "4:20 p.m.", "18:45 UTC".

The day is one that the sentence names, else the last day named, else the publication
day. "0:00" alone is the length of a film, not a time.

Example: published Friday 7 February 2025, "the siren went at 4:20 p.m. and again on
Wednesday" is 2025-02-05T16:20.

Left to others: "5 p.m. Friday" (the rule of the day).
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.day_frame import CLOCK, clock_suffix
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"#", "#4"})
_HOURS, _HALF = 24, 12


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(CLOCK)


@cache
def _full() -> re.Pattern[str]:
    return re.compile(r"(\d{1,2}):(\d\d)(?:\s(UTC|GMT|[CE]E?S?T|[EP][SD]T))\b")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a time on the clock."""
    if (
        text[token.start - 1 : token.start] in {":", ".", ",", "$", "-"}
        and token.start > span.start
    ):
        return None
    found = _pattern().match(text, token.start, span.end)
    if found and 0 < int(found["hour"]) <= _HALF:
        end = found.end() if found["zone"] else found.start("half") + 1
        if text[end - 1] == ")" and "(" not in found.group():
            end -= 1
        tail = re.compile(r"\.?m\b\.?").match(text, end)
        end = tail.end() if tail and not found["zone"] else end
        return Candidate(
            token.start,
            end,
            "TIME",
            "clocks",
            partial(_read, clock_suffix(found)),
            late=True,
        )
    full = _full().match(text, token.start, span.end)
    if full is None or int(full[1]) >= _HOURS:
        return None
    zone = "Z" if full[3] in {"UTC", "GMT"} else ""
    suffix = f"T{int(full[1]):02d}:{full[2]}{zone}"
    return Candidate(
        full.start(), full.end(), "TIME", "clocks", partial(_read, suffix), late=True
    )


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
