"""Nights: "overnight", "nighttime strike".

"overnight" is the night to a day: two days. The day is the one on which its sentence
was said, where it names one ("overnight ..., authorities said on February 7" is the
night 6-7 February), else the publication day. Where the sentence gives the day of
the event itself ("an overnight strike ... on Wednesday") the night is put on that
day, which is all that the words say.

Example: published Friday 7 February 2025, "destroyed a house overnight" is the night
6-7 February, 2025-02-06TNI.

Left to others: "Friday night" (weekdays), "last night" (relative_days).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.period import Period
from briefing.annotate.speech import is_saying_day
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"overnight"})


def propose(_text: str, token: Token, _span: Span) -> Candidate | None:
    """Propose the night to a day."""
    return Candidate(token.start, token.end, "TIME", "nights", _read, late=True)


def _read(scene: Scene) -> Reading:
    event, said = _days_beside(scene)
    if event is not None:
        days = DateRange.day(event)
        why = f"the night of the day named beside it, {event.isoformat()}"
        return Reading(f"{event.isoformat()}TNI", days, True, why, Period("day", event))
    until = said or scene.published
    if until is None:
        return Reading("XXXX-XX-XXTNI", relative=True, why="publication day unknown")
    why = f"the night to {until.isoformat()}, " + (
        "the day of saying" if said else published_words(scene)
    )
    night = Period("day", until - timedelta(days=1))
    return Reading(
        f"{night.value}TNI",
        DateRange(night.first, until + timedelta(days=1)),
        True,
        why,
        Period("day", until),
    )


def _days_beside(scene: Scene) -> tuple[date | None, date | None]:
    """Give the single days of the event and of the saying that the sentence names."""
    event: date | None = None
    said: date | None = None
    where = scene.sentence
    for timex in scene.near:
        span, days = timex.span, timex.days
        if days is None or len(days) > 1 or not where.covers(span):
            continue
        if is_saying_day(scene.text, span.start, span.end, where.start, where.end):
            said = said or days.first
        else:
            event = event or days.first
    return event, said
