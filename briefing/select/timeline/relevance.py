"""How much a sentence is to the matter that a heap of articles shares.

What the articles are about is told by the words that many of them hold; each word
weighs the square of its share. A sentence that, with its neighbours, holds less of
these than sentences mostly do counts less: a page of programmes, or a quotation from
another century, is in every heap.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Words = frozenset[str]

BESIDE = 2
"""Sentences before and after that tell what a sentence is about."""
RARE = 0.1
"""A word in a smaller share of the articles says nothing of what they are about."""


def relevance_of(
    articles: Sequence[Sequence[Words]], followed: Sequence[Sequence[bool]]
) -> list[list[float]]:
    """Give for each sentence of each article its relevance, from 0 to 1.

    Args:
        articles: The words of the sentences, article by article.
        followed: For each sentence, whether it tells what the matter is.
    """
    weights = _word_weights(
        [
            frozenset().union(*(w for w, one in zip(own, tells, strict=True) if one))
            for own, tells in zip(articles, followed, strict=True)
        ]
    )
    held = [_held(own, weights) for own in articles]
    typical = _median([one for own in held for one in own]) or 1.0
    return [[min(1.0, one / typical) for one in own] for own in held]


def beside(at: int) -> slice:
    """Give the places of a sentence and of those beside it."""
    return slice(max(0, at - BESIDE), at + BESIDE + 1)


def _word_weights(articles: Sequence[Words]) -> dict[str, float]:
    """Weigh words by the share of the articles that hold them."""
    held = Counter(word for words in articles for word in words)
    count = sum(map(bool, articles))
    return {
        word: (number / count) ** 2
        for word, number in held.items()
        if number > RARE * count
    }


def _held(sentences: Sequence[Words], weights: Mapping[str, float]) -> list[float]:
    """Give what each sentence and those beside it hold of the matter."""
    known = [words & weights.keys() for words in sentences]
    return [
        math.fsum(weights[word] for word in frozenset().union(*known[beside(at)]))
        for at in range(len(known))
    ]


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0
