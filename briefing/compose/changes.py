"""What changed since the issue before: what is new, what goes on, what has gone quiet.

Two texts tell of one story when their words, weighed by how rare they are in the
issue's articles, point the same way: the cosine of tf-idf vectors, as in the story
link detection of Allan, "Topic detection and tracking" (2002). A story that no new
article takes up has gone quiet; one that is merely not printed has not.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import PRINTABLE
from briefing.model.briefing import Compared, Quiet
from briefing.text.fold import words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.compose.history import Before, Told
    from briefing.model.article import Article
    from briefing.model.ledger import LedgerFigure
    from briefing.model.section import Change, Section
    from briefing.model.selection import Use

ONE_STORY = 0.3
"""Cosine from which two texts tell of one story."""
MOST_QUIET = 5
"""Stories that are named as gone quiet, at most."""
SHORTEST = 3
"""Letters of a word that tells stories apart."""
EMPTY = word_set("""
    about after again against all also and any are around back because been before
    being between both but can could did does down during each few first for from had
    has have her here him his how into its last like made many may more most much near
    new not now off one only other our out over own per said same say says she should
    since some still such than that the their them then there these they this those
    through told two under until was were what when where which while who will with
    would year you
    monday tuesday wednesday thursday friday saturday sunday week today yesterday
""")
"""Words that stand in any report."""

Vector = dict[str, float]


class Changes(NamedTuple):
    """What an issue is to the one before."""

    of: Mapping[str, Change]
    """For each item's id, whether it is new or goes on."""
    compared: Compared
    """The issue before, with what was revised, withdrawn, and gone quiet."""


def find_changes(
    before: Before,
    sections: Sequence[Section],
    figures: Sequence[LedgerFigure],
    articles: Sequence[Article],
    uses: Mapping[str, Use],
) -> Changes:
    """Compare an issue with the one before.

    Args:
        before: The issue before.
        sections: The sections of this one.
        figures: Its ledger, which says what each figure was.
        articles: The articles that existed for it.
        uses: How it may use each of them, by id.
    """
    fresh = tuple(one for one in articles if uses.get(one.id) == "in")
    weights = _Weights((*_paragraphs(fresh), *(one.text for one in before.told)))
    stories = [(one, weights.vector(one.text)) for one in before.told]
    taken_up: set[int] = set()
    of: dict[str, Change] = {}
    for section in sections:
        for item in section.items:
            own = weights.vector(item.text)
            known = {at for at, (_, v) in enumerate(stories) if _is_one(own, v)}
            taken_up |= known
            if item.role != "background":
                of[item.id] = "developing" if known else "new"
    quiet = _quiet(stories, taken_up, weights, _paragraphs(fresh))
    kinds = Counter(of.values())
    return Changes(
        of,
        Compared(
            issue=before.issue,
            number=before.number,
            file=before.file,
            sha256=before.sha256,
            new=kinds["new"],
            developing=kinds["developing"],
            revised=tuple(one.id for one in figures if _is_revised(one)),
            withdrawn=tuple(one.id for one in figures if _is_withdrawn(one)),
            quiet=quiet,
        ),
    )


def _quiet(
    stories: Sequence[tuple[Told, Vector]],
    taken_up: set[int],
    weights: _Weights,
    paragraphs: Iterable[str],
) -> tuple[Quiet, ...]:
    """Name the stories that led the issue before and that no new article takes up."""
    open_ = {
        at: vector
        for at, (told, vector) in enumerate(stories)
        if told.leads and at not in taken_up
    }
    for text in paragraphs:
        if not open_:
            break
        own = weights.vector(text)
        open_ = {at: v for at, v in open_.items() if not _is_one(own, v)}
    return tuple(
        Quiet(stories[at][0].text, stories[at][0].topic, stories[at][0].citation)
        for at in list(open_)[:MOST_QUIET]
    )


def _is_revised(figure: LedgerFigure) -> bool:
    """Say whether a printed figure is given otherwise than in the issue before."""
    return (
        figure.printed
        and bool(figure.was and figure.claims)
        and not figure.was[0].withdrawn
        and figure.was[0].value != figure.claims[0].value
    )


def _is_withdrawn(figure: LedgerFigure) -> bool:
    return any(was.withdrawn for was in figure.was[:1])


def _paragraphs(articles: Iterable[Article]) -> Iterable[str]:
    return (
        block.span.cut(article.text)
        for article in articles
        for block in article.blocks
        if block.role in PRINTABLE
    )


class _Weights:
    """How much each word tells stories apart: by how few paragraphs have it."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        self._count = 1
        for text in paragraphs:
            self._seen.update(_telling(text))
            self._count += 1

    def vector(self, text: str) -> Vector:
        """Give a text's vector, of length 1."""
        weights = {
            word: math.log(1 + self._count / (self._seen[word] or 1))
            for word in _telling(text)
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}


def _telling(text: str) -> frozenset[str]:
    return frozenset(
        word for word in words(text) if len(word) >= SHORTEST and word not in EMPTY
    )


def _is_one(one: Vector, other: Vector) -> bool:
    if len(other) < len(one):
        one, other = other, one
    return sum(w * other[word] for word, w in one.items() if word in other) >= ONE_STORY
