"""What is older than the issue, marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "background"


def build(draft: Draft) -> tuple[Section, ...]:
    """Make the section of older things."""
    items = tuple(draft.items[c.best.lead.key] for c in draft.selection.background)
    return (Section(NAME, "background", "Background", None, items=items),)


def cited(selection: Selection) -> Iterator[Source]:
    """Yield what the section cites, in the order of printing."""
    for passage in selection.background:
        yield from passage.sources
