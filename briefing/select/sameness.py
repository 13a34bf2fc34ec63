"""Whether two sentences report the same thing.

Decided by what is said: who, what, where, when, how many. Word overlap alone tells the
same claim from another claim of the same event poorly, so nothing merges that `clash`
keeps apart. What is left merges on one of four grounds, each of which `explain` can
name: a copy, down to its telling words; one speaker's same quoted words; all figures
of one in the other, in one scene; or most of what one tells in the other, borne out by
a shared day, number, speaker or name.
"""

from __future__ import annotations

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
from briefing.select.content import content_of, names_of, places_in, spoken_in
from briefing.select.copies import is_copy, is_near, quoted_runs
from briefing.select.ledger.quantities import RARE
from briefing.select.telling import Rarity
from briefing.text.fold import words

if TYPE_CHECKING:
    from briefing.model.selection import Candidate
    from briefing.select.clash import Key

Ground = Literal["copy", "same words", "same figures", "same account"]
"""Why two sentences are taken to report the same."""

SHARED_WORDS = 3
"""Words that two sentences with the same figures must share besides them."""
WORD_LENGTH = 3
TOLD = 1.2
"""What two accounts of one thing share of the shorter and of the longer, by weight and
added up; set on 169 pairs of sentences from news of six weeks of 2009 to 2012."""
LARGE = 100
"""A number of people or things from which on it tells a report by itself."""
TOLD_WITH, TOLD_BESIDE = 0.45, 0.9
"""The same for accounts that share several numbers or a telling one, and for those that
share one smaller number: many things kill eleven."""
ANCHOR, ANCHORS = 0.15, 2
"""How much less that may be for a shared day, number, speaker or name; how often."""
WEIGHT = 12.0
"""Weight of the words that two accounts must share: some four rare words."""
FEWEST = 4
"""How many words they must share."""
SEVERAL = 2
"""Figures that two wordings must share for their other words not to matter."""
_EVEN = Rarity()


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
    if is_near(one.sentence.text, other.sentence.text) and not _same_counts(one, other):
        return None  # something was exchanged: another town, another building
    if same_words(one, other):
        return "same words"
    told = all_told(one, other) or all_told(other, one)
    if told and _same_scene(one, other) and _share_words(one, other):
        by_itself = (
            _is_rare(one, LARGE) or len(figure_keys(one) & figure_keys(other)) > 1
        )
        if by_itself or _share_told(one, other, rarity) >= TOLD_BESIDE:
            return "same figures"
    if figures_of(one) and figures_of(other) and not told:
        return None
    return "same account" if _same_account(one, other, rarity) else None


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
    mine, theirs = (quoted_runs(each.sentence.text) for each in (one, other))
    return bool(mine & theirs)


def _same_account(one: Candidate, other: Candidate, rarity: Rarity) -> bool:
    """Say whether two sentences tell for the most part the same."""
    spoken = spoken_in(one) | spoken_in(other)
    first, second = content_of(one) - spoken, content_of(other) - spoken
    shared = first & second
    anchors = _anchors(one, other)
    if len(shared) < FEWEST - bool(anchors) or rarity.sum(shared) < WEIGHT:
        return False
    if _other_names(one, other):
        return False
    needed = TOLD - ANCHOR * min(anchors, ANCHORS)
    return _share_told(one, other, rarity) >= needed


def _share_told(one: Candidate, other: Candidate, rarity: Rarity) -> float:
    """Give what two sentences share of the shorter and of the longer, added up."""
    spoken = spoken_in(one) | spoken_in(other)
    first, second = content_of(one) - spoken, content_of(other) - spoken
    if not first or not second:
        return 0.0
    weight = rarity.sum(first & second)
    return weight / rarity.sum(first) + weight / rarity.sum(second)


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
    return _is_rare(one, RARE) and not (places_in(one) and places_in(other))


def _is_rare(candidate: Candidate, least: int) -> bool:
    """Say whether a number of a sentence is telling by itself."""
    return any(
        figure.unit != "count" or abs(figure.value or figure.high or ZERO) >= least
        for figure in figures_of(candidate)
    )


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
