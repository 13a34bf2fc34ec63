"""Key figures, grouped by topic; parts stand under their whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.briefing import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "figures"


def build(draft: Draft) -> tuple[Section, ...]:
    """Point to the figures that are printed, topic by topic, wholes before parts."""
    entries: list[Entry] = []
    ledger = draft.selection.ledger
    for topic in draft.topics:
        own = [at for at, q in enumerate(ledger) if q.printed and q.topic == topic]
        wholes = [at for at in own if ledger[at].part_of not in own]
        for whole in wholes:
            parts = [at for at in own if ledger[at].part_of == whole]
            entries.extend(
                Entry(figure=f"f{at + 1}", topic=topic, title=draft.topic_title(topic))
                for at in (whole, *parts)
            )
    return (Section(NAME, "figures", "Key figures", None, entries=tuple(entries)),)


def cited(selection: Selection) -> Iterator[Source]:
    """Yield what the section cites, in the order of printing."""
    for quantity in selection.ledger:
        if quantity.printed:
            yield from (statement.source for statement in quantity.statements)
