"""What an issue is made from: articles read once, annotated when asked for."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from briefing.annotate import annotate
from briefing.annotate.publication import infer_published
from briefing.config.schema import house_of
from briefing.config.starter import starter
from briefing.ingest import Reading, read_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing.config.load import Desk, Edition
    from briefing.model.article import Article
    from briefing.model.passage import Passage

log = logging.getLogger(__name__)

REPORTS = "reports"
"""The desk's folder of finished issues."""


class Sources(NamedTuple):
    """What was read, for one issue or for many."""

    reading: Reading
    """The articles, and what could not be read."""
    passages_of: Callable[[Article], tuple[Passage, ...]]
    """Gives an article's passages; each article is annotated when first asked for."""


def read_sources(
    desk: Desk, edition: Edition, *, paths: Sequence[Path] | None = None
) -> Sources:
    """Read an edition's sources.

    Args:
        desk: The config, with its names and its folder.
        edition: The edition.
        paths: Files and folders that replace the edition's sources.
    """
    house = house_of(desk.config.desk, edition.config)
    log.info("reading articles")
    reading = read_articles(
        source_paths(desk, edition) if paths is None else paths,
        facts=desk.config.facts,
        timezone=desk.config.desk.timezone,
    )
    placed = infer_published(reading.articles, day_one=house.day_one)
    reading = reading._replace(articles=placed)
    known: dict[str, tuple[Passage, ...]] = {}

    def passages_of(article: Article) -> tuple[Passage, ...]:
        if article.id not in known:
            known[article.id] = annotate(
                in_zone(article, house.timezone),
                names=desk.names,
                day_one=house.day_one,
                zone=ZoneInfo(house.timezone),
            )
        return known[article.id]

    return Sources(reading, passages_of)


def source_paths(desk: Desk, edition: Edition) -> list[Path]:
    """Give the files and folders that an edition is made from."""
    return [desk.root / path for path in edition.config.sources or desk.config.sources]


def style_folders(desk: Desk) -> tuple[Path, ...]:
    """Give the folders in which house styles are looked for, in order."""
    return (desk.root / "templates", starter() / "templates")


def in_zone(article: Article, timezone: str) -> Article:
    """Give an article whose moment of publication is told in the desk's zone.

    What an article calls "on Friday" counts from the day of publication, and that is
    the desk's: 23:30 in New York on 7 February is 8 February in Kyiv.
    """
    published = article.published
    if not isinstance(published.value, datetime) or published.value.tzinfo is None:
        return article
    moment = published.value.astimezone(ZoneInfo(timezone))
    return replace(article, published=replace(published, value=moment))
