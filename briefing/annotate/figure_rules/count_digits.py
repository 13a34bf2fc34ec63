"""Counts written with digits: "909 Russian soldiers", "some 40,000", "1.8 mln".

A bare number after a verb of closing is an index level ("closing at 8,579") and
left to `measures`. "909 Russian troops captured" gives 909, unit count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene

NAME = "count-digits"


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every number in digits that has no unit."""
    for quantity in scene.quantities:
        if quantity.numeral.digits and quantity.unit.kind == "count":
            yield FigureCandidate(
                quantity.unit.start, quantity.unit.end, NAME, value=quantity.value
            )
