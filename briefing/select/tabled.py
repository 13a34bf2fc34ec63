"""What the table of key figures prints, and which sentences only repeat it.

A total since some day is read best in the table, with who says so and how it stands;
told again in a topic it takes the place of what happened. A number of one event
("killed five people on Tuesday") is news and stays.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.select.clash import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.config.schema import EditionConfig
    from briefing.model.selection import Candidate, Quantity, Source
    from briefing.model.slot import Slot

NIGHT = 2
"""A night is two days; what is counted over more is a total."""


def with_key_figures(
    ledger: tuple[Quantity, ...], edition: EditionConfig
) -> tuple[Quantity, ...]:
    """Mark the quantities to print: the first ones, and the wholes of their parts."""
    if "figures" not in edition.sections:
        return ledger
    wanted: list[int] = []
    for at, quantity in enumerate(ledger):
        if not quantity.telling:
            continue
        whole = [quantity.part_of] if quantity.part_of is not None else []
        new = [n for n in (*whole, at) if n not in wanted]
        if len(wanted) + len(new) <= edition.budget.figures:
            wanted.extend(new)
    # The parts of a figure stand in its row, and take no room of their own.
    shown = {
        at
        for at, quantity in enumerate(ledger)
        if at in wanted or (quantity.telling and quantity.part_of in wanted)
    }
    return tuple(
        quantity._replace(printed=at in shown) for at, quantity in enumerate(ledger)
    )


def tabled_in(
    ledger: Iterable[Quantity], candidates: Iterable[Candidate], slot: Slot
) -> frozenset[Source]:
    """Give the sentences of which all figures are totals that the table prints."""
    totals = Counter(
        statement.source
        for quantity in ledger
        if quantity.printed and _is_total(quantity)
        for statement in quantity.statements
    )
    return frozenset(
        candidate.source
        for candidate in candidates
        if totals[candidate.source]
        and totals[candidate.source] >= len(figures_of(candidate))
        and not _tells_a_day(candidate, slot)
    )


def _is_total(quantity: Quantity) -> bool:
    if quantity.counted is not None:
        return len(quantity.counted) > NIGHT
    return quantity.period is not None or quantity.scope == "total"


def _tells_a_day(candidate: Candidate, slot: Slot) -> bool:
    return any(
        run.overlaps(slot.window) and len(run) <= NIGHT
        for run in candidate.sentence.event_days
    )
