"""Noun phrases around a number or a verb, from rough word classes.

A phrase ends before the first word that cannot stand in it, and after a plural
before a participle: "909 | Russian soldiers | captured". An "of" phrase is taken in:
"members of the security forces".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.event_words import BEFALLING
from briefing.annotate.grammar_words import STATES
from briefing.annotate.tagging import is_plural
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word

Run = tuple[int, int]
"""First word, and the word after the last, of a phrase."""

_LONGEST = 8
_LONGEST_OF = 5
_DESCRIBING = 4
_NUMBER_REACH = 24
_DIRECTIONS = word_set(
    "north south east west northeast northwest southeast southwest north-east "
    "north-west south-east south-west northern southern eastern western away deep "
    "inside outside behind into from of to off beyond above below underwater "
    "downstream upstream inland offshore further closer across long wide high tall "
    "beneath underneath under deeper"
)
_COMPASS = word_set(
    "north south east west northeast northwest southeast southwest north-east "
    "north-west south-east south-west"
)
_LEAVES = word_set(
    "each apiece respectively overall total altogether alone ago later daily weekly "
    "monthly yearly annually nationwide worldwide elsewhere abroad strong"
)
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december"
)
_AGED = word_set("aged age of the over under above below") | {","}
_MARKS = frozenset('-‑"”')
"""What may stand between a number and its noun: “less than 1,000” houses."""
_TOTALS = word_set("number tally count")


def phrase_after(words: Sequence[Word], at: int) -> Run | None:
    """Find the noun phrase that begins at `at`; None when there is none."""
    at = _skip_opening(words, at)
    end = at
    while end < len(words) and end - at < _LONGEST and _continues(words, at, end):
        end += 1
    while end > at and words[end - 1].tag in ("C", ".", "A"):
        end -= 1
    if end == at or (words[at].low in _LEAVES and end == at + 1):
        return None
    return at, with_of(words, end)


def _skip_opening(words: Sequence[Word], at: int) -> int:
    """Skip "more", "of the", "of its" before the noun phrase."""
    if at < len(words) and words[at].low in _MARKS:
        at += 1
    if at < len(words) and words[at].low == "strong":
        at += 1
    if at < len(words) and words[at].low in ("more", "of"):
        at += 1
        while at < len(words) and words[at].tag == "D" and words[at].low != "those":
            at += 1
    return at


def _continues(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether the word at `at` still belongs to the noun phrase."""
    word = words[at]
    follows = words[at + 1] if at + 1 < len(words) else None
    after_plural = at > start and is_plural(words[at - 1].low)
    if after_plural and (word.low in _LEAVES or word.low in STATES):
        # "40 countries strong", "ten states nationwide", "30 people homeless"
        return False
    if word.tag == "A":
        # "four quarterly payments", "two newly built homes"
        most = word.low in ("most", "least", "very", "too")
        described = (most or word.low.endswith("ly")) and not after_plural
        return described and _leads_to_plural(words, at + 1)
    if word.tag == "N":
        # "three cases Tuesday", "ten guards The mayor": what follows a plural
        # noun with a capital is no more of it.
        last = words[at - 1]
        dated = word.name and (
            word.low in _DAYS or (after_plural and last.tag == "N" and not last.name)
        )
        # "two miles north"
        return not dated and not (word.low in _COMPASS and at > start)
    if word.tag == "F":
        # "seven drone attacks": a plural noun that looks like a verb.
        return at > start and not after_plural and is_plural(word.low)
    if word.tag in ("V", "G"):
        return _describes(words, start, at)
    if word.tag == "#":
        return (
            not after_plural
            and word.low[0].isdigit()
            and (word.low.endswith("s") or (follows is not None and follows.tag == "N"))
        )
    if word.low == "those":
        return at == start
    return word.tag == "C" and _joins_nouns(words, start, at)


def _describes(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether a verb form at `at` goes with the noun: "nine wounded sailors"."""
    if at == start:
        return _leads_to_noun(words, at + 1)
    if start and words[start - 1].low in ("-", "‑"):
        # "the 30-nation union closed ports"
        return False
    last = words[at - 1].low
    return last == "those" or (not is_plural(last) and _leads_to_noun(words, at + 1))


def _leads_to_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun follows, at once or after one more -ing form."""
    if at < len(words) and words[at].tag in ("G", "V"):
        at += 1
    return at < len(words) and words[at].tag == "N"


def _leads_to_plural(words: Sequence[Word], at: int) -> bool:
    """Say whether a plural follows, at once or after a few describing words."""
    for word in words[at : at + _DESCRIBING]:
        if word.tag not in ("N", "V", "G"):
            return False
        if word.tag == "N" and is_plural(word.low):
            return True
    return False


def _joins_nouns(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether "and" joins two nouns that are counted together."""
    if at == start or at + 1 >= len(words) or words[at].low != "and":
        return False
    follows = words[at + 1]
    if follows.tag != "N" or follows.low in ("others", "other"):
        return False
    if follows.low in BEFALLING and words[at + 2 : at + 3]:
        # "the deaths of 15 people and injuries to 200"
        return words[at + 2].low not in ("to", "of")
    then = words[at + 2].tag if at + 2 < len(words) else "."
    return then in ("N", "P", "B", "H", "V", ".", "M", "S", "F") and then != "F"


def with_of(words: Sequence[Word], end: int) -> int:
    """Take in the "of" phrase that follows a noun phrase."""
    if end >= len(words) or words[end].low not in ("of",):
        return end
    at = end + 1
    while at < len(words) and words[at].tag == "D":
        at += 1
    first = at
    while at < len(words) and at - first < _LONGEST_OF and words[at].tag == "N":
        at += 1
    return at if at > first else end


def direction_after(words: Sequence[Word], at: int) -> Run | None:
    """Find "south of Tripoli" or "behind Russian lines" after a distance."""
    if at >= len(words) or words[at].low not in _DIRECTIONS:
        return None
    end = at + 1
    if words[at].low == "of":
        return None
    while end < len(words) and end - at < _LONGEST and words[end].tag in "PDN":
        if words[end].tag == "P" and words[end].low not in _DIRECTIONS:
            break
        end += 1
    if words[end - 1].tag == "D" and end < len(words) and words[end].low.isalpha():
        # "to the seabed", whatever class its ending gives the noun.
        end += 1
    return at, end


def phrase_before(words: Sequence[Word], at: int) -> Run | None:
    """Find the noun phrase that ends right before `at`: "an area | of"."""
    end = at
    first = end
    while first > 0 and words[first - 1].tag == "N" and end - first < _LONGEST_OF:
        first -= 1
    return (first, end) if first < end else None


def number_of(words: Sequence[Word], before: int) -> Run | None:
    """Find X in "the number of X ... has risen to", up to the word at `before`."""
    for at in range(before, max(0, before - _NUMBER_REACH), -1):
        if words[at].low in (";", ":"):
            return None
        if words[at].low == "of" and words[at - 1].low in _TOTALS:
            return phrase_after(words, past_determiners(words, at + 1))
    return None


def past_determiners(words: Sequence[Word], at: int) -> int:
    """Step over "the", "its" and a number before a noun."""
    while at < len(words) and words[at].tag in ("D", "#") and words[at].low != "those":
        at += 1
    return at


def name_before(words: Sequence[Word], last: int) -> Run | None:
    """Find the name before ", 51,": capitalised words up to the comma."""
    at = last
    while at >= 0 and words[at].low in _AGED:
        at -= 1
    end = at + 1
    while at >= 0 and words[at].tag == "N" and end - at <= _LONGEST_OF:
        at -= 1
    return (at + 1, end) if at + 1 < end else None
