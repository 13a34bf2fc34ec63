"""Multiples: "four times faster", "20 times that figure", "twice the number".

Unit "x". "Four times" alone counts occasions ("arrested four times") and stays a
count of "times".
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.annotate.figure_scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_scene import FigureScene

NAME = "multiples"
_TIMES = re.compile(
    r"\stimes(?=\s(?:as|more|less|higher|lower|\w+er)\b"
    r"|\s(?:the|that|this|its|their|his|her|what)\s(?:figure|number|size|amount|rate|level"
    r"|price|weight|distance|value|speed|total|average|strength|population|area|it|they))"
    r"|[-\s]?fold\b",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\btwice(?=\s(?:that|the|as|its|this|what|their)\b)|\btriple(?=\s(?:the|that)\b)",
    re.IGNORECASE,
)


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield multiples."""
    for quantity in scene.quantities:
        if quantity.unit.kind != "count":
            continue
        times = _TIMES.match(scene.text, quantity.unit.end, scene.sentence.end)
        if times:
            yield _multiple(quantity.unit.start, times.end(), quantity.value)
    for found in _TWICE.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        value = 2 if found.group().lower() == "twice" else 3
        yield _multiple(found.start(), found.end(), Decimal(value))


def _multiple(start: int, end: int, value: Decimal) -> FigureCandidate:
    return FigureCandidate(start, end, NAME, value=value, unit="x", kind="rate")
