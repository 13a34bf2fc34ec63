"""One section a topic, with its chosen passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "topics"


def build(draft: Draft) -> tuple[Section, ...]:
    """Make the sections of all topics, in the edition's order."""
    return tuple(
        Section(
            topic,
            "topic",
            draft.topic_title(topic),
            topic,
            items=tuple(draft.items[c.best.lead.key] for c in chosen),
        )
        for topic, chosen in draft.selection.topics
    )


def cited(selection: Selection) -> Iterator[Source]:
    """Yield what the section cites, in the order of printing."""
    for passage in selection.passages():
        yield from passage.sources
