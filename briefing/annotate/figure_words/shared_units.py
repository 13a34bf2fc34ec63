"""Units that a phrase names only once: "to 53,000 barrels a day from around 25,000".

In "from A to B" and "to A from B" the bare number takes the unit of the other.
Percentages are not shared: "rose 5% to 142,285" tells two different things.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.figure_words.scene import FigureCandidate

_ABOUT = r"(?:(?:about|around|some|nearly|almost|just|an estimated|more than)\s)?"
_TO = re.compile(rf"\s(?:up\s)?to\s{_ABOUT}\Z")
_FROM = re.compile(rf"\s(?:up\s|down\s)?from\s{_ABOUT}\Z")
_FROM_BEFORE = re.compile(rf"\bfrom\s{_ABOUT}\Z", re.IGNORECASE)
_SHARED = ("measure", "rate", "money")
_REACH = 24


def share_units(
    text: str, candidates: Sequence[FigureCandidate]
) -> list[FigureCandidate]:
    """Give a bare number the unit of its partner in "from ... to ..."."""
    shared = list(candidates)
    for at in range(len(shared) - 1):
        first, second = shared[at], shared[at + 1]
        between = text[first.end : second.start]
        if len(between) > _REACH:
            continue
        if first.kind == "count" and second.kind in _SHARED and _TO.match(between):
            before = text[max(0, first.start - _REACH) : first.start]
            if _FROM_BEFORE.search(before):
                shared[at] = first._replace(unit=second.unit, kind=second.kind)
        elif second.kind == "count" and first.kind in _SHARED and _FROM.match(between):
            shared[at + 1] = second._replace(unit=first.unit, kind=first.kind)
    return shared
