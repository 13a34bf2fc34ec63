"""How the claims of one quantity stand to each other.

A number that three papers take from one ministry stays one party's claim. Two
sources agree when they are not of one party; a source that the desk lists under no
party belongs to none. A number rounded is no other number; a later one by the same
source replaces the earlier.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import Entry, same_source
from briefing.select.ledger.quantities import is_revision, same_value
from briefing.select.ledger.sense_words import ANYBODY
from briefing.select.ledger.senses import is_short_for
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.briefing import Status

TWO = 2
NEUTRAL = "neutral"
PADDING = frozenset("the a an of statement report account".split())  # noqa: SIM905
REVISED_VALUE = re.compile(
    r"\b(?:with(?:drew|drawn)|instead of|rather than|not|from|earlier|former|previous|"
    r"correct(?:ed|ing)(?![^.;]*\bto\b))\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
"""Words before a number that its own sentence takes back: "from 87" of "corrected it
from 87 to 78", but not the number behind "to"."""


def status_of(group: Sequence[Entry]) -> Status:
    """Give the status of a quantity by its claims (see the contract's list)."""
    claims = [entry.statement.claim for entry in group]
    sides = {claim.party for claim in claims if claim.party} - {NEUTRAL}
    if not all(same_value(group[0], entry) for entry in group):
        if any(is_revision(group[0], entry) for entry in group[1:]):
            return "revised"
        if len(sides) >= TWO and _opposed(group):
            return "contested"
        return "revised" if _is_updated(group) else "differs"
    if len(origins_of(group)) >= TWO:
        return "agreed"
    return "claimed" if sides else "single"


def _opposed(group: Sequence[Entry]) -> bool:
    """Say whether two sides give values of their own."""
    return any(
        one.statement.claim.party not in (None, NEUTRAL)
        and other.statement.claim.party not in (None, NEUTRAL)
        and one.statement.claim.party != other.statement.claim.party
        and not same_value(one, other)
        for one in group
        for other in group
    )


def _is_updated(group: Sequence[Entry]) -> bool:
    """Say whether one source counted again, later: its newer number replaces the older.

    A source that nobody names is its publisher's own.
    """
    latest = min(group, key=newest_first)
    return all(
        same_value(latest, entry)
        or (_by_one(latest, entry) and _is_later(latest, entry))
        for entry in group
    )


def _by_one(one: Entry, other: Entry) -> bool:
    if not one.source and not other.source:
        return one.publisher == other.publisher
    return same_source(one, other)


def _is_later(one: Entry, other: Entry) -> bool:
    first, second = one.statement.claim.as_of, other.statement.claim.as_of
    return first is not None and second is not None and first > second


def origins_of(group: Iterable[Entry]) -> set[str]:
    """Give whom the claims go back to, as far as they say.

    One party is one origin, whoever speaks for it, and so is one body under a longer
    and a shorter name. A claim that names nobody adds none: it may well have been
    taken from one of the others; nor do "officials" or "witnesses" add one to another.
    """
    parties: set[str] = set()
    named: list[frozenset[str]] = []
    for entry in group:
        claim = entry.statement.claim
        name = claim.attribution_name or claim.attribution
        if claim.party not in (None, NEUTRAL):
            parties.add(str(claim.party))
        elif name:
            named.append(frozenset(words(name.replace(".", ""))) - PADDING)
    found = set(parties)
    anybody = False
    bodies: list[frozenset[str]] = []
    for telling in sorted(named, key=lambda each: (-len(each), sorted(each))):
        if telling <= ANYBODY:
            anybody = True
        elif not any(_one_body(telling, known) for known in bodies):
            bodies.append(telling)
    found.update(" ".join(sorted(telling)) for telling in bodies)
    return found or ({"somebody"} if anybody else set())


def _one_body(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two names are of one body: one within the other, or much alike."""
    return one <= other or len(one & other) >= TWO or is_short_for(one, other)


def newest_first(entry: Entry) -> tuple[int, bool, int]:
    """Order claims of a revised quantity: what holds now, then what it replaces."""
    as_of = entry.statement.claim.as_of
    sentence = entry.candidate.sentence
    old = REVISED_VALUE.search(
        sentence.text, 0, entry.figure.span.start - sentence.span.start
    )
    return (-(as_of.toordinal() if as_of else 0), bool(old), entry.figure.span.start)
