"""Whether two sentences report the same thing.

Decided by what is said: who, what, where, when, how many. Word overlap alone tells the
same claim from another claim of the same event poorly, so nothing merges that `clash`
keeps apart. What is left merges on one of four grounds, each of which `explain` can
name: a copy, down to its telling words; one speaker's same quoted words; all figures
of one in the other, in one scene; or most of what one tells in the other, borne out by
a shared day, number, speaker or name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from briefing.select.clash import (
    ZERO,
    all_told,
    clash,
    figure_keys,
    figures_of,
    other_speakers,
    speaker,
)
from briefing.select.ledger.quantities import RARE
from briefing.select.telling import Rarity, telling_words
from briefing.text.fold import base_form, shingles, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.selection import Candidate
    from briefing.select.clash import Key

Ground = Literal["copy", "same words", "same figures", "same account"]
"""Why two sentences are taken to report the same."""

NEAR_COPY = 0.5
"""Share of the shorter sentence's 4-grams that a near-copy holds too (containment;
Broder, "On the resemblance and containment of documents", 1997)."""
FEW_SHINGLES = 3
"""A sentence with fewer 4-grams is too short to be told a copy."""
SHARED_WORDS = 3
"""Words that two sentences with the same figures must share besides them."""
WORD_LENGTH = 3
QUOTED_RUN = 5
"""Words in a row that one quotation must share with another to be the same words."""
ALIKE = 0.7
"""Share of a word that two spellings of it begin with: "kilometre", "kilometer"."""
TOLD = 1.2
"""What two accounts of one thing share of the shorter and of the longer, by weight and
added up; set on 169 pairs of sentences from news of six weeks of 2009 to 2012."""
ANCHOR, ANCHORS = 0.15, 2
"""How much less that may be for a shared day, number, speaker or name; how often."""
WEIGHT = 12.0
"""Weight of the words that two accounts must share: some four rare words."""
FEWEST = 4
"""How many words they must share."""
SEVERAL = 2
"""Figures that two wordings must share for their other words not to matter."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february "  # noqa: SIM905
    "march april may june july august september october november december".split()
)
SIDED = ("ian", "ish", "ese", "ans")
"""Endings of adjectives that name a people, not a place."""
_EVEN = Rarity()


@cache
def _proper() -> re.Pattern[str]:
    return re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w’'-]{2,}")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[“\"]([^“”\"]{8,600})(?:[”\"]|\Z)")


def same_report(one: Candidate, other: Candidate, rarity: Rarity = _EVEN) -> bool:
    """Say whether two sentences report the same thing."""
    return ground_of(one, other, rarity) is not None


def ground_of(
    one: Candidate, other: Candidate, rarity: Rarity = _EVEN
) -> Ground | None:
    """Say on what ground two sentences report the same thing; None when they do not.

    Args:
        one: A sentence.
        other: Another, of another article.
        rarity: How telling each word is among the issue's sentences.
    """
    if one.role != other.role or clash(one, other):
        return None
    if is_copy(one.sentence.text, other.sentence.text):
        return "copy" if _are_nested(figure_keys(one), figure_keys(other)) else None
    if _is_near(one.sentence.text, other.sentence.text) and not _same_counts(
        one, other
    ):
        return None  # something was exchanged: another town, another building
    if same_words(one, other):
        return "same words"
    told = all_told(one, other) or all_told(other, one)
    if told and _same_scene(one, other) and _share_words(one, other):
        return "same figures"
    if figures_of(one) and figures_of(other) and not told:
        return None
    return "same account" if _same_account(one, other, rarity) else None


def is_copy(one: str, other: str) -> bool:
    """Say whether one text is the other, give or take words that only one has.

    Where each has telling words of its own, something was exchanged: another
    number, another town, "denied" for "confirmed".
    """
    if words(one) == words(other):
        return True
    if not _is_near(one, other):
        return False
    mine, theirs = _telling(one) - _telling(other), _telling(other) - _telling(one)
    return all(_is_spelled_among(word, theirs) for word in mine) or all(
        _is_spelled_among(word, mine) for word in theirs
    )


def _same_counts(one: Candidate, other: Candidate) -> bool:
    """Say whether two wordings give several figures, and all the same ones."""
    mine, theirs = names_of(one), names_of(other)
    keys = figure_keys(one)
    return (
        len(keys) >= SEVERAL
        and keys == figure_keys(other)
        and (mine <= theirs or theirs <= mine)
    )


def _are_nested(one: frozenset[Key], other: frozenset[Key]) -> bool:
    return one <= other or other <= one


def same_words(one: Candidate, other: Candidate) -> bool:
    """Say whether two sentences quote the same words, of one speaker or of nobody."""
    if not (one.sentence.quoted and other.sentence.quoted):
        return False
    if other_speakers(one.sentence, other.sentence):
        return False
    mine, theirs = (_quoted_runs(each.sentence.text) for each in (one, other))
    return bool(mine & theirs)


@lru_cache(maxsize=1 << 12)
def _quoted_runs(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        run for said in _quotation().findall(text) for run in shingles(said, QUOTED_RUN)
    )


def _is_near(one: str, other: str) -> bool:
    """Say whether the shorter text stands for the most part in the longer."""
    first, second = shingles(one), shingles(other)
    shorter = min(len(first), len(second))
    return shorter >= FEW_SHINGLES and len(first & second) >= NEAR_COPY * shorter


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


def _same_account(one: Candidate, other: Candidate, rarity: Rarity) -> bool:
    """Say whether two sentences tell for the most part the same."""
    spoken = _spoken(one) | _spoken(other)
    first, second = content_of(one) - spoken, content_of(other) - spoken
    shared = first & second
    anchors = _anchors(one, other)
    weight = rarity.sum(shared)
    if len(shared) < FEWEST - bool(anchors) or weight < WEIGHT:
        return False
    if _other_names(one, other):
        return False
    shorter, longer = sorted((rarity.sum(first), rarity.sum(second)))
    return weight / shorter + weight / longer >= TOLD - ANCHOR * min(anchors, ANCHORS)


@lru_cache(maxsize=1 << 13)
def _content(text: str) -> frozenset[str]:
    return frozenset(
        word for word in telling_words(text) - CALENDAR if not word.isdigit()
    )


def content_of(candidate: Candidate) -> frozenset[str]:
    """Give the telling words of a sentence; its speaker, days and numbers left out."""
    return _content(candidate.sentence.text) - _spoken(candidate)


def _spoken(candidate: Candidate) -> frozenset[str]:
    """Give the words of a sentence's speaker."""
    said_by = candidate.sentence.attribution
    if said_by is None:
        return frozenset()
    return telling_words(f"{said_by.text} {said_by.name or ''}")


def _anchors(one: Candidate, other: Candidate) -> int:
    """Count what else speaks for one report: a shared day, number, speaker, name."""
    first, second = one.sentence, other.sentence
    return sum(
        (
            any(a.overlaps(b) for a in first.event_days for b in second.event_days),
            bool(figure_keys(one) & figure_keys(other)),
            _is_named_in(one, other) or _is_named_in(other, one),
            bool(names_of(one) & names_of(other)),
        )
    )


def _is_named_in(one: Candidate, other: Candidate) -> bool:
    """Say whether the speaker of one sentence stands in another."""
    said_by = one.sentence.attribution
    return bool(said_by and speaker(said_by) & frozenset(words(other.sentence.text)))


def _other_names(one: Candidate, other: Candidate) -> bool:
    """Say whether each sentence names somebody or some place, and none the same."""
    mine, theirs = names_of(one), names_of(other)
    return bool(mine and theirs) and not mine & theirs


def _same_scene(one: Candidate, other: Candidate) -> bool:
    """Say whether both name one place or thing, or tell of a number by itself rare."""
    if names_of(one) & names_of(other):
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


def names_of(candidate: Candidate) -> frozenset[str]:
    """Give the proper names of a sentence, but for speakers, sides and days."""
    sentence = candidate.sentence
    spoken = sentence.attribution.text if sentence.attribution else ""
    sides = {
        word
        for mention in candidate.passage.mentions
        if mention.party
        for word in words(mention.name)
    }
    found = {base_form(name) for name in _proper().findall(sentence.text)}
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
