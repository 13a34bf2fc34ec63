"""Rates: "barrels a day", "$53.32 a barrel", "15 a year", "92.27 yen to the dollar".

The unit names both: "barrel/day", "USD/barrel", "count/year", "JPY/USD".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate
from briefing.annotate.figure_words.units import read_per

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene, Quantity

NAME = "rates"
_EXCHANGE = re.compile(r"\s(?:to|per|against)\s(?:the|a|one)\s(dollar|euro|pound)\b")
_CODES = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every quantity that is given per day, share, barrel and so on."""
    for quantity in scene.quantities:
        found = _per(scene, quantity)
        if found is None:
            continue
        end, unit = found
        yield FigureCandidate(
            quantity.unit.start, end, NAME, value=quantity.value, unit=unit, kind="rate"
        )


def _per(scene: FigureScene, quantity: Quantity) -> tuple[int, str] | None:
    """Give where the rate ends, and its unit."""
    unit = quantity.unit
    if unit.kind in ("percent", "duration"):
        return None
    per = read_per(scene.text, unit.end, scene.sentence.end)
    if per is not None:
        return per[0], f"{unit.name}/{per[1]}"
    exchange = _EXCHANGE.match(scene.text, unit.end, scene.sentence.end)
    if unit.kind == "money" and exchange:
        # The currency after "to the" stays outside: the sum is what is reported.
        return unit.end, f"{unit.name}/{_CODES[exchange.group(1)]}"
    return None
