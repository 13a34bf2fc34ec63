"""How commands speak: results to standard output, all else to standard error.

Articles, file names and styles are strangers' words; whatever a command prints passes
through here, so that no sign of them reaches the terminal that it would obey.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.text.unseen import escape_unseen, one_line, printable, printable_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.config.load import Desk
    from briefing.model.problem import Problem

END_OF_ROW = "\r\n"
"""What ends a row of CSV, wherever it is written."""


def shown(path: Path) -> str:
    """Write a path as a person here would: relative where it lies below."""
    here = Path.cwd()
    path = path.absolute()
    return printable(str(path.relative_to(here) if path.is_relative_to(here) else path))


def say(message: str) -> None:
    """Tell the person at the terminal; standard output stays free for results.

    No sign of a stranger's words reaches the terminal that it would obey. Line breaks
    are ours: words from outside come on one line each (`one_line`, `shown`).
    """
    click.echo(printable_lines(message), err=True)


def tell(text: str, *, end: str = "\n") -> None:
    """Print a result on standard output, as clean as `say`, in UTF-8."""
    click.echo(f"{printable_lines(text)}{end}".encode(), nl=False)


def tell_csv(text: str) -> None:
    """Print a table for a spreadsheet; line breaks and tabs stay, as in its cells."""
    rows = (printable(row, but="\n\t") for row in text.split(END_OF_ROW))
    click.echo(END_OF_ROW.join(rows).encode(), nl=False)


def tell_json(text: str) -> None:
    """Print JSON: the same values, with signs that are not shown written as escapes."""
    click.echo(escape_unseen(text).encode().rstrip(b"\n"))


def list_problems(problems: Iterable[Problem]) -> None:
    """List what went wrong without stopping the work."""
    told = sorted(set(problems))
    if told:
        say(f"{counted(len(told), 'problem')}:")
    for problem in told:
        say(f"  {line_of(problem)}")


def line_of(problem: Problem) -> str:
    """Write a problem on one line, whatever stands in it."""
    return f"{printable(problem.where)}: {one_line(problem.what)}"


def lines_of(error: BaseException) -> str:
    """Write an error on its lines; a detail from outside keeps to one of its own."""
    text = str(error)
    for detail in getattr(error, "details", ()):
        text = text.replace(detail, f"  {one_line(detail)}")
    return printable_lines(text)


def list_remarks(desk: Desk) -> None:
    """List what the config says in a way that is often misread."""
    for remark in desk.remarks:
        say(f"{remark.where}: {remark.what}")


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Give a count with its noun: "1 article", "2 articles", "2 entries"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
