"""Statements of one quantity brought together, without comparing each with each.

A statement is compared only with groups that share a key with it: a value nearly its
own, or what is counted and who says so, where, or when. So the work grows with the
number of statements and not with its square.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing.select.quantities import repeats, same_quantity

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from briefing.select.quantities import Entry

STEP = math.log(1.13)
"""Two values in one step of this scale, or in the next, may be one number."""

NAMED_BY = 4
"""How many words of a source's name are looked up."""


def group_entries(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Give the statements of each quantity together, in the order of the first."""
    groups: list[list[Entry]] = []
    index: dict[Hashable, dict[int, None]] = {}
    for entry in entries:
        at = _find(entry, groups, index)
        if at is None:
            at = len(groups)
            groups.append([])
        group = groups[at]
        if not any(repeats(entry, member) for member in group):
            group.append(entry)
        for key in _keys(entry, wide=False):
            index.setdefault(key, {})[at] = None
    return groups


def _find(
    entry: Entry,
    groups: list[list[Entry]],
    index: dict[Hashable, dict[int, None]],
) -> int | None:
    """Give the first group that an entry belongs to."""
    near = sorted({at for key in _keys(entry, wide=True) for at in index.get(key, ())})
    return next(
        (
            at
            for at in near
            if any(same_quantity(member, entry) for member in groups[at])
        ),
        None,
    )


def _keys(entry: Entry, *, wide: bool) -> Iterator[Hashable]:
    """Yield what a statement may share with another of its quantity.

    Args:
        entry: The statement.
        wide: Whether to look a step up and down the scale of values, too.
    """
    amount = entry.amount
    if amount is None:
        return
    size = abs(float(amount.high))
    step = round(math.log(size) / STEP) if size else 0
    for near in (-1, 0, 1) if wide else (0,):
        yield ("value", amount.dimension, step + near)
    counted = (entry.candidate.topic, amount.dimension)
    for told in {("event", entry.event), ("head", entry.head)} - {
        ("event", None),
        ("head", None),
    }:
        for word in sorted(entry.source)[:NAMED_BY]:
            yield (*counted, *told, "source", word)
        if entry.time.scope == "total" or "/" in amount.unit:
            yield (*counted, *told, "total", entry.where.own)
        if entry.time.days is not None:
            yield (*counted, *told, "days", entry.time.days.first)
    if entry.head is not None:
        # What takes a number back may say nothing else of it.
        yield (*counted, "revised", entry.head, entry.publisher)
