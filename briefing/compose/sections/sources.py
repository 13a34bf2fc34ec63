"""The closing list of sources; its lines are the issue's `articles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.section import Section

if TYPE_CHECKING:
    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "sources"


def build(draft: Draft) -> tuple[Section, ...]:
    """Make the section; templates set it from `articles` and `citations`."""
    return (Section(NAME, "sources", "Sources", None),)


def cited(selection: Selection) -> tuple[Source, ...]:
    """Give nothing: the section cites no sentence that others do not."""
    return ()
