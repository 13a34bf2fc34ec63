"""Checks a manuscript against its record, block by block."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.verify.compare import most_like
from briefing.verify.furniture import Facts, check_furniture, facts_of
from briefing.verify.manuscript import Block, Manuscript, read_manuscript
from briefing.verify.numbering import Numbering
from briefing.verify.printed import by_opening, printed_sentences
from briefing.verify.prose import check_pieces, split_pieces
from briefing.verify.report import Fault
from briefing.verify.sources import check_note, check_source, is_source
from briefing.verify.table import Row, check_row, expected_rows, printed_kinds, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.verify.printed import Printed

    Told = tuple[int, str]

Json = dict[str, Any]

_SURE = 0.9
"""How sure it must be that an item without marks is a figure that has lost them."""


def check_manuscript(
    text: str, record: Json, name: str
) -> tuple[tuple[Fault, ...], tuple[Fault, ...], int]:
    """Check a manuscript.

    Returns:
        Its faults; notes of the sentences that were taken out; and how many
        sentences were found in it.
    """
    manuscript = read_manuscript(text)
    sentences = printed_sentences(record)
    facts = facts_of(record)
    seen: set[str] = set()
    told = [*_check_targets(manuscript, record)]
    told += _check_blocks(manuscript, record, sentences, facts, seen)
    faults = tuple(Fault(line, what, name) for line, what in sorted(set(told)))
    changed = " ".join(fault.what for fault in faults)
    notes = tuple(
        Fault(1, f"{each.name}, was taken out, with its mark", name)
        for each in sentences
        if each.name not in seen and f"{each.name}," not in changed
    )
    return faults, notes, len(seen)


def _check_blocks(
    manuscript: Manuscript,
    record: Json,
    sentences: tuple[Printed, ...],
    facts: Facts,
    seen: set[str],
) -> Iterator[Told]:
    openings = by_opening(sentences)
    citations = {each["number"]: each for each in record["citations"]}
    rows = _figure_rows(manuscript, expected_rows(record), sentences)
    kinds = printed_kinds((manuscript.blocks[at], row) for at, row in rows.items())
    numbering = Numbering(record)
    facts = replace(facts, phrases=_missing(facts.phrases, manuscript))
    article: Json | None = None
    notes: list[int] = []
    for at, block in enumerate(manuscript.blocks):
        source = is_source(block, record["articles"])
        if block.kind == "heading" or source:
            article = source
            notes = list(source.get("citations", ())) if source else []
        pieces = list(split_pieces(block.words, openings))
        seen |= {piece.sentence.name for piece in pieces if piece.sentence}
        if at in rows:
            yield from check_row(block, rows[at], kinds)
        elif block.kind == "row":
            yield from _check_other_row(block, facts)
        elif source:
            yield from check_source(block, source)
        elif article and _is_note(block):
            yield from check_note(block, article, citations, notes)
            notes = notes[1:]
        else:
            yield from numbering.check(block, pieces)
            yield from check_pieces(pieces, sentences)
            for piece in pieces:
                if not (piece.sentence or piece.marks):
                    heading = block.kind == "heading"
                    yield from check_furniture(piece.words, facts, heading=heading)


def _missing(
    phrases: tuple[tuple[str, ...], ...], manuscript: Manuscript
) -> tuple[tuple[str, ...], ...]:
    """Give the texts of the record that stand nowhere in the manuscript.

    Only these can have been changed; what is like a text that stands elsewhere is an
    editor's own.
    """
    blocks = (
        " ".join(word.text for word in block.words) for block in manuscript.blocks
    )
    line = "\n".join(f" {block} " for block in blocks)
    return tuple(phrase for phrase in phrases if f" {' '.join(phrase)} " not in line)


def _figure_rows(
    manuscript: Manuscript, rows: tuple[Row, ...], sentences: tuple[Printed, ...]
) -> dict[int, Row]:
    """Give the place of each block that is about a figure: a row or an item."""
    found = {}
    for at, block in enumerate(manuscript.blocks):
        row, sure = row_of(block, rows)
        if row is None or block.kind == "heading":
            continue
        if block.kind == "text":
            marked = any(word.mark for word in block.words)
            if not (block.bullet and (marked or sure > _SURE)):
                continue
            words = [word for word in block.words if word.mark is None]
            likeness = most_like(words, sentences)
            if likeness and likeness.share >= sure:
                continue
        found[at] = row
    return found


def _check_other_row(block: Block, facts: Facts) -> Iterator[Told]:
    """Check the row of a table that is about no figure: its head, or a title."""
    if any(word.mark for word in block.words):
        yield block.line, "this row cites a source and is none of the key figures"
    else:
        yield from check_furniture(block.words, facts)


def _is_note(block: Block) -> bool:
    return bool(block.words) and block.words[0].text.isdecimal()


def _check_targets(manuscript: Manuscript, record: Json) -> Iterator[Told]:
    """Check that every mark is defined, and leads to the citation of its number."""
    numbers = {citation["number"] for citation in record["citations"]}
    defined: set[str] = set()
    for target in manuscript.targets:
        if not target.label.isdecimal():
            continue
        address = f"#c{target.label}"
        if target.address != address:
            what = f"(was: {address!r}, is: {target.address!r})"
            yield target.line, f"the mark [{target.label}] leads elsewhere {what}"
        if target.label in defined:
            yield target.line, f"the mark [{target.label}] is defined twice"
        defined.add(target.label)
    for block in manuscript.blocks:
        for word in block.words:
            if word.mark is None:
                continue
            if word.mark not in numbers:
                yield word.line, f"the mark {word.text} cites nothing"
            elif str(word.mark) not in defined:
                yield word.line, f"the mark {word.text} is defined nowhere"
