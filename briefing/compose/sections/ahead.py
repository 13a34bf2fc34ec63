"""What is announced, and leads no topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "ahead"


def build(draft: Draft) -> tuple[Section, ...]:
    """Make the section of announced things."""
    items = tuple(draft.items[c.best.lead.key] for c in draft.selection.ahead)
    return (Section(NAME, "ahead", "Ahead", None, items=items),)


def cited(selection: Selection) -> Iterator[Source]:
    """Yield what the section cites, in the order of printing."""
    for passage in selection.ahead:
        yield from passage.sources
