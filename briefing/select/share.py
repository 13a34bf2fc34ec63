"""No more of one article than the edition allows.

An article's words belong to its publisher: `max_share` limits how many of them one
issue prints. What ranks lowest goes first; what leads the issue, and an article's
only sentence, stay.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.article import PRINTABLE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefing.model.passage import Passage
    from briefing.model.selection import Chosen, Cluster

Key = tuple[str, int, int]


def words_of(passages: Sequence[Passage]) -> int:
    """Count the words of an article that could be printed."""
    return sum(
        len(passage.text.split()) for passage in passages if passage.role in PRINTABLE
    )


def within_share(
    chosen: Sequence[Chosen],
    passages: Mapping[str, Sequence[Passage]],
    *,
    max_share: float,
    keep: Collection[Key],
) -> tuple[Chosen, ...]:
    """Leave sentences out until no article gives more of its words than allowed.

    Args:
        chosen: The chosen passages of the whole issue.
        passages: All passages of each article, by article id.
        max_share: Largest share of an article's words, 0 to 1.
        keep: Keys of sentences that stay in any case.
    """
    printed: Counter[str] = Counter()
    clusters = [cluster for passage in chosen for cluster in passage.clusters]
    for cluster in clusters:
        printed[cluster.lead.article] += _length(cluster)
    limits = {id: max_share * words_of(passages[id]) for id in printed}
    count = Counter(cluster.lead.article for cluster in clusters)
    dropped: set[Key] = set()
    for cluster in sorted(clusters, key=lambda c: (c.lead.total, c.lead.key)):
        article = cluster.lead.article
        if (
            printed[article] > limits[article]
            and count[article] > 1
            and cluster.lead.key not in keep
        ):
            dropped.add(cluster.lead.key)
            printed[article] -= _length(cluster)
            count[article] -= 1
    return tuple(
        passage._replace(clusters=kept)
        for passage in chosen
        if (kept := tuple(c for c in passage.clusters if c.lead.key not in dropped))
    )


def _length(cluster: Cluster) -> int:
    return len(cluster.lead.sentence.text.split())
