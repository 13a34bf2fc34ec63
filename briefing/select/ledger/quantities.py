"""When two statements are of one quantity, and when they give it one value.

They are of one quantity when dimension, thing counted, what happened, side, place and
time do not clash, and either the values are near enough to be one number told twice
(16,000 and 16,100) and something besides the number ties them, or the values differ and
more than that ties them: one source that counts again, one place and running totals,
one place and day. A number whose place and time nobody states is never set against
another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import is_rate, same_source
from briefing.select.ledger.leaning import is_bare
from briefing.select.ledger.likeness import (
    apart,
    events_agree,
    one_event,
    one_place,
    same_kind,
    same_place,
    strangers,
)
from briefing.select.ledger.repeated import RARE as RARE
from briefing.select.ledger.repeated import told_twice
from briefing.select.ledger.retold import retold
from briefing.select.ledger.rivals import are_beside, set_against, updates
from briefing.select.ledger.scales import close, equal, reaches, rounds
from briefing.select.ledger.sense_words import HAPPENS_TO_PEOPLE
from briefing.select.ledger.taken_back import counts_again, taken_back
from briefing.select.ledger.ties import days_apart, of_one_time, one_source, told_nearby
from briefing.select.ledger.times import same_days
from briefing.select.ledger.vague import told_again

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry
    from briefing.select.ledger.periods import Time

REVISING = re.compile(
    r"\b(?:withdr(?:ew|awn|aws)|t(?:ook|aken?|akes) back)\s(?:\w+\s){0,3}"
    r"(?:figures?|numbers?|counts?|tolls?|estimates?|claims?|statements?|totals?)\b|"
    r"\b(?:figures?|numbers?|counts?|tolls?|estimates?|claims?|totals?)\b[^.;]{0,30}"
    r"\bwithdrawn\b|\b(?:correct(?:ed|s|ion)|revis(?:ed|es|ion)|retract(?:ed|s))\b",
    re.IGNORECASE,
)
"""Words with which a source takes back a number it gave before."""

SEASON, RECALLED = 45, 2
"""Days after which a number is another, unless so many telling words recall it."""
FAR, FAR_BY_ONE = 4, 10
"""How many times as large a value may be that is counted again, by anyone and by one
source: a toll of 45 is no earlier state of one of 8,000."""


def same_quantity(one: Entry, other: Entry) -> bool:
    """Say whether two statements are of one quantity, whatever its value."""
    if one.amount is None or other.amount is None:
        return told_again(one, other)
    if not _same_dimension(one, other) or _clash(one.side, other.side):
        return False
    if _long_apart(one, other):
        return False
    if is_revision(one, other) or names_the_old(one, other):
        return True
    if strangers(one, other) or not _of_one_nature(one, other):
        return False
    if same_value(one, other) and told_twice(one, other):
        return True
    return _counted_again(one, other) or retold(one, other)


def stands_apart(one: Entry, other: Entry) -> bool:
    """Say whether two numbers cannot be of one quantity, though a third ties them.

    The flights of one day are no total of all days, whoever tells them undated.
    """
    if one.amount is None or same_value(one, other):
        return False
    if counts_again(one) or counts_again(other):
        return False
    if taken_back(one) is not None or taken_back(other) is not None:
        return False
    return _day_and_total(one.time, other.time) or _day_and_total(other.time, one.time)


def _day_and_total(one: Time, other: Time) -> bool:
    a_day = one.scope == "increment" and one.days is not None and len(one.days) == 1
    running = other.scope == "total" and not other.weak
    return a_day and running and (other.days is None or len(other.days) > 1)


def _of_one_nature(one: Entry, other: Entry) -> bool:
    """Say whether both count alike; "90 of its members" may be "90 members"."""
    marks = one.marks ^ other.marks
    if marks == {"more"} and one.figure.scope == other.figure.scope == "increment":
        # "another nine cases" are "nine new cases"
        return equal_value(one, other)
    return not marks or (marks == {"part"} and equal_value(one, other))


def _long_apart(one: Entry, other: Entry) -> bool:
    """Say whether two statements are of different months, or topics, and nothing ties.

    What is recalled after months is told with its place and in like words.
    """
    gap = days_apart(one, other)
    if gap is None or gap <= SEASON:
        return one.candidate.topic != other.candidate.topic and not (
            one.told & other.told
        )
    if same_days(one, other):
        return False
    recalled = equal_value(one, other) and same_place(one, other)
    return not (recalled and len(one.told & other.told) >= RECALLED)


def same_value(one: Entry, other: Entry) -> bool:
    """Say whether two statements give one value, rounded or copied badly at most."""
    return (
        close(one.amount, other.amount)
        or rounds(one.figure, other.figure)
        or reaches(one.amount, one.figure.comparator, other.amount)
        or reaches(other.amount, other.figure.comparator, one.amount)
    )


def equal_value(one: Entry, other: Entry) -> bool:
    """Say whether two statements give exactly one value, comparator and unit apart."""
    return equal(one.amount, other.amount)


def _same_dimension(one: Entry, other: Entry) -> bool:
    return (
        one.amount is not None
        and other.amount is not None
        and one.amount.dimension == other.amount.dimension
    )


def _counted_again(one: Entry, other: Entry) -> bool:
    """Say whether two values are of one quantity: all else must agree, and tie them."""
    if (
        one.candidate.topic != other.candidate.topic
        or one.peoples != other.peoples
        or not same_kind(one, other)
    ):
        return False
    if _in_reach(one, other, FAR_BY_ONE) and updates(one, other):
        return True
    if _each_of_its_day(one, other) or not of_one_time(one, other):
        return False
    against = set_against(one, other)
    if against and are_beside(one, other) and _one_place_or_side(one, other):
        return True
    if not against and one.candidate.article == other.candidate.article:
        return False
    if one_event(one, other):
        return True
    return (against or _in_reach(one, other)) and _tied_again(one, other)


def _each_of_its_day(one: Entry, other: Entry) -> bool:
    """Say whether undated counts, no totals, are told on days too far apart.

    "Activists said 17 people died" is told of every day anew.
    """
    if one.figure.kind != "count" or one.event not in HAPPENS_TO_PEOPLE:
        return False
    return (
        one.time.days is None
        and other.time.days is None
        and "total" not in (one.time.scope, other.time.scope)
        and not told_nearby(one, other)
    )


def _one_place_or_side(one: Entry, other: Entry) -> bool:
    return one_place(one, other) or (one.side is not None and one.side == other.side)


def _tied_again(one: Entry, other: Entry) -> bool:
    """Say whether source, running total, place or day ties two values."""
    sourced = one_source(one, other)
    if not one_place(one, other):
        measured = one.figure.kind not in ("count", "money") and _both_run(one, other)
        if one.where.own and other.where.own:
            return False
        return measured or (sourced and one.figure.kind in ("count", "money"))
    if sourced or _both_run(one, other):
        return True
    dated = one.time.days is not None and one.time.days == other.time.days
    placed = bool(one.where.own) or (one.scene is not None and one.scene == other.scene)
    return dated and (placed or _same_reach(one, other))


def _in_reach(one: Entry, other: Entry, reach: int = FAR) -> bool:
    """Say whether one value may have grown from the other, or be a rival of it."""
    if one.amount is None or other.amount is None:
        return False
    low, high = sorted((abs(one.amount.high), abs(other.amount.high)))
    if high <= low * reach:
        return True
    return high <= low * FAR_BY_ONE and one_source(one, other)


def _both_run(one: Entry, other: Entry) -> bool:
    """Say whether both are rates, or totals still running, of one thing.

    Where only the tense makes them totals, the sentences must share a telling word.
    """
    if is_rate(one) and is_rate(other):
        return True
    if not one.time.scope == other.time.scope == "total":
        return False
    weak = one.time.weak and other.time.weak and not one.where.own
    return not weak or bool(one.told & other.told)


def _same_reach(one: Entry, other: Entry) -> bool:
    """Say whether neither names a place, or holds for a whole country."""
    return not one.where.own and not other.where.own and one.scene == other.scene


def is_revision(one: Entry, other: Entry) -> bool:
    """Say whether a source takes back one of two numbers that it gave.

    Its own name, or that of the publisher, must be the same, and it must be the same
    thing that is counted; where neither statement has a name, they stand in the same
    sentence as what it corrects.
    """
    if not (one.revises or other.revises) or one.head is None:
        return False
    if one.head != other.head:
        return False
    if one.marks != other.marks or not events_agree(one, other) or apart(one, other):
        return False
    if not _by_one(one, other) or not _in_reach(one, other, FAR_BY_ONE):
        return False
    # A publisher's every sentence is its own: something in the words must tie them.
    return (
        same_source(one, other)
        or same_place(one, other)
        or bool(one.told & other.told)
        or are_beside(one, other)
    )


def names_the_old(one: Entry, other: Entry) -> bool:
    """Say whether one statement takes back the number of the other, and no more.

    "The ministry withdrew the number of 909 given a week earlier."
    """
    return any(
        is_bare(bare)
        and not is_bare(told)
        and taken_back(bare) is not None
        and bare.candidate.article != told.candidate.article
        and equal_value(bare, told)
        and not same_kind(bare, told)
        and _is_before(told, bare)
        and _by_one(bare, told)
        for bare, told in ((one, other), (other, one))
    )


def _is_before(one: Entry, other: Entry) -> bool:
    first, second = one.statement.claim.as_of, other.statement.claim.as_of
    return first is not None and second is not None and first <= second


def _by_one(one: Entry, other: Entry) -> bool:
    """Say whether one source, or one publisher, gives both."""
    first, second = one.statement.claim, other.statement.claim
    names = {first.attribution_name, second.attribution_name}
    return one.publisher == other.publisher or (len(names) == 1 and None not in names)


def _clash(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def repeats(entry: Entry, member: Entry) -> bool:
    """Say whether an article states again what it has stated already, by one source."""
    return (
        entry.candidate.article == member.candidate.article
        and (same_value(entry, member) or told_again(entry, member))
        and entry.statement.claim.party == member.statement.claim.party
    )
