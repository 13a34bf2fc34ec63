"""When two statements are of one quantity.

They are when unit, thing counted, what happened and side agree, and the values are
near enough to be one number told twice (16,000 and 16,100), or all of it agrees and
another source gives another value for the same event.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.fold import words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate, Statement

REVISING = re.compile(
    r"\b(?:with(?:drew|drawn|draws)|correct(?:ed|s|ion)|revis(?:ed|es|ion)|"
    r"retract(?:ed|s)|took back|t[ao]ken? back)\b",
    re.IGNORECASE,
)
"""Words with which a source takes back a number it gave before."""
RARE = 100
"""From here on a number is rarely the same in two places by chance."""
NEAR = Decimal("0.02")
"""Values that differ by less are one number, rounded or copied badly."""


class Entry(NamedTuple):
    """One statement with what it is compared by."""

    candidate: Candidate
    figure: Figure
    statement: Statement
    event: str | None
    head: str | None
    side: str | None
    place: str | None
    kind: str
    """How its source came by its words."""
    publisher: str
    """Who published its article."""
    scene: str | None
    """The place that its article speaks of most."""


def _ends(figure: Figure) -> tuple[Decimal, Decimal] | None:
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    return None if low is None or high is None else (low, high)


def near(one: Figure, other: Figure) -> bool:
    """Say whether two figures are one number told twice, rounded or copied badly."""
    first, second = _ends(one), _ends(other)
    if first is None or second is None:
        return False
    return all(
        abs(a - b) <= NEAR * max(abs(a), abs(b))
        for a, b in zip(first, second, strict=True)
    )


def same_quantity(one: Entry, other: Entry) -> bool:
    """Say whether two statements are of one quantity, whatever its value."""
    if one.figure.unit != other.figure.unit or _clash(one.side, other.side):
        return False
    if one.figure.kind == "measure" and other.figure.kind == "measure":
        return _same_measure(one, other)
    if _clash(one.event, other.event) or _clash(one.head, other.head):
        return False
    if not (one.event and one.event == other.event) and not (
        one.head and one.head == other.head
    ):
        return False
    if _days_differ(one.candidate, other.candidate):
        return False
    if near(one.figure, other.figure):
        return _same_place(one, other) or (
            _share_words(one, other)
            and (one.place is None or other.place is None or _is_rare(one.figure))
        )
    if is_revision(one, other):
        return True
    # Another value is of the same quantity only when all else agrees.
    return (
        one.event == other.event
        and one.head == other.head
        and one.side == other.side
        and _same_scene(one, other)
        and bool(one.candidate.sentence.event_days)
        and bool(other.candidate.sentence.event_days)
        and one.statement.claim.attribution_name
        != other.statement.claim.attribution_name
        and one.figure.value is not None
        and other.figure.value is not None
    )


def _same_measure(one: Entry, other: Entry) -> bool:
    """Say whether two distances, areas or weights are one.

    What they measure is told in too many ways to compare ("behind Russian lines",
    "into the region"): the value, the topic and the days must do.
    """
    return (
        near(one.figure, other.figure)
        and one.candidate.topic == other.candidate.topic
        and not _days_differ(one.candidate, other.candidate)
        and (_same_place(one, other) or one.event == other.event)
    )


def is_revision(one: Entry, other: Entry) -> bool:
    """Say whether one statement takes the other back, or corrects it.

    A sentence that says so ("withdrew the figure of 48") must come from the same
    source, or stand in the same sentence as what it corrects.
    """
    told = [
        entry
        for entry in (one, other)
        if REVISING.search(entry.candidate.sentence.text)
    ]
    if not told or one.head is None or one.head != other.head:
        return False
    first, second = one.statement.claim, other.statement.claim
    names = {first.attribution_name, second.attribution_name}
    return one.publisher == other.publisher or (len(names) == 1 and None not in names)


def _is_rare(figure: Figure) -> bool:
    """Say whether a number is large enough not to be met twice by chance."""
    return abs(figure.value or figure.high or Decimal(0)) >= RARE


def _same_scene(one: Entry, other: Entry) -> bool:
    """Say whether both speak of one place, in the sentence or in the article."""
    places = {one.place, one.scene} & {other.place, other.scene}
    return bool(places - {None}) and (one.scene is None or one.scene == other.scene)


def _same_place(one: Entry, other: Entry) -> bool:
    return one.place is not None and one.place == other.place


def _share_words(one: Entry, other: Entry) -> bool:
    first = set(words(one.figure.what or "")) | set(words(one.figure.event or ""))
    second = set(words(other.figure.what or "")) | set(words(other.figure.event or ""))
    return bool(first & second) or one.head == other.head


def _clash(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _days_differ(one: Candidate, other: Candidate) -> bool:
    first, second = one.sentence.event_days, other.sentence.event_days
    return bool(
        first and second and not any(a.overlaps(b) for a in first for b in second)
    )


def repeats(entry: Entry, member: Entry) -> bool:
    """Say whether an article states again what it has stated already, by one source."""
    return (
        entry.candidate.article == member.candidate.article
        and near(entry.figure, member.figure)
        and entry.statement.claim.party == member.statement.claim.party
    )
