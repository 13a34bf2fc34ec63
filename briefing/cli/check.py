"""`briefing check`: the desk, before cron finds out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.annotate.languages import check_languages
from briefing.annotate.publication import infer_published
from briefing.cli.common import CONFIG
from briefing.cli.named_style import style_fault
from briefing.cli.speech import counted, list_problems, list_remarks, say, shown, tell
from briefing.cli.style import try_style
from briefing.cli.style_languages import list_unspoken
from briefing.config.load import (
    Desk,
    find_edition,
    load_desk,
    no_editions,
    said_fault,
)
from briefing.errors import ConfigError
from briefing.ingest import read_articles
from briefing.pipeline import style_folders
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from briefing.ingest import Reading


@click.command(
    "check",
    epilog="""
\b
Examples:
  briefing check
  briefing check --config desk/config/briefing.yaml

\b
Exit codes: 0 all well (problems of single articles may be listed); 1 a source
gives no article at all; 2 the config or a house style is wrong, or there is
no edition.
""",
)
@CONFIG
def command(config: Path | None) -> int:
    """Check the config, the house styles it names and the sources."""
    desk = load_desk(config, cwd=Path.cwd())
    if not desk.config.editions:
        raise no_editions(desk)
    editions = {name: find_edition(desk, name) for name in desk.config.editions}
    faults = [style_fault(desk, edition, name) for name, edition in editions.items()]
    if any(faults):
        raise ConfigError("\n".join(dict.fromkeys(filter(None, faults))))
    count = counted(len(desk.config.editions), "edition")
    tell(f"config {shown(desk.path)}: {count}, all well")
    list_remarks(desk)
    for name, edition in editions.items():
        if "sources" not in edition.config.sections:
            what = "without 'sources' its marks, such as [4], lead nowhere; add it last"
            say(said_fault(desk, name, "sections", what) or what)
    tell(f"languages {', '.join(check_languages())}: all well")
    styles = dict.fromkeys(edition.config.style for edition in editions.values())
    styles_work = all(try_style(style, style_folders(desk)) for style in styles)
    list_unspoken(desk)
    listed = [
        edition.config.sources or desk.config.sources for edition in editions.values()
    ]
    sources = dict.fromkeys(source for each in listed for source in each)
    sources_work = all(_try_source(desk, source) for source in sources)
    if not styles_work:
        return 2
    return 0 if sources_work else 1


def _try_source(desk: Desk, source: str) -> bool:
    """Read a source and print one line about it."""
    reading = read_articles(
        [desk.root / source],
        facts=desk.config.facts,
        timezone=desk.config.desk.timezone,
    )
    placed = infer_published(reading.articles, day_one=desk.config.desk.day_one)
    reading = reading._replace(articles=placed)
    tell(f"source {one_line(source)}: {_counts(reading)}")
    list_problems(reading.problems)
    return bool(reading.articles)


def _counts(reading: Reading) -> str:
    published = [article.published for article in reading.articles]
    inferred = sum(one.value is None and one.day is not None for one in published)
    undated = sum(one.day is None for one in published)
    counts = ((inferred, "with an inferred"), (undated, "without a"))
    held = "".join(f", {n} of them {how} publication day" for n, how in counts if n)
    return f"{counted(len(reading.articles), 'article')}{held}"
