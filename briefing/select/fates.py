"""What became of every sentence that was considered, and what beat it.

For the editor who asks why a line is not in: each candidate has one fate, and a reason
in words that name the sentence it lost to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.select.choose import WEAK, Measure, Worth, weigh
from briefing.select.sameness import ground_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefing.model.selection import Candidate, Chosen, Cluster, Selection, Withheld

Key = tuple[str, int, int]
Outcome = Literal[
    "takeaway", "dispute", "topic", "ahead", "background", "same", "held", "spiked",
    "share", "repeats", "outranked", "weak", "no section",
]  # fmt: skip
"""takeaway to background: printed there; same: reports what a printed or outranked
sentence reports; held: cannot be printed; spiked: by the editor; share: its article
gives enough already; repeats: too like a printed one; outranked: others were better;
weak: ranks too low for any place; no section: the edition has none for its kind."""
PRINTED: frozenset[Outcome] = frozenset(
    {"takeaway", "dispute", "topic", "ahead", "background"}
)


class Considered(NamedTuple):
    """A selection with all that was weighed for it."""

    selection: Selection
    """What is printed."""
    candidates: tuple[Candidate, ...]
    """Every sentence that belongs to a topic."""
    clusters: Mapping[str, Sequence[Cluster]]
    """By topic, the sentences that report the same, best first."""
    measure: Measure
    """What they were weighed by."""
    spiked: tuple[Withheld, ...] = ()
    """What the editor spiked."""


class Fate(NamedTuple):
    """What became of one candidate."""

    candidate: Candidate
    """The sentence."""
    outcome: Outcome
    """What became of it."""
    why: str
    """The reason, where it is not printed."""
    cluster: Cluster | None
    """The group that it is in; None where nothing of it can be printed."""
    rival: Candidate | None = None
    """The sentence that it lost to, or is printed under."""
    worth: Worth | None = None
    """What it would have added, where it was weighed and left out."""


def fates_of(considered: Considered) -> tuple[Fate, ...]:
    """Give the fate of every candidate, by topic and rank."""
    printed = _printed(considered.selection)
    last = {
        topic: _last(topic, found, printed, considered.measure)
        for topic, found in considered.clusters.items()
    }
    clusters = [c for found in considered.clusters.values() for c in found]
    group = {
        member.key: cluster
        for cluster in clusters
        for member in (cluster.lead, *cluster.others)
    }
    group |= _following(considered.selection, group)
    chosen = [cluster for cluster in clusters if cluster.lead.key in printed]
    spiked = {one.source for one in considered.spiked}
    trimmed = considered.selection.trimmed
    fates = []
    for candidate in considered.candidates:
        cluster = group.get(candidate.key)
        if candidate.source in spiked:
            fate = Fate(candidate, "spiked", "spiked by the editor", cluster)
        elif cluster is None or (
            candidate.barred and cluster.lead.key in printed.keys() - {candidate.key}
        ):
            why = candidate.barred or "nothing of its group can be printed"
            fate = Fate(candidate, "held", why, cluster)
        elif cluster.lead.key != candidate.key:
            fate = _merged(candidate, cluster, considered.measure)
        elif candidate.key in printed:
            fate = Fate(cluster.lead, printed[candidate.key], "", cluster)
        else:
            fate = _left_out(
                cluster, chosen, last.get(candidate.topic), considered.measure, trimmed
            )
        fates.append(fate)
    order = {topic: at for at, topic in enumerate(considered.clusters)}
    fates.sort(
        key=lambda fate: (
            order.get(fate.candidate.topic, len(order)),
            -fate.candidate.total,
            fate.candidate.key,
        )
    )
    return tuple(fates)


def _printed(selection: Selection) -> dict[Key, Outcome]:
    """Give under what each printed sentence stands."""
    found: dict[Key, Outcome] = {
        cluster.lead.key: "topic"
        for passage in selection.passages()
        for cluster in passage.clusters
    }
    for outcome, passages in _apart(selection):
        for passage in passages:
            found |= {cluster.lead.key: outcome for cluster in passage.clusters}
    for takeaway in selection.takeaways:
        found[takeaway.candidate.key] = "takeaway"
        if takeaway.dispute:
            found[takeaway.dispute.key] = "dispute"
    return found


def _following(selection: Selection, known: Collection[Key]) -> dict[Key, Cluster]:
    """Give what is printed behind the sentence that it leans on, by its key."""
    passages = (*selection.passages(), *selection.ahead, *selection.background)
    return {
        cluster.lead.key: cluster
        for passage in passages
        for cluster in passage.clusters
        if cluster.lead.key not in known
    }


def _apart(selection: Selection) -> Iterator[tuple[Outcome, Sequence[Chosen]]]:
    yield "ahead", selection.ahead
    yield "background", selection.background


def _last(
    topic: str,
    clusters: Sequence[Cluster],
    printed: Mapping[Key, Outcome],
    measure: Measure,
) -> tuple[Cluster, float] | None:
    """Give the printed sentence of a topic that adds least, with what it adds."""
    own = [  # without the caveats, which come with what they limit
        c
        for c in clusters
        if printed.get(c.lead.key) == "topic" and c.lead.total >= WEAK
    ]
    taken = [
        c
        for c in clusters
        if printed.get(c.lead.key) in ("topic", "takeaway", "dispute")
    ]
    weighed = [
        (weigh(c, measure, taken=[t for t in taken if t is not c]).total, c)
        for c in own
    ]
    if not weighed:
        return None
    worth, cluster = min(weighed, key=lambda each: (each[0], each[1].lead.key))
    return cluster, worth


def _merged(candidate: Candidate, cluster: Cluster, measure: Measure) -> Fate:
    lead = cluster.lead
    if candidate.barred:
        return Fate(candidate, "held", candidate.barred, cluster, lead)
    ground = ground_of(candidate, lead, measure.alike.rarity)
    how = f" ({ground})" if ground else " (by way of a third)"
    why = f"reports the same{how}; the other says more or is nearer the source"
    return Fate(candidate, "same", why, cluster, lead)


def _left_out(
    cluster: Cluster,
    chosen: Sequence[Cluster],
    last: tuple[Cluster, float] | None,
    measure: Measure,
    trimmed: Mapping[str, int],
) -> Fate:
    """Say why a sentence that may be printed is not."""
    lead = cluster.lead
    if lead.total < WEAK:
        why = f"ranks {lead.total:.2f}, below the {WEAK:g} that any place needs"
        return Fate(lead, "weak", why, cluster)
    own = [each for each in chosen if each.lead.topic == lead.topic]
    others = [each for each in chosen if each.lead.topic != lead.topic]
    worth = weigh(cluster, measure, taken=own, others=others)
    beaten_by, least = last or (None, WEAK)
    rival = beaten_by.lead if beaten_by else None
    told = f"would add {_sum(worth)}"
    if worth.like and worth.total < least <= worth.total - worth.repeats:
        why = f"{told}; it repeats another"
        return Fate(lead, "repeats", why, cluster, worth.like.lead, worth)
    if worth.total >= least and trimmed.get(lead.article):
        why = "its article gives as many of its words as max_share allows"
        return Fate(lead, "share", why, cluster, rival, worth)
    if lead.role != "news":
        why = f"{told}; {_KINDS[lead.role]}"
        return Fate(lead, "no section", why, cluster, None, worth)
    if worth.total < WEAK:
        why = f"{told}, below the {WEAK:g} that any place needs"
        return Fate(lead, "weak", why, cluster, None, worth)
    why = f"{told}; the last one printed in its topic adds {least:.2f}"
    return Fate(lead, "outranked", why, cluster, rival, worth)


def _sum(worth: Worth) -> str:
    """Write what a sentence would add as a sum, where it is not just its rank."""
    parts = {
        "it repeats printed ones": worth.repeats,
        "the table has its totals": worth.tabled,
        "its side was heard less": worth.balance,
        "its paragraph is begun": worth.passage,
    }
    told = [f"{value:+.2f} {why}" for why, value in parts.items() if round(value, 2)]
    if not told:
        return f"{worth.total:.2f}"
    return f"{worth.total:.2f} ({worth.rank:.2f}, {', '.join(told)})"


_KINDS = {
    "ahead": "looks ahead: its section is full or left out, its day has passed, or "
    "nothing is announced",
    "background": "older: its section is full or left out",
}
