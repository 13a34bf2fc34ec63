"""The commands and their help, as `--help` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from docs_tables import code, table

from briefing.cli.figure_rows import COLUMNS
from briefing.cli.group import COMMANDS, briefing

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 80


def command_table() -> str:
    """Give each command with its help in one line and a link to the whole."""
    rows = (
        (f"[{code(f'briefing {name}')}](docs/commands.md#briefing-{name})", what)
        for name, what in COMMANDS.items()
    )
    return table(("Command", "Does"), rows)


def figure_columns() -> str:
    """Give the columns of `briefing figures --format csv`."""
    rows = ((code(name), what) for name, what in COLUMNS.items())
    return table(("Column", "Holds"), rows)


def command_help() -> str:
    """Give the help of every command, subcommands under theirs."""
    return "\n\n".join(_help_of_all(briefing, "briefing", None))


def _help_of_all(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        color=False,
        **command.context_settings,
    )
    if parent:
        depth = "#" * (context.command_path.count(" ") + 1)
        text = "\n".join(map(str.rstrip, command.get_help(context).splitlines()))
        yield f"{depth} {context.command_path}\n\n```text\n{text}\n```"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            if found:
                yield from _help_of_all(found, each, context)
