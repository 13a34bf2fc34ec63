"""Sentences as a timeline reads them: of which days they tell, and how relevant.

What the articles are about is told by the words that most of them share; each word
weighs the square of its share. A sentence that, with its neighbours, holds less of
these than sentences mostly do counts less: a page of programmes and a quotation from
another century are in every heap of articles. With a topic, only what matches it
counts, and the sentences beside that.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import PRINTABLE
from briefing.model.timeline import Told
from briefing.select.membership import publication_day
from briefing.select.printable import why_barred
from briefing.select.timeline.common_words import COMMON
from briefing.select.timeline.furniture import is_stamp
from briefing.select.topics import topic_fits
from briefing.text.fold import WORD, base_form
from briefing.text.wording import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from briefing.model.article import Article
    from briefing.model.passage import Passage, Sentence
    from briefing.select.topics import Topic

BESIDE = 2
"""Sentences before and after that tell what a sentence is about."""
RARE = 0.1
"""A word in a smaller share of the articles says nothing of what they are about."""
NIGHT = 2
"""A night is two days, told under the second; longer runs tell of no single day."""
SHORTEST = 2
"""Letters of the shortest word that is compared."""


class Report(NamedTuple):
    """One sentence of an article."""

    article: str
    """Id of the article."""
    published: date | None
    """Its day of publication; None if not stated."""
    place: int
    """Which sentence of the article it is, from 0."""
    passage: Passage
    """The passage that holds it."""
    at: int
    """Which sentence of the passage it is, from 0."""
    words: frozenset[str]
    """Its telling words, in base form."""
    days: tuple[date, ...]
    """The single days of which it tells; none for a longer run."""
    relevance: float
    """How much it is to the point, from 0 to 1."""
    barred: bool = False
    """Whether it cannot be printed; it counts all the same."""

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.passage.sentences[self.at]

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text

    @property
    def told(self) -> Told:
        """The sentence as a timeline gives it."""
        return Told(self.article, self.passage, self.at)


class _Line(NamedTuple):
    """A sentence before its relevance is known."""

    passage: Passage
    at: int
    words: frozenset[str]


def read_reports(
    articles: Sequence[Article],
    passages: Mapping[str, Sequence[Passage]],
    *,
    zone: ZoneInfo,
    topic: Topic | None = None,
) -> tuple[Report, ...]:
    """Read the sentences of all articles, in the order of reading.

    Args:
        articles: The articles.
        passages: Their passages, by article id.
        zone: The zone whose days count.
        topic: What to follow; None for whatever the articles are about.
    """
    lines = {article.id: _lines(passages.get(article.id, ())) for article in articles}
    near = {id: _matching(own, topic) for id, own in lines.items()}
    weights = _weights(
        [
            [line for line, fits in zip(own, near[id], strict=True) if fits]
            for id, own in lines.items()
        ]
    )
    held = {id: _held(own, weights) for id, own in lines.items()}
    typical = _median([one for values in held.values() for one in values]) or 1.0
    found: list[Report] = []
    for article in articles:
        published = publication_day(article, zone)
        for place, line in enumerate(lines[article.id]):
            if not near[article.id][place] or is_stamp(_sentence(line).text):
                continue
            found.append(
                Report(
                    article.id,
                    published,
                    place,
                    line.passage,
                    line.at,
                    line.words,
                    _single_days(_sentence(line)),
                    min(1.0, held[article.id][place] / typical),
                    _is_barred(line, article),
                )
            )
    return tuple(found)


def telling_words(text: str) -> frozenset[str]:
    """Give the words of a text that tell what happened, in base form."""
    return frozenset(
        word
        for word in map(base_form, WORD.findall(text))
        if len(word) >= SHORTEST and word not in COMMON
    )


def _lines(passages: Sequence[Passage]) -> list[_Line]:
    return [
        _Line(passage, index, telling_words(sentence.text))
        for passage in passages
        for index, sentence in enumerate(passage.sentences)
    ]


def _sentence(line: _Line) -> Sentence:
    return line.passage.sentences[line.at]


def _is_barred(line: _Line, article: Article) -> bool:
    """Say whether a sentence cannot be printed: not whole, leaning, a machine's."""
    return (
        line.passage.role not in PRINTABLE
        or article.kind == "machine_translation"
        or why_barred(line.passage, _sentence(line), article) is not None
    )


def _matching(lines: Sequence[_Line], topic: Topic | None) -> list[bool]:
    """Say for each sentence whether it, or one beside it, matches the topic."""
    if topic is None:
        return [True] * len(lines)
    fits = [
        bool(topic_fits(Words.of(_sentence(line).text), (topic,), {})) for line in lines
    ]
    return [
        any(fits[max(0, at - BESIDE) : at + BESIDE + 1]) for at in range(len(lines))
    ]


def _weights(articles: Sequence[Sequence[_Line]]) -> dict[str, float]:
    """Weigh words by the share of the articles that hold them."""
    held = Counter(
        word
        for lines in articles
        for word in frozenset().union(*(line.words for line in lines))
    )
    count = sum(bool(lines) for lines in articles)
    return {
        word: (number / count) ** 2
        for word, number in held.items()
        if number > RARE * count
    }


def _held(lines: Sequence[_Line], weights: Mapping[str, float]) -> list[float]:
    """Give for each sentence what it and those beside it hold of the matter."""
    return [
        sum(
            weights.get(word, 0.0)
            for word in sorted(
                frozenset().union(
                    *(
                        line.words
                        for line in lines[max(0, at - BESIDE) : at + BESIDE + 1]
                    )
                )
            )
        )
        for at in range(len(lines))
    ]


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _single_days(sentence: Sentence) -> tuple[date, ...]:
    return tuple(
        dict.fromkeys(run.last for run in sentence.event_days if len(run) <= NIGHT)
    )
