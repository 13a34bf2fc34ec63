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
    TOPICS,
    period_options,
    read_clock,
    read_formats,
    read_moment,
    read_window,
    show_stages,
)
from briefing.cli.named_style import require_style
from briefing.cli.speech import counted, list_problems, list_remarks, say, shown, tell
from briefing.config.load import Desk, Edition, find_edition, load_desk
from briefing.config.schema import FORMATS, house_of
from briefing.errors import NotMadeError
from briefing.pipeline import make_issue
from briefing.publish import find_written, note_written, write_issue
from briefing.render import pictures_of
from briefing.schedule import slot_for
from briefing.text.unseen import one_line, printable

if TYPE_CHECKING:
    from briefing.model.slot import Slot
    from briefing.pipeline import Made
    from briefing.publish import Written

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
An issue that is there is replaced whole, so that its formats never disagree:
with --formats html its .md, .pdf and .json go. A manuscript that was corrected
by hand is not replaced (exit 2) but with --overwrite, which keeps it as
.md.bak; 'briefing typeset' sets it as it is.

\b
Examples:
  briefing build
  briefing build ukraine-weekly --days 1076-1080
  briefing build --from 2025-02-03 --to 2025-02-07 --topic kursk --formats md
  briefing build --period last-week --articles inbox/ --out /tmp/try
  briefing build kursk-half-year.yaml --strict

\b
Exit codes: 0 made; 1 not made (too little to print, or --strict and a problem);
2 the command line or the config is wrong, or the issue was corrected by hand.
""",
)
@click.argument("edition", required=False)
@period_options
@CONFIG
@ARTICLES
@TOPICS
@click.option("--style", metavar="NAME", help="House style, in place of the edition's.")
@click.option("--formats", metavar="LIST", help="Some of md,html,pdf,json,desk.md,eml.")
@OUT
@AS_OF
@click.option(
    "--overwrite",
    is_flag=True,
    help="Replace a manuscript that was corrected by hand; it is kept as .md.bak.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Make nothing if there is any problem; limits at work, such as max_share, "
    "are none.",
)
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
    overwrite: bool,
    strict: bool,
    **period: Any,  # noqa: ANN401 - the options that name a period
) -> None:
    """Make one issue now, and print the paths of its files."""
    wanted = read_formats(formats, FORMATS)
    desk = load_desk(config, cwd=Path.cwd())
    list_remarks(desk)
    chosen = find_edition(desk, edition)
    if style is None:
        require_style(desk, chosen, edition)
    slot = _slot(desk, chosen, as_of, period)
    with show_stages():
        made = make_issue(
            desk,
            chosen,
            slot,
            sources=[path.absolute() for path in articles] or None,
            topics=topics or None,
            style=style,
            formats=wanted,
            reports=out,
        )
    if strict and any(not problem.note for problem in made.problems):
        list_problems(made.problems)
        message = "not made, since --strict allows no problem; nothing was written"
        raise NotMadeError(message)
    written = write_made(made, desk, out, overwrite=overwrite)
    for path in written.paths:
        tell(shown(path))
    if made.left_out:
        say(_left_out(made))
    _tell_undated(made)
    _tell_replaced(written)
    list_problems(made.problems)


def write_made(
    made: Made, desk: Desk, out: Path | None = None, *, overwrite: bool = False
) -> Written:
    """Write a finished issue into its place.

    Args:
        made: the issue.
        desk: its desk, which notes what it wrote.
        out: the folder for issues, in place of the desk's.
        overwrite: whether to replace a manuscript that was corrected by hand.
    """
    edition, issue = made.briefing.edition.id, made.briefing.issue.id
    folder = (out or desk.root / REPORTS) / edition / issue
    stem = f"{edition}-{issue}"
    manuscript = folder / f"{stem}.md"
    ours = find_written(desk.root, manuscript)
    if "md" in made.files:
        note_written(desk.root, manuscript, made.files["md"])
    order: tuple[str, ...] = FORMATS
    files = {name: made.files[name] for name in order if name in made.files}
    beside = pictures_of(made.briefing) if {"md", "json"} & files.keys() else {}
    return write_issue(
        files, folder, stem, pictures=beside, ours=ours, overwrite=overwrite
    )


def _tell_replaced(written: Written) -> None:
    """Tell what else became of an issue that was there."""
    if written.gone:
        names = ", ".join(printable(path.name) for path in written.gone)
        say(f"removed, since they were of an earlier build: {names}")
    if written.kept:
        say(f"the manuscript that was there is kept: {shown(written.kept)}")


def _slot(
    desk: Desk, edition: Edition, as_of: str | None, period: dict[str, Any]
) -> Slot:
    """Find the issue that the options ask for."""
    now = read_clock()
    house = house_of(desk.config.desk, edition.config)
    moment = read_moment(as_of, house)
    today = (moment or now).astimezone(ZoneInfo(house.timezone)).date()
    window = read_window(period, today=today, day_one=house.day_one)
    return slot_for(edition, house, now=now, window=window, as_of=moment)


NO_DAY = "no publication day is stated"
"""How the reason begins for which an article without a day is held."""
_MOST_NAMED = 5


def _left_out(made: Made) -> str:
    were = "was" if made.left_out == 1 else "were"
    moment = f"{made.briefing.issue.as_of:%Y-%m-%d %H:%M}"
    return f"{counted(made.left_out, 'article')} {were} published after {moment}"


def _tell_undated(made: Made) -> None:
    """Name the articles that could not be used for want of a publication day."""
    undated = [
        one.what
        for one in made.briefing.held
        if one.citation is None and one.why.startswith(NO_DAY)
    ]
    if undated:
        named = "; ".join(map(one_line, undated[:_MOST_NAMED]))
        more = " ..." if len(undated) > _MOST_NAMED else ""
        what = f"{counted(len(undated), 'article')} held, {NO_DAY}: {named}{more}"
        say(f"{what} (an articles.yaml beside them may state it)")
