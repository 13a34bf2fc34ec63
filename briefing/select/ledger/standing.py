"""How the claims of one quantity stand to each other.

A number that three papers take from one ministry stays one party's claim. Two
sources agree when they are not of one party; a source that the desk lists under no
party belongs to none. A number rounded is no other number; a later one by the same
source replaces the earlier.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import Entry, same_source
from briefing.select.ledger.quantities import equal_value, is_revision, same_value
from briefing.select.ledger.rivals import NEUTRAL, set_against, updates
from briefing.select.ledger.sense_words import ANYBODY
from briefing.select.ledger.senses import is_short_for
from briefing.select.ledger.taken_back import counts_again, is_withdrawn, taken_back
from briefing.select.ledger.vague import counted, is_vague
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.ledger import Status

TWO = 2
MOST = 40
"""So many claims of a quantity are compared for rivals."""
PADDING = frozenset("the a an of statement report account s".split())  # noqa: SIM905
STATE = frozenset(
    "state government regime authority official ministry minister president army "  # noqa: SIM905
    "military police tv television radio medium media agency news run owned "
    "spokesman spokeswoman".split()
)
"""Words for a state and what it lets be told: with a country alone, one origin."""
CHANNELS = frozenset("tv television radio news run owned channel newspaper".split())  # noqa: SIM905
"""Words for what carries reports of anybody."""
STEM = 4
"""Letters that a country and its adjective share: Norway, Norwegian."""


def status_of(group: Sequence[Entry]) -> Status:
    """Give the status of a quantity by its claims (see the contract's list).

    What a later number of its source, or a text, has replaced no longer counts.
    """
    live = holding(group)
    sides = {_side(entry) for entry in group} - {None}
    if not live:
        return "revised"
    if is_vague(live[0]):
        # Nobody agrees on a number that nobody gives.
        return "claimed" if sides else "single"
    # "Hundreds" is another wording beside a number, and no other number.
    numbers = counted(live)
    if not all(same_value(numbers[0], entry) for entry in numbers):
        return "contested" if _contested(numbers) else "differs"
    kept = {id(entry) for entry in live}
    gone = [entry for entry in group if id(entry) not in kept]
    if any(is_withdrawn(entry) or not same_value(live[0], entry) for entry in gone):
        return "revised"
    if len(origins_of(group)) >= TWO:
        return "agreed"
    return "claimed" if sides else "single"


def holding(group: Sequence[Entry]) -> list[Entry]:
    """Give the claims of a quantity that nothing has replaced, or taken back."""
    if not any(is_withdrawn(entry) for entry in group) and (
        all(taken_back(entry) is not None for entry in group)
        or all(equal_value(group[0], entry) for entry in group)
    ):
        # What is only told as earlier holds as long as nobody gives another number.
        return list(group)
    old = [entry for entry in group if taken_back(entry) is not None]
    return [
        entry
        for entry in group
        if taken_back(entry) is None
        and not any(_takes_back(each, entry) for each in old)
        and not any(_replaces(each, entry) for each in group if each is not entry)
    ]


def _side(entry: Entry) -> str | None:
    party = entry.statement.claim.party
    return None if party == NEUTRAL else party


def _contested(live: Sequence[Entry]) -> bool:
    """Say whether rivals give values of their own."""
    return any(
        set_against(one, other) and not same_value(one, other)
        for one, other in combinations(live[:MOST], 2)
    )


def _takes_back(old: Entry, entry: Entry) -> bool:
    """Say whether a text takes back the number of an earlier claim."""
    return (
        equal_value(old, entry)
        and not _is_later(entry, old)
        and (_by_one(old, entry) or old.publisher == entry.publisher)
    )


def _replaces(new: Entry, old: Entry) -> bool:
    """Say whether a claim is told to take the place of another, or its source's own."""
    if same_value(new, old) or taken_back(new) is not None:
        return False
    if _by_one(new, old) and _is_later(new, old):
        return True
    if new.revises and not old.revises and is_revision(new, old):
        return not _is_later(old, new)
    return not _is_later(old, new) and not counts_again(old) and updates(old, new)


def _by_one(one: Entry, other: Entry) -> bool:
    """Say whether one source gives both; one that nobody names is the publisher."""
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
        if telling <= ANYBODY | CHANNELS:
            anybody = True
        elif not any(_one_body(telling, known) for known in bodies):
            bodies.append(telling)
    found.update(" ".join(sorted(telling)) for telling in bodies)
    return found or ({"somebody"} if anybody else set())


def _one_body(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two names are of one body: one within the other, or much alike."""
    if one <= other or len(one & other) >= TWO or is_short_for(one, other):
        return True
    return _one_state(one, other)


def _one_state(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether both are one country's: "Norway's government", "Norwegian TV"."""
    countries = one - STATE, other - STATE
    if any(len(each) != 1 for each in countries) or not (one & STATE and other & STATE):
        return False
    (first,), (second,) = countries
    return len(first) >= STEM and first[:STEM] == second[:STEM]


def newest_first(group: Sequence[Entry]) -> list[Entry]:
    """Order claims of a revised quantity: what holds now, then what it replaces."""
    live = {id(entry) for entry in holding(group)}

    def place(entry: Entry) -> tuple[bool, int, bool, int]:
        as_of = entry.statement.claim.as_of
        return (
            id(entry) not in live,
            -(as_of.toordinal() if as_of else 0),
            taken_back(entry) is not None,
            entry.figure.span.start,
        )

    return sorted(group, key=place)
