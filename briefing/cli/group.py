"""The command `briefing` and the table of its subcommands."""

from __future__ import annotations

from importlib import import_module

import click

from briefing import __version__

COMMANDS = {
    "build": "Make one issue now.",
    "run": "Make every issue that is due and not yet there.",
    "inspect": "Show what was found in articles.",
    "figures": "List every figure of a period, and who gives it.",
    "timeline": "List the days of a span that mattered, and what happened.",
    "explain": "Say why a passage is in an issue, or why others are not.",
    "pin": "Have a sentence printed, first of its topic.",
    "spike": "Keep a sentence, and what reports the same, out of an issue.",
    "verify": "Check a finished issue against its sources, word by word.",
    "typeset": "Set a corrected manuscript again.",
    "style": "List, make, check and show house styles.",
    "schedule": "Show the crontab line for this desk.",
    "check": "Check config, styles and sources.",
    "doctor": "Look at this machine: libraries, fonts, scripts, folders.",
    "init": "Make a new desk with samples.",
    "suggest": "Propose names for the names file, from articles.",
    "schema": "Print the JSON Schema of a contract.",
}
"""Each command with its help in one line; the module `briefing.cli.NAME` holds it."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"briefing.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands from the table, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""
\b
Examples:
  briefing init desk && cd desk && briefing build --days 1076-1080
  briefing build ukraine-weekly --week 2025-W06 --formats md,pdf
  briefing verify reports/ukraine-weekly/2025-02-07/*.md
""",
)
@click.version_option(__version__, prog_name="briefing")
def briefing() -> None:
    """Turn a heap of news articles into a cited briefing that a desk can sign."""
