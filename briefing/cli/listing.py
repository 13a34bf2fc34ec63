"""What was found in an article, as a page to read."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.cli.findings import (
        InspectedArticle,
        InspectedBlock,
        InspectedFigure,
        InspectedTimex,
    )

_WIDTH = 88
_INDENT = " " * 12
_JUNK_SHOWN = 60


def list_findings(found: InspectedArticle) -> str:
    """Write an article's roles, dates and figures, block by block."""
    return "\n".join([*_head(found), *_blocks(found), ""])


def _head(found: InspectedArticle) -> Iterator[str]:
    yield found.path
    yield "=" * min(len(found.path), _WIDTH)
    published = found.published
    stated = (
        f"{published.value} ({published.from_}: {published.evidence}; {published.rule})"
        if published.value
        else "not stated"
    )
    for label, value in (
        ("headline", found.headline),
        ("byline", found.byline),
        ("publisher", found.publisher),
        ("published", stated),
        ("kind", found.kind),
        ("url", found.url),
    ):
        if value:
            yield f"{label:11} {value}"
    yield ""


def _blocks(found: InspectedArticle) -> Iterator[str]:
    for number, block in enumerate(found.blocks, start=1):
        words = " ".join(found.text[block.start : block.end].split())
        yield f"{number:3} {block.role}  [{block.rule}]"
        if block.role == "junk":
            yield f"{_INDENT}{textwrap.shorten(words, _JUNK_SHOWN, placeholder=' …')}"
            continue
        yield textwrap.fill(
            words, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
        )
        yield from (_timex_line(one) for one in found.timexes if _within(one, block))
        yield from (_figure_line(one) for one in found.figures if _within(one, block))


def _within(one: InspectedTimex | InspectedFigure, block: InspectedBlock) -> bool:
    return block.start <= one.start < block.end


def _timex_line(timex: InspectedTimex) -> str:
    days = timex.value
    if timex.first_day and timex.last_day:
        run = timex.first_day != timex.last_day
        days = f"{timex.first_day} to {timex.last_day}" if run else f"{timex.first_day}"
    why = f"; {timex.why}" if timex.why else ""
    return f"    date    {timex.text} = {days}  [{timex.rule}{why}]"


def _figure_line(figure: InspectedFigure) -> str:
    parts = [
        f"{figure.comparator} {_amount(figure)} {figure.unit}",
        figure.what,
        figure.event,
        figure.attribution_name or figure.attribution,
    ]
    told = "; ".join(part for part in parts if part)
    return f"    figure  {figure.text}: {told}  [{figure.rule}]"


def _amount(figure: InspectedFigure) -> str:
    if figure.value is not None:
        return f"{figure.value:,}"
    if figure.low is None and figure.high is None:
        return "no number"
    ends = ("?" if end is None else f"{end:,}" for end in (figure.low, figure.high))
    return " to ".join(ends)
