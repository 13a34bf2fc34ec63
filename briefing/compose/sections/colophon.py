"""How the issue was made; its facts are the issue's `tally` and `problems`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.section import Section

if TYPE_CHECKING:
    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "colophon"


def build(draft: Draft) -> tuple[Section, ...]:
    """Make the section; templates set it from `tally`, `gaps` and `problems`."""
    return (Section(NAME, "colophon", "Colophon", None),)


def cited(selection: Selection) -> tuple[Source, ...]:
    """Give nothing: the section cites no sentence that others do not."""
    return ()
