"""Which sentences a topic prints: the best, not the same thing twice, both sides.

Chosen one by one by maximal marginal relevance (Carbonell and Goldstein, "The
use of MMR, diversity-based reranking", 1998): a sentence's rank, less how much it
repeats what is chosen already, plus what a side gains that has been heard less than
another. What a sentence repeats is measured in `alike`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing.config.schema import WeightsConfig
from briefing.model.selection import Chosen, Cluster, Source
from briefing.select.alike import Alike
from briefing.select.followers import caveat_of
from briefing.text.caveats import is_caveat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing.model.selection import Candidate

Key = tuple[str, int, int]
NOTHING: Mapping[Key, Cluster] = MappingProxyType({})
SAME_PASSAGE = 0.15
"""What a sentence gains that carries on from one already chosen."""
WEAK = 1.0
"""A sentence that ranks below this is not worth printing."""
NEUTRAL = "neutral"


class Worth(NamedTuple):
    """What a sentence would add to those chosen, in parts."""

    rank: float
    """Its own rank."""
    repeats: float
    """What is taken off since it repeats something; not above 0."""
    balance: float
    """What its side gains for having been heard less."""
    passage: float
    """What it gains for carrying on from a printed sentence."""
    tabled: float
    """What is taken off since the table prints its totals; not above 0."""
    like: Cluster | None
    """What it repeats most; None where nothing is chosen."""

    @property
    def total(self) -> float:
        """The sum, by which it is chosen."""
        return self.rank + self.repeats + self.balance + self.passage + self.tabled


class Measure(NamedTuple):
    """What sentences are weighed by."""

    alike: Alike = Alike()
    """Tells how much two sentences repeat each other."""
    weights: WeightsConfig = WeightsConfig()
    """What each part counts."""
    tabled: frozenset[Source] = frozenset()
    """Sentences whose figures are totals that the table prints."""


EVEN = Measure()
"""The default weights, every word as telling as another."""


def weigh(
    cluster: Cluster,
    measure: Measure,
    *,
    taken: Sequence[Cluster],
    others: Sequence[Cluster] = (),
) -> Worth:
    """Say what a cluster would add to what is printed.

    Args:
        cluster: The cluster.
        measure: What it is weighed by.
        taken: What its topic prints already.
        others: What other topics print.
    """
    lead, weights = cluster.lead, measure.weights
    likest, repeats = None, 0.0
    for other in (*taken, *others):
        likeness = measure.alike(lead, other.lead)
        if likeness > repeats:
            likest, repeats = other, likeness
    same = any(lead.passage is other.lead.passage for other in taken)
    return Worth(
        rank=lead.total,
        # What tells the very same is never worth printing again.
        repeats=-lead.total if repeats >= 1 else -weights.diversity * repeats,
        balance=weights.balance * _unheard(cluster, taken),
        passage=SAME_PASSAGE * same,
        tabled=-weights.tabled * (lead.source in measure.tabled),
        like=likest,
    )


def choose(
    clusters: Sequence[Cluster],
    *,
    sentences: int,
    measure: Measure = EVEN,
    accept: Callable[[Cluster], bool] = lambda _: True,
    printed: Iterable[Cluster] = (),
    elsewhere: Iterable[Cluster] = (),
    after: Mapping[Key, Cluster] = NOTHING,
) -> tuple[Cluster, ...]:
    """Choose up to `sentences` clusters, best first.

    Args:
        clusters: The clusters of one topic.
        sentences: How many to choose at most; what the editor pinned is chosen
            beyond that.
        measure: What they are weighed by.
        accept: Says whether a cluster may be chosen at all.
        printed: Clusters of this topic already chosen, not to be repeated.
        elsewhere: Clusters printed under other topics, not to be repeated either.
        after: What may be chosen behind a chosen one only; see `followers`.
    """
    taken = list(printed)
    others = list(elsewhere)
    chosen: list[Cluster] = []
    rest = [
        c
        for c in clusters
        if accept(c) and c.lead.total >= WEAK and not _only_limits(c)
    ]
    rest.sort(key=lambda c: (-c.lead.total, c.lead.key))
    most = SAME_PASSAGE + measure.weights.balance
    while rest and (len(chosen) < sentences or any(map(_pinned, rest))):
        best, worth = rest[0], -math.inf
        for cluster in rest:
            # None further down can gain enough to be better.
            if cluster.lead.total + most < worth:
                break
            own = weigh(cluster, measure, taken=taken, others=others).total
            if own > worth:
                best, worth = cluster, own
        if worth < WEAK and chosen:
            break
        rest.remove(best)
        chosen.append(best)
        taken.append(best)
        following = after.get(best.lead.key)
        if following and accept(following) and following.lead.total >= WEAK:
            rest.append(following)
            rest.sort(key=lambda c: (-c.lead.total, c.lead.key))
    return tuple(chosen)


def with_caveats(
    chosen: Sequence[Cluster],
    clusters: Iterable[Cluster],
    after: Mapping[Key, Cluster] = NOTHING,
) -> tuple[Cluster, ...]:
    """Add the caveats that follow chosen sentences and must travel with them."""
    by_key = {cluster.lead.key: cluster for cluster in clusters}
    kept = {cluster.lead.key for cluster in chosen}
    out: list[Cluster] = []
    for cluster in chosen:
        out.append(cluster)
        caveat = caveat_of(cluster.lead, by_key, after)
        if caveat and caveat.lead.key not in kept:
            out.append(caveat)
            kept.add(caveat.lead.key)
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
    """Rank the clusters again, counting how many independent origins each has."""
    made = [
        Cluster(corroborate(c.lead, c.origins), c.others, c.origins)
        if c.origins > 1
        else c
        for c in clusters
    ]
    return tuple(sorted(made, key=lambda c: (-c.lead.total, c.lead.key)))


def _only_limits(cluster: Cluster) -> bool:
    """Say whether a sentence is a caveat, which is printed with its claim alone."""
    lead = cluster.lead
    return lead.index > 0 and lead.hand != "pin" and is_caveat(lead.sentence.text)


def _pinned(cluster: Cluster) -> bool:
    return cluster.lead.hand == "pin"


def _unheard(cluster: Cluster, taken: Iterable[Cluster]) -> float:
    """Say how much less a sentence's side was heard than another, from 0 to 1."""
    party = party_of(cluster.lead)
    if party is None:
        return 0.0
    heard = Counter(own for each in taken if (own := party_of(each.lead)))
    most = max((count for side, count in heard.items() if side != party), default=0)
    return (most - heard[party]) / most if most > heard[party] else 0.0


def party_of(candidate: Candidate) -> str | None:
    """Give the side that speaks; None for nobody's and for neutral observers."""
    attribution = candidate.sentence.attribution
    party = attribution.party if attribution else None
    return None if party == NEUTRAL else party
