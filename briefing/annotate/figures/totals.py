"""What befell those of a total, or of its parts, where a number stands alone.

"Two more died, taking the total to 14": the 14 died; "18 died: nine in Selm" tells it
of the nine; "the number of people killed has risen to 31" of the 31.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.noun_phrases import (
    number_of,
    past_determiners,
    phrase_after,
)
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.figures.surroundings import Surroundings

EMPTY = word_set("number total figure count tally estimate sum")
"""Nouns that only say that something is counted."""
CARRYING = word_set(
    "take takes took taking bring brings brought bringing raise raises raised raising "
    "push pushed pushing"
)
"""Verbs that bring a total to a number."""


def told_of_parts(around: Surroundings) -> str | None:
    """Give what befell the parts behind a colon: "18 died: nine in Homs"."""
    words, counted = around.words, around.counted
    if counted is None or around.after >= len(words):
        return None
    between = words[counted.after : around.before + 1]
    listed = any(word.low == ":" for word in between) or not between
    placed = words[around.after].tag == "P" or words[around.after].low == "elsewhere"
    return counted.event if listed and placed else None


def told_of_total(around: Surroundings, run: Run | None) -> str | None:
    """Give what befell those of a total: "12 died, taking the total to 90"."""
    words, counted = around.words, around.counted
    if run is None or counted is None or words[run[0]].low not in CARRYING:
        return None
    named = phrase_after(words, past_determiners(words, run[1] + 1))
    empty = named is not None and words[named[1] - 1].low in EMPTY
    return counted.event if empty else None


def told_of_number(around: Surroundings) -> str | None:
    """Find "killed" in "the number of people killed has risen to 31"."""
    words = around.words
    named = number_of(words, around.before)
    if named is None:
        return None
    at = named[1]
    if at < len(words) and words[at].low == "who":
        at += 1
    told = at <= around.before and words[at].tag == "V"
    return around.cut((at, at + 1)) if told else None
