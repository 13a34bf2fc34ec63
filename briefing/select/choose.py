"""Which sentences a topic prints: the best, not the same thing twice, both sides.

Chosen one by one by maximal marginal relevance (Carbonell and Goldstein, "The
use of MMR, diversity-based reranking", 1998): a sentence's rank, less how much it
repeats what is chosen already, plus a little for a side not heard yet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.model.selection import Chosen, Cluster
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.model.selection import Candidate

REPEATS = 2.5
"""What a sentence loses that repeats another word for word."""
NEW_SIDE = 0.35
"""What a sentence gains whose side has not been heard yet."""
SAME_PASSAGE = 0.15
"""What a sentence gains that carries on from one already chosen."""
WEAK = 1.2
"""A sentence that ranks below this is not worth printing."""
CAVEAT = re.compile(
    r"(?:could|can)(?: ?not|n[’']t) (?:be )?(?:\w+ly )?(?:verif|confirm)|"
    r"\b(?:has|have) not (?:commented|confirmed|responded)\b",
    re.IGNORECASE,
)
"""A sentence that limits the one before it and must be printed with it."""


def choose(
    clusters: Sequence[Cluster],
    *,
    sentences: int,
    accept: Callable[[Cluster], bool] = lambda _: True,
    printed: Iterable[Cluster] = (),
    elsewhere: Iterable[Cluster] = (),
) -> tuple[Cluster, ...]:
    """Choose up to `sentences` clusters, best first.

    Args:
        clusters: The clusters of one topic, best first.
        sentences: How many to choose at most.
        accept: Says whether a cluster may be chosen at all.
        printed: Clusters of this topic already chosen, not to be repeated.
        elsewhere: Clusters printed under other topics, not to be repeated either.
    """
    taken = list(printed)
    others = list(elsewhere)
    chosen: list[Cluster] = []
    rest = [c for c in clusters if accept(c) and c.lead.total >= WEAK]
    forms = {
        id(c): frozenset(words(c.lead.sentence.text)) for c in (*rest, *taken, *others)
    }

    def marginal(cluster: Cluster) -> float:
        worth = cluster.lead.total
        worth -= REPEATS * max(
            (
                _overlap(forms[id(cluster)], forms[id(other)])
                for other in (*taken, *others)
            ),
            default=0.0,
        )
        party = _party(cluster.lead)
        heard = {_party(other.lead) for other in taken}
        if taken and party and party not in heard:
            worth += NEW_SIDE
        if any(cluster.lead.passage is other.lead.passage for other in taken):
            worth += SAME_PASSAGE
        return worth

    while rest and (len(chosen) < sentences or any(map(_pinned, rest))):
        best = min(rest, key=lambda c: (-marginal(c), c.lead.key))
        if marginal(best) < WEAK and chosen:
            break
        rest.remove(best)
        chosen.append(best)
        taken.append(best)
    return tuple(chosen)


def with_caveats(
    chosen: Sequence[Cluster], clusters: Iterable[Cluster]
) -> tuple[Cluster, ...]:
    """Add the caveats that follow chosen sentences and must travel with them."""
    by_key = {cluster.lead.key: cluster for cluster in clusters}
    kept = {cluster.lead.key for cluster in chosen}
    out: list[Cluster] = []
    for cluster in chosen:
        out.append(cluster)
        article, passage, index = cluster.lead.key
        after = by_key.get((article, passage, index + 1))
        if (
            after
            and after.lead.key not in kept
            and CAVEAT.search(after.lead.sentence.text)
        ):
            out.append(after)
            kept.add(after.lead.key)
    return tuple(out)


def by_passage(topic: str, clusters: Iterable[Cluster]) -> tuple[Chosen, ...]:
    """Gather chosen clusters into passages, in the order of their best sentences."""
    groups: defaultdict[tuple[str, int], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        groups[cluster.lead.key[:2]].append(cluster)
    return tuple(
        Chosen(
            topic=topic,
            clusters=tuple(sorted(members, key=lambda c: c.lead.index)),
        )
        for members in groups.values()
    )


def reinforced(
    clusters: Iterable[Cluster],
    corroborate: Callable[[Candidate, int], Candidate],
) -> tuple[Cluster, ...]:
    """Rank the clusters again, counting how many articles report each."""
    made = [
        Cluster(corroborate(c.lead, c.outlets), c.others, c.origins)
        if c.outlets > 1
        else c
        for c in clusters
    ]
    return tuple(sorted(made, key=lambda c: (-c.lead.total, c.lead.key)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Say what share of the shorter sentence's words the other has, above a half."""
    shorter = min(len(one), len(other)) or 1
    return max(0.0, 2 * len(one & other) / shorter - 1)


def _pinned(cluster: Cluster) -> bool:
    return cluster.lead.hand == "pin"


def _party(candidate: Candidate) -> str | None:
    attribution = candidate.sentence.attribution
    return attribution.party if attribution else None
