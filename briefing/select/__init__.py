"""Which passages belong to an issue, and in what order.

`consider` is the whole stage; its steps are one module each, in this order:
membership, topics, candidates, rank, cluster, choose, lead, ledger.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing.select.assemble import assemble, measure_of
from briefing.select.candidates import find_candidates
from briefing.select.centrality import centralities
from briefing.select.choose import reinforced
from briefing.select.cluster import cluster, rarity_of
from briefing.select.fates import Considered
from briefing.select.followers import followers
from briefing.select.hand import after_hand, not_spiked, with_hand
from briefing.select.ledger.building import build_ledger
from briefing.select.ledger.statements import scene_of
from briefing.select.marked import Hand
from briefing.select.membership import publication_day, use_of
from briefing.select.rank import Setting, corroborate, score
from briefing.select.relevance import relevances
from briefing.select.topics import topics_of
from briefing.select.withhold import withhold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.config.schema import EditionConfig, TopicConfig
    from briefing.model.article import Article
    from briefing.model.names import NameList
    from briefing.model.passage import Passage
    from briefing.model.selection import Use
    from briefing.model.slot import Slot

__all__ = ["Considered", "consider", "uses_of"]


def uses_of(articles: Sequence[Article], slot: Slot, timezone: str) -> dict[str, Use]:
    """Say how the issue may use each article that exists for it.

    Articles that do not exist yet at the slot's `as_of` are left out.
    """
    zone = ZoneInfo(timezone)
    found = ((article.id, use_of(article, slot, zone)) for article in articles)
    return {id: use for id, use in found if use is not None}


def consider(
    articles: Sequence[Article],
    passages: Mapping[str, Sequence[Passage]],
    *,
    uses: Mapping[str, Use],
    slot: Slot,
    topics: Mapping[str, TopicConfig],
    names: NameList,
    edition: EditionConfig,
    timezone: str,
    hand: Hand | None = None,
) -> Considered:
    """Choose what an issue prints, and keep what was considered on the way.

    Args:
        articles: The articles that exist for the issue, in the order of reading.
        passages: Their passages, by article id; undated and late ones may lack.
        uses: How each may be used (see `uses_of`).
        slot: The issue's window and cut-offs.
        topics: The topics to follow, in printing order, by id.
        names: The desk's people, places, organisations and sides.
        edition: The edition's sections and budgets.
        timezone: The zone whose days count.
        hand: What the editor pinned and spiked.
    """
    hand = hand or Hand()
    by_id = {article.id: article for article in articles}
    zone = ZoneInfo(timezone)
    days = {article.id: publication_day(article, zone) for article in articles}
    ready = topics_of(topics, names)
    found_in = find_candidates(
        passages, articles, uses=uses, days=days, slot=slot, topics=ready
    )
    relevance = relevances(found_in, by_id, passages, ready)
    central = centralities(found_in, rarity_of(found_in))
    setting = Setting(slot, edition.weights, days)
    candidates = tuple(
        score(
            each,
            by_id[each.article],
            setting,
            relevance=relevance[each.key],
            centrality=central[each.key],
        )
        for each in found_in
    )
    candidates = with_hand(
        candidates, hand, topics=tuple(topics), uses=uses, days=days, slot=slot
    )
    # Over all topics at once: what two paragraphs report under two topics is one.
    found, spiked = after_hand(
        reinforced(
            cluster(candidates, by_id),
            partial(corroborate, weight=edition.weights.corroboration),
        ),
        hand,
    )
    clusters = {
        topic.id: tuple(c for c in found if c.lead.topic == topic.id) for topic in ready
    }
    scenes = {id: scene for id in passages if (scene := scene_of(passages[id], names))}
    ledger = not_spiked(build_ledger(candidates, by_id, names, days, scenes), spiked)
    measure = measure_of(clusters, ledger, edition, slot)
    selection = assemble(
        articles=tuple(articles),
        uses=uses,
        passages=passages,
        clusters=clusters,
        ledger=ledger,
        measure=measure,
        after=followers(candidates, spiked=hand.spikes),
        withheld=(*spiked, *withhold(articles, uses, candidates)),
        slot=slot,
        edition=edition,
    )
    return Considered(selection, candidates, clusters, measure, spiked)
