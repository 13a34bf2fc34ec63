"""Vague quantities: "dozens", "scores", "several thousand", "tens of thousands".

No value, comparator "~". A unit of measure that follows is kept: "hundreds of square
kilometers" is vague in km2. "In the hundreds" counts nothing and is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate
from briefing.annotate.figure_words.units import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene

NAME = "vague"
_VAGUE = re.compile(
    r"(?<![\w$€£-])(?:(?:tens|hundreds)\sof\s(?:thousands|millions)"
    r"|(?:several|many|a\sfew|a\scouple(?:\sof)?)\s"
    r"(?:dozen|hundred|thousand|million|billion)"
    r"|(?:dozens|scores|hundreds|thousands|millions|billions|trillions))\b(?!-)"
    r"(?!\sof\s(?:years|miles\saway))",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"(?:\b(?:in\sthe|the\slow|the\shigh)|\d)\s\Z", re.IGNORECASE)
_HINTS = ("dozen", "score", "hundred", "thousand", "million", "billion", "trillion")
_OF = re.compile(r"\sof")
_REACH = 10


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield vague quantities."""
    text, sentence = scene.text, scene.sentence
    if not any(word in scene.low for word in _HINTS):
        return
    for found in _VAGUE.finditer(text, sentence.start, sentence.end):
        back = text[max(sentence.start, found.start() - _REACH) : found.start()]
        if _NOT_BEFORE.search(back):
            continue
        start, end, unit = found.start(), found.end(), "count"
        of = _OF.match(text, end, sentence.end)
        if of:
            measured = read_unit(text, start, of.end(), sentence.end)
            if measured.kind in ("measure", "money"):
                end, unit = measured.end, measured.name
        yield FigureCandidate(start, end, NAME, unit=unit, kind="vague", comparator="~")
