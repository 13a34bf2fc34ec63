"""Texts past all that an article can be: left out, and said so.

Every rule reads every sentence, in time that grows with the length alone; but a heap of
a million numbers under one name would keep the morning's issue waiting for minutes.
The limits are far above the longest live page or report that a desk would quote from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Block

LONGEST_TEXT = 500_000
"""Characters of an article: some 80,000 words, a book."""
MOST_LINES = 40_000
"""Lines of an article; one that is wrapped by hand has several in a paragraph."""
LONGEST_BLOCK = 50_000
"""Characters of one paragraph; a whole article may stand on one line."""
MOST_BLOCKS = 10_000
"""Paragraphs, headings and other parts of an article."""


def excess_of_text(text: str) -> str | None:
    """Say in which respect a text is no article's, before its lines are looked at."""
    lines = max(text.count("\n"), text.count("\r"))
    return _told(len(text), LONGEST_TEXT, "characters") or _told(
        lines, MOST_LINES, "lines"
    )


def excess_of_blocks(blocks: Sequence[Block]) -> str | None:
    """Say in which respect the parts of a text are no article's."""
    longest = max((one.span.end - one.span.start for one in blocks), default=0)
    return _told(len(blocks), MOST_BLOCKS, "paragraphs") or _told(
        longest, LONGEST_BLOCK, "characters in one paragraph"
    )


def _told(found: int, most: int, things: str) -> str | None:
    if found <= most:
        return None
    return f"is too long for an article: {found:,} {things}, at most {most:,}; left out"
