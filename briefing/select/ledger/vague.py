"""Vague quantities: "dozens of cars", "scores of people": nobody gave a number.

They are printed as reported and are never equal to a number, nor to each other: two
papers with "dozens" may have counted 24 and 90. The same vague word of the same thing
and event, in one article or tied by place and words within days, is told again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.select.ledger.likeness import apart, same_place
from briefing.select.ledger.senses import is_known
from briefing.select.ledger.ties import shared_words, told_nearby
from briefing.select.ledger.times import times_clash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.select.ledger.entry import Entry

TIED = 2
"""Telling words that two sentences of two articles share, beside their place."""


def is_vague(entry: Entry) -> bool:
    """Say whether a statement gives no number."""
    return entry.amount is None


def told_again(one: Entry, other: Entry) -> bool:
    """Say whether two vague statements are of one quantity, in the same vague word."""
    first, second = one.figure, other.figure
    if not (is_vague(one) and is_vague(other)) or first.unit != second.unit:
        return False
    if first.text.lower() != second.text.lower() or one.head != other.head:
        return False
    if one.event != other.event or not is_known(one.event) or one.marks != other.marks:
        return False
    if one.peoples != other.peoples or apart(one, other):
        return False
    if times_clash(one.time, other.time) or not told_nearby(one, other):
        return False
    if one.candidate.article == other.candidate.article:
        return True
    return same_place(one, other) and shared_words(one, other) >= TIED


def counted(group: Sequence[Entry]) -> list[Entry]:
    """Give the claims of a quantity that have a number."""
    return [entry for entry in group if not is_vague(entry)]
