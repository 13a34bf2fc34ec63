"""The day of which a sentence speaks, apart from the day on which it was said.

"the Institute said on February 7 that forces advanced" gives `said_on` 7 February and
no day of the event; "advanced on February 6, the Institute said" gives the event's
day. What each expression does is told in `day_parts`; here they are put together:
"from Monday to Wednesday" to one run, days still to come to `ahead`, days more than a
month before publication, told in the past tense, to `background`.

A sentence without a day goes on with the one before, or tells of the publication day
at the latest (`inheriting`); `days_from` says which. The publication day is no day of
the event: `event_days` stay empty, because a briefing that printed it would state
what no source does, and because the article is in the issue by that very day already.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.aspect import read_telling
from briefing.annotate.day_parts import read_parts
from briefing.annotate.day_place import OLD
from briefing.annotate.inheriting import goes_on, tells_news
from briefing.annotate.languages import ENGLISH, is_run, read_language
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

_REACH = 40
_OF_EVENT = frozenset({"event", "ahead"})
_OTHERWISE = frozenset({"said", "state", "unreal"})
"""Parts that say otherwise when a sentence speaks, or that nothing was."""
_LONGEST = 31
"""Days of the longest length of time that a last day turns into a run."""


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


@cache
def _run_between() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:[-–—]|\b(?P<word>to|and|through|until|till|into)\b)\s?"
        r"(?:(?:the|late|early)\s)?\Z"
    )


@cache
def _run_before() -> re.Pattern[str]:
    return re.compile(r"\b(?P<word>from|between)\s(?:the\s)?\Z", re.IGNORECASE)


@cache
def _up_to() -> re.Pattern[str]:
    """What makes a length of time end on the day behind it: "three days to Friday"."""
    return re.compile(r"\s(?:up\s)?(?:to|ending|ended|through|until)\s(?:on\s)?\Z")


@cache
def _length() -> re.Pattern[str]:
    return re.compile(r"P(?:(?P<days>\d{1,2})D|(?P<weeks>\d)W|T(?P<hours>\d{1,3})H)\Z")


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
    # What has yet to come is no day of what happened, where a day of that is named.
    parts = {"event"} if any(one.part == "event" for one in readings) else {"ahead"}
    runs = _join_runs(readings, parts, text)
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


def _join_runs(
    readings: tuple[DayReading, ...], parts: set[str], text: str
) -> list[DateRange]:
    """Give the days of those parts, "from Monday to Wednesday" as one run."""
    runs: list[DateRange] = []
    previous = beside = None
    for one in readings:
        joins = one.part in _OF_EVENT and previous and _is_run(previous, one, text)
        if one.days is not None and (joins or one.part in parts):
            if joins and previous:
                runs[-1] = _through(runs[-1], previous, one.days)
            else:
                runs.append(_with_length(one, one.days, beside, text))
            previous = one
        beside = one
    return runs


def _through(run: DateRange, begun: DayReading, last: DateRange) -> DateRange:
    """Give a run lengthened to its last day; a night begins the day before."""
    first = run.first
    if begun.timex.rule == "nights":
        first = min(first, last.first - timedelta(days=1))
    return DateRange(first, last.end) if first < last.end else run


def _is_run(first: DayReading, second: DayReading, text: str) -> bool:
    """Say whether two dates are the ends of one run of days."""
    language, _, rule = first.timex.rule.rpartition(".")
    if language and rule:
        return is_run(read_language(language), text, first.timex, second.timex)
    begin, end = first.timex.span.end, second.timex.span.start
    between = text[begin:end]
    if end - begin > _REACH:
        return False
    found = _run_between().search(between)
    if found is None:
        return False
    if found.start() > 0:
        # "began late Monday and lasted into Tuesday": only "into" joins across words.
        return found["word"] == "into" and second.timex.value > first.timex.value
    low = max(0, first.timex.span.start - _REACH)
    before = _run_before().search(text, low, first.timex.span.start)
    if found["word"] == "and":
        return before is not None and before["word"].lower() == "between"
    dashed = found["word"] in {None, "through", "into"}
    return dashed or before is not None


def _with_length(
    one: DayReading, days: DateRange, before: DayReading | None, text: str
) -> DateRange:
    """Give the run that a length of time before a day makes: "two days to Friday"."""
    if before is None or before.part != "no day" or len(days) > 1:
        return days
    length = before.timex
    between = text[length.span.end : one.timex.span.start]
    found = _length().match(length.value)
    if found is None or not _up_to().match(between):
        return days
    count = int(found["days"] or 7 * int(found["weeks"] or 0))
    count = count or -(-int(found["hours"] or 0) // 24) + 1
    if not 0 < count <= _LONGEST:
        return days
    return DateRange.through(days.last - timedelta(days=count - 1), days.last)


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
