"""`briefing suggest`: what articles show that the desk's files lack."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.common import ARTICLES, CONFIG, show_stages
from briefing.cli.speech import (
    counted,
    list_problems,
    list_remarks,
    say,
    shown,
    tell,
    tell_json,
)
from briefing.cli.suggested_names import to_json, to_yaml
from briefing.config.load import load_desk
from briefing.config.name_proposals import propose_names
from briefing.ingest import read_articles


@click.group("suggest")
def command() -> None:
    """Propose what to add to the desk's files."""


@command.command(
    "names",
    epilog="""
\b
Two lists of YAML, to be read and pasted by hand; no file is changed. First the
spellings of listed names that are not found yet, the surest first: slips of a
letter, initials, surnames that stand for one person, other middle names. Each
entry is whole and takes the place of the one in the names file. Then frequent
names that are not listed, with their spellings; whether a person, place or
organisation is a guess. Transliterations are found without being listed
("Kharkov" for "Kharkiv"), so they are not proposed.

\b
Beside each spelling: how sure it is (0 to 1), why, how often it is written, and
places: file, line of the text, the words.

\b
Examples:
  briefing suggest names
  briefing suggest names --articles archive/2025/ > names-to-add.yaml
  briefing suggest names --json | jq '.variants[] | select(.confidence > 0.8)'

\b
Exit codes: 0 looked through, with or without a proposal; 1 no article could be
read; 2 the command line or the config is wrong.
""",
)
@ARTICLES
@CONFIG
@click.option("--json", "as_json", is_flag=True, help="JSON, with all places.")
def names(articles: tuple[Path, ...], config: Path | None, *, as_json: bool) -> int:
    """Propose names and spellings for the names file, from articles."""
    desk = load_desk(config, cwd=Path.cwd())
    list_remarks(desk)
    paths = [path.absolute() for path in articles] or [
        desk.root / source for source in desk.config.sources
    ]
    with show_stages():
        reading = read_articles(
            paths, facts=desk.config.facts, timezone=desk.config.desk.timezone
        )
        proposals = propose_names(reading.articles, desk.names)
    list_problems(reading.problems)
    if not reading.articles:
        say("no articles: name files or folders of articles with --articles")
        return 1
    if as_json:
        tell_json(to_json(proposals))
    else:
        listed = desk.root / desk.config.names if desk.config.names else None
        file = shown(listed) if listed else "the names file"
        tell(to_yaml(proposals, file=file), end="")
    say(
        f"{counted(len(reading.articles), 'article')} read: "
        f"{counted(len(proposals.variants), 'spelling')} and "
        f"{counted(len(proposals.names), 'new name')} proposed; nothing was changed"
    )
    return 0
