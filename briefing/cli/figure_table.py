"""The ledger as a table for a terminal of 100 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from briefing.cli.speech import counted
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.briefing import Briefing
    from briefing.model.ledger import Claim, Earlier, LedgerFigure

WIDTH = 100
_AMOUNT = 22
_LABEL = 56
_WHERE = 30
_GAP = "  "
_NOT_STATED = "[not stated]"
_NOBODY = "[nobody named]"


def to_table(briefing: Briefing, titles: Mapping[str, str]) -> str:
    """Write the ledger by topic: a line a figure, under it a line a claim.

    Args:
        briefing: The issue whose ledger it is.
        titles: Title of each topic, by id.
    """
    lines: list[str] = []
    for topic, title in titles.items():
        own = [figure for figure in briefing.figures if figure.topic == topic]
        if own:
            lines += [title, "=" * len(title)]
            lines += [line for each in own for line in _lines(each, briefing)]
            lines.append("")
    claims = sum(len(figure.claims) for figure in briefing.figures)
    count = counted(len(briefing.figures), "figure")
    days = f"{briefing.issue.from_} to {briefing.issue.to}"
    lines.append(f"{count}, {counted(claims, 'claim')}; {days}")
    return "\n".join(lines) + "\n"


def _lines(figure: LedgerFigure, briefing: Briefing) -> Iterator[str]:
    label = figure.pin or figure.label
    part = f", part of {figure.part_of}" if figure.part_of else ""
    head = f"{figure.id:5}{_shorten(f'{label}{part}', WIDTH - 20)}"
    yield f"{head}{_GAP}{figure.status}"
    told = [
        f"place: {figure.place or _NOT_STATED}",
        f"period: {_period(figure)}",
        *(each for each in (figure.people, figure.scope, figure.side) if each),
        *(_was(earlier) for earlier in figure.was[:1]),
    ]
    indent = " " * 5
    yield from textwrap.wrap(
        "; ".join(told), WIDTH, initial_indent=indent, subsequent_indent=indent
    )
    for claim in figure.claims:
        yield _claim_line(claim, briefing).rstrip()
        if claim.doubt:
            yield f"{' ' * (7 + _AMOUNT)}“{_shorten(claim.doubt, _LABEL)}”"


def _claim_line(claim: Claim, briefing: Briefing) -> str:
    citation = briefing.citations[claim.citation - 1]
    path = next(a.path for a in briefing.articles if a.id == citation.article)
    place = f":{citation.start}-{citation.end}"
    where = f"…{path[-(_WHERE - len(place) - 1) :]}{place}"
    if len(path) + len(place) <= _WHERE:
        where = f"{path}{place}"
    day = f", {claim.as_of}" if claim.as_of else ""
    room = WIDTH - 7 - _AMOUNT - _WHERE - 2 * len(_GAP) - len(day)
    who = _shorten(claim.attribution_name or claim.attribution or _NOBODY, room)
    amount = _shorten(claim.text, _AMOUNT)
    said = f"{who}{day}".ljust(room + len(day))
    return f"{' ' * 7}{amount:{_AMOUNT}}{_GAP}{said}{_GAP}{where}"


def _period(figure: LedgerFigure) -> str:
    first, last = figure.period_first, figure.period_last
    if first is None or last is None:
        return f"“{_shorten(figure.period, _LABEL)}”" if figure.period else _NOT_STATED
    mark = " [first day inferred]" if figure.period_inferred else ""
    return (f"{first}" if first == last else f"{first} to {last}") + mark


def _was(earlier: Earlier) -> str:
    issue = earlier.number if earlier.number is not None else f"of {earlier.issue}"
    taken = ", taken back since" if earlier.withdrawn else ""
    return f"was {earlier.text} in issue {issue}{taken}"


def _shorten(text: str | None, width: int) -> str:
    """Give a text on one line, cut to a width."""
    clean = one_line(text or "")
    return clean if len(clean) <= width else f"{clean[: width - 1]}…"
