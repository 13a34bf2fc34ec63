"""The stages in order, and nothing else: from a slot to the bytes of an issue."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from briefing import __version__
from briefing.annotate.languages import tell_language
from briefing.compose import compose
from briefing.compose.history import read_before
from briefing.compose.illustrations import illustrate
from briefing.compose.shortfall import require_new, require_printed
from briefing.config.hand import load_hand
from briefing.config.schema import RequireConfig, house_of
from briefing.errors import UsageError, did_you_mean
from briefing.ingest.pictures import read_picture
from briefing.render import load_style, render
from briefing.select import consider, uses_of
from briefing.select.ledger.earlier import recall
from briefing.select.marked import mentions, read_hand
from briefing.select.membership import late_arrivals
from briefing.select.pins import pin_figures
from briefing.select.withhold import withhold
from briefing.select.worth import worth_annotating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefing.config.load import Desk, Edition
    from briefing.config.schema import TopicConfig
    from briefing.model.article import Article
    from briefing.model.briefing import Briefing
    from briefing.model.hand import Mark
    from briefing.model.problem import Problem
    from briefing.model.selection import Use
    from briefing.model.slot import Slot
    from briefing.select.fates import Considered

from briefing.pipeline.sources import REPORTS, Sources, read_sources, style_folders

log = logging.getLogger(__name__)


class Made(NamedTuple):
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
    sources: Sources | Sequence[Path] | None = None,
    topics: Sequence[str] | None = None,
    style: str | None = None,
    formats: Sequence[str] | None = None,
    reports: Path | None = None,
) -> Made:
    """Make one issue of an edition.

    Args:
        desk: The config, with its names and its folder.
        edition: The edition to make.
        slot: The window, cut-offs and number of the issue.
        sources: What was read already, or files and folders that replace the
            edition's sources; None reads those.
        topics: Ids of the only topics to follow.
        style: Name or folder of a house style that replaces the edition's.
        formats: The only formats to make.
        reports: Where the issue before is looked for, before the desk's own folder.

    Raises:
        TooLittleError: When there is less than the edition's `require`.
        UsageError: When a topic or style does not exist.
    """
    house = load_style(style or edition.config.style, search=style_folders(desk))
    # `require` speaks of the whole edition; a few of its topics may hold less.
    least = RequireConfig() if topics else edition.config.require
    if not isinstance(sources, Sources):
        sources = read_sources(desk, edition, paths=sources)
    briefing, left_out = compose_issue(
        desk,
        edition.styled(house.when_empty),
        slot,
        sources=sources,
        topics=topics,
        style=house.name,
        reports=reports,
        require=least,
    )
    require_printed(briefing, least)
    briefing = illustrate(
        briefing,
        sources.reading.articles,
        most=edition.config.budget.illustrations,
        read=read_picture,
    )
    wanted_formats = formats or edition.config.formats
    log.info("setting %s", ", ".join(wanted_formats))
    rendered = render(briefing, house, formats=wanted_formats)
    return Made(
        briefing=briefing,
        files=rendered.files,
        problems=(*briefing.problems, *rendered.problems),
        left_out=left_out,
    )


def compose_issue(
    desk: Desk,
    edition: Edition,
    slot: Slot,
    *,
    require: RequireConfig,
    sources: Sources | Sequence[Path] | None = None,
    topics: Sequence[str] | None = None,
    style: str = "",
    reports: Path | None = None,
) -> tuple[Briefing, int]:
    """Compose an issue, which is then set or only looked into.

    Args:
        desk: The config, with its names and its folder.
        edition: The edition.
        slot: The window, cut-offs and number of the issue.
        require: The least number of new articles, without which nothing is annotated.
        sources: As for `make_issue`.
        topics: Ids of the only topics to follow.
        style: Name of the house style that it will be set in.
        reports: Where the issue before is looked for, before the desk's own folder.

    Returns:
        The issue, and how many articles do not exist for it yet.

    Raises:
        TooLittleError: When there are fewer new articles than required.
        UsageError: When a topic does not exist.
    """
    wanted = _wanted_topics(edition, topics)
    facts = house_of(desk.config.desk, edition.config)
    if not isinstance(sources, Sources):
        sources = read_sources(desk, edition, paths=sources)
    reading = sources.reading
    folders = (reports or desk.root / REPORTS, desk.root / REPORTS)
    before, told = read_before(edition, slot, folders=folders)
    late: frozenset[str] = frozenset()
    if before:
        zone = ZoneInfo(facts.timezone)
        late = late_arrivals(reading.articles, slot, zone, seen=before.articles)
    uses = uses_of(reading.articles, slot, facts.timezone) | dict.fromkeys(late, "in")
    articles = tuple(a for a in reading.articles if a.id in uses)
    require_new(
        edition.id,
        slot,
        require,
        new=list(uses.values()).count("in"),
        read=len(reading.articles),
        held=withhold(articles, uses, ()),
        problems=reading.problems,
    )
    selection = weigh(
        desk, edition, slot, wanted, sources=sources, uses=uses, folders=folders
    ).selection
    selection, unreported, broad = pin_figures(
        selection, edition.config.pins, names=desk.names
    )
    selection, earlier = recall(selection, before, edition.config.sections)
    briefing = compose(
        selection,
        edition_id=edition.id,
        edition=edition.config,
        desk=facts,
        slot=slot,
        topics=wanted,
        names=desk.names,
        style=style,
        problems=(*reading.problems, *told, *broad),
        version=__version__,
        earlier=earlier,
        before=before,
        # What other topics report of a pinned figure was not looked at.
        unreported=() if topics else unreported,
        late=late,
    )
    return _with_languages(briefing, articles), len(reading.articles) - len(articles)


def _with_languages(briefing: Briefing, articles: Sequence[Article]) -> Briefing:
    """Name the language of each article that is quoted."""
    known = {article.id: article for article in articles}
    told = (
        replace(
            each,
            language=tell_language(known[each.id].text, known[each.id].language),
        )
        if each.citations
        else each
        for each in briefing.articles
    )
    return replace(briefing, articles=tuple(told))


def weigh(
    desk: Desk,
    edition: Edition,
    slot: Slot,
    topics: Mapping[str, TopicConfig],
    *,
    sources: Sources,
    uses: Mapping[str, Use],
    folders: Sequence[Path],
) -> Considered:
    """Annotate what an issue may need, and choose what it prints.

    Args:
        desk: The config, with its names and its folder.
        edition: The edition.
        slot: The window, cut-offs and number of the issue.
        topics: The topics to follow, by id.
        sources: What was read.
        uses: How the issue may use each article that exists for it, by id.
        folders: Where the editor's decisions are looked for.
    """
    house = house_of(desk.config.desk, edition.config)
    articles = tuple(one for one in sources.reading.articles if one.id in uses)
    worth = worth_annotating(
        articles,
        uses=uses,
        slot=slot,
        topics=topics,
        names=desk.names,
        background="background" in edition.config.sections,
        zone=ZoneInfo(house.timezone),
    )
    marks = find_marks(edition.id, slot, folders)
    worth |= {a.id for a in articles for m in marks if mentions(a, m.words)}
    log.info("annotating %d articles", len(worth))
    passages = {
        article.id: sources.passages_of(article) if article.id in worth else ()
        for article in articles
        if uses[article.id] in ("in", "older")
    }
    log.info("choosing what to print")
    return consider(
        articles,
        passages,
        uses=uses,
        slot=slot,
        topics=topics,
        names=desk.names,
        edition=edition.config,
        timezone=house.timezone,
        hand=read_hand(marks, articles, passages, uses),
    )


def hand_file(edition: str, issue: str) -> str:
    """Give the path, in the folder of issues, of the editor's decisions on an issue."""
    return f"{edition}/{issue}/{edition}-{issue}.hand.yaml"


def find_marks(edition: str, slot: Slot, folders: Sequence[Path]) -> tuple[Mark, ...]:
    """Read what the editor decided on an issue, from the first folder that says it.

    Raises:
        ConfigError: When the file has faults.
    """
    name = hand_file(edition, slot.window.last.isoformat())
    found = (load_hand(folder / name, name=name) for folder in folders)
    return next((marks for marks in found if marks), ())


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
