"""`briefing explain`: why a passage is in an issue, and why others are not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.build import REPORTS
from briefing.cli.common import CONFIG
from briefing.cli.reasons import explain_citation, sum_up
from briefing.cli.rejected import list_rejected
from briefing.cli.typeset import read_record
from briefing.config.load import DEFAULTS, load_desk
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(
    "explain",
    epilog="""
\b
ISSUE is an issue's .json or .md, its folder, or EDITION/ISSUE-ID in the
desk's reports/. N is the number of a citation; without it the issue is
summed up. --rejected lists what was held back, what the issue's limits cut, the
figures that its table leaves out and the articles it does not quote; passages
that others outranked are not in the JSON.

\b
Examples:
  briefing explain ukraine-weekly/2025-02-07
  briefing explain ukraine-weekly/2025-02-07 4
  briefing explain reports/ukraine-weekly/2025-02-07 --rejected

\b
Exit codes: 0 told; 2 there is no such issue or citation.
""",
)
@click.argument("issue")
@click.argument("number", type=int, required=False, metavar="[N]")
@click.option("--rejected", is_flag=True, help="List what is not printed, and why.")
@CONFIG
def command(
    issue: str, number: int | None, config: Path | None, *, rejected: bool
) -> None:
    """Say why a passage is in an issue, or with --rejected why others are not."""
    record = read_record(find_issue(issue, config))
    if rejected:
        lines = list_rejected(record)
    elif number is None:
        lines = sum_up(record)
    else:
        lines = explain_citation(record, _citation(record, number))
    for line in lines:
        click.echo(line)


def _citation(record: dict[str, Any], number: int) -> dict[str, Any]:
    citations = record.get("citations", [])
    for citation in citations:
        if citation["number"] == number:
            return dict(citation)
    message = f"there is no citation {number}; they go from 1 to {len(citations)}"
    raise UsageError(message)


def find_issue(issue: str, config: Path | None) -> Path:
    """Find the JSON of an issue by path, folder or name."""
    for place in (Path(issue), *(folder / issue for folder in _reports(config))):
        if place.is_dir():
            files = sorted(place.glob(f"*-{place.name}.json")) or sorted(
                place.glob("*.json")
            )
            if files:
                return files[0]
        elif place.is_file():
            return place.with_suffix(".json")
    message = (
        f"'{issue}' is no issue; give its .json or .md, its folder, or "
        "EDITION/ISSUE-ID such as ukraine-weekly/2025-02-07"
    )
    raise UsageError(message)


def _reports(config: Path | None) -> Iterator[Path]:
    here = Path.cwd()
    if config or any((here / name).is_file() for name in DEFAULTS):
        yield load_desk(config, cwd=here).root / REPORTS
    yield here / REPORTS
