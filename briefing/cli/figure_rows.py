"""The ledger as rows and records: a claim each, with the words that it cites."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.briefing import Briefing
    from briefing.model.ledger import Claim, LedgerFigure

COLUMNS: dict[str, str] = {
    "figure": "id of the quantity; rows with one id are claims about one quantity",
    "topic": "id of its topic",
    "label": "its name: the source's own noun phrase",
    "pin": "the config's label, where it is pinned",
    "what": "what is counted",
    "event": "what happened to it",
    "place": "where",
    "side": "the side counted, from the names file",
    "people": "civilian or military",
    "scope": "total or increment",
    "period": "the time over which it counts, in the article's words",
    "period_first": "first day of that time",
    "period_last": "last day of that time",
    "period_inferred": "yes where its first day is our inference",
    "unit": "count, %, km, USD ...",
    "status": "single, claimed, agreed, differs, contested or revised",
    "part_of": "id of the quantity of which it is a part",
    "articles": "how many articles give it",
    "origins": "how many independent origins they have",
    "was": "what the issue before gave",
    "was_issue": "id of that issue",
    "was_withdrawn": "yes where that was taken back",
    "value": "the number; empty for a range or a vague quantity",
    "low": "lower end of a range",
    "high": "upper end of a range",
    "comparator": "= ~ < <= > >=",
    "text": "the words of the amount",
    "attribution": "who says so, in the article's words",
    "attribution_name": "the full name that this stands for",
    "party": "the side that says so",
    "as_of": "the day for which it holds: said on, else published",
    "doubt": "words that cast doubt on it",
    "article": "id of the article",
    "path": "its file",
    "publisher": "who published it",
    "published": "when; an interval with a slash where it is inferred",
    "start": "offset of the quote in the article's text",
    "end": "offset after it",
    "quote": "the sentence",
}
"""The columns of the CSV, in their order, and what each holds."""

OURS = frozenset({"figure", "comparator", "value", "low", "high", "start", "end"})
"""Columns that hold no words from outside, so that they need no guard."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Signs with which a spreadsheet lets a formula begin."""


def figure_records(briefing: Briefing) -> list[dict[str, Any]]:
    """Give the ledger as plain records: figures, each with its cited claims."""
    return [
        {
            **_plain(asdict(figure)),
            "claims": [
                _plain(asdict(claim) | _source(claim, briefing))
                for claim in figure.claims
            ],
        }
        for figure in briefing.figures
    ]


def to_json(briefing: Briefing) -> str:
    """Write the ledger as a JSON list."""
    records = figure_records(briefing)
    return json.dumps(records, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_csv(briefing: Briefing) -> str:
    """Write the ledger as CSV (RFC 4180), a row a claim, under a row of names.

    Words from outside that a spreadsheet would run as a formula are led in by an
    apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(COLUMNS), lineterminator="\r\n")
    writer.writeheader()
    for figure in briefing.figures:
        for claim in figure.claims:
            row = _row(figure, claim, briefing)
            writer.writerow({key: _cell(key, row[key]) for key in COLUMNS})
    return out.getvalue()


def _row(figure: LedgerFigure, claim: Claim, briefing: Briefing) -> dict[str, Any]:
    was = figure.was[0] if figure.was else None
    told = asdict(figure) | asdict(claim) | _source(claim, briefing)
    return told | {
        "figure": figure.id,
        "was": was.text if was else None,
        "was_issue": was.issue if was else None,
        "period_inferred": "yes" if figure.period_inferred else None,
        "was_withdrawn": "yes" if was and was.withdrawn else None,
    }


def _source(claim: Claim, briefing: Briefing) -> dict[str, Any]:
    """Give what a claim cites: the article and the words."""
    citation = briefing.citations[claim.citation - 1]
    article = next(each for each in briefing.articles if each.id == citation.article)
    return {
        "article": article.id,
        "path": article.path,
        "publisher": article.publisher,
        "published": article.published,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
    }


def _cell(key: str, value: object) -> object:
    plain = _scalar(value)
    if key in OURS or not isinstance(plain, str):
        return plain
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    return dict(_plain_items(told))


def _plain_items(told: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        if isinstance(value, tuple | list):
            yield key, [_plain(each) for each in value]
        else:
            yield key, _scalar(value)


def _scalar(value: Any) -> Any:  # noqa: ANN401 - any value of a field
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
