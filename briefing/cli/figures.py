"""`briefing figures`: the ledger of a period, for the analyst's spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from briefing.cli.common import (
    ARTICLES,
    AS_OF,
    CONFIG,
    TOPICS,
    period_options,
    read_clock,
    read_moment,
    read_window,
    show_stages,
)
from briefing.cli.figure_rows import to_csv, to_json
from briefing.cli.figure_table import to_table
from briefing.cli.speech import list_problems, list_remarks, tell, tell_csv, tell_json
from briefing.config.load import find_edition, load_desk
from briefing.config.schema import RequireConfig, house_of
from briefing.errors import NotMadeError, TooLittleError
from briefing.pipeline import compose_issue
from briefing.schedule import slot_for

FORMATS = ("table", "csv", "json")


@click.command(
    "figures",
    epilog="""
\b
Every figure that the articles of a period state on the topics of an edition,
printed in its issue or not: how much of what, where and since when, who says
so, and the sentence that says it. Without a period, that of the edition's last
issue. --to is included.

\b
table  to read: figures by topic, under each who gives it, and where that stands
csv    a row a claim, for a spreadsheet; words of an article that would be run
       as a formula are led in by an apostrophe
json   the ledger as in an issue's JSON, each claim with its quote

\b
Examples:
  briefing figures
  briefing figures ukraine-weekly --days 1076-1080 --topic kursk
  briefing figures --from 2025-02-03 --to 2025-02-07 --format csv > week.csv
  briefing figures --week 2025-W06 --format json | jq '.[].label'

\b
Exit codes: 0 listed (problems of single articles may be told); 1 no article is
of that period; 2 the command line or the config is wrong.
""",
)
@click.argument("edition", required=False)
@period_options
@CONFIG
@ARTICLES
@TOPICS
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write the ledger.",
)
@AS_OF
def command(
    edition: str | None,
    config: Path | None,
    articles: tuple[Path, ...],
    topics: tuple[str, ...],
    form: str,
    as_of: str | None,
    **period: Any,  # noqa: ANN401 - the options that name a period
) -> None:
    """List every figure of a period, and who gives it."""
    desk = load_desk(config, cwd=Path.cwd())
    list_remarks(desk)
    chosen = find_edition(desk, edition)
    house = house_of(desk.config.desk, chosen.config)
    now = read_clock()
    moment = read_moment(as_of, house)
    today = (moment or now).astimezone(ZoneInfo(house.timezone)).date()
    window = read_window(period, today=today, day_one=house.day_one)
    slot = slot_for(chosen, house, now=now, window=window, as_of=moment)
    try:
        with show_stages():
            briefing, _ = compose_issue(
                desk,
                chosen,
                slot,
                sources=[path.absolute() for path in articles] or None,
                topics=topics or None,
                require=RequireConfig(articles=1),
            )
    except TooLittleError as error:
        message = (
            f"no article was published for {slot.window.first} to "
            f"{slot.window.last}; widen the period, or name articles with --articles"
        )
        raise NotMadeError("\n".join([message, *error.details])) from error
    list_problems(one for one in briefing.problems if not one.note)
    titles = {id: topic.title or id for id, topic in chosen.topics.items()}
    {
        "csv": lambda: tell_csv(to_csv(briefing)),
        "json": lambda: tell_json(to_json(briefing)),
        "table": lambda: tell(to_table(briefing, titles), end=""),
    }[form]()
