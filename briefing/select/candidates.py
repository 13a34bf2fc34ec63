"""From passages to candidates: each sentence with its topic, its role, its bars.

A passage belongs to one topic, the one that its sentences fit best together. A
passage that names no topic but continues the one before it ("The ministry
claimed ...", or the same village, or the same figure) keeps its topic, for a
few passages and with less weight each time.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.article import PRINTABLE
from briefing.model.selection import Candidate
from briefing.select.contradictions import bar_contradicted
from briefing.select.membership import role_of
from briefing.select.printable import bar_without_caveat, why_barred
from briefing.select.topics import term_weights, topic_fits
from briefing.text.fold import words
from briefing.text.wording import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.passage import Passage, Sentence
    from briefing.model.selection import Use
    from briefing.model.slot import Slot
    from briefing.select.topics import Topic

CONTEXT_FIT = 0.7
"""How well a sentence fits by its paragraph alone."""
CARRY = 0.85
"""What is left of a carried topic after each further passage."""
CARRY_FLOOR = 0.3
"""Below this a topic is no longer carried on."""
PROPER = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{3,}")
LONG_NUMBER = 3
LONG_WORD = 5
SHARED_WORDS = 3
WORD_SHARE = 0.12
"""The same for words that are no names: three of them must be shared."""
COMMON, COMMON_SHARE = 4, 0.05
"""A name in more passages, and in more than this share of all, ties none together."""


def find_candidates(
    passages: Mapping[str, Sequence[Passage]],
    articles: Sequence[Article],
    *,
    uses: Mapping[str, Use],
    days: Mapping[str, date | None],
    slot: Slot,
    topics: Sequence[Topic],
) -> tuple[Candidate, ...]:
    """Give every sentence that belongs to a topic, printable or not.

    Args:
        passages: The passages of each article, by article id.
        articles: The articles, in the order of reading.
        uses: How the issue may use each article; undated and late ones give none.
        days: The publication day of each article, by id.
        slot: The issue's window and cut-offs.
        topics: The edition's topics, in order.
    """
    usable = [article for article in articles if uses[article.id] in ("in", "older")]
    cut = {
        article.id: [
            (passage, [Words.of(sentence.text) for sentence in passage.sentences])
            for passage in passages[article.id]
            if passage.role in PRINTABLE and passage.sentences
        ]
        for article in usable
    }
    weights = term_weights(
        topics,
        (
            sentence
            for parts in cut.values()
            for _, sentences in parts
            for sentence in sentences
        ),
    )
    common = _common_marks([passage for parts in cut.values() for passage, _ in parts])
    found: list[Candidate] = []
    for article in usable:
        carried: _Carried | None = None
        for passage, sentences in cut[article.id]:
            fits = [topic_fits(sentence, topics, weights) for sentence in sentences]
            carried = _topic_of(passage, fits, carried, topics, common)
            if carried is None or carried.fit < CARRY_FLOOR:
                continue
            for index, sentence in enumerate(passage.sentences):
                if uses[article.id] == "older" and not _is_past(sentence, slot):
                    continue
                # "On Sunday" of an article that nothing ties to a day is any Sunday.
                if not article.published.tied and not sentence.event_days:
                    continue
                fit = fits[index].get(carried.topic, carried.fit * CONTEXT_FIT)
                found.append(
                    Candidate(
                        article=article.id,
                        passage=passage,
                        index=index,
                        topic=carried.topic,
                        role=role_of(
                            sentence,
                            uses[article.id],
                            slot,
                            published=days[article.id],
                        ),
                        scores={"fit": fit},
                        barred=why_barred(passage, sentence, article),
                    )
                )
    return bar_contradicted(bar_without_caveat(found, passages))


class _Carried:
    """The topic of a passage, and what a later passage may share with it."""

    __slots__ = ("fit", "marks", "topic")

    def __init__(self, topic: str, fit: float, marks: frozenset[str]) -> None:
        self.topic = topic
        self.fit = fit
        self.marks = marks


def _topic_of(
    passage: Passage,
    fits: Sequence[Mapping[str, float]],
    before: _Carried | None,
    topics: Sequence[Topic],
    common: frozenset[str],
) -> _Carried | None:
    marks = _marks(passage) - common
    total = {topic.id: sum(fit.get(topic.id, 0.0) for fit in fits) for topic in topics}
    best = max(total, key=lambda topic: total[topic], default=None)
    if best is not None and total[best] > 0:
        return _Carried(best, 1.0, marks)
    if before is None:
        return None
    leans = passage.sentences[0].continues or bool(passage.sentences[0].needs)
    if leans or _tied(marks & before.marks):
        return _Carried(before.topic, before.fit * CARRY, marks | before.marks)
    # A passage on something else ends the run, but one more may still return to it.
    return _Carried(before.topic, 0.0, before.marks) if before.fit else None


def _marks(passage: Passage) -> frozenset[str]:
    """Give what makes a passage recognisable: names, large figures, longer words."""
    figures = {
        figure.text
        for figure in passage.figures
        if figure.unit != "count" or len(figure.text) >= LONG_NUMBER
    }
    content = {word for word in words(passage.text) if len(word) >= LONG_WORD}
    return frozenset(figures.union(PROPER.findall(passage.text), content))


def _tied(shared: frozenset[str]) -> bool:
    """Say whether shared marks tie two passages: one name or figure, or three words.

    Repeated words hold the parts of a text together (Halliday and Hasan, "Cohesion
    in English", 1976), but a single one may be chance.
    """
    names = sum(mark[0].isupper() or mark[0].isdigit() for mark in shared)
    return names > 0 or len(shared) >= SHARED_WORDS


def _common_marks(passages: Sequence[Passage]) -> frozenset[str]:
    """Give the names that stand in too many passages to tie two of them together."""
    seen = Counter(mark for passage in passages for mark in _marks(passage))
    names = max(COMMON, COMMON_SHARE * len(passages))
    words = WORD_SHARE * len(passages)
    return frozenset(
        mark
        for mark, count in seen.items()
        if count > (max(names, words) if mark.islower() else names)
    )


def _is_past(sentence: Sentence, slot: Slot) -> bool:
    """Say whether an older article's sentence speaks of what was before the window."""
    return sentence.aspect != "ahead" and not any(
        run.end > slot.window.first for run in sentence.event_days
    )
