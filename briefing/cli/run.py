"""`briefing run`: every issue that is due and not yet there; what cron calls."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.build import REPORTS, write_made
from briefing.cli.common import (
    AS_OF,
    CONFIG,
    OUT,
    list_problems,
    read_clock,
    read_moment,
    say,
    shown,
)
from briefing.config.load import Desk, Edition, find_edition, load_desk
from briefing.errors import BriefingError
from briefing.model.slot import Slot
from briefing.pipeline import make_issue
from briefing.publish import hold_the_desk, note_run
from briefing.schedule import due_slots, is_regular

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Due:
    """An issue that is due."""

    edition: Edition
    """Its edition."""
    slot: Slot
    """Its days and number."""

    @property
    def id(self) -> str:
        """The issue's id, the last day it covers."""
        return self.slot.window.last.isoformat()


@click.command(
    "run",
    epilog="""
\b
An edition with a 'first' day has every issue since then made, in order; one
without only its latest. What is already in reports/ is left alone, so that
running twice does no harm. Runs of one desk wait for each other. Nothing is
printed unless something was made or failed. What each run did is noted in
.briefing/runs.jsonl.

\b
Examples:
  briefing run --due
  briefing run ukraine-weekly
  briefing run --due --as-of 2025-02-08T06:00

\b
Exit codes: 0 all that was due is there; 1 an issue could not be made (the
others were); 2 the command line or the config is wrong.
""",
)
@click.argument("editions", nargs=-1, metavar="[EDITION]...")
@click.option("--due", is_flag=True, help="All that is due: the same as without it.")
@CONFIG
@OUT
@AS_OF
def command(
    editions: tuple[str, ...],
    config: Path | None,
    out: Path | None,
    as_of: str | None,
    *,
    due: bool,
) -> int:
    """Make every issue that is due and not yet there, the oldest first."""
    del due
    desk = load_desk(config, cwd=Path.cwd())
    now = read_clock()
    moment = read_moment(as_of, desk.config.desk) or now
    reports = out or desk.root / REPORTS
    with hold_the_desk(desk.root):
        missing = [
            due
            for due in _find_due(desk, editions, moment)
            if not _is_there(due, reports)
        ]
        made = [_make(desk, due, reports, now) for due in missing]
    return 0 if all(made) else 1


def _find_due(desk: Desk, names: tuple[str, ...], as_of: datetime) -> list[Due]:
    """List what is due, oldest first; editions of one moment in the config's order."""
    chosen = [find_edition(desk, name) for name in names or desk.config.editions]
    house = desk.config.desk
    found = [
        Due(edition, slot)
        for edition in chosen
        if names or is_regular(edition, house)
        for slot in due_slots(edition, house, as_of=as_of)
    ]
    return sorted(found, key=lambda due: due.slot.due or due.slot.cut_off)


def _is_there(due: Due, reports: Path) -> bool:
    """Say whether an issue has been made: a folder of it holds one of its files."""
    folder = reports / due.edition.id / due.id
    formats = due.edition.config.formats
    stem = f"{due.edition.id}-{due.id}"
    return any((folder / f"{stem}.{suffix}").is_file() for suffix in formats)


def _make(desk: Desk, due: Due, reports: Path, now: datetime) -> bool:
    """Make one issue and note what came of it; a failure does not stop the others."""
    entry = {
        "at": now.isoformat(timespec="seconds"),
        "edition": due.edition.id,
        "issue": due.id,
    }
    try:
        made = make_issue(desk, due.edition, due.slot)
        paths = write_made(made, reports)
    except BriefingError as error:
        say(_told(due, str(error)))
        note_run(desk.root, {**entry, "exit": 1, "error": str(error)})
        return False
    except Exception as error:  # noqa: BLE001 - one issue's bug must not cost the next
        say(f"{due.edition.id} {due.id}: {type(error).__name__}: {error}")
        note_run(desk.root, {**entry, "exit": 1, "error": traceback.format_exc()})
        return False
    for path in paths:
        click.echo(shown(path))
    list_problems(made.problems)
    problems = [f"{one.where}: {one.what}" for one in made.problems]
    files = [path.name for path in paths]
    note_run(desk.root, {**entry, "exit": 0, "files": files, "problems": problems})
    return True


def _told(due: Due, error: str) -> str:
    """Name the issue before its error, unless that begins with it."""
    name = due.edition.id
    return error if error.startswith(name) else f"{name} {due.id}: {error}"
