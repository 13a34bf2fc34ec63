"""The issue before: its JSON, read back for what its figures were.

It is looked for where issues are written. What cannot be read is told, and costs
the issue nothing but the comparison.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.model.briefing import SCHEMA
from briefing.model.ledger import Claim, Earlier, LedgerFigure
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefing.config.load import Edition
    from briefing.model.slot import Slot

Json = dict[str, Any]


class Told(NamedTuple):
    """A printed item of the issue before."""

    text: str
    """Its words as printed."""
    topic: str | None
    """Id of its topic."""
    citation: int
    """Number of its first citation."""
    leads: bool
    """Whether it led that issue, or its topic."""


class Before(NamedTuple):
    """The issue before, as far as the next one needs it."""

    issue: str
    """Its id: its last day."""
    number: int | None
    """Its number; None where the edition counts none."""
    file: str
    """Path of its JSON in the folder of issues."""
    sha256: str
    """SHA-256 of that file."""
    figures: tuple[LedgerFigure, ...]
    """Its ledger."""
    told: tuple[Told, ...] = ()
    """What it told, in the order of printing; what is older left out."""
    articles: frozenset[str] = frozenset()
    """Hashes of the texts of the articles that existed for it."""


def read_before(
    edition: Edition, slot: Slot, *, folders: Iterable[Path]
) -> tuple[Before | None, tuple[Problem, ...]]:
    """Read the issue before a slot, if the edition compares with it.

    Args:
        edition: The edition.
        slot: The issue that is to be made.
        folders: Where issues may lie, the likeliest first.

    Returns:
        The issue; None where there is none or it cannot be read, and then why.
    """
    if not edition.config.history or slot.previous is None or slot.number == 1:
        return None, ()
    issue = slot.previous.last.isoformat()
    name = f"{edition.id}/{issue}/{edition.id}-{issue}.json"
    for folder in folders:
        try:
            raw = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            return None, (_note(name, f"cannot be read ({error.strerror})"),)
        digest = hashlib.sha256(raw).hexdigest()
        try:
            before = _read(raw, name, digest, edition.id)
        except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
            return None, (_note(name, "is no issue’s JSON; make that issue again"),)
        return before, ()
    return None, (_note(name, "is not there"),)


def _note(name: str, what: str) -> Problem:
    return Problem(name, f"{what}: no figure says what it was before", note=True)


def _read(raw: bytes, name: str, digest: str, edition: str) -> Before:
    record = json.loads(raw, parse_float=Decimal, parse_int=Decimal)
    if record["schema"] != SCHEMA or record["edition"]["id"] != edition:
        raise ValueError(name)
    issue = record["issue"]
    number = issue["number"]
    return Before(
        issue=_text(issue["id"]),
        number=None if number is None else int(number),
        file=name,
        sha256=digest,
        figures=tuple(_figure(each) for each in record["figures"]),
        told=tuple(_told(record.get("sections", ()))),
        articles=frozenset(
            _text(each["sha256"]) for each in record.get("articles", ())
        ),
    )


def _told(sections: Iterable[Json]) -> Iterator[Told]:
    for section in sections:
        for at, item in enumerate(section["items"]):
            if item["role"] != "background":
                yield Told(
                    text=_text(item["text"]),
                    topic=_text_or_none(section["topic"]),
                    citation=int(item["citations"][0]),
                    leads=bool(item.get("in_takeaways")) or at == 0,
                )


def _figure(told: Json) -> LedgerFigure:
    return LedgerFigure(
        id=_text(told["id"]),
        label=_text(told["label"]),
        what=_text_or_none(told["what"]),
        event=_text_or_none(told["event"]),
        place=_text_or_none(told["place"]),
        side=_text_or_none(told["side"]),
        period=_text_or_none(told["period"]),
        unit=_text(told["unit"]),
        status=told["status"],
        part_of=_text_or_none(told["part_of"]),
        claims=tuple(_claim(each) for each in told["claims"]),
        printed=told.get("printed") is True,
        people=told.get("people"),
        scope=told.get("scope"),
        period_first=_day(told.get("period_first")),
        period_last=_day(told.get("period_last")),
        period_inferred=told.get("period_inferred") is True,
        pin=_text_or_none(told.get("pin")),
        was=tuple(_earlier(each) for each in told.get("was", ())),
    )


def _claim(told: Json) -> Claim:
    return Claim(
        value=_number(told["value"]),
        low=_number(told["low"]),
        high=_number(told["high"]),
        comparator=told["comparator"],
        text=_text(told["text"]),
        attribution=_text_or_none(told["attribution"]),
        attribution_name=_text_or_none(told["attribution_name"]),
        party=_text_or_none(told["party"]),
        as_of=None,
        citation=0,
    )


def _earlier(told: Json) -> Earlier:
    number = told["number"]
    return Earlier(
        issue=_text(told["issue"]),
        number=None if number is None else int(number),
        text=_text(told["text"]),
        value=_number(told["value"]),
        withdrawn=told["withdrawn"] is True,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _number(value: object) -> Decimal | None:
    if value is not None and not isinstance(value, Decimal):
        raise TypeError
    return value


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(_text(value))
