"""How near a sentence is to what the articles on its topic are about.

The centroid of a topic (Radev, Jing, Styś and Tam, "Centroid-based summarization of
multiple documents", 2004): each telling word weighs by how many of the articles hold
it, times how rare it is among all sentences; a sentence's centrality is the cosine
with that. Articles are counted, not sentences, so that one long article, or one that
says a thing five times, does not set what the week was about.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.select.content import content_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.selection import Candidate
    from briefing.select.telling import Rarity

FEWEST = 3
"""A topic of fewer articles has no centre to speak of."""

Key = tuple[str, int, int]


def centralities(candidates: Sequence[Candidate], rarity: Rarity) -> dict[Key, float]:
    """Give for each candidate how central it is to its topic, from 0 to 1.

    1 is the most central of its topic. Background is measured against the news and
    does not count towards it. Where a topic has too few articles, all have 0.
    """
    holders: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for one in candidates:
        if one.role != "background":
            for word in content_of(one):
                holders[one.topic][word].add(one.article)
    centres = {topic: _centre(words, rarity) for topic, words in holders.items()}
    raw = {
        one.key: _cosine(one, centres.get(one.topic, {}), rarity) for one in candidates
    }
    best: dict[str, float] = {}
    for one in candidates:
        best[one.topic] = max(best.get(one.topic, 0.0), raw[one.key])
    return {
        one.key: raw[one.key] / best[one.topic] if best[one.topic] else 0.0
        for one in candidates
    }


def _centre(words: Mapping[str, set[str]], rarity: Rarity) -> dict[str, float]:
    """Weigh the words of a topic; those of a single article count for nothing."""
    if len(set().union(*words.values())) < FEWEST:
        return {}
    return {
        word: (len(holders) - 1) * rarity.of(word)
        for word, holders in words.items()
        if len(holders) > 1
    }


def _cosine(candidate: Candidate, centre: Mapping[str, float], rarity: Rarity) -> float:
    own = sorted(content_of(candidate))
    if not own or not centre:
        return 0.0
    length = math.sqrt(sum(rarity.of(word) ** 2 for word in own))
    return sum(rarity.of(word) * centre.get(word, 0.0) for word in own) / length
