"""Checks a manuscript against its record, block by block."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.verify.captions import set_pictures_apart
from briefing.verify.endnotes import Endnotes, check_endnotes
from briefing.verify.furniture import Facts, check_furniture, facts_of
from briefing.verify.grouped import check_grouped
from briefing.verify.groups import all_titles
from briefing.verify.kinds import Part, tell_apart
from briefing.verify.layouts import check_exactly, expected_words, rows_by_words
from briefing.verify.listed import check_listed, note_gone
from briefing.verify.manuscript import Block, Manuscript, read_manuscript
from briefing.verify.missing import (
    check_frame,
    check_twice,
    note_frame,
    note_missing,
    note_moved,
)
from briefing.verify.numbering import Numbering
from briefing.verify.outline import Placed, listed_places, place_blocks
from briefing.verify.paragraphs import check_closings, check_numbers
from briefing.verify.phrases import check_titles
from briefing.verify.placing import check_days, check_labels, check_sections, note_order
from briefing.verify.printed import by_opening, closing_of, printed_sentences
from briefing.verify.prose import check_pieces, split_pieces
from briefing.verify.report import Fault
from briefing.verify.settled import Settled, settle_lines
from briefing.verify.sources import check_note, check_source
from briefing.verify.table import check_row, printed_kinds
from briefing.verify.takeaways import check_takeaways
from briefing.verify.wording import Wording, read_wording
from briefing.verify.words import spell, split_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.verify.printed import Printed

    Told = tuple[int, str]

Json = dict[str, Any]

_WITHOUT_STYLE = (
    "so days and labels are held to the record alone; name its folder with --style"
)


def check_manuscript(
    text: str,
    record: Json,
    name: str,
    *,
    folders: Iterable[Path] = (),
    style: str | None = None,
) -> tuple[tuple[Fault, ...], tuple[Fault, ...], int]:
    """Check a manuscript.

    Args:
        text: The manuscript.
        record: Its record.
        name: Its name, for messages.
        folders: Where its style may lie, in a folder `templates`, nearest first.
        style: Name or folder of its style; None for the one that the record names.

    Returns:
        Its faults; notes of the sentences that were taken out; and how many
        sentences were found in it.
    """
    manuscript = read_manuscript(text)
    wording: Wording | None = None
    try:
        edition = record["edition"]
        language = edition.get("language") or "en"
        style = style or edition.get("style")
        wording = read_wording(style, folders, language=language)
        sentences = printed_sentences(record, wording)
        placed, told, gone = _check_all(manuscript, record, sentences, wording)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        # A style, or an optional key of the record, that does not fit: do without.
        wording, sentences = None, printed_sentences(record)
        placed, told, gone = _check_all(manuscript, record, sentences, wording)
    if sentences and not any(each.sentences for each in placed):
        what = f"none of the issue's {len(sentences)} sentences stands here"
        told.append((1, f"{what}; this is not its manuscript"))
    faults = tuple(Fault(line, what, name) for line, what in sorted(set(told)))
    changed = " ".join(fault.what for fault in faults)
    seen = {sentence.name for each in placed for sentence in each.sentences}
    noted = [
        (1, f"{each.name}, was taken out, with its mark")
        for each in sentences
        if each.name not in seen and f"{each.name}," not in changed
    ]
    if style and wording is None:
        noted.append((1, f"style '{style}' is not found, {_WITHOUT_STYLE}"))
    noted += note_order(placed, record)
    noted += [
        each for each in gone if f"{each[1].partition(', was')[0]}," not in changed
    ]
    noted += note_gone(manuscript.blocks, record, changed, wording)
    notes = tuple(Fault(line, what, name) for line, what in noted)
    return faults, notes, len(seen)


def _check_all(
    manuscript: Manuscript,
    record: Json,
    sentences: tuple[Printed, ...],
    wording: Wording | None,
) -> tuple[list[Placed], list[Told], Sequence[Told]]:
    openings = by_opening(sentences)
    layouts = rows_by_words(record, wording)
    apart = set_pictures_apart(manuscript.blocks, record, wording)
    blocks = apart.blocks
    notes = check_endnotes(blocks, record, wording) if wording else Endnotes()
    listed = listed_places(blocks, record, wording)
    parts = list(tell_apart(blocks, record, sentences, layouts, notes.places, listed))
    pieces = [tuple(split_pieces(part.block.words, openings)) for part in parts]
    placed = list(place_blocks(parts, pieces, record, wording))
    expected = expected_words(parts, record, wording) if wording else {}
    taken = _taken(placed, notes.places)
    lines = settle_lines(blocks, record, wording, taken) if wording else Settled()
    told = [*_check_targets(manuscript, record), *apart.told, *notes.told, *lines.told]
    if wording:
        told += check_titles(blocks, record, wording)
        told += check_frame(blocks, record, wording)
    told += check_grouped(parts, record, wording, expected)
    settled = Settled(lines.exact, lines.changed | notes.places)
    told += _check_blocks(placed, record, sentences, wording, expected, told, settled)
    known = {line for line, _ in told}
    told += [
        (line, what)
        for line, what in _check_places(placed, record, wording, known=bool(expected))
        if line not in known
    ]
    gone = [*lines.gone, *apart.gone]
    if wording:
        seen = {sentence.name for each in placed for sentence in each.sentences}
        absent = {each.name for each in sentences} - seen
        gone += note_missing(placed, record, wording, absent)
        gone += note_frame(blocks, record, wording)
        gone += note_moved(placed, record, wording)
    return placed, told, gone


def _taken(placed: Sequence[Placed], notes: Iterable[int]) -> set[int]:
    """Give the places of blocks that stand for a quote, a figure or a source."""
    quoting = {
        at
        for at, each in enumerate(placed)
        if each.sentences or each.part.row or each.part.source or each.part.note_of
    }
    return quoting | set(notes)


def _check_places(
    placed: list[Placed], record: Json, wording: Wording | None, *, known: bool
) -> Iterator[Told]:
    """Check where things stand, each as it is."""
    yield from check_takeaways(placed, record)
    yield from check_sections(placed, record, known=known)
    yield from check_labels(placed, record, known=known)
    yield from check_days(placed)
    yield from check_listed([each.part for each in placed], record)
    yield from check_twice(placed, record)
    if wording:
        yield from check_closings(placed, wording)
        yield from check_numbers(placed, record, wording)


def _check_blocks(
    placed: Sequence[Placed],
    record: Json,
    sentences: tuple[Printed, ...],
    wording: Wording | None,
    expected: Mapping[int, tuple[str, ...]],
    before: Sequence[Told],
    settled: Settled,
) -> Iterator[Told]:
    facts = facts_of(record, wording)
    citations = {each["number"]: each for each in record["citations"]}
    numbering = Numbering(record, wording)
    titles = tuple({split_source(each) for each in all_titles(record, wording)})
    parts = [each.part for each in placed]
    own = [
        part.block for part in parts if not (part.row or part.source or part.note_of)
    ]
    missing = {
        kind: replace(
            facts,
            phrases=_missing(facts.phrases, own, kind),
            known=frozenset(facts.phrases),
        )
        for kind in ("heading", "text", "row")
    }
    kinds = printed_kinds((part.block, part.row) for part in parts if part.row)
    labels = wording.labels if wording else {}
    disputed = split_source(labels["disputed"]) if wording else None
    closings = [closing_of(each, wording) for each in sentences] if wording else None
    closing = dict(zip(sentences, closings, strict=True)) if closings else None
    lines = {line for line, _ in before}
    for place, each in enumerate(placed):
        part, block = each.part, each.block
        if place in settled.places:
            yield from numbering.check(block, ()) if place in settled.exact else ()
        elif place in expected:
            yield from check_exactly(part, expected[place])
        elif part.row:
            yield from check_row(block, part.row, kinds)
        elif part.source or part.note_of:
            yield from _check_listed(part, citations)
        elif block.kind != "row":
            told = [
                *numbering.check(block, each.pieces),
                *check_pieces(each.pieces, sentences, disputed, closing),
            ]
            yield from told or _check_plain(each, missing[block.kind])
        elif block.line not in lines:
            yield from _check_other_row(block, missing["row"], titles)


def _check_listed(part: Part, citations: dict[int, Json]) -> Iterator[Told]:
    """Check the line of a source, or the note of a citation, set as a style likes."""
    if part.source:
        yield from check_source(part.block, part.source)
    elif part.note_of:
        yield from check_note(part.block, part.note_of, citations, part.citations)


def _check_plain(each: Placed, facts: Facts) -> Iterator[Told]:
    """Check a heading, or a block that quotes nothing."""
    if not any(piece.sentence or piece.marks for piece in each.pieces):
        heading = each.block.kind == "heading"
        yield from check_furniture(each.block.words, facts, heading=heading)


def _missing(
    phrases: tuple[tuple[str, ...], ...], blocks: Sequence[Block], kind: str
) -> tuple[tuple[str, ...], ...]:
    """Give the texts of the record that stand in no block of a kind.

    Only these can have been changed; what is like a text that stands elsewhere is an
    editor's own.
    """
    lines = (
        " ".join(word.text for word in block.words)
        for block in blocks
        if block.kind == kind
    )
    line = "\n".join(f" {each} " for each in lines)
    return tuple(phrase for phrase in phrases if f" {' '.join(phrase)} " not in line)


def _check_other_row(
    block: Block, facts: Facts, titles: tuple[tuple[str, ...], ...]
) -> Iterator[Told]:
    """Check the row of a table that is about no figure: its head, or a title."""
    texts = tuple(word.text for word in block.words)
    lost = [title for title in titles if title in facts.phrases]
    if any(word.mark for word in block.words):
        yield block.line, "this row cites a source and is none of the key figures"
    elif sum(map(bool, block.cells)) == 1 and texts not in titles and lost:
        was = " or ".join(repr(spell(title)) for title in sorted(lost))
        what = f"these figures have another title (was: {was}, is: {spell(texts)!r})"
        yield block.line, what
    else:
        yield from check_furniture(block.words, facts)


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
    marks = (word for block in manuscript.blocks for word in block.words if word.mark)
    for word in marks:
        if word.mark not in numbers:
            yield word.line, f"the mark {word.text} cites nothing"
        elif str(word.mark) not in defined:
            yield word.line, f"the mark {word.text} is defined nowhere"
