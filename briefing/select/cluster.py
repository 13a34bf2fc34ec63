"""Sentences that report the same thing become one, with all their sources.

Two sentences report the same when one is a near-copy of the other, or when all
figures of one stand in the other, said of the same days by nobody of another
side. Word overlap alone tells the same claim from another claim of the same
event poorly, so it only counts for near-copies, as containment of word 4-grams
(Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.model.selection import Cluster
from briefing.select.quantities import near
from briefing.text.fold import shingles, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate

NEAR_COPY = 0.6
"""Share of the shorter sentence's 4-grams that a near-copy holds too."""
FEW_SHINGLES = 3
"""A sentence with fewer 4-grams is too short to be told a copy."""
SHARED_WORDS = 3
"""Words that two sentences with the same figures must share besides them."""
WORD_LENGTH = 3
UNCOUNTED = frozenset({"duration", "age", "vague"})
LEADING = {"original": 3, "agency": 3, "aggregator": 2, "roundup": 1}
"""Which kind of source leads where several have the claim; others never do."""

Key = tuple[str, str, str, str]


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
            -len(_keys(candidates[at])),
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


def same_report(one: Candidate, other: Candidate) -> bool:
    """Say whether two sentences report the same thing."""
    if one.role != other.role:
        return False
    if _copies(one.sentence.text, other.sentence.text):
        return True
    if _sides_differ(one, other) or _days_differ(one, other):
        return False
    if not _all_told(one, other) and not _all_told(other, one):
        return False
    speakers = {
        candidate.sentence.attribution.name
        for candidate in (one, other)
        if candidate.sentence.attribution and candidate.sentence.attribution.name
    }
    shared = set(words(one.sentence.text)) & set(words(other.sentence.text))
    numbers = {
        word
        for figure in (*figures_of(one), *figures_of(other))
        for word in words(figure.text)
    }
    needed = SHARED_WORDS + (len(speakers) != 1)
    return (
        len({word for word in shared - numbers if len(word) > SHARED_WORDS}) >= needed
    )


def _all_told(part: Candidate, whole: Candidate) -> bool:
    """Say whether a sentence has figures and another has them all, or nearly so."""
    figures = figures_of(part)
    return bool(figures) and all(
        any(
            figure_key(own) == figure_key(other)
            or (own.unit == other.unit and near(own, other))
            for other in figures_of(whole)
        )
        for own in figures
    )


def figures_of(candidate: Candidate) -> list[Figure]:
    """Give the countable figures of a candidate's sentence."""
    return [
        figure
        for figure in candidate.passage.figures
        if candidate.sentence.span.covers(figure.span) and figure.kind not in UNCOUNTED
    ]


def figure_key(figure: Figure) -> Key:
    """Give what makes two figures equal: value or range, and unit."""
    ends = (figure.value, figure.low, figure.high)
    low, value, high = (str(end.normalize()) if end is not None else "" for end in ends)
    return (low, value, high, figure.unit)


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


def _copies(one: str, other: str) -> bool:
    first, second = shingles(one), shingles(other)
    shorter = min(len(first), len(second))
    return (
        shorter >= FEW_SHINGLES and len(first & second) >= NEAR_COPY * shorter
    ) or words(one) == words(other)


def _sides_differ(one: Candidate, other: Candidate) -> bool:
    parties = {
        candidate.sentence.attribution.party
        for candidate in (one, other)
        if candidate.sentence.attribution and candidate.sentence.attribution.party
    }
    return len(parties) > 1


def _days_differ(one: Candidate, other: Candidate) -> bool:
    first, second = one.sentence.event_days, other.sentence.event_days
    return bool(
        first and second and not any(a.overlaps(b) for a in first for b in second)
    )


def _lead(
    members: Sequence[Candidate], articles: Mapping[str, Article]
) -> Cluster | None:
    def worth(candidate: Candidate) -> tuple[int, int, float]:
        kind = articles[candidate.article].kind
        return (len(_keys(candidate)), LEADING.get(kind, 0), candidate.total)

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


def _keys(candidate: Candidate) -> frozenset[Key]:
    return frozenset(map(figure_key, figures_of(candidate)))
