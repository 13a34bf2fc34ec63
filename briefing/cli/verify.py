"""`briefing verify`: re-check finished issues."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.common import ARTICLES, CONFIG
from briefing.cli.issue_desk import find_desk, style_of
from briefing.cli.speech import counted, list_problems, say, shown, tell
from briefing.config.load import find_edition
from briefing.ingest import read_articles
from briefing.text.unseen import one_line
from briefing.verify import verify_issue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.config.load import Desk
    from briefing.ingest import Reading
    from briefing.model.article import Article


@click.command(
    "verify",
    epilog="""
\b
The articles are taken from --articles, else from the desk's sources, where they
are unchanged since the issue was made; without them the quotes that the issue
holds are used. Which it was is said. For X.md, X.json beside it is needed.

\b
Examples:
  briefing verify reports/ukraine-weekly/2025-02-07/*.md
  briefing verify --articles seeds/ issue.json

\b
Exit codes: 0 nothing wrong; 1 a fault, told as FILE:LINE; 2 wrong usage.
""",
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE...",
)
@ARTICLES
@click.option(
    "--style", metavar="NAME", help="House style it was set in, where not the issue's."
)
@CONFIG
def command(
    files: tuple[Path, ...],
    articles: tuple[Path, ...],
    style: str | None,
    config: Path | None,
) -> int:
    """Check finished issues (.md or .json) against their sources, word by word."""
    given = read_articles([path.absolute() for path in articles]) if articles else None
    if given:
        list_problems(given.problems)
    faults = 0
    for file in files:
        known = given.articles if given else _desk_articles(file, config)
        report = verify_issue(
            file,
            texts=None if known is None else {one.id: one.text for one in known},
            names=_names_of(file, config),
            pictures=None if known is None else {one.id: one.pictures for one in known},
            style=_style_of(file, style, config),
        )
        for fault in report.faults:
            tell(one_line(str(fault)))
        for note in report.notes:
            say(f"{one_line(str(note))} (no fault)")
        checked = ", ".join(_counted(*each) for each in report.checked.items())
        outcome = counted(len(report.faults), "fault") if report.faults else "no fault"
        say(f"{shown(file)}: {outcome}; checked {checked} against {report.against}")
        faults += len(report.faults)
    return 1 if faults else 0


def _counted(things: str, count: int) -> str:
    return counted(count, things.removesuffix("s"), things)


def _desk_articles(file: Path, config: Path | None) -> list[Article] | None:
    """Read the issue's articles where the desk says they are.

    None when there is no desk, when an article is gone, or when one is not what it
    was: then only the quotes in the issue can tell.
    """
    record = _record(file)
    desk = find_desk(file, config)
    if record is None or desk is None:
        return None
    wanted = {one["id"]: one["sha256"] for one in record.get("articles", ())}
    reading = _sources_of(desk, record)
    found = [
        article
        for article in reading.articles
        if wanted.get(article.id) == article.sha256
    ]
    return found if len(found) == len(wanted) else None


def _record(file: Path) -> dict[str, Any] | None:
    try:
        record = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None  # verify_issue says what is wrong with it
    return record if isinstance(record, dict) else None


def _style_of(file: Path, style: str | None, config: Path | None) -> str | None:
    """Give the name or the folder of the style that an issue is held to."""
    if style:
        return str(Path(style).absolute()) if "/" in style else style
    record = _record(file)
    return style_of(record, find_desk(file, config)) if record else None


def _names_of(file: Path, config: Path | None) -> dict[str, str | None]:
    """Give the party of each spelling that the desk lists; none without a desk."""
    desk = find_desk(file, config)
    return {
        spelling: name.party
        for name in (desk.names.names if desk else ())
        for spelling in name.spellings
    }


def _sources_of(desk: Desk, record: dict[str, Any]) -> Reading:
    edition = record.get("edition", {}).get("id")
    sources: Sequence[str] = desk.config.sources
    if edition in desk.config.editions:
        sources = find_edition(desk, edition).config.sources or sources
    return read_articles(
        [desk.root / source for source in sources],
        facts=desk.config.facts,
        timezone=desk.config.desk.timezone,
    )
