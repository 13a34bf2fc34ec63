"""Measures: "5 kilometers", "1,050 square kilometers", "7.0-magnitude", "8,017" points.

A bare number is an index level where a verb of closing stands before it ("closing
at 8,579.19", "to a level of 743.33"), and a magnitude before "on the Richter scale".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene, Quantity

NAME = "measures"
_CLOSING = re.compile(
    r"\b(?:(?:clos|end|finish|settl)(?:e|es|ed|ing)?|clos(?:e|ing))\s(?:the\s\w+\s)?"
    r"(?:down\s|up\s|off\s)?(?:at|above|below|near)\s(?:around\s|about\s)?\Z"
    r"|\blevel\sof\s\Z|\bpoints?\b[^;]{0,60}\b(?:below|above|to)\s\Z"
)
_RICHTER = re.compile(r"\s(?:on|magnitude)\b[^.;]{0,24}\b(?:scale|quake|earthquake)\b")
# What follows a number that counts no things.
_BARE = re.compile(
    r"\s?(?:[^\w\s]|\Z|(?:in|on|for|since|after|before|from|as|by|and|but|its|at)\b)"
)
_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof)?(?:\s(?:about|around|some))?\s\Z", re.I)
_REACH = 80


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every number with a unit of measure, and index levels."""
    for quantity in scene.quantities:
        unit = quantity.unit
        if unit.name == "point" and scene.text[quantity.numeral.end] in "-‑":
            # "a six-point plan" has six points, but measures nothing.
            continue
        name = unit.name if unit.kind == "measure" else _unwritten(scene, quantity)
        if name is not None:
            yield FigureCandidate(
                unit.start,
                unit.end,
                NAME,
                value=quantity.value,
                unit=name,
                kind="measure",
            )


def _unwritten(scene: FigureScene, quantity: Quantity) -> str | None:
    """Give the unit that the words around a bare number imply."""
    unit = quantity.unit
    if unit.kind != "count" or not quantity.numeral.digits:
        return None
    before = scene.text[max(scene.sentence.start, unit.start - _REACH) : unit.start]
    if _MAGNITUDE.search(before) or (
        _RICHTER.match(scene.text, unit.end, scene.sentence.end)
    ):
        return "magnitude"
    bare = _BARE.match(scene.text, unit.end, scene.sentence.end)
    return "point" if bare and _CLOSING.search(before) else None
