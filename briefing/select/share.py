"""No more of one article than the edition allows.

An article's words belong to its publisher: `max_share` limits how many of them one
issue prints. What ranks lowest gives way first, but not what little a topic has; what
leads the issue, and an article's only sentence, stay.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import PRINTABLE
from briefing.select.followers import leans_openly
from briefing.text.caveats import is_caveat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefing.model.passage import Passage
    from briefing.model.selection import Chosen, Cluster

Key = tuple[str, int, int]

LITTLE = 2
"""Sentences of a topic that give way after all others."""


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
    units = [unit for passage in chosen for unit in _units(passage)]
    printed: Counter[str] = Counter()
    count: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for unit in units:
        printed[unit.article] += unit.length
        count[unit.article] += 1
        told[unit.topic] += 1
    limits = {id: max_share * words_of(passages[id]) for id in printed}
    free = [unit for unit in units if not any(key in keep for key in unit.keys)]
    dropped: set[Key] = set()
    while over := [
        unit
        for unit in free
        if printed[unit.article] > limits[unit.article] and count[unit.article] > 1
    ]:
        # What ranks lowest gives way first, but not what little a topic has.
        least = min(over, key=lambda unit: (told[unit.topic] <= LITTLE, unit.total))
        free.remove(least)
        dropped.update(least.keys)
        printed[least.article] -= least.length
        count[least.article] -= 1
        told[least.topic] -= 1
    return tuple(
        passage._replace(clusters=kept)
        for passage in chosen
        if (kept := tuple(c for c in passage.clusters if c.lead.key not in dropped))
    )


class _Unit(NamedTuple):
    """Sentences that are printed together or not at all."""

    article: str
    topic: str
    keys: tuple[Key, ...]
    length: int
    total: float


def _units(passage: Chosen) -> Iterator[_Unit]:
    """Cut a passage into sentences; a caveat stays with what it limits.

    So does a sentence with the one that it leans on.
    """
    joined: list[list[Cluster]] = []
    for cluster in passage.clusters:
        sentence = cluster.lead.sentence
        if joined and (is_caveat(sentence.text) or leans_openly(sentence)):
            joined[-1].append(cluster)
        else:
            joined.append([cluster])
    for clusters in joined:
        yield _Unit(
            article=clusters[0].lead.article,
            topic=passage.topic,
            keys=tuple(cluster.lead.key for cluster in clusters),
            length=sum(_length(cluster) for cluster in clusters),
            total=clusters[0].lead.total,
        )


def _length(cluster: Cluster) -> int:
    return len(cluster.lead.sentence.text.split())
