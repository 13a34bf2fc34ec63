"""From passages to candidates: each sentence with its topic, its role, its bars.

A passage belongs to one topic, the one that its sentences fit best together. A
passage that names no topic but continues the one before it (see `continuing`) keeps
its topic, for a few passages and with less weight each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import PRINTABLE
from briefing.model.selection import Candidate
from briefing.select.continuing import Thread, common_marks, continues, thread_of
from briefing.select.contradictions import bar_contradicted
from briefing.select.membership import role_of
from briefing.select.printable import bar_without_caveat, why_barred
from briefing.select.topics import term_weights, topic_fits
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
    common = common_marks([passage for parts in cut.values() for passage, _ in parts])
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
    read = {article.id: passages[article.id] for article in usable}
    return bar_contradicted(bar_without_caveat(found, passages), read)


class _Carried(NamedTuple):
    """The topic of a passage, and what a later passage may share with it."""

    topic: str
    fit: float
    thread: Thread


def _topic_of(
    passage: Passage,
    fits: Sequence[Mapping[str, float]],
    before: _Carried | None,
    topics: Sequence[Topic],
    common: frozenset[str],
) -> _Carried | None:
    total = {topic.id: sum(fit.get(topic.id, 0.0) for fit in fits) for topic in topics}
    best = max(total, key=lambda topic: total[topic], default=None)
    thread = thread_of(passage, common)
    if best is not None and total[best] > 0:
        told = before.thread.nouns if before and before.topic == best else frozenset()
        return _Carried(best, 1.0, thread._replace(nouns=thread.nouns | told))
    if before is None:
        return None
    if continues(passage, thread, before.thread):
        return _Carried(before.topic, before.fit * CARRY, thread.joined(before.thread))
    # A passage on something else ends the run, but one more may still return to it.
    return _Carried(before.topic, 0.0, before.thread) if before.fit else None


def _is_past(sentence: Sentence, slot: Slot) -> bool:
    """Say whether an older article's sentence speaks of what was before the window."""
    return sentence.aspect != "ahead" and not any(
        run.end > slot.window.first for run in sentence.event_days
    )
