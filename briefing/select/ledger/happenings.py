"""What happened to what is counted, where the figure itself does not say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.select.ledger.quantities import REVISING
from briefing.select.ledger.sense_words import HAPPENS_TO_PEOPLE, TELLING_HEADS
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
TO_PEOPLE = HAPPENS_TO_PEOPLE - {"fled"}
PHRASED = frozenset(
    "forced driven drove forcing driving fell fallen falling took taken brought "  # noqa: SIM905
    "rushed".split()
)
"""Verbs that tell what happened only with the words behind them."""
VERB = re.compile(r"\b(?:ha[sd]|have|was|were|are)\s(?:\w+ly\s|been\s|also\s)*(\w+)")


def event_of(figure: Figure, candidate: Candidate, stretch: Stretch) -> str | None:
    """Give the class of what happened; taking a number back is no event of its own."""
    by_head = told_by_head(figure.what)
    if by_head is not None:
        return by_head
    own = _phrased(figure, candidate) or event_class(figure.event)
    if is_known(own):
        return own
    beside = _told_beside(figure, candidate, stretch)
    if beside is not None:
        return beside
    if figure.event and REVISING.search(figure.event):
        return None
    return own


def _phrased(figure: Figure, candidate: Candidate) -> str | None:
    """Give the class of a verb that says what happened only with the words behind it.

    Who is "forced out" has fled, who "fell ill" is infected and not killed.
    """
    verbs = words(figure.event or "")
    if not verbs or PHRASED.isdisjoint(verbs):
        return None
    text = candidate.sentence.text
    told = (each for each in _phrases().finditer(text) if each[0].split()[0] in verbs)
    return next((each.lastgroup for each in told), None)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<fled>(?:forced|driven|drove|forcing|driving)\s(?:[\w’'-]+\s){0,4}?"
        r"(?:out|from|to\s(?:flee|leave|abandon|evacuate))\b)"
        r"|(?P<infected>(?:fell|fallen|falling|took|taken)\s(?:\w+ly\s)?(?:ill|sick)\b)"
        r"|(?P<hospitalised>(?:taken|took|brought|rushed)\sto\s(?:[\w-]+\s){0,3}?"
        r"(?:hospitals?|clinics?)\b))"
    )


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
        told = (each for word in nearest if (each := known_event(word)))
        if figure.kind == "measure":
            # No mile of coast was killed.
            told = (each for each in told if each not in TO_PEOPLE)
        return next(told, None)
    if figure.what is None:
        return next(
            (TELLING_HEADS[word] for word in before[::-1] if word in TELLING_HEADS),
            None,
        )
    if "toll" in before:
        return "killed"
    verb = VERB.search(text, at, stretch.own.end)
    return known_event(base_form(verb[1])) if verb and not figure.event else None
