"""Sums of money: "$57m", "US$27 billion", "three billion stg", "50 cents".

The unit is the ISO code of the currency; a bare "$" is the United States dollar.
"$1.16" rose from "$52.16" gives two sums; a sum "a barrel" is left to `rates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene

NAME = "money"


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every number with a currency."""
    for quantity in scene.quantities:
        unit = quantity.unit
        if unit.kind == "money":
            yield FigureCandidate(
                unit.start,
                unit.end,
                NAME,
                value=quantity.value,
                unit=unit.name,
                kind="money",
            )
