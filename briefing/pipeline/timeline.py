"""The stages in order, from articles to the timeline of a span."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing.compose.timeline import write_timeline
from briefing.config.schema import house_of
from briefing.select.timeline import concerning, existing, make_timeline
from briefing.select.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from briefing.config.load import Desk, Edition
    from briefing.model.problem import Problem
    from briefing.model.span import DateRange
    from briefing.model.timeline import Timeline

from briefing.pipeline.sources import read_sources

log = logging.getLogger(__name__)


def compose_timeline(
    desk: Desk,
    edition: Edition,
    window: DateRange,
    *,
    days: int,
    sentences: int,
    topic: str | None = None,
    sources: Sequence[Path] | None = None,
    as_of: datetime | None = None,
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Compose the timeline of a span from all articles, later ones too.

    Args:
        desk: The config, with its names and its folder.
        edition: The edition whose sources and topics count.
        window: The span.
        days: How many days to give at most.
        sentences: How many sentences a day at most.
        topic: Id of the topic to follow; None for whatever the articles are about.
        sources: Files and folders that replace the edition's sources.
        as_of: Articles published later do not exist; None leaves none out.

    Returns:
        The timeline, and what could not be read.
    """
    house = house_of(desk.config.desk, edition.config)
    zone = ZoneInfo(house.timezone)
    reading, passages_of = read_sources(desk, edition, paths=sources)
    articles = existing(reading.articles, as_of, zone)
    wanted = {topic: edition.topics[topic]} if topic else {}
    followed = next(iter(topics_of(wanted, desk.names)), None)
    if followed is not None:
        articles = concerning(articles, followed)
    log.info("annotating %d articles", len(articles))
    passages = {article.id: passages_of(article) for article in articles}
    log.info("choosing days")
    chosen = make_timeline(
        articles,
        passages,
        window=window,
        days=days,
        sentences=sentences,
        zone=zone,
        topic=followed,
    )
    timeline = write_timeline(
        chosen, articles, window=window, topic=topic, language=house.language
    )
    return timeline, reading.problems
