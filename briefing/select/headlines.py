"""Headlines that their own article does not bear out.

Only what a headline claims somebody said can be told without understanding it: words
in quotation marks that the article has nowhere, and "X says ..." of which half is not
in the text. A headline that paints or teases is no claim.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.article import PRINTABLE
from briefing.text.fold import words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.article import Article

ENOUGH = 0.5
"""Share of a headline's words that its article must have."""
SHORTEST = 3
STEM = 5
"""Letters by which a word is known in its forms: "meets", "meeting"."""


@cache
def _said() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:says?|said|announces?|claims?|vows?|pledges?|warns?|promises?|denies"
        r"|tells?"
        r"|confirms?|admits?|insists?|declares?)\b",
        re.IGNORECASE,
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[‘“«\"]([^‘’“”«»\"]{3,60})[’”»\"]|(?<!\w)'([^']{3,60})'(?!\w)")


@cache
def _empty() -> frozenset[str]:
    return word_set(
        "the and for with from that this than then over after before into about amid "
        "its "
        "his her their will would can could may might not are was were has have had "
        "says "
        "said say who what why how when where new more"
    )


def unsupported(article: Article) -> str | None:
    """Say what of a headline its article lacks; None where nothing is missing."""
    headline = article.headline
    if not headline:
        return None
    body = [
        block.span.cut(article.text)
        for block in article.blocks
        if block.role in PRINTABLE
    ]
    told = [word for paragraph in body for word in words(paragraph)]
    running = f" {' '.join(told)} "
    for found in _quoted().finditer(headline):
        quote = words(found[1] or found[2])
        if quote and f" {' '.join(quote)} " not in running:
            return f"its text has nothing of “{found[1] or found[2]}”"
    if _said().search(headline):
        stems = {word[:STEM] for word in told}
        claimed = {
            word[:STEM]
            for word in words(headline)
            if len(word) >= SHORTEST and word not in _empty()
        }
        if claimed and len(claimed & stems) / len(claimed) <= ENOUGH:
            return "what it says somebody said is not in its text"
    return None
