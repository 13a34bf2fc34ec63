"""When one number, met in two sentences, is of one quantity.

Small numbers meet by chance: of them place, source, day or words must tell that the
same is meant. A number that nobody rounded ("1,297"), of one kind of thing and within
days, needs no more than that.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.select.ledger.likeness import (
    GENERIC,
    apart,
    events_agree,
    heads_agree,
    one_happening,
    same_phrase,
    same_place,
)
from briefing.select.ledger.scales import digits, equal, is_sum
from briefing.select.ledger.senses import is_known
from briefing.select.ledger.ties import (
    one_source,
    one_start,
    one_weekday,
    shared_words,
    size_of,
    told_alike,
    told_nearby,
)
from briefing.select.ledger.times import same_days, times_clash

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry

RARE = 100
"""From here on a number is rarely the same in two places by chance."""

SOME = 10
"""From here on one number of one thing and event needs little more to tie it."""

PRECISE = 3
"""Digits, noughts at the end apart, of a number that nobody rounded."""

TIED, TIED_WELL, TIED_CLOSELY = 2, 3, 4
"""Telling words that two sentences must share where little, or nothing else, ties."""

LARGE_SUM = 10**6


def told_twice(one: Entry, other: Entry) -> bool:
    """Say whether one number, met twice, is of one quantity."""
    if one.candidate.key == other.candidate.key or not events_agree(one, other):
        return False
    if not heads_agree(one, other) and not _is_large_sum(one):
        return False
    if _told_apart(one, other):
        return False
    shared = shared_words(one, other)
    if times_clash(one.time, other.time) and not _dated_alike(one, other, shared):
        return False
    if equal(one.amount, other.amount) and same_phrase(one, other):
        return True
    known = one_happening(one, other)
    if not known and one.head != other.head:
        if equal(one.amount, other.amount) and told_alike(one, other):
            return True
        return _is_large_sum(one) and shared > 0
    return _is_telling(one, other, shared) or _tied(one, other, shared, known=known)


def _told_apart(one: Entry, other: Entry) -> bool:
    """Say whether one article counts two kinds of people in the same words.

    "6 people were killed ... 6 children were killed": a second kind is no retelling.
    """
    if one.candidate.article != other.candidate.article or one.head == other.head:
        return False
    return not {one.head, other.head}.isdisjoint(("child", "woman", "civilian"))


def _dated_alike(one: Entry, other: Entry, shared: int) -> bool:
    alike = one_start(one, other) or one_weekday(one, other)
    return alike and shared >= TIED


def _is_telling(one: Entry, other: Entry, shared: int) -> bool:
    """Say whether a number tells by itself that one quantity is meant."""
    if not equal(one.amount, other.amount) or one.head != other.head:
        return False
    specific = one.head is not None and one.head not in GENERIC
    if apart(one, other):
        least = TIED_WELL
    elif _of_one_day(one, other):
        least = 0
    elif specific and digits(one.figure.value) >= PRECISE and told_nearby(one, other):
        return True
    else:
        least = 1 if specific else TIED
    same = one.event == other.event and is_known(one.event)
    return same and size_of(one) >= SOME and shared >= least


def _of_one_day(one: Entry, other: Entry) -> bool:
    days = one.time.days
    return days is not None and len(days) == 1 and days == other.time.days


def _tied(one: Entry, other: Entry, shared: int, *, known: bool) -> bool:
    """Say whether place, source, days or words tie two statements of one number."""
    here = same_place(one, other)
    sourced = one_source(one, other)
    rare = size_of(one) >= RARE
    if apart(one, other):
        return rare and shared >= (TIED if sourced else TIED_CLOSELY)
    if rare:
        least = TIED if here else TIED_WELL
        if sourced:
            least = 1 if one.head == other.head is not None else TIED
        return known or shared >= least
    tied = here + sourced + same_days(one, other)
    return (
        shared >= TIED_WELL
        or (tied > 0 and shared >= 1 and known)
        or (tied > 1 and (known or one.head == other.head))
    )


def _is_large_sum(entry: Entry) -> bool:
    """Say whether it is a large sum of money, which is told in many words."""
    value = entry.figure.value or Decimal(0)
    return is_sum(entry.amount) and abs(value) >= LARGE_SUM
