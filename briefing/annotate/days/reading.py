"""The day of which a sentence speaks, apart from the day on which it was said.

"the Institute said on February 7 that forces advanced" gives `said_on` 7 February and
no day of the event; "advanced on February 6, the Institute said" gives the event's
day. What each expression does is told in `parts`; here they are put together:
"from Monday to Wednesday" to one run, days still to come to `ahead`, days more than a
month before publication, told in the past tense, to `background`.

A sentence without a day goes on with the one before, or tells of the publication day
at the latest (`inheriting`); `days_from` says which. The publication day is no day of
the event: `event_days` stay empty, because a briefing that printed it would state
what no source does, and because the article is in the issue by that very day already.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.aspect import read_telling
from briefing.annotate.days.inheriting import goes_on, tells_news
from briefing.annotate.days.parts import read_parts
from briefing.annotate.days.place import OLD
from briefing.annotate.days.runs import join_runs
from briefing.annotate.languages import ENGLISH, read_language
from briefing.annotate.languages import read_parts as read_parts_in
from briefing.annotate.languages import read_telling as read_telling_in
from briefing.model.passage import DayReading
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from briefing.annotate.aspect import Telling
    from briefing.model.passage import Aspect, DaysFrom
    from briefing.model.span import Span
    from briefing.model.timex import Timex

_OTHERWISE = frozenset({"said", "state", "unreal"})
"""Parts that say otherwise when a sentence speaks, or that nothing was."""


class Days(NamedTuple):
    """What a sentence says about when."""

    event_days: tuple[DateRange, ...] = ()
    """Days of what happened; empty when the sentence names none."""
    days_inherited: bool = False
    """Whether `event_days` come from the sentence before."""
    said_on: date | None = None
    """Day on which it was said, where the sentence names one."""
    aspect: Aspect = "reported"
    """Whether it reports, announces, recalls or judges."""
    days_from: DaysFrom | None = None
    """What its day rests on; None when nothing tells."""
    readings: tuple[DayReading, ...] = ()
    """Its time expressions, each with what it does; first those it inherits."""
    sentence: Span | None = None
    """Where the sentence stands."""


def read_days(
    sentence: Span,
    text: str,
    timexes: Sequence[Timex],
    *,
    published: date | None,
    before: Days | None,
    zone: ZoneInfo | None = None,
    language: str = ENGLISH,
) -> Days:
    """Read which days a sentence speaks of, and on which day it was said.

    Args:
        sentence: The sentence.
        text: The article's text.
        timexes: The time expressions of its paragraph (or of more), in order.
        published: The publication day; None when unknown.
        before: The days of the sentence before it, if any.
        zone: The edition's zone; hours named in another are put on its day.
        language: Language of the sentence, as `tell_languages` gives it.

    Returns:
        Its days; `event_days` in the order of the text, without repeats.
    """
    if isinstance(published, datetime):
        published = published.date()
    low = bisect_left(timexes, sentence.start, key=_start)
    inside = timexes[low : bisect_left(timexes, sentence.end, key=_start)]
    telling, readings = _read_sentence(
        sentence, text, inside, published, zone, language
    )
    if all(one.days is None for one in readings):
        undated = _read_undated(sentence, text, inside, telling, published, before)
        return undated._replace(readings=undated.readings + readings)
    return _read_dated(sentence, text, inside, telling, published, readings)


def _read_sentence(
    sentence: Span,
    text: str,
    inside: Sequence[Timex],
    published: date | None,
    zone: ZoneInfo | None,
    language: str,
) -> tuple[Telling, tuple[DayReading, ...]]:
    """Read how a sentence is told and what its days do, in its own language."""
    if language != ENGLISH:
        known = read_language(language)
        parts = read_parts_in(known, sentence, text, inside, published=published)
        return read_telling_in(known, text, sentence), tuple(parts)
    telling = read_telling(text, sentence)
    if not inside:
        return telling, ()
    tense = telling.tense
    parts = read_parts(
        sentence, text, inside, published=published, tense=tense, zone=zone
    )
    return telling, tuple(parts)


def _start(timex: Timex) -> int:
    return timex.span.start


def _read_dated(
    sentence: Span,
    text: str,
    inside: Sequence[Timex],
    telling: Telling,
    published: date | None,
    readings: tuple[DayReading, ...],
) -> Days:
    said_on = next(
        (
            one.days.first
            for one in readings
            if one.part == "said" and one.days and len(one.days) == 1
        ),
        None,
    )
    if telling.tense == "future" and not telling.quote and published is not None:
        readings = _without_history(readings, published)
    # What has yet to come is no day of what happened, where a day of that is named.
    parts = {"event"} if any(one.part == "event" for one in readings) else {"ahead"}
    runs = join_runs(readings, parts, text)
    aspect = _aspect(telling, runs, published)
    if aspect == "reported" and published is not None:
        runs = [_until(run, published) for run in runs]
    days_from: DaysFrom | None = "words" if runs else None
    known = any(one.part in _OTHERWISE for one in readings)
    if not runs and not known and aspect == "reported" and published is not None:
        fresh = tells_news(sentence, text, inside, telling)
        days_from = "publication" if fresh else None
    return Days(
        tuple(dict.fromkeys(runs)),
        False,
        said_on,
        aspect,
        days_from,
        readings,
        sentence,
    )


def _without_history(
    readings: tuple[DayReading, ...], published: date
) -> tuple[DayReading, ...]:
    """Set aside days gone by where a sentence announces a day: "held on Monday, will".

    They stand where the sentence names no day to come.
    """
    if all(one.part != "ahead" for one in readings):
        return readings
    return tuple(
        DayReading(one.timex, "aside", one.days)
        if one.part == "event" and one.days and one.days.last < published
        else one
        for one in readings
    )


def _read_undated(
    sentence: Span,
    text: str,
    inside: Sequence[Timex],
    telling: Telling,
    published: date | None,
    before: Days | None,
) -> Days:
    """Read a sentence that names no day."""
    aspect = _aspect(telling, [], published)
    if aspect != "reported":
        return Days(aspect=aspect, sentence=sentence)
    history = before is not None and before.aspect == "background"
    if (
        before is not None
        and before.event_days
        and (history or before.aspect == "reported")
        and goes_on(sentence, text, inside, telling, before.sentence)
    ):
        return Days(
            before.event_days,
            True,
            None,
            "background" if history else "reported",
            "sentence before",
            _handed_down(before),
            sentence,
        )
    if published is None or history or not tells_news(sentence, text, inside, telling):
        return Days(sentence=sentence)
    return Days(days_from="publication", sentence=sentence)


def _handed_down(before: Days) -> tuple[DayReading, ...]:
    """Give the readings of the sentence before that its successor inherits."""
    return tuple(
        DayReading(one.timex, "inherited", one.days)
        for one in before.readings
        if one.part in {"event", "inherited"}
    )


def _aspect(telling: Telling, runs: list[DateRange], published: date | None) -> Aspect:
    if telling.guess and not telling.sourced:
        return "opinion"
    if published is not None and runs and all(run.first > published for run in runs):
        return "ahead"
    if telling.tense == "future" and not telling.quote:
        return "ahead"
    past = telling.tense == "past" and published is not None and bool(runs)
    if past and published and all(run.last < published - OLD for run in runs):
        return "background"
    return "reported"


def _until(run: DateRange, published: date) -> DateRange:
    """Cut a run that reaches beyond publication: what is reported has happened."""
    if run.first <= published < run.last:
        return DateRange.through(run.first, published)
    return run
