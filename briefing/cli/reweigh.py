"""An issue weighed once more, for what its JSON does not hold: all it did not print.

What an issue leaves out is not in its files, which readers get. So the articles are
read again and weighed as they were; whether they, and the outcome, still are what the
issue was made of is said.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.cli.common import read_clock
from briefing.config.load import find_edition, load_desk
from briefing.config.schema import house_of
from briefing.errors import UsageError
from briefing.model.span import DateRange
from briefing.pipeline import REPORTS, read_sources, weigh
from briefing.schedule import slot_for
from briefing.select import uses_of
from briefing.select.fates import fates_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.config.load import Desk, Edition
    from briefing.config.schema import DeskConfig
    from briefing.model.article import Article
    from briefing.model.selection import Candidate, Use
    from briefing.model.slot import Slot
    from briefing.pipeline import Sources
    from briefing.select.fates import Considered, Fate

Record = dict[str, Any]


class Reweighed(NamedTuple):
    """An issue's sentences, each with its fate."""

    fates: tuple[Fate, ...]
    """Every sentence that belongs to a topic, by topic and rank."""
    articles: Mapping[str, Article]
    """The articles, by id."""
    titles: Mapping[str, str]
    """The titles of the topics, by id, in printing order."""
    numbers: Mapping[tuple[str, int], int]
    """The issue's citation numbers, by article id and where the quote begins."""
    notes: tuple[str, ...]
    """In what the issue is not what would be made now."""

    def number_of(self, candidate: Candidate | None) -> int | None:
        """Give the number under which the issue cites a sentence, if it does."""
        if candidate is None:
            return None
        return self.numbers.get((candidate.article, candidate.sentence.span.start))


def reweigh(
    record: Record, *, config: Path | None, articles: Sequence[Path], reports: Path
) -> Reweighed:
    """Weigh an issue's sentences once more.

    Args:
        record: The issue's JSON.
        config: The config file; None looks for the default ones.
        articles: Files and folders that replace the edition's sources.
        reports: The folder of issues that it lies in.

    Raises:
        UsageError: When none of its articles is where the desk reads them.
        ConfigError: When there is no desk, or its config has faults.
    """
    desk = load_desk(config, cwd=Path.cwd())
    edition = find_edition(desk, record["edition"]["id"])
    sources = read_sources(
        desk, edition, paths=[path.absolute() for path in articles] or None
    )
    notes = _changed(record, sources.reading.articles)
    considered = _consider(desk, edition, record, sources, reports)
    fates = fates_of(considered)
    numbers = {
        (one["article"], one["start"]): one["number"] for one in record["citations"]
    }
    again = Reweighed(
        fates,
        {article.id: article for article in sources.reading.articles},
        {id: topic.title or id for id, topic in edition.topics.items()},
        numbers,
        notes,
    )
    return again._replace(notes=(*notes, *_otherwise(record, considered)))


def _consider(
    desk: Desk, edition: Edition, record: Record, sources: Sources, reports: Path
) -> Considered:
    house = house_of(desk.config.desk, edition.config)
    slot = _slot(edition, house, record)
    late = [one["id"] for one in record["articles"] if one.get("late")]
    arrived: dict[str, Use] = dict.fromkeys(late, "in")
    uses = uses_of(sources.reading.articles, slot, house.timezone) | arrived
    folders = (reports, desk.root / REPORTS)
    return weigh(
        desk, edition, slot, edition.topics, sources=sources, uses=uses, folders=folders
    )


def _slot(edition: Edition, house: DeskConfig, record: Record) -> Slot:
    issue = record["issue"]
    window = DateRange.through(
        date.fromisoformat(issue["from"]), date.fromisoformat(issue["to"])
    )
    as_of = datetime.fromisoformat(issue["as_of"])
    return slot_for(edition, house, now=read_clock(), window=window, as_of=as_of)


def _changed(record: Record, articles: Sequence[Article]) -> tuple[str, ...]:
    """Say which of an issue's articles are gone or not what they were."""
    now = {article.id: article.sha256 for article in articles}
    then = {one["id"]: one["sha256"] for one in record["articles"]}
    gone = [id for id in then if id not in now]
    if then and len(gone) == len(then):
        message = (
            "none of the issue's articles is among the desk's sources; name the folder "
            "it was built from with --articles"
        )
        raise UsageError(message)
    other = [id for id in then if id in now and now[id] != then[id]]
    told = [f"{len(gone)} of its articles are gone"] * bool(gone)
    return (*told, *[f"{len(other)} of its articles have changed"] * bool(other))


def _otherwise(record: Record, considered: Considered) -> tuple[str, ...]:
    """Say how many printed sentences would not be printed now, or the other way."""
    then = {
        (item["article"], citation["start"])
        for section in record["sections"]
        for item in section["items"]
        for sentence in item["sentences"]
        for citation in record["citations"]
        if citation["number"] == sentence["citation"]
    }
    selection = considered.selection
    groups = (*selection.passages(), *selection.ahead, *selection.background)
    now = {
        (cluster.lead.article, cluster.lead.sentence.span.start)
        for passage in groups
        for cluster in passage.clusters
    }
    differ = len(then ^ now)
    if not differ:
        return ()
    return (
        f"{differ} sentences would be chosen otherwise now: the config, the editor's "
        "decisions, the topics asked for or the program have changed",
    )
