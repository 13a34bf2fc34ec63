"""Numbers set against each other, and numbers that take the place of earlier ones.

Two values of one article are one quantity when its text sets them against each other:
two named sources, of two sides or in one breath. And a toll that "has risen to seven"
is that of the four killed of the day before, though it names no day.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import same_source
from briefing.select.ledger.likeness import one_place, same_place
from briefing.select.ledger.sense_words import RIVALS
from briefing.select.ledger.taken_back import counts_again, taken_back
from briefing.select.ledger.times import times_agree
from briefing.text.fold import words

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry

NEUTRAL = "neutral"
PRONOUNS = frozenset("a an the he she it they who which we his her its their".split())  # noqa: SIM905
LONGEST = 14
"""Days within which a toll that rises is still that of one event."""
AGAINST = re.compile(
    r"\b(?:but|while|whereas|however|although|though|yet|instead|disput\w+|"
    r"contradict\w+|reject\w+|den(?:y|ies|ied)|contest\w+|by contrast|only)\b|;",
    re.IGNORECASE,
)
"""Words that set a number against the one before it."""


def opposed(one: Entry, other: Entry) -> bool:
    """Say whether two sides, or two born rivals, speak."""
    first, second = one.statement.claim.party, other.statement.claim.party
    if first not in (None, NEUTRAL) and second not in (None, NEUTRAL):
        return first != second
    return any(
        (_is_one_of(one, a) and _is_one_of(other, b))
        or (_is_one_of(one, b) and _is_one_of(other, a))
        for a, b in RIVALS
    )


def _is_one_of(entry: Entry, role: frozenset[str]) -> bool:
    return not _names(entry).isdisjoint(role)


def _names(entry: Entry) -> frozenset[str]:
    claim = entry.statement.claim
    return _words(claim.attribution_name or claim.attribution or "")


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> frozenset[str]:
    return frozenset(words(name))


def in_one_breath(one: Entry, other: Entry) -> bool:
    """Say whether a text sets two sources' numbers against each other."""
    first, second = _ordered(one, other)
    if not _sourced_apart(one, other):
        return False
    if first.candidate.key[:2] != second.candidate.key[:2]:
        return False
    back = second.candidate.index - first.candidate.index
    if back > 1:
        return False
    sentence = second.candidate.sentence
    begin = first.figure.span.end - sentence.span.start if back == 0 else 0
    end = second.figure.span.start - sentence.span.start
    return AGAINST.search(sentence.text, max(begin, 0), max(end, 0)) is not None


def set_against(one: Entry, other: Entry) -> bool:
    """Say whether two values are rivals for one quantity, however far apart."""
    return _sourced_apart(one, other) and (
        opposed(one, other) or in_one_breath(one, other)
    )


def _sourced_apart(one: Entry, other: Entry) -> bool:
    """Say whether two sources are named, and are not one; "they" may be anybody."""
    first, second = _names(one) - PRONOUNS, _names(other) - PRONOUNS
    return bool(first and second and first != second) and not same_source(one, other)


def are_beside(one: Entry, other: Entry) -> bool:
    """Say whether two statements stand in one sentence, or in neighbouring ones."""
    return (
        one.candidate.key[:2] == other.candidate.key[:2]
        and abs(one.candidate.index - other.candidate.index) <= 1
    )


def _ordered(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    """Give the earlier of two statements first, by day and then by reading."""
    first, second = sorted((one, other), key=_when)
    return first, second


def _when(entry: Entry) -> tuple[int, tuple[str, int, int], int]:
    as_of = entry.statement.claim.as_of
    day = as_of.toordinal() if as_of else 0
    return day, entry.candidate.key, entry.figure.span.start


def updates(one: Entry, other: Entry) -> bool:
    """Say whether one of two values tells that it takes the place of the other."""
    if not (counts_again(one) or counts_again(other)):
        return False
    first, second = _ordered(one, other)
    if not counts_again(second) or taken_back(first) is not None:
        return False
    if opposed(one, other) or "more" in second.marks:
        return False
    if first.candidate.article == second.candidate.article and _sourced_apart(
        one, other
    ):
        return False
    if not _of_one_place(first, second):
        return False
    return times_agree(one, other) or _goes_on(first, second)


def _of_one_place(first: Entry, second: Entry) -> bool:
    if second.where.own and first.where.own:
        return one_place(first, second)
    if first.candidate.article == second.candidate.article:
        return same_place(first, second) or not (first.where.own or second.where.own)
    return same_place(first, second) and bool(first.told & second.told)


def _goes_on(first: Entry, second: Entry) -> bool:
    """Say whether an undated toll may be that of an event of days before."""
    days, until = first.time.days, second.statement.claim.as_of
    if second.time.days is not None or second.time.words is not None:
        return False
    if days is None or until is None:
        return first.candidate.article == second.candidate.article
    return 0 <= (until - days.last).days <= LONGEST and len(days) <= LONGEST
