"""How far two spellings lie apart, and what one word may be cut to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST_FOR_ONE, SHORTEST_FOR_TWO = 5, 8
"""Letters that a word must have before one, or two, of them may differ by a slip."""
# Who or what is from there, or follows it: another word, not another spelling.
_DERIVED = re.compile(
    r"(?:[aeio]?n|i?an|ean|s|es|ese|i|y|ish|ic|ist|er|ite|a|e|o|ed|ing)"
)
_BARE = re.compile("[aeioy]*")
_SMALL = frozenset(("of", "the", "for", "and", "in", "to", "on", "de"))


def distance(one: str, other: str, limit: int) -> int:
    """Count the letters to add, drop, change or swap with the next.

    The restricted Damerau-Levenshtein distance (Damerau, "A technique for computer
    detection and correction of spelling errors", 1964).

    Returns:
        The distance, or `limit` + 1 where it is more than that.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        row = [at]
        for to, sign in enumerate(other, 1):
            cost = min(last[to] + 1, row[-1] + 1, last[to - 1] + (char != sign))
            swapped = (
                at > 1 and to > 1 and char == other[to - 2] and sign == one[at - 2]
            )
            row.append(min(cost, before[to - 2] + 1) if swapped else cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def slips(one: str, other: str) -> int | None:
    """Count the letters by which one word may be a slip for the other.

    None where they are too far apart for their length, differ in the first letter, or
    the longer is a word made of the shorter ("Libya" and "Libyan").
    """
    one, other = sorted((fold(one), fold(other)), key=len)
    if one == other:
        return 0
    if not one or one[0] != other[0] or len(one) < SHORTEST_FOR_ONE:
        return None
    if is_derived(one, other):
        return None
    limit = 1 if len(one) < SHORTEST_FOR_TWO else 2
    found = distance(one, other, limit)
    return found if found <= limit else None


def is_derived(shorter: str, longer: str) -> bool:
    """Say whether a folded word is made of another by an ending."""
    for cut in range(3):
        stem = shorter[: len(shorter) - cut]
        if not _BARE.fullmatch(shorter[len(stem) :]):
            continue
        if longer.startswith(stem) and _DERIVED.fullmatch(longer[len(stem) :]):
            return len(stem) < len(longer)
    return False


def initials(words: Sequence[str]) -> frozenset[str]:
    """Give what the initials of a name make, with its small words and without."""
    parts = [part for word in words for part in word.split("-") if part]
    if len(parts) < 2:  # noqa: PLR2004 - one word has no initials
        return frozenset()
    long = [part for part in parts if part.lower() not in _SMALL]
    told = ("".join(part[0] for part in run).upper() for run in (parts, long))
    return frozenset(each for each in told if len(each) > 1)
