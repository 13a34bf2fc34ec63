"""What several commands share: their options, the clock, the line of the stage."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

import click

from briefing.config.periods import parse_period
from briefing.config.rhythm import END_OF_DAY
from briefing.errors import UsageError, did_you_mean
from briefing.schedule import wall
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from briefing.config.schema import DeskConfig
    from briefing.model.span import DateRange

Command = TypeVar("Command", bound=Callable[..., Any])

CONFIG = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The config file; otherwise config/briefing.yaml, then briefing.yaml.",
)
ARTICLES = click.option(
    "--articles",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    metavar="PATH",
    help="A file or folder of articles, in place of the sources of the config; "
    "may be repeated.",
)
TOPICS = click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="ID",
    help="Only this topic; may be repeated.",
)
AS_OF = click.option(
    "--as-of",
    metavar="TIME",
    help="The moment to speak for: 2025-02-08T06:00, or a day for its end. Articles "
    "published later do not exist.",
)
OUT = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for issues, in place of the desk's reports/.",
)


def period_options(command: Command) -> Command:
    """Add the options that name a period, of which one may be given."""
    for option in (
        click.option("--period", metavar="WORDS", help="yesterday, last-week, ..."),
        click.option("--last", metavar="7d", help="The days that end with today."),
        click.option("--days", metavar="A-B", help="Counted from the desk's day one."),
        click.option("--week", metavar="2025-W06", help="An ISO week."),
        click.option("--to", metavar="D", help="Last day, included."),
        click.option("--from", "from_", metavar="D", help="First day; needs --to."),
        click.option("--date", "day", metavar="D", help="One day: 2025-02-07."),
    ):
        command = option(command)
    return command


def read_window(
    given: dict[str, str | None], *, today: date, day_one: date | None
) -> DateRange | None:
    """Read the period that the options name; None when they name none.

    Args:
        given: the options of `period_options`, by parameter name.
        today: the day from which "yesterday" and its kin count.
        day_one: the desk's day one.

    Raises:
        click.UsageError: when two options name a period, or --from stands alone.
    """
    names = {"day": "--date", "from_": "--from", "to": "--to"}
    used = [names.get(key, f"--{key}") for key, value in given.items() if value]
    if set(used) not in ({"--from", "--to"}, set()) and len(used) > 1:
        message = f"{' and '.join(used)} cannot stand together; name one period"
        raise click.UsageError(message)
    if used in (["--from"], ["--to"]):
        message = "--from and --to need each other; both days are included"
        raise click.UsageError(message)
    words = _period_words(given)
    return parse_period(words, today=today, day_one=day_one) if words else None


def _period_words(given: dict[str, str | None]) -> str | None:
    """Write the options as words for a period."""
    if given["from_"]:
        return f"{given['from_']} to {given['to']}"
    if given["days"]:
        return f"days {given['days']}"
    if given["last"]:
        return f"last {given['last']}"
    return given["day"] or given["week"] or given["period"]


def read_clock() -> datetime:
    """Give the present moment; the only place in the program that asks for it."""
    return datetime.now(UTC)


def read_moment(words: str | None, desk: DeskConfig) -> datetime | None:
    """Read the TIME of --as-of, on the desk's wall clock unless it names an offset.

    Raises:
        UsageError: when it is no moment.
    """
    if words is None:
        return None
    zone = ZoneInfo(desk.timezone)
    try:
        if len(words) == len("2025-02-07"):
            return wall(date.fromisoformat(words), END_OF_DAY, zone)
        moment = datetime.fromisoformat(words)
    except ValueError as error:
        message = f"--as-of: '{words}' is no moment; write it as 2025-02-08T06:00"
        raise UsageError(message) from error
    return moment if moment.tzinfo else wall(moment.date(), moment.time(), zone)


@contextmanager
def show_stages(of: str = "") -> Iterator[None]:
    """Show a person at a terminal which stage the work is in; cron sees nothing.

    One line is written over and over, and is gone when the work is done.

    Args:
        of: what is worked at, to stand before the stage.
    """
    if not sys.stderr.isatty():
        yield
        return
    handler = _StageLine(of)
    log = logging.getLogger("briefing")
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(before)
        handler.blank()


class _StageLine(logging.Handler):
    """Writes each message over the one before."""

    def __init__(self, of: str) -> None:
        super().__init__(logging.INFO)
        self.of = of

    def emit(self, record: logging.LogRecord) -> None:
        """Write a message in place of the one before."""
        self._write(one_line(f"{self.of}{record.getMessage()} ..."))

    def blank(self) -> None:
        """Leave an empty line to write on."""
        self._write("")
        sys.stderr.write("\r")

    def _write(self, words: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r{words[:width]:{width}}")
        sys.stderr.flush()


def read_formats(words: str | None, known: Sequence[str]) -> tuple[str, ...] | None:
    """Read a list such as "md,pdf", in the order of `known`.

    Raises:
        UsageError: for a format that is not known, or an empty list.
    """
    if words is None:
        return None
    wanted = [word.strip().lower() for word in words.split(",") if word.strip()]
    for word in wanted:
        if word not in known:
            message = (
                f"--formats: '{word}' is none of {', '.join(known)}"
                f"{did_you_mean(word, known)}"
            )
            raise UsageError(message)
    if not wanted:
        message = f"--formats: name at least one of {', '.join(known)}"
        raise UsageError(message)
    return tuple(name for name in known if name in wanted)
