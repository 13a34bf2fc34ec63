"""Sentences that report the same thing become one, with all their sources.

Which do is decided in `sameness`; here they are gathered, and led by the one that
says most. A roundup or translation steps back for any other source that has the claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.model.selection import Cluster
from briefing.select.clash import figure_key, figure_keys, figures_of
from briefing.select.content import content_of
from briefing.select.origins import origins_of
from briefing.select.sameness import same_report
from briefing.select.telling import Rarity
from briefing.text.fold import shingles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.selection import Candidate

LEADING = {"original": 3, "agency": 3, "aggregator": 2, "roundup": 1}
"""Which kind of source leads where several have the claim; others never do."""
CLOSE = 50
"""How many sentences further a shared word ties one to another: what stands in more
sentences tells nothing."""
COMMON = 100
"""A word in more sentences of the issue ties none together."""
SHARED = 3
"""Telling words that two sentences must share to be compared at all."""


def cluster(
    candidates: Sequence[Candidate], articles: Mapping[str, Article]
) -> tuple[Cluster, ...]:
    """Group the candidates; each group is led by its best printable one.

    Groups in which nothing can be printed are left out. The groups come best
    first; ties are broken by article, passage and sentence, never by chance.
    """
    rarity = rarity_of(candidates)
    related: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in _pairs(candidates):
        related[one].add(other)
        related[other].add(one)
    # Those with most figures come first, so that no member of a group says more
    # than its head: joining by chains would lose the figures at the ends.
    order = sorted(
        range(len(candidates)),
        key=lambda at: (
            -len(figure_keys(candidates[at])),
            -candidates[at].total,
            candidates[at].key,
        ),
    )
    groups: dict[int, list[int]] = {}
    for at in order:
        heads = (head for head in groups if head in related[at])
        head = next(
            (
                one
                for one in heads
                if same_report(candidates[one], candidates[at], rarity)
            ),
            at,
        )
        groups.setdefault(head, []).append(at)
    clusters = [
        made
        for members in groups.values()
        if (made := _lead([candidates[at] for at in members], articles))
    ]
    return tuple(sorted(clusters, key=lambda made: (-made.lead.total, made.lead.key)))


def rarity_of(candidates: Iterable[Candidate]) -> Rarity:
    """Weigh words by how few of an issue's sentences hold them."""
    return Rarity(candidate.sentence.text for candidate in candidates)


def _pairs(candidates: Sequence[Candidate]) -> Iterable[tuple[int, int]]:
    """Yield the pairs of sentences of different articles that share anything telling.

    Grows with the number of sentences that share a figure, a 4-gram or a few telling
    words, not with the square of all.
    """
    sure: defaultdict[object, list[int]] = defaultdict(list)
    words: defaultdict[object, list[int]] = defaultdict(list)
    for at, candidate in enumerate(candidates):
        for key in {figure_key(figure) for figure in figures_of(candidate)}:
            sure[key].append(at)
        for shingle in shingles(candidate.sentence.text):
            sure[shingle].append(at)
        for word in content_of(candidate):
            words[word].append(at)
    found = set(_ties(sure, candidates))
    rare = {word: found for word, found in words.items() if len(found) <= COMMON}
    shared = Counter(_ties(rare, candidates))
    found.update(pair for pair, count in shared.items() if count >= SHARED)
    return sorted(found)


def _ties(
    places: Mapping[object, Sequence[int]], candidates: Sequence[Candidate]
) -> Iterable[tuple[int, int]]:
    for found in places.values():
        for nth, one in enumerate(found):
            for other in found[nth + 1 : nth + CLOSE]:
                if candidates[one].article != candidates[other].article:
                    yield one, other


def _lead(
    members: Sequence[Candidate], articles: Mapping[str, Article]
) -> Cluster | None:
    def worth(candidate: Candidate) -> tuple[int, int, float]:
        kind = articles[candidate.article].kind
        return (LEADING.get(kind, 0), len(figure_keys(candidate)), candidate.total)

    printable = sorted(
        (member for member in members if member.barred is None),
        key=lambda member: (*(-part for part in worth(member)), member.key),
    )
    if not printable:
        return None
    lead = printable[0]
    others = sorted((m for m in members if m is not lead), key=lambda m: m.key)
    origins = origins_of((lead, *others), articles)
    return Cluster(lead=lead, others=tuple(others), origins=max(1, len(origins)))
