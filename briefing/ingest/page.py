"""The lines of a text while their roles are being found, and what a line looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.ingest.lines import Line
from briefing.model.article import Role

BODY: frozenset[Role] = frozenset({"heading", "paragraph", "list_item", "quote"})

LEAST_SENTENCE = 3
LONG_LINE = 25
MOST_HEADING_WORDS = 14


@dataclass(slots=True)
class Page:
    """The lines of a text while their roles are being found; lives for one call."""

    lines: Sequence[Line]
    """All lines."""
    hints: Sequence[Role | None]
    """What the markup says of each line; all None for raw text."""
    found: list[tuple[Role, str] | None] = field(default_factory=list)
    """Role and rule of each line, None while undecided."""
    headline: int | None = None
    """Which line is the headline."""
    first: int = 0
    """First line of the body."""
    last: int = -1
    """Last line of the body."""

    def open(self, index: int) -> bool:
        """Say whether a line is undecided."""
        return self.found[index] is None

    def is_prose(self, index: int) -> bool:
        """Say whether a line reads as a sentence or more."""
        line = self.lines[index]
        return line.words >= LONG_LINE or (line.ends and line.words >= LEAST_SENTENCE)

    def is_heading(self, index: int) -> bool:
        """A short line that ends like no sentence, with prose right behind it."""
        if index >= len(self.lines) or not self.open(index) or self.is_prose(index):
            return False
        line = self.lines[index]
        if line.words > MOST_HEADING_WORDS or line.mark:
            return False
        below = index + 1
        if below >= len(self.lines) or below > self.last:
            return False
        found = self.found[below]
        is_text = found is None or found[0] in BODY
        return is_text and (self.is_prose(below) or bool(self.lines[below].mark))
