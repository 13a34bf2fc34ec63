"""Days that belong together: "from Monday to Wednesday", "three days to Thursday"."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.languages import is_run, read_language
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from briefing.model.passage import DayReading

_REACH = 40
_OF_EVENT = frozenset({"event", "ahead"})
_LONGEST = 31
"""Days of the longest length of time that a last day turns into a run."""


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


def join_runs(
    readings: tuple[DayReading, ...], parts: set[str], text: str
) -> list[DateRange]:
    """Give the days of some parts, "from Monday to Wednesday" as one run.

    Args:
        readings: All expressions of a sentence, in order.
        parts: The parts whose days are asked for.
        text: The article's text.
    """
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
