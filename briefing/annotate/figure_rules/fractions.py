"""Fractions: "half of", "two thirds", "a quarter", "one in five", "half a percent".

The value is a share of one, in the unit "fraction", kind percent; "two thirds" is
rounded to four places. "Half an hour" is left to `durations`, "third" alone and
ordinals are no fractions.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate
from briefing.text.numbers import read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene

NAME = "fractions"
_NUMERATOR = "one|two|three|four|five|six|seven|eight|nine|an?"
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FRACTION = re.compile(
    rf"\b(?:({_NUMERATOR})[\s-](third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"(?=\s(?:of|the)\b|[.,;)]|-)(?!\sof\s(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december))"
    r"|(half)(?=\s(?:of|the|its|their|his|her|those|these|all|that)\b)"
    rf"|({_NUMERATOR}|\d+)\s(?:in|out\sof)\s(\w+)(?=\s[a-z]|[.,;)])"
    r"|(half)\sa\sper\s?cent(?:age\spoint)?\b)",
    re.IGNORECASE,
)
_HINTS = ("half", "third", "quarter", "fifth", "sixth", "venth", "ighth", "ninth")
_FOUR_PLACES = Decimal("0.0001")


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield fractions."""
    text = scene.text
    if not _may_hold(scene):
        return
    for found in _FRACTION.finditer(text, scene.sentence.start, scene.sentence.end):
        value = _read(found)
        if value is None:
            continue
        percent = found.group(6)
        points = "point" in found.group().lower()
        yield FigureCandidate(
            found.start(),
            found.end(),
            NAME,
            value=value,
            unit=("pp" if points else "%") if percent else "fraction",
            kind="percent",
        )


def _may_hold(scene: FigureScene) -> bool:
    """Say, at little cost, whether a sentence can hold a fraction."""
    if "tenth" in scene.low or any(word in scene.low for word in _HINTS):
        return True
    pairs = zip(scene.quantities, scene.quantities[1:], strict=False)
    return any(
        scene.text[first.unit.end : second.unit.start].strip() in ("in", "out of")
        for first, second in pairs
    )


def _read(found: re.Match[str]) -> Decimal | None:
    """Give the share of one."""
    if found.group(2):
        over = _PARTS[found.group(2).lower()]
        share = (_numerator(found.group(1)) / over).quantize(_FOUR_PLACES)
        return share if share < 1 else None
    if found.group(5):
        return _read_in(found.group(4), found.group(5))
    return Decimal("0.5")


def _numerator(words: str) -> Decimal:
    return (
        Decimal(1) if words.lower() in ("a", "an") else read_number(words) or Decimal(1)
    )


def _read_in(part: str, whole: str) -> Decimal | None:
    """Read "one in five"; the whole must be a number of at most a hundred."""
    over = read_number(whole)
    if over is None or part.lower() in ("a", "an"):
        return None
    share = _numerator(part)
    small = 1 < over <= 100 and share < over  # noqa: PLR2004
    return (share / over).quantize(_FOUR_PLACES) if small else None
