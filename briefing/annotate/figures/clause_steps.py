"""Where a look for a verb, word by word, steps over, goes on or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.event_words import AS, THROUGH
from briefing.annotate.tagging import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word

_BRACKETED = 10


def lists(words: Sequence[Word], at: int) -> bool:
    """Say whether a comma leads to the next number of a list."""
    listed = words[at].low == "," and at + 1 < len(words)
    return listed and words[at + 1].tag == "#"


def names_kind(words: Sequence[Word], at: int) -> bool:
    """Say whether an -ing form stands between two nouns: "a drilling rig"."""
    if words[at].tag != "G" or not 0 < at < len(words) - 1:
        return False
    last = words[at - 1]
    return (last.tag == "D" or (last.tag == "N" and not is_plural(last.low))) and (
        words[at + 1].tag == "N"
    )


def past_aside(words: Sequence[Word], at: int, stop: int) -> int:
    """Step over "(killed and wounded)" and ", including four officers,"."""
    low = words[at].low
    opens = low == "," and at + 1 < stop and words[at + 1].low in ("including", "or")
    closer = ")" if low == "(" else "," if opens else None
    if closer:
        for place in range(at + 1, stop):
            if words[place].low == closer:
                return place + 1
    return at + 1


def ends_search(words: Sequence[Word], at: int) -> bool:
    """Say whether a look to the right ends at this word."""
    word = words[at]
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is None or word.tag in ("S", "B", "H", "M"):
        return True
    if word.low in ("since", "after", "until"):
        return True
    if word.tag == "C":
        return follows.tag not in ("#", "D", "N")
    if word.low == ",":
        # "20 flights, 35 trains and 12 buses were cancelled"
        return follows.tag not in ("B", "H", "#")
    return word.tag == "." and word.low not in ("'", '"', "“", "”", "-")


def parts_clauses(words: Sequence[Word], at: int) -> bool:
    """Say whether a clause ends at this word."""
    word = words[at]
    if word.tag == "S":
        return True
    if word.low in (";", ":", "—", "–"):
        return True
    if word.low == "(":
        # One that is closed again was stepped over.
        return not any(each.low == ")" for each in words[at : at + _BRACKETED])
    if word.low == "," and at + 1 < len(words):
        follows = words[at + 1]
        return follows.tag not in ("#", "V", "G") and follows.low not in THROUGH
    if word.low == "as":
        return at > 0 and words[at - 1].low not in AS
    return word.low in ("compared", "although", "despite")
