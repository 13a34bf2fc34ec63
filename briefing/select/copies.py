"""Whether two texts are the same words, or quote the same words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.text.fold import shingles, words

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR_COPY = 0.5
"""Share of the shorter sentence's 4-grams that a near-copy holds too (containment;
Broder, "On the resemblance and containment of documents", 1997)."""
FEW_SHINGLES = 3
"""A sentence with fewer 4-grams is too short to be told a copy."""
WORD_LENGTH = 3
QUOTED_RUN = 5
"""Words in a row that one quotation must share with another to be the same words."""
ALIKE = 0.7
"""Share of a word that two spellings of it begin with: "kilometre", "kilometer"."""


def is_copy(one: str, other: str) -> bool:
    """Say whether one text is the other, give or take words that only one has.

    Where each has telling words of its own, something was exchanged: another
    number, another town, "denied" for "confirmed".
    """
    if words(one) == words(other):
        return True
    if not is_near(one, other):
        return False
    mine, theirs = _telling(one) - _telling(other), _telling(other) - _telling(one)
    return all(_is_spelled_among(word, theirs) for word in mine) or all(
        _is_spelled_among(word, mine) for word in theirs
    )


def is_near(one: str, other: str) -> bool:
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


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[“\"]([^“”\"]{8,600})(?:[”\"]|\Z)")


@lru_cache(maxsize=1 << 12)
def quoted_runs(text: str) -> frozenset[tuple[str, ...]]:
    """Give all runs of some words that a text quotes."""
    return frozenset(
        run for said in _quotation().findall(text) for run in shingles(said, QUOTED_RUN)
    )
