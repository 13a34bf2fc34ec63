"""`briefing run`: every issue that is due and not yet there; what cron calls."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from briefing import __version__
from briefing.cli.build import REPORTS, write_made
from briefing.cli.common import AS_OF, CONFIG, OUT, read_clock, read_moment, show_stages
from briefing.cli.named_style import require_style
from briefing.cli.speech import (
    counted,
    line_of,
    lines_of,
    list_problems,
    say,
    shown,
    tell,
)
from briefing.config.load import Desk, Edition, find_edition, load_desk, no_editions
from briefing.config.schema import FORMATS, house_of
from briefing.errors import BriefingError, TooLittleError
from briefing.model.problem import Problem
from briefing.model.slot import Slot
from briefing.pipeline import Sources, make_issue, read_sources, source_paths
from briefing.publish import (
    Unmade,
    fingerprint,
    hold_the_desk,
    note_run,
    read_unmade,
    write_unmade,
)
from briefing.schedule import due_slots, is_regular
from briefing.text.unseen import one_line, printable, printable_lines


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

    @property
    def name(self) -> str:
        """Edition and issue."""
        return f"{self.edition.id} {self.id}"


@dataclass(slots=True)
class _Run:
    """One run at work: what it was asked for, has read and has told already."""

    desk: Desk
    out: Path | None
    now: datetime
    sources: dict[tuple[str | Path | None, ...], Sources] = field(default_factory=dict)
    """What was read, by the paths it was read from: once for all issues."""
    told: set[Problem] = field(default_factory=set)
    """Problems that were listed; those of a source concern many issues."""


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
An issue that lacks articles is told once, and tried again as soon as the
config or the articles change; until then it is no failure.

\b
Examples:
  briefing run --due
  briefing run ukraine-weekly
  briefing run --due --as-of 2025-02-08T06:00

\b
Exit codes: 0 nothing new is wrong; 1 an issue could not be made (the others
were); 2 the command line or the config is wrong.
""",
)
@click.argument("editions", nargs=-1, metavar="[EDITION]...")
@click.option("--due", is_flag=True, help="All that is due: the same as without it.")
@click.option(
    "--retry", is_flag=True, help="Try issues again that lacked articles before."
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Say how many issues still lack articles."
)
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
    retry: bool,
    verbose: bool,
) -> int:
    """Make every issue that is due and not yet there, the oldest first."""
    del due
    desk = load_desk(config, cwd=Path.cwd())
    if not editions and not desk.config.editions:
        raise no_editions(desk)
    now = read_clock()
    moment = read_moment(as_of, desk.config.desk) or now
    with hold_the_desk(desk.root):
        missing = [
            due
            for due in _find_due(desk, editions, moment)
            if not _is_there(due, out or desk.root / REPORTS)
        ]
        before = {} if retry else read_unmade(desk.root)
        outcome = _make_all(_Run(desk, out, now), missing, before)
        _remember(desk.root, missing, outcome)
    fresh = [
        (due, error)
        for due, error in outcome.lacking
        if due.name not in before or before[due.name].lacks != error.lacks
    ]
    _tell_lacking(fresh)
    waiting = len(outcome.unmade) - len(fresh)
    if waiting and (verbose or sys.stderr.isatty()):
        lack = "lacks" if waiting == 1 else "lack"
        again = "briefing run --retry tries again"
        say(f"{counted(waiting, 'issue')} still {lack} articles; {again}")
    return 1 if fresh or outcome.failed else 0


@dataclass(slots=True)
class _Outcome:
    """What became of the issues of a run."""

    unmade: dict[str, Unmade] = field(default_factory=dict)
    """Those that lack articles, by name, tried or not."""
    lacking: list[tuple[Due, TooLittleError]] = field(default_factory=list)
    """Those of them that were tried."""
    failed: bool = False
    """Whether one could not be made for another reason."""


def _make_all(run: _Run, missing: list[Due], before: dict[str, Unmade]) -> _Outcome:
    """Make what is missing, but what lacked articles and would lack them still."""
    outcome = _Outcome()
    prints: dict[str, str] = {}
    for due in missing:
        edition = due.edition.id
        if edition not in prints:
            prints[edition] = _made_of(run.desk, due.edition)
        known = before.get(due.name)
        if known and known.made_of == prints[edition]:
            outcome.unmade[due.name] = known
            continue
        try:
            made = _make(run, due)
        except TooLittleError as error:
            outcome.lacking.append((due, error))
            outcome.unmade[due.name] = Unmade(prints[edition], error.lacks)
            if known is None or known.lacks != error.lacks:
                _note(run, due, exit=1, error=lines_of(error))
        else:
            outcome.failed |= not made
    return outcome


def _made_of(desk: Desk, edition: Edition) -> str:
    """Give a fingerprint of all that decides whether an edition's issues can be made.

    Time is none of it: a due issue speaks for its own cut-off.
    """
    config = repr((__version__, desk.config, desk.names, edition))
    return fingerprint(config, source_paths(desk, edition))


def _remember(root: Path, missing: list[Due], outcome: _Outcome) -> None:
    """Remember what lacks articles; what this run did not look at stays remembered."""
    before = read_unmade(root)
    seen = {due.name for due in missing}
    others = {name: one for name, one in before.items() if name not in seen}
    after = others | outcome.unmade
    if after != before:
        write_unmade(root, after)


def _tell_lacking(fresh: list[tuple[Due, TooLittleError]]) -> None:
    """Tell what could not be made: a line an issue, and what they share once."""
    if not fresh:
        return
    if len(fresh) == 1:
        say(lines_of(fresh[0][1]))
    else:
        say(f"{counted(len(fresh), 'issue')} not made, for lack of articles:")
        for due, error in fresh:
            say(f"  {due.name}: {error.lacks}")
        for line in dict.fromkeys(line for _, e in fresh for line in e.details):
            say(f"  {one_line(line)}")
    say("  This is told once; each is made as soon as enough articles come in.")


def _find_due(desk: Desk, names: tuple[str, ...], as_of: datetime) -> list[Due]:
    """List what is due, oldest first; editions of one moment in the config's order."""
    chosen = [find_edition(desk, name) for name in names or desk.config.editions]
    houses = [house_of(desk.config.desk, edition.config) for edition in chosen]
    found = [
        Due(edition, slot)
        for edition, house in zip(chosen, houses, strict=True)
        if names or is_regular(edition, house)
        for slot in due_slots(edition, house, as_of=as_of)
    ]
    return sorted(found, key=lambda due: due.slot.due or due.slot.cut_off)


def _is_there(due: Due, reports: Path) -> bool:
    """Say whether an issue has been made: a folder of it holds one of its files."""
    folder = reports / due.edition.id / due.id
    stem = f"{due.edition.id}-{due.id}"
    return any((folder / f"{stem}.{suffix}").is_file() for suffix in FORMATS)


def _make(run: _Run, due: Due) -> bool:
    """Make one issue and note what came of it; a failure does not stop the others.

    Raises:
        TooLittleError: when it lacks articles.
    """
    zone = due.edition.config.timezone
    read_as = (zone, *source_paths(run.desk, due.edition))
    try:
        require_style(run.desk, due.edition, due.edition.id)
        with show_stages(f"{due.name}: "):
            if read_as not in run.sources:
                run.sources[read_as] = read_sources(run.desk, due.edition)
            made = make_issue(
                run.desk,
                due.edition,
                due.slot,
                sources=run.sources[read_as],
                reports=run.out,
            )
        written = write_made(made, run.desk, run.out)
    except TooLittleError:
        raise
    except BriefingError as error:
        say(f"{due.name}: {lines_of(error)}")
        _note(run, due, exit=1, error=lines_of(error))
        return False
    except Exception as error:  # noqa: BLE001 - one issue's bug must not cost the next
        say(f"{due.name}: {type(error).__name__}: {lines_of(error)}")
        _note(run, due, exit=1, error=printable_lines(traceback.format_exc()))
        return False
    for path in written.paths:
        tell(shown(path))
    list_problems(set(made.problems) - run.told)
    run.told.update(made.problems)
    problems = [line_of(one) for one in made.problems]
    files = [printable(path.name) for path in written.paths]
    _note(run, due, exit=0, files=files, problems=problems)
    return True


def _note(run: _Run, due: Due, **what: Any) -> None:  # noqa: ANN401 - any JSON
    note_run(
        run.desk.root,
        {
            "at": run.now.isoformat(timespec="seconds"),
            "edition": due.edition.id,
            "issue": due.id,
            **what,
        },
    )
