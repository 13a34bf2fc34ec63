"""Counts written in words: "seven drone attacks", "half a dozen", "Thirty bodies".

"One" is mostly an article or a pronoun ("one of the", "one hospital", "no one"): it
counts only behind a comparator ("at least one settlement") or where people came to
harm ("killing one person and wounding five").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.comparators import read_comparator
from briefing.annotate.figure_words.counted_one import is_counted_one
from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene, Quantity

NAME = "count-words"
_NEVER = re.compile(r"\s+(?:of\s+(?:the|those|these)\s+(?:most|few)|way\b|another\b)")
_LOOSE = re.compile(
    r"\b(?:no|any|some|every|the|this|that|each|which|day|all|only)\s\Z"
)


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every number in words that has no unit and counts something."""
    for quantity in scene.quantities:
        if quantity.numeral.digits or quantity.unit.kind != "count":
            continue
        if quantity.numeral.value == 1 and not _counts(scene, quantity):
            continue
        yield FigureCandidate(
            quantity.unit.start, quantity.unit.end, NAME, value=quantity.value
        )


def _counts(scene: FigureScene, quantity: Quantity) -> bool:
    """Say whether a "one" is a figure."""
    start, end = quantity.unit.start, quantity.unit.end
    if _NEVER.match(scene.text, end, scene.sentence.end):
        return False
    back = scene.text[max(scene.sentence.start, start - 8) : start]
    if is_counted_one(scene.text, scene.sentence, quantity.numeral):
        only = back.lower().endswith("only ")
        return only or _LOOSE.search(back.lower()) is None
    if _LOOSE.search(back.lower()):
        return False
    compared = read_comparator(scene.text, start, end, scene.sentence)
    return compared.comparator in (">=", ">", "<=")
