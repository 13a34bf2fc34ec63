"""Figures of a gold row, as `score_figures.py` reads them."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefing.annotate import annotate
from briefing.model.article import Article, Block, Published
from briefing.model.names import NameList
from briefing.model.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

    from briefing.model.figure import Figure


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Annotate a row's text as one paragraph and give its figures."""
    text = row["text"]
    article = Article(
        row["id"],
        row["id"],
        text,
        sha256(text.encode("utf-8", "replace")).hexdigest(),
        (Block(Span(0, len(text)), "paragraph", "gold"),),
        "records",
        Published(_day(row.get("published"))),
    )
    passages = annotate(article, names=NameList())
    figures = [_plain(figure) for each in passages for figure in each.figures]
    return {"id": row["id"], "figures": figures}


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _plain(figure: Figure) -> dict[str, Any]:
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "comparator": figure.comparator,
        "unit": figure.unit,
        "kind": figure.kind,
        "what": figure.what,
        "event": figure.event,
        "attribution": figure.attribution,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
