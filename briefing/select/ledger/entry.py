"""A statement of a figure with all that it is compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.select.ledger.sense_words import ANYBODY
from briefing.select.ledger.senses import is_known, is_short_for

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate, Statement
    from briefing.select.ledger.periods import Time
    from briefing.select.ledger.places import Where
    from briefing.select.ledger.scales import Amount

TIED_NAMES = 2
"""Words that two names of one source share, where they have so many."""


class Entry(NamedTuple):
    """One statement with what it is compared by."""

    candidate: Candidate
    figure: Figure
    statement: Statement
    event: str | None
    """The class of what happened, or its last word."""
    head: str | None
    """The class of what is counted, or its last word."""
    side: str | None
    place: str | None
    """The one place it is printed with."""
    kind: str
    """How its source came by its words."""
    publisher: str
    """Who published its article."""
    scene: str | None
    """The place that its article speaks of most."""
    amount: Amount | None
    """Its value in the base unit; None for a vague one."""
    where: Where
    """All places that its words name."""
    time: Time
    """Over which time it was counted."""
    marks: frozenset[str]
    """What makes it a count of another kind: "more", "unsure"."""
    peoples: frozenset[str]
    """The peoples or names that what is counted is of."""
    told: frozenset[str]
    """Telling words of its sentence, besides number, thing, event and source."""
    revises: bool
    """Whether its sentence takes a number back."""
    source: frozenset[str]
    """Whoever says so, in words that can be compared; empty for nobody."""


def same_source(one: Entry, other: Entry) -> bool:
    """Say whether one source says both, under a longer or a shorter name."""
    if not one.source or not other.source:
        return False
    if is_short_for(one.source, other.source):
        return True
    shared = len((one.source & other.source) - ANYBODY)
    return shared > 0 and shared >= min(TIED_NAMES, len(one.source), len(other.source))


def is_rate(entry: Entry) -> bool:
    """Say whether it is so much a day, a barrel, a head."""
    return entry.amount is not None and "/" in entry.amount.unit


def is_flow(entry: Entry) -> bool:
    """Say whether it is so much a day, which is estimated anew; a price is not."""
    return entry.figure.kind != "money" and is_rate(entry) and is_known(entry.event)
