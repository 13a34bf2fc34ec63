"""What a figure counts or measures and what happened, in the article's own words.

Counts: the noun phrase after the number ("909 | Russian soldiers | captured"); where
it is left out ("and 17 injured") the figure before lends its own. Shares and prices:
what they are a share or price of, after the number ("30% of its annual sales", "a
$26.5 billion merger") or before ("revenue grew 11%"). Distances take their direction
("south of Tripoli"), ages the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.annotate.figure_events import find_event
from briefing.annotate.figure_scene import FigureCandidate
from briefing.annotate.noun_phrases import (
    direction_after,
    name_before,
    phrase_after,
    phrase_before,
    subject_before,
)
from briefing.annotate.tagging import Word
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.noun_phrases import Run

_LENGTHS = word_set("km mi m ft nmi yd")
_SHARES = word_set("money percent rate")
# Prepositions after a sum or share that lead to what it pays for or is part of.
_LEADING = word_set("of in for on")
_LEVELS = word_set(
    "reached reach reaching hit rose risen climbed climbing rising fell fallen "
    "dropped stood stands stand put remained remains total totaled totalled totals "
    "numbered exceeded exceeds passed is was are were be been increased decreased "
    "grew grow improved declined at to bringing brought raised raising"
)
Found = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A figure among the words of its sentence."""

    text: str
    """The article's text."""
    words: Sequence[Word]
    """The sentence."""
    before: int
    """The last word before the figure and its comparator; -1 for none."""
    after: int
    """The first word after the figure and its comparator."""
    candidate: FigureCandidate
    """The figure."""
    last: Surroundings | None
    """The figure before it in the same sentence."""
    what: str | None = None
    """What is counted, once found."""
    event: str | None = None
    """What happened, once found."""
    counted: Surroundings | None = None
    """The last count before it in the same sentence."""

    def with_findings(self, what: str | None, event: str | None) -> Surroundings:
        """Give the same with what was found; the chain back is cut to one figure."""
        last = replace(self.last, last=None, counted=None) if self.last else None
        return replace(self, what=what, event=event, last=last, counted=None)

    def cut(self, run: Run | None) -> str | None:
        """Give the words of a phrase as they stand in the article."""
        if run is None or run[0] >= run[1]:
            return None
        words = self.text[self.words[run[0]].start : self.words[run[1] - 1].end]
        return " ".join(words.split()) or None


def find_subject(around: Surroundings) -> Found:
    """Find what is counted and what happened to it.

    Returns:
        What is counted and the event, in the article's words; None where the
        sentence does not say.
    """
    kind = around.candidate.kind
    if kind == "age":
        return around.cut(name_before(around.words, around.before)), None
    if around.candidate.unit in _LENGTHS:
        return _describe_length(around)
    if kind in _SHARES or around.candidate.unit == "point":
        return _describe_share(around)
    return _describe_count(around)


def _event(around: Surroundings, after: int) -> tuple[Run | None, str | None]:
    run = find_event(around.words, around.before, after)
    return run, around.cut((run[0], run[1] + 1) if run else None)


def _describe_count(around: Surroundings) -> Found:
    """Describe a count, a vague quantity, a duration or another measure."""
    phrase = phrase_after(around.words, around.after)
    run, event = _event(around, phrase[1] if phrase else around.after)
    if phrase:
        return around.cut(phrase), event or _shared_event(around)
    if around.candidate.kind == "duration":
        return None, event
    if _continues_list(around):
        last = around.last
        return (last.what if last else None), event or (last.event if last else None)
    return _elided(around, run), event


def _shared_event(around: Surroundings) -> str | None:
    """Take the event of the figure before, in a list of things counted together."""
    last = around.last
    if last is None or not _continues_list(around):
        return None
    return last.event


def _continues_list(around: Surroundings) -> bool:
    """Say whether only a short list lies between this figure and the one before."""
    last = around.last
    if last is None or last.candidate.kind != around.candidate.kind:
        return False
    between = around.words[last.after : around.before + 1]
    return not any(
        word.tag in ("B", "H", "M", "F", "S") or word.low in (";", ":")
        for word in between
    )


def _elided(around: Surroundings, run: Run | None) -> str | None:
    """Find what is counted when no noun follows: "the toll has reached 11"."""
    words = around.words
    last = words[around.before] if around.before >= 0 else None
    if last is not None and last.low in ("of", "which", "whom"):
        noun = around.cut(phrase_before(words, around.before))
        return noun or (around.counted.what if around.counted else None)
    if run is not None and run[1] <= around.before:
        if words[run[1]].low in _LEVELS or words[run[0]].low in _LEVELS:
            subject = around.cut(subject_before(words, run[0]))
            if subject:
                return subject
    elif run is None and around.before > 0:
        copula = _copula_before(around)
        if copula is not None:
            return around.cut(subject_before(words, copula))
        if words[around.before].low in ("at", "to"):
            return around.cut(phrase_before(words, around.before))
    return around.counted.what if around.counted else None


def _copula_before(around: Surroundings) -> int | None:
    """Find "is", "has reached" and the like right before the figure."""
    at = around.before
    while at > 0 and around.words[at].tag in ("A", "P", "M"):
        at -= 1
    return at if around.words[at].tag == "B" else None


def _describe_length(around: Surroundings) -> Found:
    """Describe a distance or a length."""
    words = around.words
    direction = direction_after(words, around.after)
    run, event = _event(around, direction[1] if direction else around.after)
    if direction:
        return around.cut(direction), event if run and run[1] <= around.before else None
    if around.last is not None and _continues_list(around) and around.last.what:
        return around.last.what, around.last.event
    phrase = phrase_after(words, around.after)
    if phrase:
        return around.cut(phrase), event
    return None, event


def _describe_share(around: Surroundings) -> Found:
    """Describe a sum, a percentage, a rate or an index level."""
    run, event = _event(around, around.after)
    phrase = _share_of(around)
    if phrase:
        return around.cut(phrase), event
    last = around.last
    if last is not None and last.what and _continues_list(around):
        return last.what, event or last.event
    return around.cut(_share_subject(around, run)), event


def _share_of(around: Surroundings) -> Run | None:
    """Find what stands beside a share: "a loss of $9m", "30% of sales"."""
    words, after = around.words, around.after
    if around.before >= 1 and words[around.before].low == "of":
        noun = phrase_before(words, around.before)
        if noun:
            return noun
    if after >= len(words):
        return None
    if words[after].low in _LEADING:
        after = _past_determiners(words, after + 1)
    return phrase_after(words, after)


def _share_subject(around: Surroundings, run: Run | None) -> Run | None:
    """Find the subject of the verb before a share: "revenue grew 11%"."""
    if run is not None:
        before = run[1] <= around.before
        return subject_before(around.words, run[0]) if before else None
    copula = _copula_before(around) if around.before > 0 else None
    return None if copula is None else subject_before(around.words, copula)


def _past_determiners(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].tag == "D" and words[at].low != "those":
        at += 1
    return at
