"""The stages in order, and nothing else: from a slot to the bytes of an issue."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.annotate import annotate
from briefing.compose import compose
from briefing.config.schema import RequireConfig
from briefing.config.starter import starter
from briefing.errors import NotMadeError, UsageError, did_you_mean
from briefing.ingest import read_articles
from briefing.model.briefing import Briefing
from briefing.model.problem import Problem
from briefing.render import load_style, render
from briefing.select import select, uses_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.config.load import Desk, Edition
    from briefing.config.schema import TopicConfig
    from briefing.model.article import Article
    from briefing.model.slot import Slot

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished issue, not yet written to disk."""

    briefing: Briefing
    """What it prints."""
    files: Mapping[str, bytes]
    """Its bytes, by format."""
    problems: tuple[Problem, ...]
    """What went wrong without stopping it."""
    left_out: int
    """Articles published after the issue's `as_of`, which do not exist for it."""


def make_issue(
    desk: Desk,
    edition: Edition,
    slot: Slot,
    *,
    sources: Sequence[Path] | None = None,
    topics: Sequence[str] | None = None,
    style: str | None = None,
    formats: Sequence[str] | None = None,
) -> Made:
    """Make one issue of an edition.

    Args:
        desk: The config, with its names and its folder.
        edition: The edition to make.
        slot: The window, cut-offs and number of the issue.
        sources: Files and folders that replace the edition's sources.
        topics: Ids of the only topics to follow.
        style: Name or folder of a house style that replaces the edition's.
        formats: The only formats to make.

    Raises:
        NotMadeError: When there is less than the edition's `require`.
        UsageError: When a topic or style does not exist.
    """
    wanted = _wanted_topics(edition, topics)
    house = load_style(style or edition.config.style, search=style_folders(desk))
    reading = read_articles(
        _source_paths(desk, edition) if sources is None else sources,
        facts=desk.config.facts,
        timezone=desk.config.desk.timezone,
    )
    log.info("read %d articles", len(reading.articles))
    uses = uses_of(reading.articles, slot, desk.config.desk.timezone)
    articles = tuple(a for a in reading.articles if a.id in uses)
    passages = {
        article.id: annotate(
            article, names=desk.names, day_one=desk.config.desk.day_one
        )
        for article in articles
        if uses[article.id] in ("in", "older")
    }
    log.info("annotated %d articles", len(passages))
    selection = select(
        articles,
        passages,
        uses=uses,
        slot=slot,
        topics=wanted,
        names=desk.names,
        edition=edition.config,
        timezone=desk.config.desk.timezone,
    )
    briefing = compose(
        selection,
        edition_id=edition.id,
        edition=edition.config,
        desk=desk.config.desk,
        slot=slot,
        topics=wanted,
        names=desk.names,
        style=house.name,
        problems=reading.problems,
        version=__version__,
    )
    # `require` speaks of the whole edition; a few of its topics may hold less.
    least = RequireConfig() if topics else edition.config.require
    _require(briefing, least, articles)
    rendered = render(briefing, house, formats=formats or edition.config.formats)
    return Made(
        briefing=briefing,
        files=rendered.files,
        problems=(*briefing.problems, *rendered.problems),
        left_out=len(reading.articles) - len(articles),
    )


def style_folders(desk: Desk) -> tuple[Path, ...]:
    """Give the folders in which house styles are looked for, in order."""
    return (desk.root / "templates", starter() / "templates")


def _source_paths(desk: Desk, edition: Edition) -> list[Path]:
    return [desk.root / path for path in edition.config.sources or desk.config.sources]


def _wanted_topics(
    edition: Edition, ids: Sequence[str] | None
) -> Mapping[str, TopicConfig]:
    if not ids:
        return edition.topics
    for id in ids:
        if id not in edition.topics:
            known = ", ".join(edition.topics)
            message = (
                f"--topic {id}: edition {edition.id} has no such topic"
                f"{did_you_mean(id, edition.topics)} (it has {known})"
            )
            raise UsageError(message)
    return {id: topic for id, topic in edition.topics.items() if id in ids}


def _require(
    briefing: Briefing, require: RequireConfig, articles: Sequence[Article]
) -> None:
    items = sum(len(section.items) for section in briefing.sections)
    short = [
        f"{found} {what}, fewer than the {least} that `require` asks for"
        for what, found, least in (
            ("articles with news", briefing.tally.news, require.articles),
            ("items", items, require.items),
        )
        if found < least
    ]
    if not short:
        return
    first, last = briefing.issue.from_, briefing.issue.to
    lines = [
        f"{briefing.edition.id}, {first} to {last}: not made: {'; '.join(short)}.",
        f"  read: {len(articles)} articles that existed on "
        f"{briefing.issue.as_of:%Y-%m-%d %H:%M}",
        *(
            f"  held: {held.what} ({held.why})"
            for held in briefing.held
            if held.citation is None
        ),
        *(f"  problem: {p.where}: {p.what}" for p in briefing.problems),
        "  State publication days in an articles.yaml beside the articles, widen the "
        "period or the topics, or lower `require` in the config.",
    ]
    raise NotMadeError("\n".join(lines))
