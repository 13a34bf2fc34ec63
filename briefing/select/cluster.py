"""Sentences that report the same thing become one, with all their sources.

Which do is decided in `sameness`; here they are gathered, and led by the one that
says most. A roundup or translation steps back for any other source that says as much.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.model.selection import Cluster
from briefing.select.sameness import figure_key, figure_keys, figures_of, same_report
from briefing.text.fold import shingles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.selection import Candidate

LEADING = {"original": 3, "agency": 3, "aggregator": 2, "roundup": 1}
"""Which kind of source leads where several have the claim; others never do."""


def cluster(
    candidates: Sequence[Candidate], articles: Mapping[str, Article]
) -> tuple[Cluster, ...]:
    """Group the candidates; each group is led by its best printable one.

    Groups in which nothing can be printed are left out. The groups come best
    first; ties are broken by article, passage and sentence, never by chance.
    """
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
            (one for one in heads if same_report(candidates[one], candidates[at])), at
        )
        groups.setdefault(head, []).append(at)
    clusters = [
        made
        for members in groups.values()
        if (made := _lead([candidates[at] for at in members], articles))
    ]
    return tuple(sorted(clusters, key=lambda made: (-made.lead.total, made.lead.key)))


def origin_of(candidate: Candidate, article: Article) -> str:
    """Give whom a report goes back to: its named source, else its publisher."""
    attribution = candidate.sentence.attribution
    if attribution and (attribution.name or attribution.text):
        return attribution.name or attribution.text
    return article.publisher or article.id


def _pairs(candidates: Sequence[Candidate]) -> Iterable[tuple[int, int]]:
    """Yield the pairs of sentences of different articles that share anything telling.

    Grows with the number of sentences that share a figure or a 4-gram, not with
    the square of all.
    """
    places: defaultdict[object, list[int]] = defaultdict(list)
    for at, candidate in enumerate(candidates):
        for key in {figure_key(figure) for figure in figures_of(candidate)}:
            places[key].append(at)
        for shingle in shingles(candidate.sentence.text):
            places[shingle].append(at)
    pairs: Counter[tuple[int, int]] = Counter()
    for found in places.values():
        for nth, one in enumerate(found):
            for other in found[nth + 1 : nth + 50]:
                if candidates[one].article != candidates[other].article:
                    pairs[one, other] += 1
    return sorted(pairs)


def _lead(
    members: Sequence[Candidate], articles: Mapping[str, Article]
) -> Cluster | None:
    def worth(candidate: Candidate) -> tuple[int, int, float]:
        kind = articles[candidate.article].kind
        return (len(figure_keys(candidate)), LEADING.get(kind, 0), candidate.total)

    printable = sorted(
        (member for member in members if member.barred is None),
        key=lambda member: (*(-part for part in worth(member)), member.key),
    )
    if not printable:
        return None
    lead = printable[0]
    others = sorted((m for m in members if m is not lead), key=lambda m: m.key)
    origins = {origin_of(member, articles[member.article]) for member in members}
    return Cluster(lead=lead, others=tuple(others), origins=len(origins))
