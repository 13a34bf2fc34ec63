"""The editor's hand: what is pinned is printed, what is spiked is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.errors import UsageError, did_you_mean
from briefing.model.selection import Candidate, Cluster, Withheld
from briefing.select.marked import source_of
from briefing.select.membership import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from briefing.model.hand import Mark
    from briefing.model.selection import Quantity, Use
    from briefing.model.slot import Slot
    from briefing.select.marked import Hand

PINNED = 100.0
"""What a pinned sentence gains: more than any other can have."""
SPIKED = "spiked by the editor"
"""Why a spiked sentence is not printed."""
SPIKED_TOO = "reports what the editor spiked"


def with_hand(
    candidates: Sequence[Candidate],
    hand: Hand,
    *,
    topics: Sequence[str],
    uses: Mapping[str, Use],
    days: Mapping[str, date | None],
    slot: Slot,
) -> tuple[Candidate, ...]:
    """Mark the candidates that the editor decided on; add pinned ones of no topic.

    Args:
        candidates: The ranked candidates.
        hand: The editor's decisions.
        topics: Ids of the issue's topics, in order.
        uses: How the issue may use each article, by id.
        days: The publication day of each article, by id.
        slot: The issue's window and cut-offs.

    Raises:
        UsageError: When a pinned sentence fits no topic and is given none.
    """
    if not hand.places:
        return tuple(candidates)
    known = {candidate.key for candidate in candidates}
    added = [
        Candidate(
            article=key[0],
            passage=hand.places[key].passage,
            index=key[2],
            topic=_topic(mark, topics, ""),
            role=role_of(
                hand.places[key].passage.sentences[key[2]],
                uses[key[0]],
                slot,
                published=days[key[0]],
            ),
            scores={"total": 0.0},
        )
        for key, mark in hand.pins.items()
        if key not in known
    ]
    return tuple(_decided(each, hand, topics) for each in (*candidates, *added))


def _decided(candidate: Candidate, hand: Hand, topics: Sequence[str]) -> Candidate:
    mark = hand.pins.get(candidate.key)
    if mark is None:
        return candidate
    return replace(
        candidate,
        topic=_topic(mark, topics, candidate.topic),
        barred=None,
        hand="pin",
        scores={
            **candidate.scores,
            "pin": PINNED,
            "total": candidate.total + PINNED,
        },
    )


def _topic(mark: Mark, topics: Sequence[str], own: str) -> str:
    """Give the topic that a pinned sentence is printed under."""
    topic = mark.topic or own
    if topic in topics:
        return topic
    known = ", ".join(topics)
    what = (
        f"topic '{topic}' is none of the issue's{did_you_mean(topic, topics)}"
        if topic
        else "the sentence fits none of the issue's topics; say which with 'topic'"
    )
    message = f"{mark.where}: {what} (it has {known})"
    raise UsageError(message)


def after_hand(
    clusters: Iterable[Cluster], hand: Hand
) -> tuple[tuple[Cluster, ...], tuple[Withheld, ...]]:
    """Take out what reports a spiked sentence; let pinned ones lead what they report.

    Returns:
        The clusters that may be printed, and what the editor spiked.
    """
    clusters = tuple(clusters)
    if not hand.places:
        return clusters, ()
    kept = []
    out = []
    for cluster in clusters:
        members = (cluster.lead, *cluster.others)
        if any(member.key in hand.spikes for member in members):
            out += [_spiked(m, SPIKED_TOO) for m in members if m.key not in hand.spikes]
        else:
            kept.append(_led_by_pin(cluster))
    held = [
        Withheld(place.text, SPIKED, key[0], source_of(place))
        for key, place in hand.places.items()
        if key in hand.spikes
    ]
    kept.sort(key=lambda cluster: (-cluster.lead.total, cluster.lead.key))
    return tuple(kept), (*held, *out)


def not_spiked(
    ledger: Iterable[Quantity], held: Iterable[Withheld]
) -> tuple[Quantity, ...]:
    """Keep figures that only spiked sentences state out of the key figures."""
    spiked = {one.source for one in held}
    return tuple(
        quantity._replace(telling=False)
        if spiked and all(one.source in spiked for one in quantity.statements)
        else quantity
        for quantity in ledger
    )


def _led_by_pin(cluster: Cluster) -> Cluster:
    pinned = next((one for one in cluster.others if one.hand == "pin"), None)
    if pinned is None or cluster.lead.hand == "pin":
        return cluster
    others = (cluster.lead, *(one for one in cluster.others if one is not pinned))
    return Cluster(pinned, others, cluster.origins)


def _spiked(candidate: Candidate, why: str) -> Withheld:
    text = candidate.sentence.text
    return Withheld(text, why, candidate.article, candidate.source)
