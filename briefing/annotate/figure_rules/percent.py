"""Percentages and points: "64%", "ten percent", "39 pct", "two percentage points".

The number stands as printed: "64%" is 64 in the unit %. Percentage points are "pp".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene

NAME = "percent"


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every number with a percent sign or word."""
    for quantity in scene.quantities:
        unit = quantity.unit
        if unit.kind == "percent":
            yield FigureCandidate(
                unit.start,
                unit.end,
                NAME,
                value=quantity.value,
                unit=unit.name,
                kind="percent",
            )
