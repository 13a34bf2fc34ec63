"""Whether the times over which two figures were counted may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.select.ledger.entry import is_flow
from briefing.text.fold import words

if TYPE_CHECKING:
    from briefing.model.span import DateRange
    from briefing.select.ledger.entry import Entry
    from briefing.select.ledger.periods import Time

SHORT, LONG = 7, 14
"""Days of a time that is short, and of one that is long: never one time."""

START_SLACK = 3
"""Days by which two tellings of when a count began may differ, or ..."""

START_SHARE = 5
"""... this part of the time counted: one fifth."""

LONGEST_PARTICLE = 5
A_MONTH = 31
"""Days of the longest stretch that is named while it goes on."""


def same_days(one: Entry, other: Entry) -> bool:
    """Say whether both are dated, and share a day."""
    first, second = one.time.days, other.time.days
    return first is not None and second is not None and first.overlaps(second)


def times_clash(one: Time, other: Time) -> bool:
    """Say whether one number cannot be of both times."""
    first, second = one.days, other.days
    if first is None or second is None:
        return False
    if not first.overlaps(second):
        return True
    short, long = sorted((len(first), len(second)))
    return short <= SHORT and long > LONG


def times_agree(one: Entry, other: Entry) -> bool:
    """Say whether two values are of one time, or of one total that goes on."""
    first, second = one.time, other.time
    if is_flow(one) and is_flow(other):
        return True
    if first.days is None and second.days is None:
        return first.scope == second.scope and _begin_alike(first, second)
    if not _begin_alike(first, second):
        return False
    if first.scope == second.scope == "total":
        return _begin_together(first, second)
    if first.days is not None and second.days is not None:
        return (
            first.days == second.days
            or _goes_on(first.days, second.days)
            or _both_long(first, second)
        )
    # One is dated, the other not: only totals that run can be one.
    dated, undated = (first, second) if first.days else (second, first)
    return (
        undated.scope == "total"
        and dated.days is not None
        and len(dated.days) > 1
        and dated.scope == "total"
    )


def _goes_on(one: DateRange, other: DateRange) -> bool:
    """Say whether both count one stretch that goes on: "this week", said twice."""
    lengths = sorted((len(one), len(other)))
    return one.first == other.first and lengths[0] > 1 and lengths[1] <= A_MONTH


def _begin_alike(first: Time, second: Time) -> bool:
    """Say whether what two counts run from may be one: "since the mission began"."""
    for one, other in ((first, second), (second, first)):
        if one.words and one.days is None and not (one.weak and other.weak):
            told = {w for w in words(one.words) if len(w) > LONGEST_PARTICLE}
            if told and not told & set(words(other.words or "")):
                return False
    return True


def _both_long(first: Time, second: Time) -> bool:
    return (
        {first.scope, second.scope} == {"total", "increment"}
        and _begin_together(first, second)
        and first.days is not None
        and second.days is not None
        and min(len(first.days), len(second.days)) > START_SLACK
    )


def _begin_together(first: Time, second: Time) -> bool:
    if first.days is None or second.days is None:
        return True
    apart = abs((first.days.first - second.days.first).days)
    length = max(len(first.days), len(second.days))
    return apart <= max(START_SLACK, length // START_SHARE)
