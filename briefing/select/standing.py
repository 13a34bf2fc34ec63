"""How the claims of one quantity stand to each other.

A number that three papers take from one ministry stays one party's claim. Two
sources agree when they are not of one party; a source that the desk lists under no
party belongs to none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.quantities import Entry, is_revision, near
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.briefing import Status

TWO = 2
NEUTRAL = "neutral"
PADDING = frozenset("the a an of statement report account".split())  # noqa: SIM905
REVISED_VALUE = re.compile(
    r"\b(?:with(?:drew|drawn)|correct(?:ed|ing)|instead of|rather than|not|from|"
    r"earlier|former|previous)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before a number that its own sentence takes back."""


def status_of(group: Sequence[Entry]) -> Status:
    """Give the status of a quantity by its claims (see the contract's list)."""
    claims = [entry.statement.claim for entry in group]
    sides = {claim.party for claim in claims if claim.party} - {NEUTRAL}
    if not all(near(group[0].figure, entry.figure) for entry in group):
        if any(is_revision(group[0], entry) for entry in group[1:]):
            return "revised"
        return "contested" if len(sides) >= TWO else "differs"
    if len(origins_of(group)) >= TWO:
        return "agreed"
    return "claimed" if sides else "single"


def origins_of(group: Iterable[Entry]) -> set[str]:
    """Give whom the claims go back to, as far as they say.

    One party is one origin, whoever speaks for it. A claim that names nobody adds
    none: it may well have been taken from one of the others.
    """
    found = set()
    for entry in group:
        claim = entry.statement.claim
        name = claim.attribution_name or claim.attribution
        if claim.party not in (None, NEUTRAL):
            found.add(str(claim.party))
        elif name:
            telling = [word for word in words(name) if word not in PADDING]
            found.add(" ".join(telling) or name)
    return found


def newest_first(entry: Entry) -> tuple[int, bool, int]:
    """Order claims of a revised quantity: what holds now, then what it replaces."""
    as_of = entry.statement.claim.as_of
    sentence = entry.candidate.sentence
    old = REVISED_VALUE.search(
        sentence.text, 0, entry.figure.span.start - sentence.span.start
    )
    return (-(as_of.toordinal() if as_of else 0), bool(old), entry.figure.span.start)
