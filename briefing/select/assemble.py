"""From ranked clusters to the selection: what leads, what follows, what comes last."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.selection import Selection
from briefing.select.alike import Alike
from briefing.select.choose import Key, Measure, by_passage, choose, with_caveats
from briefing.select.cluster import rarity_of
from briefing.select.followers import caveat_of
from briefing.select.lead import (
    is_announced,
    takeaways,
    timeline,
    unstated_in,
    with_dispute,
)
from briefing.select.share import within_share
from briefing.select.tabled import tabled_in, with_key_figures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefing.config.schema import EditionConfig
    from briefing.model.article import Article
    from briefing.model.passage import Passage
    from briefing.model.selection import (
        Chosen,
        Cluster,
        Quantity,
        Takeaway,
        Use,
        Withheld,
    )
    from briefing.model.slot import Slot


def assemble(
    *,
    articles: tuple[Article, ...],
    uses: Mapping[str, Use],
    passages: Mapping[str, Sequence[Passage]],
    clusters: Mapping[str, Sequence[Cluster]],
    ledger: tuple[Quantity, ...],
    withheld: tuple[Withheld, ...],
    slot: Slot,
    edition: EditionConfig,
    measure: Measure,
    after: Mapping[Key, Cluster],
) -> Selection:
    """Choose within the edition's budgets, topic by topic, each sentence once."""
    by_id = {article.id: article for article in articles}
    ledger = with_key_figures(ledger, edition)
    leads: tuple[Takeaway, ...] = ()
    if {"takeaways", "topics"} <= set(edition.sections):
        leads = tuple(
            with_dispute(
                takeaway, (c.lead for found in clusters.values() for c in found)
            )
            for takeaway in takeaways(
                tuple(clusters.items()),
                by_id,
                slot=slot,
                limit=edition.budget.takeaways,
                unstated=unstated_in(ledger),
                alike=measure.alike,
            )
        )
    every = {c.lead.key: c for found in clusters.values() for c in found}
    leads = tuple(_with_caveat(takeaway, every, after) for takeaway in leads)
    leading = {key for takeaway in leads for key in takeaway.keys}
    printed = [c for found in clusters.values() for c in found if c.lead.key in leading]
    chosen_by_topic: dict[str, tuple[Chosen, ...]] = {}
    for topic, found in clusters.items():
        chosen_by_topic[topic] = _choose_topic(
            topic, found, leading, edition, printed, measure, after
        )
        printed += [c for chosen in chosen_by_topic[topic] for c in chosen.clusters]
    rest = {
        topic: [c for c in found if not _told(c, printed)]
        for topic, found in clusters.items()
    }
    ahead = _choose_apart(rest, "ahead", edition, printed, measure, slot, after)
    told_ahead = [c for chosen in ahead for c in chosen.clusters]
    background = _choose_apart(
        {
            topic: [c for c in found if not _told(c, told_ahead)]
            for topic, found in rest.items()
        },
        "background",
        edition,
        printed,
        measure,
        slot,
        after,
    )
    groups = (*chosen_by_topic.values(), ahead, background)
    kept = within_share(
        [passage for chosen in groups for passage in chosen],
        passages,
        max_share=edition.max_share,
        keep=leading | {c.lead.key for c in printed if c.lead.hand == "pin"},
    )
    left = {cluster.lead.key for passage in kept for cluster in passage.clusters}

    def only_kept(chosen: Iterable[Chosen]) -> tuple[Chosen, ...]:
        return tuple(
            passage._replace(clusters=own)
            for passage in chosen
            if (own := tuple(c for c in passage.clusters if c.lead.key in left))
        )

    printed_sources = {
        cluster.lead.source for passage in kept for cluster in passage.clusters
    }
    topics = tuple((topic, only_kept(own)) for topic, own in chosen_by_topic.items())
    told = [passage for _, chosen in topics for passage in chosen]
    return Selection(
        articles=articles,
        uses=uses,
        topics=topics,
        takeaways=leads,
        ahead=only_kept(ahead),
        background=only_kept(background),
        trimmed=_trimmed(groups, kept),
        timeline=timeline(told, slot=slot, limit=edition.budget.timeline)
        if {"timeline", "topics"} <= set(edition.sections)
        else (),
        ledger=ledger,
        withheld=tuple(
            each
            for each in withheld
            if each.source is None or each.source not in printed_sources
        ),
    )


def measure_of(
    clusters: Mapping[str, Sequence[Cluster]],
    ledger: tuple[Quantity, ...],
    edition: EditionConfig,
    slot: Slot,
) -> Measure:
    """Give what the sentences of an issue are weighed by."""
    leads = [cluster.lead for found in clusters.values() for cluster in found]
    tabled = tabled_in(with_key_figures(ledger, edition), leads, slot)
    return Measure(Alike(rarity_of(leads)), edition.weights, tabled)


def _trimmed(
    before: Iterable[Iterable[Chosen]], after: Iterable[Chosen]
) -> dict[str, int]:
    """Count the sentences of each article that its share left no room for."""
    counts = Counter(
        c.lead.article
        for chosen in before
        for passage in chosen
        for c in passage.clusters
    )
    counts.subtract(c.lead.article for passage in after for c in passage.clusters)
    return {article: count for article, count in sorted(counts.items()) if count}


def _choose_topic(
    topic: str,
    clusters: Sequence[Cluster],
    leading: Collection[tuple[str, int, int]],
    edition: EditionConfig,
    printed: Sequence[Cluster],
    measure: Measure,
    after: Mapping[Key, Cluster],
) -> tuple[Chosen, ...]:
    own = (*clusters, *(c for c in after.values() if c.lead.topic == topic))
    first = [cluster for cluster in own if cluster.lead.key in leading]
    apart = "ahead" in edition.sections
    older = "background" in edition.sections

    def accept(cluster: Cluster) -> bool:
        role = cluster.lead.role
        if cluster.lead.hand == "pin" and cluster.lead.key not in leading:
            return role != "background" or not older
        if cluster.lead.key in leading:
            return False
        return role == "news" or (role == "ahead" and not apart)

    more = choose(
        clusters,
        sentences=edition.budget.sentences,
        measure=measure,
        accept=accept,
        printed=first,
        elsewhere=[c for c in printed if c.lead.topic != topic],
        after=after,
    )
    return by_passage(topic, (*first, *with_caveats(more, clusters, after)))


def _with_caveat(
    takeaway: Takeaway, clusters: Mapping[Key, Cluster], after: Mapping[Key, Cluster]
) -> Takeaway:
    """Give the takeaway with the caveat that follows it in its article, if any."""
    caveat = caveat_of(takeaway.candidate, clusters, after)
    if caveat is None or caveat.lead.topic != takeaway.topic:
        return takeaway
    return takeaway._replace(caveat=caveat.lead)


def _choose_apart(
    clusters: Mapping[str, Sequence[Cluster]],
    role: str,
    edition: EditionConfig,
    printed: Sequence[Cluster],
    measure: Measure,
    slot: Slot,
    after: Mapping[Key, Cluster],
) -> tuple[Chosen, ...]:
    """Choose what is announced or older, over all topics, for a section of its own."""
    if role not in edition.sections:
        return ()
    limit = edition.budget.ahead if role == "ahead" else edition.budget.background
    ranked = sorted(
        (c for found in clusters.values() for c in found),
        key=lambda c: (-c.lead.total, c.lead.key),
    )
    chosen = choose(
        ranked,
        sentences=limit,
        measure=measure,
        accept=lambda c: (
            c.lead.role == role and (role != "ahead" or is_announced(c.lead, slot))
        ),
        printed=printed,
    )
    # A passage stands once, under the first topic of its sentences that has any.
    first: dict[tuple[str, int], str] = {}
    for topic in clusters:
        for cluster in chosen:
            if cluster.lead.topic == topic:
                first.setdefault(cluster.lead.key[:2], topic)
    chosen = with_caveats(chosen, ranked, after)
    return tuple(
        passage
        for topic in clusters
        for passage in by_passage(
            topic, (c for c in chosen if first[c.lead.key[:2]] == topic)
        )
    )


def _told(cluster: Cluster, printed: Iterable[Cluster]) -> bool:
    return any(cluster.lead.key == other.lead.key for other in printed)
