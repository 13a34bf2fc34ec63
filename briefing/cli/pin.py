"""`briefing pin`: the editor wants a sentence in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.hand import decide, options

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "pin",
    epilog="""
\b
ISSUE is an issue's .json or .md, its folder, or EDITION/ISSUE-ID. The sentence is
named by the number of its citation, or by words of it, whether the issue prints
it or not; without either the decisions are listed. They are kept in a .hand.yaml
beside the issue, and honoured whenever it is built.

\b
Examples:
  briefing pin ukraine-weekly/2025-02-07 14
  briefing pin ukraine-weekly/2025-02-07 "hopes are high" --topic diplomacy
  briefing pin ukraine-weekly/2025-02-07 "hopes are high" --undo

\b
Exit codes: 0 kept; 2 the words stand in no sentence, or in several (listed).
""",
)
@options
@click.option("--topic", metavar="ID", help="Topic to print it under.")
def command(
    issue: str,
    what: str | None,
    topic: str | None,
    config: Path | None,
    articles: tuple[Path, ...],
    *,
    undo: bool,
) -> None:
    """Have a sentence printed, first of its topic."""
    decide("pin", issue, what, config=config, articles=articles, undo=undo, topic=topic)
