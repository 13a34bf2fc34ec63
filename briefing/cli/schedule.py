"""`briefing schedule`: the crontab line of a desk."""

from __future__ import annotations

import shlex
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from briefing.cli.common import CONFIG
from briefing.cli.speech import shown, tell
from briefing.config.load import Desk, find_edition, load_desk
from briefing.config.rhythm import parse_every
from briefing.config.schema import house_of
from briefing.errors import UsageError
from briefing.schedule import is_regular, wall
from briefing.text.unseen import one_line

_PROBES = 13
"""Four-week steps over a year: they meet summer and winter time."""


@click.group("schedule")
def command() -> None:
    """Show the crontab line for this desk."""


@command.command(
    "show",
    epilog="""
\b
One line serves all editions: cron wakes 'briefing run' every hour at the minutes
that issues are due, and 'run' makes what is due and not yet there. So no time zone
need be told to cron, summer time does no harm, and an issue missed while the
machine was off is made in the next hour.

\b
Examples:
  briefing schedule show
  briefing schedule show >> my.crontab && crontab my.crontab
""",
)
@CONFIG
def show(config: Path | None) -> None:
    """Print the crontab line that makes every issue when it is due."""
    desk = load_desk(config, cwd=Path.cwd())
    if not str(desk.path).isprintable():
        message = (
            f"{shown(desk.path)}: its path holds a sign that no crontab line can hold; "
            "move the desk"
        )
        raise UsageError(message)
    editions = [find_edition(desk, name) for name in desk.config.editions]
    houses = {one.id: house_of(desk.config.desk, one.config) for one in editions}
    regular = [one for one in editions if is_regular(one, houses[one.id])]
    if not regular:
        message = f"{desk.path.name}: no edition has 'every'; nothing is ever due"
        raise UsageError(message)
    for edition in regular:
        when = f"{edition.config.every} ({houses[edition.id].timezone})"
        tell(one_line(f"# {edition.id}: {when}"))
    minutes = sorted(
        {
            minute
            for edition in regular
            for minute in _due_minutes(
                edition.config.every or "", houses[edition.id].timezone
            )
        }
    )
    tell(f"{','.join(map(str, minutes))} * * * * {_command_line(desk)}")


def _due_minutes(every: str, timezone: str) -> set[int]:
    """Give the minutes past the hour, by the machine's clock, of a desk's time.

    Zones a half or quarter hour apart make it another minute; where the two change
    their clocks on different days, there may be several.
    """
    at = parse_every(every).at
    days = (date(2025, 1, 1) + timedelta(weeks=4 * n) for n in range(_PROBES))
    return {wall(day, at, ZoneInfo(timezone)).astimezone().minute for day in days}


def _command_line(desk: Desk) -> str:
    """Write the command with full paths, as cron needs it."""
    program = Path(sys.argv[0]).absolute()
    words = (
        [str(program)]
        if program.name == "briefing" and program.is_file()
        else [shutil.which("briefing") or ""]
    )
    if not words[0]:
        words = [sys.executable, "-m", "briefing"]
    line = shlex.join([*words, "run", "--due", "--config", str(desk.path)])
    return line.replace("%", r"\%")
