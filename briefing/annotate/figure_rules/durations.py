"""Lengths of time: "six months", "72 hours", "half an hour", "41-year rule".

Only lengths, never days: what the time rules read as a day ("two weeks later") is
taken before figures are looked for. "a month" counts only behind a comparator.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.annotate.figure_scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_scene import FigureScene

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
        if not _OLD.match(scene.text, unit.end, scene.sentence.end):
            yield FigureCandidate(
                unit.start,
                unit.end,
                NAME,
                value=quantity.value,
                unit=unit.name,
                kind="duration",
            )
    for half in _HALF.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        yield FigureCandidate(
            half.start(),
            half.end(),
            NAME,
            value=Decimal("0.5"),
            unit=(half.group(1) or half.group(2)).lower(),
            kind="duration",
        )
