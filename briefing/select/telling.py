"""The words that tell what a sentence says, and how telling each one is.

Function words and words of saying are left out, endings are cut off, and each word
weighs by how few sentences of the issue hold it (Spärck Jones, "A statistical
interpretation of term specificity", 1972): that a sentence speaks of an issue's main
subject says little, that two speak of one hamlet says much.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.text.fold import words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EMPTY = word_set(
    "a am pm about above according add added adding adds after again against ahead all "
    "almost along already also although amid among an and announce announced any "
    "are around as at away be became because been before began being between both but "
    "by came can cannot claim claimed come comes could d day days did do does doing "
    "done down during each either even ever every few first following for former from "
    "further get go going got had has have having he her here him his how however i if "
    "in including into is it its just last late later latest least less like ll made "
    "make many may me meanwhile might more most mr mrs ms much must my near nearly new "
    "no nor not note noted now of off on once one only or other our out over own part "
    "per re report reported s said same say saying says several shall she should since "
    "so some still such t take taken tell than that the their them then there these "
    "they this those though three through thus to told too took two under until up "
    "upon us use used ve very via was way we week well went were what when where "
    "whether which while who whom whose why will with within without would yet you "
    "your"
)
"""Words of grammar and of saying: they stand in sentences on anything."""
_ENDINGS = ("ing", "ed", "ly")
_SHORTEST = 3
UNSEEN = 4.0
"""Weight of a word where nothing is known about how rare it is."""


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Cut the endings of verbs and adverbs off a base form; for comparing only."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word


@lru_cache(maxsize=1 << 13)
def telling_words(text: str) -> frozenset[str]:
    """Give the stems of a text's telling words."""
    return frozenset(
        stem(word) for word in words(text) if word not in _EMPTY and len(word) > 1
    )


class Rarity:
    """How much each word tells, by how few of some sentences hold it."""

    __slots__ = ("_seen", "_total")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Count in how many of `texts` each word stands; without any all weigh alike.

        A text that comes twice counts once: nine prints of one paragraph do not make
        its words common.
        """
        found = set(texts)
        self._seen: Mapping[str, int] = Counter(
            word for text in found for word in telling_words(text)
        )
        self._total = len(found)

    def of(self, word: str) -> float:
        """Give the weight of a word."""
        if not self._total:
            return UNSEEN
        return math.log(1 + (self._total + 1) / (self._seen.get(word, 0) + 0.5))

    def sum(self, found: Iterable[str]) -> float:
        """Add up the weights of words, always in the same order."""
        return sum(self.of(word) for word in sorted(found))


def likeness(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """Give the cosine of two sets of weighted words, from 0 to 1."""
    if not one or not other:
        return 0.0
    shared = sum(rarity.of(word) ** 2 for word in sorted(one & other))
    return shared / (_length(one, rarity) * _length(other, rarity))


def _length(found: frozenset[str], rarity: Rarity) -> float:
    return math.sqrt(sum(rarity.of(word) ** 2 for word in sorted(found)))
