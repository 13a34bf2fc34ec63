"""`briefing timeline`: which days of a span mattered, and what happened on them."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from briefing.cli.common import (
    ARTICLES,
    AS_OF,
    CONFIG,
    read_clock,
    read_moment,
    show_stages,
)
from briefing.cli.speech import list_problems, list_remarks, tell, tell_json
from briefing.cli.timeline_list import to_json, to_list
from briefing.config.load import find_edition, load_desk
from briefing.config.periods import parse_period
from briefing.config.schema import house_of
from briefing.errors import NotMadeError, UsageError, did_you_mean
from briefing.pipeline.timeline import compose_timeline

SENTENCES = 2
"""Sentences a day, where nothing else is asked for."""


@click.command(
    "timeline",
    epilog="""
\b
Which days of a span mattered, and what happened on them, told in sentences of
the articles, each with its source: publisher, day, article, paragraph. A
sentence marked "names no day" stands under the day of its article.

TOPIC is the id of a topic of the edition; without it, whatever the articles are
about is followed. All articles are asked, those published after the span too:
later ones tell which days are remembered. --as-of leaves out what was
published after it.

\b
Examples:
  briefing timeline kursk --from 2024-08-06 --to 2025-02-07
  briefing timeline --from 2025-02-03 --to 2025-02-07 --days 3 --sentences 1
  briefing timeline --from 2010-04-20 --to 2010-07-15 --articles spill.jsonl.gz
  briefing timeline kursk --from 2025-01-01 --to 2025-02-07 --json | jq '.days[].day'

\b
Exit codes: 0 made (problems of single articles may be told); 1 no article tells
of a day of the span; 2 the command line or the config is wrong.
""",
)
@click.argument("topic", required=False)
@click.option("--from", "first", metavar="D", required=True, help="First day.")
@click.option("--to", "last", metavar="D", required=True, help="Last day, included.")
@click.option(
    "--days",
    type=click.IntRange(min=1),
    metavar="L",
    help="Days at most; otherwise as many as the edition's budget gives its timeline.",
)
@click.option(
    "--sentences",
    type=click.IntRange(min=1),
    metavar="K",
    default=SENTENCES,
    show_default=True,
    help="Sentences a day at most.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON, with citations.")
@click.option(
    "--edition", metavar="EDITION", help="The edition whose topics and sources count."
)
@CONFIG
@ARTICLES
@AS_OF
def command(
    topic: str | None,
    first: str,
    last: str,
    days: int | None,
    sentences: int,
    as_json: bool,
    edition: str | None,
    config: Path | None,
    articles: tuple[Path, ...],
    as_of: str | None,
) -> None:
    """List the days of a span that mattered, and what happened on them."""
    desk = load_desk(config, cwd=Path.cwd())
    list_remarks(desk)
    chosen = find_edition(desk, edition)
    if topic is not None and topic not in chosen.topics:
        message = (
            f"edition {chosen.id} has no topic '{topic}'"
            f"{did_you_mean(topic, chosen.topics)} (it has {', '.join(chosen.topics)})"
        )
        raise UsageError(message)
    house = house_of(desk.config.desk, chosen.config)
    moment = read_moment(as_of, house)
    today = (moment or read_clock()).astimezone(ZoneInfo(house.timezone)).date()
    window = parse_period(f"{first} to {last}", today=today, day_one=house.day_one)
    with show_stages():
        timeline, problems = compose_timeline(
            desk,
            chosen,
            window,
            topic=topic,
            days=days or chosen.config.budget.timeline,
            sentences=sentences,
            sources=[path.absolute() for path in articles] or None,
            as_of=moment,
        )
    list_problems(one for one in problems if not one.note)
    if not timeline.days:
        message = (
            f"no article tells of a day from {window.first} to {window.last}; widen "
            "the span, name another topic, or name articles with --articles"
        )
        raise NotMadeError(message)
    if as_json:
        tell_json(to_json(timeline))
    else:
        tell(to_list(timeline), end="")
