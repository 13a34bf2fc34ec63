"""How much one sentence repeats another, from 0 (nothing) to 1 (all).

The cosine of their telling words, each weighed by its rarity in the issue (as in
Carbonell and Goldstein's own use of MMR); more where the same figures of the same
thing stand in both, however it is worded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.select.clash import all_told
from briefing.select.content import content_of, names_of
from briefing.select.sameness import ground_of
from briefing.select.telling import Rarity, likeness

if TYPE_CHECKING:
    from briefing.model.selection import Candidate

FIGURES = 0.6
"""How much a sentence repeats of which all figures, and a name, stand in another."""


WORTH_A_LOOK = 0.2
"""Likeness below which two sentences cannot report the same."""


class Alike:
    """Tells how much sentences repeat each other; remembers each pair."""

    __slots__ = ("_known", "rarity")

    def __init__(self, rarity: Rarity | None = None) -> None:
        """Keep how telling each word is; without `rarity` all alike."""
        self.rarity = rarity or Rarity()
        self._known: dict[tuple[object, object], float] = {}

    def __call__(self, one: Candidate, other: Candidate) -> float:
        """Say how much `one` repeats of `other`."""
        pair = (one.key, other.key)
        if pair not in self._known:
            self._known[pair] = self._measure(one, other)
        return self._known[pair]

    def _measure(self, one: Candidate, other: Candidate) -> float:
        told = likeness(content_of(one), content_of(other), self.rarity)
        if all_told(one, other) and names_of(one) & names_of(other):
            told = max(told, FIGURES)
        if told >= WORTH_A_LOOK and ground_of(one, other, self.rarity):
            return 1.0
        return told
