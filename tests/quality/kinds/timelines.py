"""Timelines of a topic's articles, one a task, as `score_timelines.py` reads them.

A row is a task with the path of its articles; the days and sentences are those that
`briefing timeline` prints. The keywords are names of files more than words of the
news ("bpoil"), so that they are not followed.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefing.annotate import annotate
from briefing.compose.timeline import write_timeline
from briefing.ingest import read_articles
from briefing.model.names import NameList
from briefing.model.span import DateRange
from briefing.select.timeline import make_timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.article import Article
    from briefing.model.passage import Passage


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Give {"topic", "ref", "timeline": [[day, [sentence, ...]], ...]}."""
    articles, passages = _read(row["articles"])
    window = DateRange.through(
        date.fromisoformat(row["start"][:10]), date.fromisoformat(row["end"][:10])
    )
    days = make_timeline(
        articles,
        passages,
        window=window,
        days=row["l"],
        sentences=row["k"],
        zone=ZoneInfo("UTC"),
    )
    timeline = write_timeline(days, articles, window=window)
    return {
        "topic": row["topic"],
        "ref": row["ref"],
        "timeline": [
            [day.day.isoformat(), [sentence.text for sentence in day.sentences]]
            for day in timeline.days
        ],
    }


@lru_cache(maxsize=1)
def _read(path: str) -> tuple[tuple[Article, ...], Mapping[str, tuple[Passage, ...]]]:
    articles = read_articles([Path(path)]).articles
    return articles, {
        article.id: annotate(article, names=NameList()) for article in articles
    }
