"""Days that are not those of a number: told by the way, or of one day among many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate
    from briefing.model.span import Span

HAPPENED = re.compile(r"\b(?!(?:the|about|around|late|early|last|on|in)\b)[a-z]{3,}")
"""Words between "since" and a day that say what happened on it."""
BEFELL = re.compile(
    r",?\s(?:(?:in\s)?(?:which|that|when)\s)?(?:kill|leav|left|wound|injur|claim|cost|"
    r"destroy|displac)(?:ed|ing)?\b[^,;:]*"
)
"""Words from that day on to a number of those whom it befell."""
AS_OF = re.compile(
    r"\b(?:by|as of|until)\s(?:late\s|early\s|the end of\s)?$", re.IGNORECASE
)
"""Words before a day up to which, and not on which, something was counted."""
ASIDE = re.compile(
    r",\s(?:[a-z]+ed|built|held|begun|set\sup|seen|made|known|which|who|whose|where)\b"
    r"[^,;]*$"
)
"""A clause about something told by the way: "the pit, opened in March 2029"."""


def befell(text: str, since: tuple[int, int], then: tuple[int, int]) -> bool:
    """Say whether a number is of the day that "since" names, not of the time since.

    "Since the ferry sank on 20 April, killing 31": the 31 were killed on that day.

    Args:
        text: The sentence.
        since: From "since" to the day.
        then: From the day to the number.
    """
    happened = HAPPENED.search(text, *since) is not None
    return happened and BEFELL.fullmatch(text, *then) is not None


def is_aside(figure: Figure, candidate: Candidate, place: Span) -> bool:
    """Say whether days stand in an aside behind a figure, at the end of a clause."""
    at = figure.span.start - candidate.sentence.span.start
    found = ASIDE.search(candidate.sentence.text, max(at, 0), place.start)
    return found is not None


def is_as_of(text: str, place: Span) -> bool:
    """Say whether a day is only that up to which a number holds: "by Monday"."""
    if text[place.end : place.end + 1] in ("'", "’"):
        # "hurt by Monday's storm"
        return False
    return AS_OF.search(text, 0, place.start) is not None
