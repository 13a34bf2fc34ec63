"""What ties two statements beside number, thing and event: words, source, nearness.

Two sentences that share most of their telling words, written within days of each
other, tell of one happening, whatever the words of its name: "the explosion on the
rig" is "when the rig exploded". Words are compared by how they begin, since one
sentence has the noun and the other the verb.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import same_source
from briefing.select.ledger.sense_words import ANYBODY
from briefing.select.ledger.times import times_agree
from briefing.select.ledger.wording import PADDING

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry

STEM = 5
"""Letters by which words of one family begin alike: explode, explosion."""
ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|e)$")
"""Endings of verbs, which may stand within those letters: seek, seeking."""
NEARBY = 4
"""Days within which two articles tell of one happening without dating it."""
WEEK = 7
LOOKED_UP = 7
"""So many telling words of a sentence, the longest, are looked up in pairs."""
CLOSELY = 3
"""Telling words that sentences of one happening share at least ..."""
SHARE = 3
"""... and of the shorter sentence's one in so many; or all of two that it has."""
NAMED = 2
"""Words of a source's name that make it known wherever they stand together."""
ADDING = frozenset({"infected"})
"""What is counted from the first on, unless a time is told."""
ANY_SIZE = Decimal(10**6)

WEAK = frozenset(
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "  # noqa: SIM905
    "twenty thirty forty fifty sixty seventy eighty ninety percent percentage mile "
    "kilometre kilometer metre meter foot feet barrel gallon litre liter tonne ton "
    "pound dollar euro cent acre hectare roughly approximately every estimate "
    "estimated average".split()
)
"""Words of numbers and units, which tell of no happening."""


@lru_cache(maxsize=1 << 12)
def stems(told: frozenset[str]) -> frozenset[str]:
    """Give the beginnings of telling words, those of numbers and units left out."""
    return frozenset(_stem(word) for word in told if word not in WEAK)


def _stem(word: str) -> str:
    return ENDING.sub("", word)[:STEM]


def shared_words(one: Entry, other: Entry) -> int:
    """Count the telling words that two sentences share, in whatever form."""
    return len(stems(one.told) & stems(other.told))


@lru_cache(maxsize=1 << 12)
def word_pairs(told: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Give pairs of a sentence's longest telling words, to find sentences alike."""
    longest = sorted(told - WEAK, key=lambda word: (-len(word), word))
    found = sorted({_stem(word) for word in longest[:LOOKED_UP]})
    return tuple(combinations(found, 2))


def told_alike(one: Entry, other: Entry) -> bool:
    """Say whether two sentences tell of one happening in much the same words."""
    shared = shared_words(one, other)
    shorter = min(len(stems(one.told)), len(stems(other.told)))
    if shared < CLOSELY:
        return NAMED <= shared == shorter
    return shared * SHARE >= shorter


def days_apart(one: Entry, other: Entry) -> int | None:
    """Give how many days lie between the sayings; None where one is not dated."""
    first, second = one.statement.claim.as_of, other.statement.claim.as_of
    return None if first is None or second is None else abs((first - second).days)


def told_nearby(one: Entry, other: Entry) -> bool:
    """Say whether both are said within a few days."""
    apart = days_apart(one, other)
    return apart is not None and apart <= NEARBY


def one_source(one: Entry, other: Entry) -> bool:
    """Say whether one source says both, be it only as the subject of a sentence."""
    return same_source(one, other) or _speaks(one, other) or _speaks(other, one)


def _speaks(one: Entry, other: Entry) -> bool:
    """Say whether a statement without a source names the other's in full."""
    name = one.source - ANYBODY - PADDING
    return not other.source and len(name) >= NAMED and name <= other.told


def one_start(one: Entry, other: Entry) -> bool:
    """Say whether what happened on a day is counted since that day by the other.

    "Since the blast on May 4, which killed six" counts no dead since.
    """
    first, second = one.time.days, other.time.days
    if first is None or second is None or first.first != second.first:
        return False
    return min(len(first), len(second)) == 1


def one_weekday(one: Entry, other: Entry) -> bool:
    """Say whether both name one weekday, or week, that one dates a week too early.

    Where an article's day of publication is one too early, "on Wednesday" looks back
    to the Wednesday before; and what was "earlier this week" is soon "last week".
    """
    first, second = one.time.days, other.time.days
    return (
        first is not None
        and second is not None
        and len(first) == len(second) in (1, WEEK)
        and abs((first.first - second.first).days) == WEEK
        and told_nearby(one, other)
    )


def of_one_time(one: Entry, other: Entry) -> bool:
    """Say whether two values are of one time, or of one total that goes on."""
    if times_agree(one, other) or one_weekday(one, other):
        return True
    undated = one.time.days is None and other.time.days is None
    return undated and one.event in ADDING and one_source(one, other)


def size_of(entry: Entry) -> Decimal:
    """Give the size of a count; no sum and no measure is small."""
    figure = entry.figure
    if figure.unit != "count":
        return ANY_SIZE
    return abs(figure.value or figure.high or Decimal(0))
