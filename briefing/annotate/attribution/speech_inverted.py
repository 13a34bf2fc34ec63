"""Sources that stand behind their verb: "..., said engineer Ali Azzarog"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.attribution.source_phrases import NO_SOURCE, source_end
from briefing.annotate.attribution.speech_words import INVERTED, OWN, QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word


def inverted_source(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Read "..., said engineer Ali Azzarog"."""
    before = words[at - 1].low
    if before != "," and before not in QUOTES:
        return None
    if at + 1 >= len(words) or words[at + 1].tag not in ("N", "D"):
        return None
    if words[at + 1].low in NO_SOURCE | OWN or words[at].low == "told":
        return None
    if before == "," and words[at].low not in INVERTED:
        return None
    end = _with_name(words, at + 1, source_end(words, at + 1))
    clause = before == "," and end < len(words) and words[end].tag in "VFBHMS"
    if end == at + 1 or clause:
        return None
    return at + 1, end


def _with_name(words: Sequence[Word], first: int, end: int) -> int:
    """Take in the name in "said the cook, Nina Bondarets."."""
    described = words[first].low == "the" and not any(w.name for w in words[first:end])
    if not described or end >= len(words) or words[end].low != ",":
        return end
    last = end + 1
    while last < len(words) and words[last].tag == "N" and words[last].name:
        last += 1
    closed = last < len(words) and words[last].tag == "."
    return last if closed and last - end in (3, 4) else end
