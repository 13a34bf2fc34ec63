"""Lengths of time: "six months", "72 hours", "half an hour", "41-year rule".

Only lengths, never days: what the time rules read as a day ("two weeks later") is
taken before figures are looked for. "a month" counts only behind a comparator.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.comparators import read_comparator
from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene, Quantity

NAME = "durations"
_HALF = re.compile(
    r"\bhalf[\s-](?:an?\s)?(hour|minute|day|month|year|decade|century)\b"
    r"|\ba\shalf[\s-](hour|day|year|decade|century)\b",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s-]old\b")


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield every number with a unit of time that is no age."""
    for quantity in scene.quantities:
        unit = quantity.unit
        if unit.kind != "duration":
            continue
        one = quantity.value == 1 and not quantity.numeral.digits
        if one and not _is_compared(scene, quantity):
            # "one day he will"; "a month" counts only behind a comparator.
            continue
        if not _OLD.match(scene.text, unit.end, scene.sentence.end):
            yield FigureCandidate(
                unit.start,
                unit.end,
                NAME,
                value=quantity.value,
                unit=unit.name,
                kind="duration",
            )
    if "half" not in scene.low:
        return
    for half in _HALF.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        yield FigureCandidate(
            half.start(),
            half.end(),
            NAME,
            value=Decimal("0.5"),
            unit=(half.group(1) or half.group(2)).lower(),
            kind="duration",
        )


def _is_compared(scene: FigureScene, quantity: Quantity) -> bool:
    """Say whether a comparator stands before, or a hyphen after "one"."""
    start, end = quantity.numeral.start, quantity.numeral.end
    hyphened = scene.text[end : end + 1] in ("-", "‑")
    found = read_comparator(scene.text, start, quantity.unit.end, scene.sentence)
    return hyphened or found.span is not None
