"""Reads and checks the record of an issue, its JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any

from briefing.model.briefing import SCHEMA
from briefing.verify.before import check_before, note_before
from briefing.verify.ledger import check_ledger
from briefing.verify.pictures import check_pictures
from briefing.verify.places import lines_of, nearest_line
from briefing.verify.quotes import check_articles, check_citations, check_sentence
from briefing.verify.report import Fault, Finding
from briefing.verify.seal import check_seal
from briefing.verify.shape import check_shape
from briefing.verify.sides import check_sides
from briefing.verify.structure import check_structure, items_of
from briefing.verify.wholes import check_periods_and_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.model.illustration import StatedPicture

Json = dict[str, Any]


def read_record(raw: str, name: str) -> tuple[Json, tuple[Fault, ...]]:
    """Read a record, with the faults of its form; with such faults it is empty."""
    try:
        record = json.loads(raw, parse_float=Decimal)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return {}, (Fault(line, f"this is not JSON: {error}", name),)
    findings = list(check_shape(record))
    if not findings and record["schema"] != SCHEMA:
        what = f"the schema is '{record['schema']}', this program knows '{SCHEMA}'"
        findings = [Finding(("schema",), what)]
    return ({} if findings else record), _placed(findings, raw, name)


def check_record(
    record: Json,
    raw: str,
    name: str,
    *,
    texts: Mapping[str, str] | None,
    path: Path | None = None,
    names: Mapping[str, str | None] | None = None,
    pictures: Mapping[str, Sequence[StatedPicture]] | None = None,
) -> tuple[Fault, ...]:
    """Give every fault of a well-formed record.

    Args:
        record: The record.
        raw: The file's text, for the lines.
        name: The file's name, for messages.
        texts: The articles' texts by id; None to rely on the quotes in the record.
        path: Where the file lies, to find the issue before beside it.
        names: The party of each listed name, if the names file is at hand.
        pictures: What each article says of its pictures, if it is at hand.
    """
    citations = {each["number"]: each for each in record["citations"]}
    try:
        findings = list(
            chain(
                check_structure(record),
                check_citations(record, texts),
                check_articles(record, texts),
                _check_sentences(record, texts or {}),
                check_ledger(record, texts or {}),
                check_periods_and_parts(record, citations),
                check_sides(record, names or {}),
                check_before(record, path) if path else (),
                check_pictures(record, path.parent if path else None, pictures),
                check_seal(raw),
            )
        )
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        # Optional keys are not part of the shape: whatever stands there is data.
        findings = [Finding((), f"the record holds what no issue holds: {error!r}")]
    return _placed(findings, raw, name)


def note_record(record: Json, raw: str, name: str, path: Path) -> tuple[Fault, ...]:
    """Give what cannot be checked, and why.

    Args:
        record: The record.
        raw: The file's text, for the lines.
        name: The file's name, for messages.
        path: Where the file lies.
    """
    return _placed(note_before(record, path), raw, name)


def _check_sentences(record: Json, texts: Mapping[str, str]) -> Iterator[Finding]:
    citations = {each["number"]: each for each in record["citations"]}
    articles = {each["id"]: each for each in record["articles"]}
    for path, item in items_of(record):
        for place, sentence in enumerate(item["sentences"]):
            citation = citations.get(sentence["citation"])
            if citation is None:
                continue  # told by the check of the structure
            article = articles.get(citation["article"], {})
            words = texts.get(citation["article"])
            for what in check_sentence(sentence, citation, article, words=words):
                text = f"'{item['id']}', sentence {place + 1}: {what}"
                yield Finding((*path, "sentences", place), text)


def _placed(findings: Iterable[Finding], raw: str, name: str) -> tuple[Fault, ...]:
    findings = list(findings)
    if not findings:
        return ()
    lines = lines_of(raw)
    return tuple(
        Fault(nearest_line(lines, each.path), each.what, name) for each in findings
    )
