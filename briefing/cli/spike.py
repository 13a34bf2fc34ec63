"""`briefing spike`: the editor wants a sentence out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.hand import decide, options

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "spike",
    epilog="""
\b
ISSUE is an issue's .json or .md, its folder, or EDITION/ISSUE-ID. The sentence is
named by the number of its citation, or by words of it; without either the
decisions are listed. What other articles report of the same goes with it, and is
listed as held back. Decisions are kept in a .hand.yaml beside the issue.

\b
Examples:
  briefing spike ukraine-weekly/2025-02-07 14
  briefing spike ukraine-weekly/2025-02-07 "seen in a restaurant"
  briefing spike ukraine-weekly/2025-02-07 14 --undo

\b
Exit codes: 0 kept; 2 the words stand in no sentence, or in several (listed).
""",
)
@options
def command(
    issue: str,
    what: str | None,
    config: Path | None,
    articles: tuple[Path, ...],
    *,
    undo: bool,
) -> None:
    """Keep a sentence, and what reports the same, out of an issue."""
    decide("spike", issue, what, config=config, articles=articles, undo=undo)
