"""The days of the window, and what happened on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose.draft import place_of
from briefing.model.section import Entry, Section

if TYPE_CHECKING:
    from briefing.compose.draft import Draft
    from briefing.model.selection import Selection, Source

NAME = "timeline"


def build(draft: Draft) -> tuple[Section, ...]:
    """Point to the sentences of each day, in the order of days."""
    entries: list[Entry] = []
    for moment in draft.selection.timeline:
        item, sentence = place_of(draft, moment.candidate)
        entries.append(
            Entry(
                item=item,
                sentences=(sentence,),
                topic=moment.candidate.topic,
                title=draft.topic_title(moment.candidate.topic),
                day=moment.day,
                last_day=moment.last_day,
            )
        )
    return (Section(NAME, "timeline", "Timeline", None, entries=tuple(entries)),)


def cited(selection: Selection) -> tuple[Source, ...]:
    """Give nothing: the section cites no sentence that others do not."""
    return ()
