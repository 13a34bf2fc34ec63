"""When two sentences in much the same words give one quantity two values.

"In Selm the strikers burnt 30 cars" and, a day later, "50 cars were burnt in Selm by
the strikers": no running total, no source and no date need tie them, but their words
do. Flows and ranges ("8,000 to 12,000 barrels a day") are estimated anew by everybody,
and need less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.select.ledger.entry import is_rate
from briefing.select.ledger.likeness import (
    apart,
    events_agree,
    heads_agree,
    housed,
    same_phrase,
)
from briefing.select.ledger.scales import is_sum, overlap
from briefing.select.ledger.sense_words import HAPPENS_TO_PEOPLE
from briefing.select.ledger.ties import (
    ADDING,
    days_apart,
    one_weekday,
    shared_words,
    size_of,
    told_alike,
    told_nearby,
)
from briefing.select.ledger.times import LONG, times_agree

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry
    from briefing.select.ledger.periods import Time

REACH = 2
"""How many times as large one of two such values may be."""
SMALLEST = 10
"""Smaller counts are told in the same words of too many things."""
TIED, TIED_CLOSELY = 2, 4
"""Words that sentences share of one share, and of what happens every day anew."""


def retold(one: Entry, other: Entry) -> bool:
    """Say whether the words of two sentences tie two values of one quantity."""
    return (
        _may_be_one(one, other)
        and events_agree(one, other)
        and _times_meet(one, other)
        and not apart(one, other)
        and _is_whole(one, other)
        and _tied(one, other)
    )


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Say whether two articles of a few days give values of like size."""
    if one.amount is None or other.amount is None:
        return False
    if one.candidate.article == other.candidate.article or not told_nearby(one, other):
        return False
    low, high = sorted((abs(one.amount.high), abs(other.amount.high)))
    return (
        high <= low * REACH
        and min(size_of(one), size_of(other)) >= SMALLEST
        and one.candidate.topic == other.candidate.topic
        and one.peoples == other.peoples
        and "more" not in one.marks
    )


def _times_meet(one: Entry, other: Entry) -> bool:
    """Say whether two values are of one time, as far as either states one."""
    first, second = one.time, other.time
    if times_agree(one, other) or one_weekday(one, other):
        return True
    if first.days is not None and second.days is not None:
        return False
    if first.scope == second.scope or None in (first.scope, second.scope):
        return True
    if _runs_as_long(first, second) or _runs_as_long(second, first):
        return True
    # Only the tense may tell a total from what is no total.
    weak = first.days is None and second.days is None and (first.weak or second.weak)
    return weak and shared_words(one, other) >= TIED_CLOSELY


def _runs_as_long(total: Time, other: Time) -> bool:
    """Say whether "since it began", undated, may be "over the past six weeks"."""
    return (
        total.scope == "total"
        and (total.words is not None or total.weak)
        and total.days is None
        and other.days is not None
        and len(other.days) > LONG
    )


def _is_whole(one: Entry, other: Entry) -> bool:
    """Say whether neither is of some of the other's places: those in Selm, in both."""
    first, second = housed(one.where.own), housed(other.where.own)
    if one.figure.kind != "count" or not first or not second:
        return True
    return not (first < second or second < first)


def _tied(one: Entry, other: Entry) -> bool:
    shared = shared_words(one, other)
    if one.figure.kind == "percent":
        alike = one.head is not None and one.head == other.head
        dated = times_agree(one, other) or days_apart(one, other) == 0
        return alike and dated and shared >= TIED
    if same_phrase(one, other):
        return True
    if is_flow(one) and is_flow(other):
        return shared > 0
    if overlap(one.amount, other.amount):
        return one.figure.kind != "count" or shared > 0
    if not heads_agree(one, other):
        return False
    if _undated(one) and _undated(other) and days_apart(one, other) != 0:
        # What happens every day anew is told in the same words every day.
        return shared >= TIED_CLOSELY
    return told_alike(one, other)


def is_flow(entry: Entry) -> bool:
    """Say whether it is how much, or how many, come in a stretch of time."""
    return is_rate(entry) and not is_sum(entry.amount)


def _undated(entry: Entry) -> bool:
    """Say whether it counts what happened to people, and not over what time."""
    return (
        entry.event in HAPPENS_TO_PEOPLE
        and entry.event not in ADDING
        and entry.time.days is None
        and entry.time.scope is None
    )
