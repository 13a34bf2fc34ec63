"""What each time expression of a sentence does there.

Rules are asked in a fixed order and the first that answers decides: dateline, day of
saying, beginning or end of a time, comparison, what was put off, part of a name, told
by the way, what might have been. What is left is a day of the event: `ahead` where it
lies after publication, else `event`.

Example, published Friday 7 February 2025: in "The council met on Wednesday after
Monday's strike, the mayor said on Thursday" Wednesday is the day of the event, Monday
is told by the way (aside), Thursday is the day of saying.

A day told by the way still counts where the sentence names no other and it is recent:
"The council met after Monday's strike" is dated by it as well as may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.clock_zones import days_in_zone
from briefing.annotate.days.asides import describes, is_after_what
from briefing.annotate.days.place import Place
from briefing.annotate.days.rules import RULES
from briefing.annotate.speech import in_quotes, is_saying_day
from briefing.model.passage import DayReading
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from briefing.annotate.clauses import Tense
    from briefing.model.passage import DayPart
    from briefing.model.timex import Timex

_OF_EVENT = frozenset({"event", "ahead"})
_QUOTE = 800


def read_parts(
    sentence: Span,
    text: str,
    timexes: Sequence[Timex],
    *,
    published: date | None,
    tense: Tense,
    zone: ZoneInfo | None = None,
) -> list[DayReading]:
    """Say what each time expression of a sentence does.

    Args:
        sentence: The sentence.
        text: The article's text.
        timexes: Its time expressions, in order.
        published: The publication day; None when unknown.
        tense: Tense of the sentence's main clause.
        zone: The edition's zone, for hours that name another.
    """
    readings: list[DayReading] = []
    for timex in timexes:
        days = days_in_zone(timex, zone)
        if days is None or timex.type not in {"DATE", "TIME"}:
            readings.append(DayReading(timex, "no day"))
        else:
            place = Place(timex, days, sentence, text, published, tense)
            readings.append(DayReading(timex, _part(place), days))
    return _settle(readings, sentence, text)


def _part(place: Place) -> DayPart:
    span, where = place.timex.span, place.sentence
    if is_saying_day(place.text, span.start, span.end, where.start, where.end):
        return "said"
    for decide in RULES:
        part = decide(place)
        if part:
            return part
    if place.published is not None and place.days.first > place.published:
        return "ahead"
    return "event"


def _settle(readings: list[DayReading], where: Span, text: str) -> list[DayReading]:
    """Decide what one expression alone cannot tell."""
    said = {one.days.first for one in readings if one.part == "said" and one.days}
    by_the_way = [
        one.part == "event"
        and (is_after_what(one.timex, where, text) or describes(one.timex, where, text))
        for one in readings
    ]
    told = any(
        one.part == "event" and not beside
        for one, beside in zip(readings, by_the_way, strict=True)
    )
    settled = []
    for at, one in enumerate(readings):
        part = one.part
        if part in _OF_EVENT and _repeats_saying(one, said, where, text):
            part = "quoted"
        elif part in _OF_EVENT and _is_moved(one, readings[max(0, at - 1) : at + 2]):
            part = "name"
        elif told and by_the_way[at]:
            part = "aside"
        settled.append(DayReading(one.timex, part, one.days))
    return settled


def _repeats_saying(one: DayReading, said: set[date], where: Span, text: str) -> bool:
    """Say whether "today" in quoted words is the day of saying named beside them."""
    if one.timex.rule != "relative_days" or not one.days or one.days.first not in said:
        return False
    start = one.timex.span.start
    low = max(0, start - _QUOTE)
    begun = max(low, text.rfind("\n", low, start))
    return in_quotes(text, start, Span(min(begun, where.start), where.end))


def _is_moved(one: DayReading, beside: list[DayReading]) -> bool:
    """Say whether a day belongs to an hour that the zone puts on another day."""
    return one.timex.type == "DATE" and any(
        other.timex.days == one.days and other.days != other.timex.days
        for other in beside
    )
