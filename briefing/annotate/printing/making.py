"""Making a need of a stretch of text."""

from __future__ import annotations

from briefing.model.passage import Need
from briefing.model.span import Span


def make_need(
    text: str, start: int, end: int, fill: str | None, *, drop: bool = False
) -> Need:
    """Make the need of the words between two offsets."""
    return Need(Span(start, end), text[start:end], fill, drop)
