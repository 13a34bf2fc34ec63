"""Whether a word is a verb of saying where it stands, and who may be its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.attribution.source_phrases import before_aside
from briefing.annotate.attribution.speech_words import (
    DOCUMENTS,
    SAYING_ALONE,
    SHOWING,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word


def tells(words: Sequence[Word], at: int) -> bool:
    """Say whether "found" or "showed" opens what somebody says."""
    follows = words[at + 1].low if at + 1 < len(words) else "."
    if words[at].low == "showed":
        return True
    return follows == "that" or (words[at].low == "posted" and follows == "on")


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Tell "Kyiv says", "the group claims that" from "their claims"."""
    if words[at].low in SAYING_ALONE or words[at].tag in ("F", "V"):
        return True
    if at == 0 or at + 1 >= len(words):
        return False
    if words[at - 1].tag not in ("N", "A", "S", "R") and words[at - 1].low != ",":
        return False
    if words[at].low == "show" and any(word.low == "data" for word in words[:at]):
        return True
    if words[at].low in ("claim", "claims") and words[at + 1].low == "to":
        return True
    if words[at].low.endswith("s") and before_aside(words, at - 1) < at - 1:
        # "The bank, an old house, thinks prices will fall."
        return words[at + 1].tag in ("N", "S", "D", "R", "#")
    if words[at + 1].tag == "." and words[at].low in SHOWING:
        # "..., data compiled by the agency show."
        return any(word.low in DOCUMENTS for word in words[max(0, at - 6) : at])
    return words[at + 1].tag in ("S", "D", "R", "#")


def can_show(source: Sequence[Word]) -> bool:
    """Say whether a source of "shows" or "suggests" is a document or a name."""
    return any(word.low in DOCUMENTS for word in source)


def is_told(words: Sequence[Word], at: int) -> bool:
    """Say whether somebody is told: "were sent home and told they would return"."""
    follows = words[at + 1].low if at + 1 < len(words) else "that"
    return follows in ("they", "he", "she", "we", "that", "to", "not")


def is_said_to(words: Sequence[Word], at: int) -> bool:
    """Say whether it is only said of somebody: "now said to have killed 42"."""
    follows = words[at + 1 : at + 3]
    return (
        len(follows) > 1
        and follows[0].low == "to"
        and follows[1].tag in ("H", "B", "F")
    )
