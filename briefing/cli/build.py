"""`briefing build`: one issue, on demand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from briefing.cli.common import (
    ARTICLES,
    AS_OF,
    CONFIG,
    OUT,
    list_problems,
    list_remarks,
    period_options,
    read_clock,
    read_formats,
    read_moment,
    read_window,
    show_progress,
    shown,
)
from briefing.config.load import Desk, Edition, find_edition, load_desk
from briefing.config.schema import FORMATS
from briefing.errors import NotMadeError
from briefing.pipeline import make_issue
from briefing.publish import write_issue
from briefing.schedule import slot_for

if TYPE_CHECKING:
    from briefing.model.slot import Slot
    from briefing.pipeline import Made

REPORTS = "reports"
"""The desk's folder of finished issues."""


@click.command(
    "build",
    epilog="""
\b
EDITION is an id of the config, or a YAML file that says 'like: ukraine-weekly'
and what differs; without it the first edition is built, and without a period
the last one whose cut-off has passed. --to is included.

\b
Examples:
  briefing build
  briefing build ukraine-weekly --days 1076-1080
  briefing build --from 2025-02-03 --to 2025-02-07 --topic kursk --formats md
  briefing build --period last-week --articles inbox/ --out /tmp/try
  briefing build kursk-half-year.yaml --strict

\b
Exit codes: 0 made; 1 not made (too little to print, or --strict and a problem);
2 the command line or the config is wrong.
""",
)
@click.argument("edition", required=False)
@period_options
@CONFIG
@ARTICLES
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="ID",
    help="Only this topic; may be repeated.",
)
@click.option("--style", metavar="NAME", help="House style, in place of the edition's.")
@click.option("--formats", metavar="LIST", help="Some of md,html,pdf,json.")
@OUT
@AS_OF
@click.option("--strict", is_flag=True, help="Make nothing if there is any problem.")
def command(
    edition: str | None,
    config: Path | None,
    articles: tuple[Path, ...],
    topics: tuple[str, ...],
    style: str | None,
    formats: str | None,
    out: Path | None,
    as_of: str | None,
    *,
    strict: bool,
    **period: Any,  # noqa: ANN401 - the options that name a period
) -> None:
    """Make one issue now, and print the paths of its files."""
    show_progress()
    wanted = read_formats(formats, FORMATS)
    desk = load_desk(config, cwd=Path.cwd())
    list_remarks(desk)
    chosen = find_edition(desk, edition)
    made = make_issue(
        desk,
        chosen,
        _slot(desk, chosen, as_of, period),
        sources=[path.absolute() for path in articles] or None,
        topics=topics or None,
        style=style,
        formats=wanted,
    )
    if strict and made.problems:
        list_problems(made.problems)
        message = "not made, since --strict allows no problem; nothing was written"
        raise NotMadeError(message)
    for path in write_made(made, out or desk.root / REPORTS):
        click.echo(shown(path))
    if made.left_out:
        click.echo(_left_out(made), err=True)
    list_problems(made.problems)


def write_made(made: Made, reports: Path) -> tuple[Path, ...]:
    """Write a finished issue into its place below `reports`; give the paths."""
    edition, issue = made.briefing.edition.id, made.briefing.issue.id
    order: tuple[str, ...] = FORMATS
    files = {name: made.files[name] for name in order if name in made.files}
    return write_issue(files, reports / edition / issue, f"{edition}-{issue}")


def _slot(
    desk: Desk, edition: Edition, as_of: str | None, period: dict[str, Any]
) -> Slot:
    """Find the issue that the options ask for."""
    now = read_clock()
    house = desk.config.desk
    moment = read_moment(as_of, house)
    today = (moment or now).astimezone(ZoneInfo(house.timezone)).date()
    window = read_window(period, today=today, day_one=house.day_one)
    return slot_for(edition, house, now=now, window=window, as_of=moment)


def _left_out(made: Made) -> str:
    count = made.left_out
    noun = "article was" if count == 1 else "articles were"
    return f"{count} {noun} published after {made.briefing.issue.as_of:%Y-%m-%d %H:%M}"
