"""Numbers that name: those in a list of articles, and that of the rescue services."""

from __future__ import annotations

import re

from briefing.text.words import word_set

# "articles 76, 77 and 93": numbers that name.
_LISTED = re.compile(
    r"\b(?:articles|chapters|pages|sections|rules|resolutions|paragraphs|rooms|lots)"
    r"[\s,:–—-]{1,5}(?:\d{1,4},?\s(?:and\s|or\s)?){0,6}\Z",
    re.IGNORECASE,
)
_EMERGENCY = word_set("911 999 112")
_CALLS = re.compile(r"\b(?:call|dial|phon|ring|rang)\w*\s\Z", re.IGNORECASE)
_CALLED = re.compile(r"\s(?:call|operator|dispatcher|emergency|recording|tape)")


def is_listed(before: str) -> bool:
    """Say whether a number goes on with a list of names: "articles 76, 77 and 93"."""
    return _LISTED.search(before) is not None


def is_telephoned(written: str, before: str, text: str, end: int) -> bool:
    """Say whether it is the number of the emergency services."""
    if written not in _EMERGENCY:
        return False
    return bool(_CALLS.search(before) or _CALLED.match(text, end))
