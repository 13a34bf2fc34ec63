"""What happened to what is counted, where the figure itself does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.ledger.quantities import REVISING
from briefing.select.ledger.sense_words import TELLING_HEADS
from briefing.select.ledger.senses import (
    event_class,
    is_known,
    known_event,
    told_by_head,
)
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate
    from briefing.select.ledger.stretches import Stretch

REACH = 80
"""How many characters before a figure may tell what happened."""
VERB = re.compile(r"\b(?:ha[sd]|have|was|were|are)\s(?:\w+ly\s|been\s|also\s)*(\w+)")


def event_of(figure: Figure, candidate: Candidate, stretch: Stretch) -> str | None:
    """Give the class of what happened; taking a number back is no event of its own."""
    by_head = told_by_head(figure.what)
    if by_head is not None:
        return by_head
    own = event_class(figure.event)
    if is_known(own):
        return own
    beside = _told_beside(figure, candidate, stretch)
    if beside is not None:
        return beside
    if figure.event and REVISING.search(figure.event):
        return None
    return own


def _told_beside(figure: Figure, candidate: Candidate, stretch: Stretch) -> str | None:
    """Give the event that words beside the number tell, where none stands with it.

    A noun before it ("the death toll has passed 1,000"), a verb after it ("180,000
    people, mainly workers, have fled"), for a measure any word of its clause.
    """
    text, at = (
        candidate.sentence.text,
        figure.span.start - candidate.sentence.span.start,
    )
    before = words(text[max(0, at - REACH) : at])
    if figure.kind in ("measure", "rate"):
        after = words(text[at : stretch.own.end])
        nearest = [*words(text[stretch.own.start : at])[::-1], *after, *before[::-1]]
        return next((told for word in nearest if (told := known_event(word))), None)
    if figure.what is None:
        return next(
            (TELLING_HEADS[word] for word in before[::-1] if word in TELLING_HEADS),
            None,
        )
    if "toll" in before:
        return "killed"
    verb = VERB.search(text, at, stretch.own.end)
    return known_event(base_form(verb[1])) if verb and not figure.event else None
