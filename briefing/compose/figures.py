"""From quantities to the ledger's numbered figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.ledger import LedgerFigure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.ledger import Earlier
    from briefing.model.selection import Quantity, Source


def build_figures(
    ledger: Sequence[Quantity],
    numbers: Mapping[Source, int],
    earlier: Sequence[Sequence[Earlier]] = (),
) -> tuple[LedgerFigure, ...]:
    """Give every figure its id and every claim the number of its citation.

    Args:
        ledger: The quantities.
        numbers: The number of each cited sentence.
        earlier: What earlier issues gave for each quantity, if they were read.
    """
    return tuple(
        LedgerFigure(
            id=f"f{at}",
            label=quantity.label,
            what=quantity.what,
            event=quantity.event,
            place=quantity.place,
            side=quantity.side,
            period=quantity.period,
            unit=quantity.unit,
            status=quantity.status,
            part_of=None if quantity.part_of is None else f"f{quantity.part_of + 1}",
            claims=tuple(
                replace(statement.claim, citation=numbers[statement.source])
                for statement in quantity.statements
            ),
            topic=quantity.topic,
            articles=len({s.source.article for s in quantity.statements}),
            origins=quantity.origins,
            printed=quantity.printed,
            people=quantity.people,
            scope=quantity.scope,
            period_first=quantity.counted.first if quantity.counted else None,
            period_last=quantity.counted.last if quantity.counted else None,
            period_inferred=quantity.inferred,
            pin=quantity.pin,
            was=tuple(earlier[at - 1]) if earlier else (),
        )
        for at, quantity in enumerate(ledger, start=1)
    )
