"""Multiples: "four times faster", "20 times that figure", "twice the number".

Unit "x". "Four times" alone counts occasions ("arrested four times") and stays a
count of "times". A ratio to one is a multiple too: "outnumbered five to one" gives 5.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene

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


_TO = re.compile(r"\s?(?:-to-|to|:)\s?")


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield multiples."""
    for quantity in scene.quantities:
        if quantity.unit.kind != "count":
            continue
        times = _TIMES.match(scene.text, quantity.unit.end, scene.sentence.end)
        if times:
            yield _multiple(quantity.unit.start, times.end(), quantity.value)
    yield from _ratios(scene)
    for found in _TWICE.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        value = 2 if found.group().lower() == "twice" else 3
        yield _multiple(found.start(), found.end(), Decimal(value))


def _ratios(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield "five to one", "99-to-1"."""
    for first, second in zip(scene.quantities, scene.quantities[1:], strict=False):
        between = scene.text[first.unit.end : second.unit.start]
        counted = first.unit.kind == second.unit.kind == "count"
        to_one = counted and second.value == 1 and first.value > 1
        if to_one and _TO.fullmatch(between):
            yield _multiple(first.unit.start, second.unit.end, first.value)


def _multiple(start: int, end: int, value: Decimal) -> FigureCandidate:
    return FigureCandidate(start, end, NAME, value=value, unit="x", kind="rate")
