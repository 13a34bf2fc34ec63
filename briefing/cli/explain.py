"""`briefing explain`: why a passage is in an issue, and why others are not."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.build import REPORTS
from briefing.cli.common import ARTICLES, CONFIG
from briefing.cli.considered import considered_page
from briefing.cli.outranked import lines_of_sentence, list_outranked
from briefing.cli.reasons import explain_citation, sum_up
from briefing.cli.rejected import list_rejected
from briefing.cli.reweigh import reweigh
from briefing.cli.speech import say, shown, tell
from briefing.cli.typeset import read_record
from briefing.config.load import DEFAULTS, load_desk
from briefing.errors import BriefingError, UsageError
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.cli.reweigh import Reweighed


@click.command(
    "explain",
    epilog="""
\b
ISSUE is an issue's .json or .md, its folder, or EDITION/ISSUE-ID in the
desk's reports/. N is the number of a citation; without it the issue is
summed up. --rejected lists what was held back, what the issue's limits cut, the
figures that its table leaves out, the articles it does not quote, and every
sentence that others outranked, with its score and what beat it. --html writes one
page with every sentence that was weighed: its score term by term, who else reports
it, and what became of it.

What is not printed is not in an issue's files. For it the articles are read again,
from the desk's sources or --articles; that they, or the outcome, are not what they
were is said.

\b
Examples:
  briefing explain ukraine-weekly/2025-02-07
  briefing explain ukraine-weekly/2025-02-07 4
  briefing explain reports/ukraine-weekly/2025-02-07 --rejected
  briefing explain ukraine-weekly/2025-02-07 --html morning.html

\b
Exit codes: 0 told; 2 there is no such issue or citation, or with --html no desk
or none of the articles.
""",
)
@click.argument("issue")
@click.argument("number", type=int, required=False, metavar="[N]")
@click.option("--rejected", is_flag=True, help="List what is not printed, and why.")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a page of every sentence that was weighed.",
)
@ARTICLES
@CONFIG
def command(
    issue: str,
    number: int | None,
    page: Path | None,
    articles: tuple[Path, ...],
    config: Path | None,
    *,
    rejected: bool,
) -> None:
    """Say why a passage is in an issue, or with --rejected why others are not."""
    path = find_issue(issue, config)
    record = read_record(path)
    weigh = partial(
        reweigh, record, config=config, articles=articles, reports=path.parents[2]
    )
    if page is not None:
        again = weigh()
        page.write_text(considered_page(record, again), encoding="utf-8")
        for note in again.notes:
            say(f"note: {one_line(note)}")
        tell(shown(page))
        return
    for line in _lines(in_plain_signs(record), number, rejected=rejected):
        tell(line)
    if rejected or number is not None:
        for line in _lines_again(weigh, record, number):
            tell(line)


def _lines(
    record: dict[str, Any], number: int | None, *, rejected: bool
) -> Iterator[str]:
    """Tell what the issue's JSON knows."""
    if rejected:
        return list_rejected(record)
    if number is None:
        return sum_up(record)
    return explain_citation(record, _citation(record, number))


def _lines_again(
    weigh: Callable[[], Reweighed], record: dict[str, Any], number: int | None
) -> Iterator[str]:
    """Tell what only the articles know; where they are not at hand, say so."""
    try:
        again = weigh()
    except BriefingError as error:
        yield f"not told: what else was weighed ({error})"
        return
    if number is None:
        yield from list_outranked(again)
        return
    told = [
        item["scores"]
        for section in record["sections"]
        for item in section["items"]
        if number in item["citations"]
    ]
    yield from lines_of_sentence(again, number, told)


def in_plain_signs(told: Any) -> Any:  # noqa: ANN401 - any JSON
    """Give a record with each of its texts on one line, each of their signs seen."""
    if isinstance(told, dict):
        return {key: in_plain_signs(value) for key, value in told.items()}
    if isinstance(told, list):
        return [in_plain_signs(value) for value in told]
    return one_line(told) if isinstance(told, str) else told


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
