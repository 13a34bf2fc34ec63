"""Sentences as a timeline reads them: of which days they tell, and how relevant.

With a topic, only what matches it counts, and the sentences beside that; of these only
what matches it itself is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import PRINTABLE
from briefing.model.timeline import Told
from briefing.select.membership import publication_day
from briefing.select.printable import why_barred
from briefing.select.timeline.common_words import COMMON
from briefing.select.timeline.furniture import is_stamp
from briefing.select.timeline.relevance import beside, relevance_of
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
    lines = [_lines(passages.get(article.id, ())) for article in articles]
    fits = [_matching(own, topic) for own in lines]
    near = [[any(own[beside(at)]) for at in range(len(own))] for own in fits]
    relevance = relevance_of([[line.words for line in own] for own in lines], near)
    return tuple(
        Report(
            article.id,
            publication_day(article, zone),
            place,
            line.passage,
            line.at,
            line.words,
            _single_days(_sentence(line)),
            relevance[number][place],
            not fits[number][place] or _is_barred(line, article),
        )
        for number, article in enumerate(articles)
        for place, line in enumerate(lines[number])
        if near[number][place] and not is_stamp(_sentence(line).text)
    )


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
    """Say for each sentence whether it matches the topic."""
    if topic is None:
        return [True] * len(lines)
    return [
        bool(topic_fits(Words.of(_sentence(line).text), (topic,), {})) for line in lines
    ]


def _single_days(sentence: Sentence) -> tuple[date, ...]:
    return tuple(
        dict.fromkeys(run.last for run in sentence.event_days if len(run) <= NIGHT)
    )
