"""`briefing inspect`: what was found in articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from briefing.annotate import annotate
from briefing.annotate.publication import infer_published
from briefing.cli.common import CONFIG
from briefing.cli.findings import InspectedArticle, gather_findings, to_json
from briefing.cli.listing import list_findings
from briefing.cli.speech import list_problems, tell, tell_json
from briefing.config.load import DEFAULTS, Desk, load_desk
from briefing.errors import UsageError
from briefing.ingest import read_articles
from briefing.model.article import Article, Published
from briefing.model.names import NameList
from briefing.pipeline import in_zone

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(
    "inspect",
    epilog="""
\b
With a desk here (or --config), its names, facts and day one are used.
All offsets of --jsonl count characters of 'text', ends excluded; first_day
and last_day are both included.

\b
Examples:
  briefing inspect seeds/01-kursk-six-months.txt
  briefing inspect --published 2025-02-07 draft.txt
  briefing inspect --jsonl seeds/ > findings.jsonl

\b
Exit codes: 0 something was read; 1 nothing could be; 2 wrong usage.
""",
)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH...",
)
@click.option("--published", metavar="D", help="Publication day, whatever is stated.")
@click.option("--jsonl", is_flag=True, help="One JSON object an article, on one line.")
@CONFIG
def command(
    paths: tuple[Path, ...], published: str | None, config: Path | None, *, jsonl: bool
) -> int:
    """Show roles of lines, dates and figures that were found in articles."""
    given = _given(published)
    desk = _desk(config)
    reading = read_articles(
        [path.absolute() for path in paths],
        facts=desk.config.facts if desk else {},
        timezone=desk.config.desk.timezone if desk else "UTC",
    )
    articles = [
        replace(one, published=given) if given else one
        for one in infer_published(
            reading.articles, day_one=desk.config.desk.day_one if desk else None
        )
    ]
    for found in _inspect(articles, desk):
        if jsonl:
            tell_json(to_json(found))
        else:
            tell(list_findings(found))
    list_problems(reading.problems)
    return 0 if articles else 1


def _inspect(articles: list[Article], desk: Desk | None) -> Iterator[InspectedArticle]:
    names = desk.names if desk else NameList()
    day_one = desk.config.desk.day_one if desk else None
    zone = ZoneInfo(desk.config.desk.timezone) if desk else None
    for article in articles:
        read = in_zone(article, desk.config.desk.timezone) if desk else article
        passages = annotate(read, names=names, day_one=day_one, zone=zone)
        yield gather_findings(article, passages)


def _desk(config: Path | None) -> Desk | None:
    """Open the desk that is named, or the one here; articles can be read without."""
    here = Path.cwd()
    if config or any((here / name).is_file() for name in DEFAULTS):
        return load_desk(config, cwd=here)
    return None


def _given(words: str | None) -> Published | None:
    if words is None:
        return None
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        message = f"--published: '{words}' is no day; write it as 2025-02-07"
        raise UsageError(message) from error
    return Published(day, "command line", f"--published {words}", "given")
