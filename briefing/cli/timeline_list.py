"""A timeline as a list for a terminal of 100 columns, and as JSON."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from briefing.cli.speech import counted
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.timeline import Timeline, TimelineDay

WIDTH = 100
_INDENT = "  "


def to_list(timeline: Timeline) -> str:
    """Write the days in order, under each its sentences with where they stand."""
    lines: list[str] = []
    for day in timeline.days:
        lines += [*_day_lines(day, timeline), ""]
    span = f"{timeline.first} to {timeline.last}"
    days = counted(len(timeline.days), "day")
    lines.append(f"{days} of {span}, from {counted(len(timeline.articles), 'article')}")
    return "\n".join(lines) + "\n"


def to_json(timeline: Timeline) -> str:
    """Write the timeline as a JSON object, with citations as in an issue's JSON."""
    told = asdict(timeline)
    named = {"topic": told.pop("topic"), "from": told.pop("first")}
    record = {**named, "to": told.pop("last"), **told}
    return (
        json.dumps(
            record, ensure_ascii=False, indent=2, allow_nan=False, default=_as_text
        )
        + "\n"
    )


def _day_lines(day: TimelineDay, timeline: Timeline) -> Iterator[str]:
    told = f"{_INDENT}named by {counted(day.articles, 'article')}"
    yield f"{day.day:%a} {day.day.isoformat()}{told if day.articles else ''}"
    for sentence in day.sentences:
        yield from textwrap.wrap(
            f"{one_line(sentence.text)} [{sentence.citation}]",
            WIDTH,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_on_hyphens=False,
        )
        dated = sentence.event_days or sentence.said_on == day.day
        undated = "" if dated else "; names no day"
        yield f"{_INDENT * 2}{_where(sentence.citation, timeline)}{undated}"


def _where(number: int, timeline: Timeline) -> str:
    """Give what a sentence cites: publisher, day, article, paragraph."""
    citation = timeline.citations[number - 1]
    article = next(each for each in timeline.articles if each.id == citation.article)
    told = (
        article.publisher or "[publisher not stated]",
        article.published or "[day not stated]",
        _name(article.path),
        f"paragraph {citation.paragraph}",
    )
    return f"[{number}] {one_line(', '.join(told))}"


def _name(path: str) -> str:
    """Give the file of an article, or the record's id where it holds many."""
    file, _, record = path.partition("#")
    return record or file


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    message = f"a timeline holds no {type(value).__name__}"
    raise TypeError(message)
