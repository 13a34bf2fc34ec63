"""Statements of one quantity brought together, without comparing each with each.

A statement is compared only with groups that share a key with it: a value nearly its
own, or what is counted and who says so, where, or when. So the work grows with the
number of statements and not with its square.
"""

from __future__ import annotations

import math
from itertools import islice, product
from typing import TYPE_CHECKING

from briefing.select.ledger.leaning import is_bare
from briefing.select.ledger.quantities import repeats, same_quantity, stands_apart
from briefing.select.ledger.retold import is_flow
from briefing.select.ledger.scales import is_sum
from briefing.select.ledger.taken_back import taken_back
from briefing.select.ledger.ties import NEARBY, word_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from briefing.select.ledger.entry import Entry

STEP = math.log(1.13)
"""Two values in one step of this scale, or in the next, may be one number."""

FAR_STEP = math.log(10)
"""A value counted again lies in the same step of this scale, or in the next."""
MOST_GROUPS, MOST_MEMBERS = 80, 24
"""So many groups, and members of each, a statement is compared with at most."""
NAMED_BY = 4
"""How many words of a source's name are looked up."""


def group_entries(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Give the statements of each quantity together, in the order of the first."""
    groups: list[list[Entry]] = []
    index: dict[Hashable, dict[int, None]] = {}
    # What only takes a number back joins the quantity that has it, and leads there.
    for entry in sorted(entries, key=_leans):
        at = _find(entry, groups, index)
        if at is None:
            at = len(groups)
            groups.append([])
        group = groups[at]
        if not any(repeats(entry, member) for member in _some(group)):
            group.append(entry)
        for key in _keys(entry, wide=False):
            index.setdefault(key, {})[at] = None
    return groups


def _leans(entry: Entry) -> int:
    """Say whether a statement depends on others for what it counts."""
    if not is_bare(entry):
        return 0
    return 1 if taken_back(entry) is not None else 2


def _find(
    entry: Entry,
    groups: list[list[Entry]],
    index: dict[Hashable, dict[int, None]],
) -> int | None:
    """Give the first group that an entry belongs to."""
    return next(
        (
            at
            for at in sorted(_near(entry, index))
            if any(same_quantity(member, entry) for member in _some(groups[at]))
            and not any(stands_apart(member, entry) for member in _some(groups[at]))
        ),
        None,
    )


def _near(entry: Entry, index: dict[Hashable, dict[int, None]]) -> set[int]:
    """Give the groups that share a key with an entry, those of the rarest keys first.

    What thousands share tells nothing: of such only the latest are compared.
    """
    shared = {key: index[key] for key in _keys(entry, wide=True) if key in index}
    near: set[int] = set()
    for listed in sorted(shared.values(), key=len):
        near.update(islice(reversed(listed), MOST_GROUPS))
        if len(near) >= MOST_GROUPS:
            break
    return near


def _some(group: list[Entry]) -> list[Entry]:
    """Give the members of a group with which another is compared: first and latest."""
    if len(group) <= MOST_MEMBERS:
        return group
    half = MOST_MEMBERS // 2
    return [*group[:half], *group[-half:]]


def _keys(entry: Entry, *, wide: bool) -> Iterator[Hashable]:
    """Yield what a statement may share with another of its quantity.

    Args:
        entry: The statement.
        wide: Whether to look a step up and down the scale of values, too.
    """
    amount = entry.amount
    if amount is None:
        yield ("vague", entry.candidate.topic, entry.event, entry.head)
        return
    size = abs(float(amount.high))
    scale = math.log(size) if size else 0.0
    steps = (-1, 0, 1) if wide else (0,)
    senses = [("event", entry.event), ("head", entry.head)]
    told = [sense for sense in senses if sense[1] is not None]
    near = [round(scale / STEP) + step for step in steps]
    far = [round(scale / FAR_STEP) + step for step in steps]
    alike: list[tuple[Hashable, ...]] = [*told]
    if is_sum(amount):
        alike.append(("money",))
    yield from product(("value",), (amount.dimension,), near, alike)
    yield from product(("at",), _places(entry, wide=wide), near, alike)
    counted = (entry.candidate.topic, amount.dimension)
    yield from product((counted,), told, _ties(entry), far)
    if entry.time.days is not None and entry.scene is not None:
        yield from product((counted,), told, [(entry.time.days.first, entry.scene)])
    yield ("beside", *entry.candidate.key[:2], entry.head)
    if is_bare(entry) or not wide:
        yield ("worth", amount.dimension, amount.low, entry.publisher)
    for place in sorted(entry.where.own)[:NAMED_BY]:
        yield (counted, "placed", entry.event, entry.head, place)
    yield from product((counted,), _alike(entry), _weeks(entry, wide=wide))
    # What takes a number back may say nothing else of it.
    revising = {True, not entry.revises} if wide else {entry.revises}
    yield from product((counted,), ("revised",), (entry.head,), sorted(revising))


def _places(entry: Entry, *, wide: bool) -> Iterator[str]:
    """Yield the words of a statement's places; nothing where it has none of its own."""
    if not entry.where.own:
        yield ""
        return
    for place in sorted(entry.where.own | entry.where.around)[:NAMED_BY]:
        yield from place.split()
    if wide:
        yield ""


def _alike(entry: Entry) -> Iterator[tuple[Hashable, ...]]:
    """Yield what ties two values by the words of their sentences alone."""
    yield from word_pairs(entry.told)
    yield from word_pairs(entry.source)
    if is_flow(entry):
        yield ("flow",)
    elif entry.figure.kind != "count":
        yield ("named", entry.head)
        if entry.amount is not None and entry.amount.low != entry.amount.high:
            yield ("range",)


def _weeks(entry: Entry, *, wide: bool) -> list[int]:
    """Give the stretch of days in which it is said, and those beside it."""
    said = entry.statement.claim.as_of
    if said is None:
        return []
    stretch = said.toordinal() // (NEARBY + 1)
    return [stretch - 1, stretch, stretch + 1] if wide else [stretch]


def _ties(entry: Entry) -> Iterator[tuple[Hashable, ...]]:
    """Yield what ties two values of one quantity: the source, a total, the days."""
    for word in sorted(entry.source)[:NAMED_BY]:
        yield ("source", word)
    if len(entry.source) > 1:
        yield ("source", "".join(sorted(word[0] for word in entry.source)))
    elif entry.source:
        (word,) = entry.source
        yield ("source", "".join(sorted(word)))
    if entry.time.scope == "total" or (entry.amount and "/" in entry.amount.unit):
        yield ("total",)
    if entry.time.days is not None:
        yield ("days", entry.time.days.first)
