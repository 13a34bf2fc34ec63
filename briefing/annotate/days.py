"""The day of which a sentence speaks, apart from the day on which it was said.

"the Institute said on February 7 that forces advanced" gives `said_on` 7 February and
no day of the event; "advanced on February 6, the Institute said" gives the event's
day. A length of time and what merely begins one ("over the past six months", "since
August 6") give no day. Days still to come make a sentence `ahead`; days more than a
month before publication, told in the past tense, make it `background`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.aspect import read_telling
from briefing.annotate.speech import in_quotes, is_saying_day
from briefing.model.span import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.aspect import Telling
    from briefing.model.passage import Aspect
    from briefing.model.timex import Timex

_OLD = timedelta(days=30)
"""A day further back than this is history, where the past tense tells it."""
_REACH = 40
_CLAUSE = 200


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


@cache
def _anchor() -> re.Pattern[str]:
    """Words before a date that only begins or measures something."""
    return re.compile(
        r"\b(?:since|as\sof|compared\s(?:with|to)(?:\s\w+)?|than(?:\s(?:in|on))?|up\sfrom"
        r"|down\sfrom|dating\s(?:back\s)?(?:to|from)|ever\ssince)\s(?:the\s|at\sleast\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _until_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:until|till)\s(?:the\s|at\sleast\s)?\Z", re.IGNORECASE)


@cache
def _put_off() -> re.Pattern[str]:
    """Words that make "until Tuesday" the new day of what was put off."""
    return re.compile(
        r"\b(?:postpon|delay|adjourn|defer|reschedul|put\soff|pushed\sback)"
    )


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:the|a|an|its|their|his|her)|[’']s)\s\Z", re.IGNORECASE)


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(
        r"\s(?!(?:and|or|but|to|in|on|at|of|for|with|by|when|as"
        r"|was|were|is|are|has|had)\b)[A-Za-z]"
    )


@cache
def _run_between() -> re.Pattern[str]:
    return re.compile(r"\s?(?:[-–—]|\b(?:to|and|through|until)\b)\s?(?:the\s)?\Z")


@cache
def _run_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|between)\s(?:the\s)?\Z", re.IGNORECASE)


@cache
def _continues() -> re.Pattern[str]:
    """How a sentence begins that goes on telling of the event before."""
    return re.compile(
        r"(?:(?:The|This|That|These|Those)\s(?:\w+\s)?(?:strikes?|attacks?|explosions?|blasts?|"
        r"fires?|raids?|assaults?|shelling|incidents?|crash|collision|drones?|missiles?|"
        r"quake|earthquake|storm|shooting|clash(?:es)?|talks|meeting|vote|accident|debris)\b"
        r"|(?:A|Another)\s(?:\w+\s)?fire\b|(?:It|They)\s"
        r"|No\s(?:casualties|injuries|deaths|one)\b|Nobody\b|Rescuers\b|Firefighters\b"
        r"|(?:At\sleast\s|More\sthan\s|Another\s)?(?:\d+|[A-Za-z]{3,9})\s(?:other\s|more\s)?"
        r"(?:people|civilians|others|residents|soldiers|children)\s(?:were|was|died|had)\b)"
    )


def read_days(
    sentence: Span,
    text: str,
    timexes: Sequence[Timex],
    *,
    published: date | None,
    before: Days | None,
) -> Days:
    """Read which days a sentence speaks of, and on which day it was said.

    Args:
        sentence: The sentence.
        text: The article's text.
        timexes: The time expressions of its paragraph (or of more), in order.
        published: The publication day; None when unknown.
        before: The days of the sentence before it in the same paragraph, if any.

    Returns:
        Its days; `event_days` in the order of the text, without repeats.
    """
    if isinstance(published, datetime):
        published = published.date()
    low = bisect_left(timexes, sentence.start, key=_start)
    inside = timexes[low : bisect_left(timexes, sentence.end, key=_start)]
    told = [timex for timex in inside if timex.days and timex.type in {"DATE", "TIME"}]
    said = [_is_saying(timex, sentence, text) for timex in told]
    said_on = _first_day(
        [timex for timex, is_said in zip(told, said, strict=True) if is_said]
    )
    events = [
        timex
        for timex, is_said in zip(told, said, strict=True)
        if not is_said and _is_event(timex, sentence, text, said_on, published)
    ]
    telling = read_telling(text, sentence)
    runs = _join_runs(events, text)
    aspect = _aspect(telling, runs, published)
    if aspect == "reported" and published is not None:
        runs = [_until(run, published) for run in runs]
    if not told and before is not None and _goes_on(sentence, text, telling, before):
        return Days(before.event_days, True, None, aspect)
    return Days(tuple(dict.fromkeys(runs)), False, said_on, aspect)


def _start(timex: Timex) -> int:
    return timex.span.start


def _is_saying(timex: Timex, sentence: Span, text: str) -> bool:
    span = timex.span
    return is_saying_day(text, span.start, span.end, sentence.start, sentence.end)


def _first_day(saying: list[Timex]) -> date | None:
    """Give the first single day among the days of saying."""
    return next((t.days.first for t in saying if t.days and len(t.days) == 1), None)


def _is_event(
    timex: Timex,
    sentence: Span,
    text: str,
    said_on: date | None,
    published: date | None,
) -> bool:
    """Say whether a date tells when something happened or will happen."""
    span, days = timex.span, timex.days
    low = max(sentence.start, span.start - _REACH)
    if days is None or _anchor().search(text, low, span.start):
        return False
    if _until_before().search(text, low, span.start):
        return (
            _put_off().search(text, max(low - _CLAUSE, sentence.start), span.start)
            is not None
        )
    quoted = timex.rule == "relative_days" and in_quotes(text, span.start, sentence)
    if quoted and said_on in days:
        return False
    return not _names_something(timex, text, low, sentence.end, published)


def _names_something(
    timex: Timex, text: str, low: int, high: int, published: date | None
) -> bool:
    """Say whether a date is part of a name: "the 2012 Games", "its May 2019 raid"."""
    span, days = timex.span, timex.days
    owned = timex.text.lower().startswith("the ") or _owned().search(
        text, low, span.start
    )
    if not owned or not _noun_after().match(text, span.end, high):
        return False
    if timex.value.isdecimal():
        return True
    return days is not None and published is not None and days.last < published - _OLD


def _join_runs(events: list[Timex], text: str) -> list[DateRange]:
    """Give the days of the events, "from Monday to Wednesday" as one run."""
    runs: list[DateRange] = []
    previous: Timex | None = None
    for timex in events:
        days = timex.days
        if days is None:
            continue
        if (
            previous
            and runs
            and _is_run(previous, timex, text)
            and runs[-1].first < days.end
        ):
            runs[-1] = DateRange(runs[-1].first, days.end)
        else:
            runs.append(days)
        previous = timex
    return runs


def _is_run(first: Timex, second: Timex, text: str) -> bool:
    """Say whether two dates are the ends of one run of days."""
    begin, end = first.span.end, second.span.start
    if end - begin > _REACH or not _run_between().match(text, begin, end):
        return False
    dashed = not text[begin:end].strip(" -–—")
    low = max(0, first.span.start - _REACH)
    return dashed or _run_before().search(text, low, first.span.start) is not None


def _aspect(telling: Telling, runs: list[DateRange], published: date | None) -> Aspect:
    if telling.guess and not telling.sourced:
        return "opinion"
    if published is not None and runs and all(run.first > published for run in runs):
        return "ahead"
    if telling.tense == "future" and not telling.quote:
        return "ahead"
    past = telling.tense == "past" and published is not None and bool(runs)
    if past and published and all(run.last < published - _OLD for run in runs):
        return "background"
    return "reported"


def _until(run: DateRange, published: date) -> DateRange:
    """Cut a run that reaches beyond publication: what is reported has happened."""
    if run.first <= published < run.last:
        return DateRange.through(run.first, published)
    return run


def _goes_on(sentence: Span, text: str, telling: Telling, before: Days) -> bool:
    """Say whether an undated sentence goes on with the event of the one before."""
    if not before.event_days or before.aspect != "reported" or telling.quote:
        return False
    told = telling.tense in {"past", ""}
    return told and _continues().match(text, sentence.start, sentence.end) is not None
