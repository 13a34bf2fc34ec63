"""Timelines of any span: which days mattered, and what happened on them.

`make_timeline` is the way in. Days first, then sentences for each of them, after
Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization"
(2020), who call this order datewise. Nothing is learned: `days` counts who still
speaks of a day, `sentences` covers what is told of it, and both weigh a sentence by
how much it is about the matter (`reports`).
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from briefing.model.timeline import Day
from briefing.select.timeline.days import rank_days
from briefing.select.timeline.reports import read_reports
from briefing.select.timeline.sentences import choose_sentences, tellings_of
from briefing.select.topics import may_hold
from briefing.text.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from briefing.model.article import Article
    from briefing.model.passage import Passage
    from briefing.model.span import DateRange
    from briefing.select.timeline.reports import Report
    from briefing.select.topics import Topic

__all__ = ["concerning", "existing", "make_timeline"]


def existing(
    articles: Sequence[Article], as_of: datetime | None, zone: ZoneInfo
) -> tuple[Article, ...]:
    """Give the articles that are not known to be published after a moment.

    Args:
        articles: The articles.
        as_of: The moment; None leaves none out.
        zone: The zone of a day that is stated without an hour: it counts from its
            first moment.
    """
    if as_of is None:
        return tuple(articles)
    return tuple(one for one in articles if not _is_later(one, as_of, zone))


def concerning(articles: Iterable[Article], topic: Topic) -> tuple[Article, ...]:
    """Give the articles that may hold a term of a topic; no others need be read."""
    return tuple(one for one in articles if may_hold(topic, Words.of(one.text)))


def make_timeline(
    articles: Sequence[Article],
    passages: Mapping[str, Sequence[Passage]],
    *,
    window: DateRange,
    days: int,
    sentences: int,
    zone: ZoneInfo,
    topic: Topic | None = None,
) -> tuple[Day, ...]:
    """Choose the days of a span that mattered most, and the sentences that tell them.

    A day without a sentence that can be printed gives way to the next best.

    Args:
        articles: The articles, of any time: later ones tell which days are remembered.
        passages: Their passages, by article id.
        window: The span.
        days: How many days to give at most.
        sentences: How many sentences a day at most.
        zone: The zone whose days count.
        topic: What to follow; None for whatever the articles are about.

    Returns:
        The days in order of time.
    """
    reports = read_reports(articles, passages, zone=zone, topic=topic)
    told = tellings_of(reports, window)
    printed: list[Report] = []
    found: list[Day] = []
    for day, score in rank_days(reports, window):
        if len(found) >= days:
            break
        chosen = choose_sentences(told.get(day, ()), limit=sentences, elsewhere=printed)
        if not chosen:
            continue
        printed += chosen
        speaking = {t.report.article for t in told[day] if t.by == "name"}
        found.append(
            Day(day, round(score, 3), len(speaking), tuple(r.told for r in chosen))
        )
    return tuple(sorted(found, key=lambda one: one.day))


def _is_later(article: Article, as_of: datetime, zone: ZoneInfo) -> bool:
    value = article.published.value or article.published.not_before
    if value is None:
        return False
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.min)
    return (value if value.tzinfo else value.replace(tzinfo=zone)) > as_of
