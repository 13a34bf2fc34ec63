"""The part of a sentence that tells of one figure: its clause, and what leads in."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.figure import Figure
    from briefing.model.passage import Mention
    from briefing.model.selection import Candidate
    from briefing.model.timex import Timex

BREAK = re.compile(
    r"\s(?:--?|[–—])\s|[;:]\s|,\s(?=(?:and|but|while|with|including|of wh\w+|which|who|"
    r"as|though|although|when|where|after|before|amid|leaving|killing|wounding)\b)|"
    r"\s(?=(?:and|but)\s(?:(?:\d[\d,.]*|[\w’'-]+)\s){1,6}(?:was|were|has|have|had|is|are)\b)|"
    r"\s(?=(?:while|after|before|when|because|amid)\s)"
)
"""Where one clause ends and the next begins."""
OPENING = re.compile(
    r"(?:In|On|At|Near|Across|Over|During|Since|Last|Outside|Around|Throughout)\b"
    r"[^,;:]{2,60},\s"
)
"""A phrase that opens a sentence and holds for all of it: "In Homs, ..."."""
GOES_ON = re.compile(
    r"(?:,\s)?(?:and|but|with|including|of wh\w+|among|leaving|killing|wounding)\b"
)
"""Words with which a clause goes on where the one before was, and when."""


Found = TypeVar("Found", "Figure", "Timex", "Mention")


class Stretch(NamedTuple):
    """What of a sentence tells of a figure, as spans within the sentence."""

    own: Span
    """Its clause."""
    around: tuple[Span, ...]
    """Its clause, the clauses that it goes on with, and the opening phrase."""


@lru_cache(maxsize=1 << 12)
def _clauses(text: str) -> tuple[Span, ...]:
    cuts = [0]
    for found in BREAK.finditer(text):
        if found.start() > cuts[-1]:
            cuts.append(found.start())
    return tuple(
        Span(start, end)
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
        if end > start
    )


def within(found: Sequence[Found], span: Span) -> Sequence[Found]:
    """Give the findings of a passage that lie in a span, not walking all of them."""
    first = bisect_left(found, span.start, key=lambda each: each.span.start)
    last = bisect_left(found, span.end, key=lambda each: each.span.start)
    return [each for each in found[first:last] if each.span.end <= span.end]


def stretch_of(figure: Figure, candidate: Candidate) -> Stretch:
    """Give the part of its sentence that tells of a figure."""
    text = candidate.sentence.text
    # A range may hold an "and" that looks like the end of a clause.
    at = max(figure.span.end - candidate.sentence.span.start - 1, 0)
    clauses = _clauses(text)
    place = max(n for n, clause in enumerate(clauses) if clause.start <= at)
    own = clauses[place]
    around = [own]
    back = place
    while back and GOES_ON.match(
        text[clauses[back].start : clauses[back].end].lstrip()
    ):
        back -= 1
        around.append(clauses[back])
    opening = OPENING.match(text)
    if opening:
        around.append(Span(0, opening.end()))
    return Stretch(own, tuple(around))
