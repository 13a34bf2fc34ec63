"""How far, how long and how fast: the direction of a distance, what moves at a speed.

"80 km | south of Tripoli"; "miles of coast | were polluted"; "winds | gusting | to 65
mph".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.events import verb_before
from briefing.annotate.figures.noun_phrases import (
    direction_after,
    phrase_after,
    phrase_before,
)
from briefing.annotate.figures.surroundings import (
    after_brackets,
    continues_list,
    read_event,
)
from briefing.annotate.figures.verb_subjects import subject_before
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.figures.surroundings import Found, Surroundings

_LENGTHS = word_set("km mi m ft nmi yd")
_SPEEDS = ("/hour", "/second")
_SIZES = word_set("long wide high tall deep thick")
_PLACED = word_set("lies lie lay located situated stands stood sits")


def is_extent(around: Surroundings) -> bool:
    """Say whether a figure is a distance, a length or a speed."""
    unit = around.candidate.unit
    return unit in _LENGTHS or unit.endswith(_SPEEDS)


def describe_extent(around: Surroundings) -> Found:
    """Describe a distance by its direction, a speed by what moves."""
    if around.candidate.unit in _LENGTHS:
        return _describe_length(around)
    return _describe_speed(around)


def _describe_speed(around: Surroundings) -> Found:
    """Describe "winds gusting to 65 mph", "100 mph gusts": what moves."""
    words, after = around.words, around.after
    if after < len(words) and words[after].tag == "N":
        return around.cut(phrase_after(words, after)), None
    run = verb_before(words, around.before)
    if run is not None:
        what = around.cut(subject_before(words, run[0]))
        return what, around.cut((run[0], run[1] + 1))
    at = around.before
    if at < 0 or words[at].tag not in ("P", "N"):
        return None, None
    return around.cut(phrase_before(words, at + (words[at].tag == "N"))), None


def _describe_length(around: Surroundings) -> Found:
    """Describe a distance or a length."""
    words, after = around.words, after_brackets(around)
    if _is_sized(around, after):
        return around.cut(phrase_after(words, after + 1)), None
    direction = direction_after(words, after)
    run, event = read_event(around, direction[1] if direction else after)
    if run is not None and words[run[1]].low in _PLACED:
        run, event = None, None
    if direction:
        return around.cut(direction), event if _is_moved(around, run) else None
    if around.last is not None and continues_list(around) and around.last.what:
        return around.last.what, around.last.event
    phrase = phrase_after(words, after)
    if phrase and phrase[0] != after:
        # "hundreds of miles of coast were polluted"
        return around.cut(phrase), read_event(around, phrase[1])[1] or event
    if phrase:
        return around.cut(phrase), None
    by = around.before > 0 and words[around.before].low == "by"
    return around.cut(phrase_before(words, around.before) if by else None), event


def _is_sized(around: Surroundings, after: int) -> bool:
    """Say whether a length describes a thing: "a 40-foot tall steel chimney"."""
    words, span = around.words, slice(around.candidate.start, around.candidate.end)
    if after + 1 >= len(words) or words[after].low not in _SIZES:
        return False
    return words[after + 1].tag == "N" and any(c in around.text[span] for c in "-‑")


def _is_moved(around: Surroundings, run: Run | None) -> bool:
    """Say whether the verb stands right before a distance: "advanced 5 km"."""
    if run is None:
        return False
    at = around.before
    while at > 0 and around.words[at].low in ("by", "for", "only", "just"):
        at -= 1
    return run[1] == at
