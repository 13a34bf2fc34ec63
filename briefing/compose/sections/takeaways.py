"""Key takeaways: one sentence a topic, each with what disputes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose.draft import place_of
from briefing.model.section import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "takeaways"


def build(draft: Draft) -> tuple[Section, ...]:
    """Point to the sentences that lead the issue, in the order of their topics."""
    entries: list[Entry] = []
    for takeaway in draft.selection.takeaways:
        item, sentence = place_of(draft, takeaway.candidate)
        caveat = (
            place_of(draft, takeaway.caveat)[1:] if takeaway.caveat is not None else ()
        )
        dispute = place_of(draft, takeaway.dispute) if takeaway.dispute else None
        entries.append(
            Entry(
                item=item,
                sentences=(sentence, *caveat),
                topic=takeaway.topic,
                title=draft.topic_title(takeaway.topic),
                dispute=dispute[0] if dispute else None,
                dispute_sentences=(dispute[1],) if dispute else (),
            )
        )
    return (Section(NAME, "takeaways", "Key takeaways", None, entries=tuple(entries)),)


def cited(selection: Selection) -> Iterator[Source]:
    """Yield what the section cites, in the order of printing."""
    keys = [key for takeaway in selection.takeaways for key in takeaway.keys]
    order = {key: at for at, key in enumerate(keys)}
    told = [
        cluster
        for passage in selection.passages()
        for cluster in passage.clusters
        if cluster.lead.key in order
    ]
    for cluster in sorted(told, key=lambda cluster: order[cluster.lead.key]):
        yield from cluster.sources
