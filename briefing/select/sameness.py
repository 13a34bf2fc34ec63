"""Whether two sentences report the same thing.

Decided by what is said, not by how many words are shared: word overlap tells the
same claim from another claim of the same event poorly. Nothing merges that differs
in side, day, number, event or place, or of which one denies what the other says.
What is left merges when one is a copy of the other, down to its telling words, or
when all figures of one stand in the other and both speak of one place.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.select.ledger.quantities import RARE
from briefing.select.ledger.scales import near
from briefing.select.ledger.senses import event_class
from briefing.text.fold import base_form, shingles, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate

NEAR_COPY = 0.5
"""Share of the shorter sentence's 4-grams that a near-copy holds too (containment;
Broder, "On the resemblance and containment of documents", 1997)."""
FEW_SHINGLES = 3
"""A sentence with fewer 4-grams is too short to be told a copy."""
SHARED_WORDS = 3
"""Words that two sentences with the same figures must share besides them."""
WORD_LENGTH = 3
ZERO = Decimal(0)
ALIKE = 0.7
"""Share of a word that two spellings of it begin with: "kilometre", "kilometer"."""
UNCOUNTED = frozenset({"duration", "age", "vague"})
PROPER = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w’'-]{2,}")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february "  # noqa: SIM905
    "march april may june july august september october november december".split()
)
SIDED = ("ian", "ish", "ese", "ans")
"""Endings of adjectives that name a people, not a place."""
DENYING = re.compile(
    r"\b(?:not|no|never|nobody|none|without|den(?:y|ied|ies)|reject\w*|refut\w*|"
    r"repel\w*|untrue|false|fail(?:ed|s)?)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words that turn a statement round."""

Key = tuple[str, str, str, str]


def same_report(one: Candidate, other: Candidate) -> bool:
    """Say whether two sentences report the same thing."""
    if one.role != other.role or _clash(one, other):
        return False
    if is_copy(one.sentence.text, other.sentence.text):
        return figure_keys(one) == figure_keys(other)
    if not _all_told(one, other) and not _all_told(other, one):
        return False
    return _same_scene(one, other) and _share_words(one, other)


def is_copy(one: str, other: str) -> bool:
    """Say whether one text is the other, give or take words that only one has.

    Where each has telling words of its own, something was exchanged: another
    number, another town, "denied" for "confirmed".
    """
    if words(one) == words(other):
        return True
    first, second = shingles(one), shingles(other)
    shorter = min(len(first), len(second))
    if shorter < FEW_SHINGLES or len(first & second) < NEAR_COPY * shorter:
        return False
    mine, theirs = _telling(one) - _telling(other), _telling(other) - _telling(one)
    return all(_is_spelled_among(word, theirs) for word in mine) or all(
        _is_spelled_among(word, mine) for word in theirs
    )


def figures_of(candidate: Candidate) -> list[Figure]:
    """Give the countable figures of a candidate's sentence."""
    return [
        figure
        for figure in candidate.passage.figures
        if candidate.sentence.span.covers(figure.span) and figure.kind not in UNCOUNTED
    ]


def figure_keys(candidate: Candidate) -> frozenset[Key]:
    """Give what makes the figures of a sentence equal to those of another."""
    return frozenset(map(figure_key, figures_of(candidate)))


def figure_key(figure: Figure) -> Key:
    """Give what makes two figures equal: value or range, and unit."""
    ends = (figure.value, figure.low, figure.high)
    low, value, high = (str(end.normalize()) if end is not None else "" for end in ends)
    return (low, value, high, figure.unit)


@lru_cache(maxsize=1 << 12)
def _telling(text: str) -> frozenset[str]:
    """Give the words of a text that say something: longer ones and numbers."""
    return frozenset(
        word for word in words(text) if len(word) > WORD_LENGTH or word[0].isdigit()
    )


def _is_spelled_among(word: str, others: Iterable[str]) -> bool:
    return any(
        not word[0].isdigit()
        and _shared_start(word, other) >= ALIKE * max(len(word), len(other))
        for other in others
    )


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _clash(one: Candidate, other: Candidate) -> bool:
    """Say whether sides, days or sense of two sentences differ."""
    first, second = one.sentence, other.sentence
    parties = {
        sentence.attribution.party
        for sentence in (first, second)
        if sentence.attribution and sentence.attribution.party
    }
    if len(parties) > 1:
        return True
    if bool(DENYING.search(first.text)) != bool(DENYING.search(second.text)):
        return True
    return bool(
        first.event_days
        and second.event_days
        and not any(a.overlaps(b) for a in first.event_days for b in second.event_days)
    )


def _all_told(part: Candidate, whole: Candidate) -> bool:
    """Say whether a sentence has figures and another has them all, or nearly so."""
    figures = figures_of(part)
    return bool(figures) and all(
        any(_is_same_figure(own, other) for other in figures_of(whole))
        for own in figures
    )


def _is_same_figure(one: Figure, other: Figure) -> bool:
    events = {event_class(one.event), event_class(other.event)} - {None}
    if len(events) > 1 and one.unit == "count":
        return False
    return figure_key(one) == figure_key(other) or (
        one.unit == other.unit and near(one, other)
    )


def _same_scene(one: Candidate, other: Candidate) -> bool:
    """Say whether both name one place or thing, or tell of a number by itself rare."""
    if _names(one) & _names(other):
        return True
    rare = any(
        figure.unit != "count" or abs(figure.value or figure.high or ZERO) >= RARE
        for figure in figures_of(one)
    )
    return rare and not (_places(one) and _places(other))


def _places(candidate: Candidate) -> frozenset[str]:
    """Give the listed places of a sentence, but for those that speak for a side."""
    return frozenset(
        mention.name
        for mention in candidate.passage.mentions
        if mention.kind == "place"
        and mention.party is None
        and candidate.sentence.span.covers(mention.span)
    )


def _names(candidate: Candidate) -> frozenset[str]:
    """Give the proper names of a sentence, but for speakers, sides and days."""
    sentence = candidate.sentence
    spoken = sentence.attribution.text if sentence.attribution else ""
    sides = {
        word
        for mention in candidate.passage.mentions
        if mention.party
        for word in words(mention.name)
    }
    found = {base_form(name) for name in PROPER.findall(sentence.text)}
    left_out = CALENDAR | sides | set(words(spoken))
    return _places(candidate) | {
        name for name in found - left_out if not name.endswith(SIDED)
    }


def _share_words(one: Candidate, other: Candidate) -> bool:
    shared = set(words(one.sentence.text)) & set(words(other.sentence.text))
    numbers = {
        word
        for figure in (*figures_of(one), *figures_of(other))
        for word in words(figure.text)
    }
    speakers = {
        candidate.sentence.attribution.name
        for candidate in (one, other)
        if candidate.sentence.attribution and candidate.sentence.attribution.name
    }
    needed = SHARED_WORDS + (len(speakers) != 1)
    telling = {word for word in shared - numbers if len(word) > WORD_LENGTH}
    return len(telling) >= needed
