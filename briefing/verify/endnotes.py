"""Checks endnotes: what each backs, and the publisher, day and place of its sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.verify.lines import expected_lines
from briefing.verify.structure import sentence_citations
from briefing.verify.words import compared, spell, split_source, unquoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.wording import Wording

    Told = tuple[int, str]
    Phrase = tuple[str, ...]

Json = dict[str, Any]
_LAYOUT = "assessment"
"""The style whose template of sources sets endnotes."""
_OPENING = 5
"""Words and signs that a note repeats of what it backs."""


class Note(NamedTuple):
    """A line of the endnotes."""

    words: Phrase
    """Its words."""
    numbers: tuple[int, ...]
    """The citations that it is about."""


@dataclass(frozen=True, slots=True)
class Endnotes:
    """What is known of the endnotes of a manuscript."""

    places: frozenset[int] = field(default_factory=frozenset)
    """Places of their blocks."""
    told: tuple[Told, ...] = ()
    """What is wrong with them."""


def check_endnotes(blocks: Sequence[Block], record: Json, wording: Wording) -> Endnotes:
    """Check the endnotes, where the template that sets them is known.

    Args:
        blocks: The blocks of the manuscript.
        record: The issue's record.
        wording: The words of its style.
    """
    if wording.section("sources") != _LAYOUT:
        return Endnotes()
    wanted = list(expected_notes(record, wording))
    lines = {_split(line.text) for line in expected_lines(record, wording)}
    places = _places(blocks, wanted, lines)
    if not places or not wanted:
        return Endnotes()
    found = [compared(blocks[at].words) for at in places]
    printed = {
        word.mark
        for at, block in enumerate(blocks)
        if at not in places
        for word in block.words
    }
    told: list[Told] = []
    above = blocks[places[0]].line
    matcher = SequenceMatcher(
        a=[each.words for each in wanted], b=found, autojunk=False
    )
    for code, a, b, c, d in matcher.get_opcodes():
        if c:
            above = blocks[places[c - 1]].line
        if code != "equal":
            told += _differences(
                wanted[a:b], [blocks[at] for at in places[c:d]], above, printed
            )
    return Endnotes(frozenset(places), tuple(told))


def _places(
    blocks: Sequence[Block], wanted: Sequence[Note], lines: Container[Phrase]
) -> list[int]:
    """Give the places of the items under the heading that has most of the notes.

    Where their heading was taken out, lines of the section above are none of them.
    """
    known = {each.words for each in wanted}
    runs: list[list[int]] = [[]]
    for at, block in enumerate(blocks):
        if block.kind == "heading":
            runs.append([])
        elif (
            block.bullet
            and block.ordinal is None
            and compared(block.words) not in lines
        ):
            runs[-1].append(at)

    def notes(run: Sequence[int]) -> int:
        return sum(compared(blocks[at].words) in known for at in run)

    return max(runs, key=notes)


def _differences(
    wanted: Sequence[Note],
    blocks: Sequence[Block],
    above: int,
    printed: set[int | None],
) -> Iterator[Told]:
    """Tell apart what was changed, put in and taken out in one place."""
    for note, block in zip(wanted, blocks, strict=False):
        was_is = f"(was: {spell(note.words)!r}, is: {spell(compared(block.words))!r})"
        numbers = ", ".join(map(str, note.numbers))
        yield block.line, f"the endnote of citation {numbers} is changed {was_is}"
    for block in blocks[len(wanted) :]:
        now = spell(compared(block.words))
        what = "stands among the endnotes and is none of them; take it out"
        yield block.line, f"{now!r} {what}"
    for note in wanted[len(blocks) :]:
        # With the sentence that cites it, its note may go.
        if printed & set(note.numbers):
            numbers = ", ".join(map(str, note.numbers))
            what = f"the endnote {spell(note.words)!r} of citation {numbers} is gone"
            yield above, f"{what} below this line; put it back"


def expected_notes(record: Json, wording: Wording) -> Iterator[Note]:
    """Yield the lines of the endnotes in order."""
    labels = wording.labels
    citations = {each["number"]: each for each in record["citations"]}
    articles = {each["id"]: each for each in record["articles"]}
    for words, numbers in _notes(record, citations):
        yield Note(_split(words), tuple(numbers))
        for number in numbers:
            citation = citations[number]
            article = articles.get(citation["article"], {})
            publisher = article.get("publisher") or labels["no_publisher"]
            day = wording.day(article.get("published"), "short_date")
            told = f"{number} {publisher}, {day or labels['no_date']}"
            if place := citation.get("paragraph"):
                told += f", {labels['paragraph']} {place}"
            yield Note(_split(told), (number,))


def _split(text: str) -> Phrase:
    return unquoted(split_source(text))


def _notes(record: Json, citations: dict[int, Json]) -> list[tuple[str, list[int]]]:
    """Give what each endnote backs, and its citations, in order of the first."""
    noted: set[int] = set()
    notes = []
    for words, cited in _backed(record, citations):
        new = sorted({each for each in cited if each in citations} - noted)
        if new:
            noted.update(new)
            notes.append((words, new))
    return sorted(notes, key=lambda note: note[1][0])


def _backed(
    record: Json, citations: dict[int, Json]
) -> Iterator[tuple[str, list[int]]]:
    """Yield what is printed with its citations; sentences before figures."""
    for section in record["sections"]:
        for item in section["items"]:
            for sentence in item["sentences"]:
                quoted = citations.get(sentence["citation"])
                words = quoted["quote"] if quoted else sentence["text"]
                yield _opening(words), sentence_citations(sentence)
    figures = {each["id"]: each for each in record["figures"]}
    for section in record["sections"]:
        entries = section.get("entries", ()) if section["type"] == "figures" else ()
        for entry in entries:
            figure = figures[entry["figure"]]
            cited = [claim["citation"] for claim in figure["claims"]]
            yield figure.get("pin") or figure["label"], cited


def _opening(quote: str) -> str:
    """Give the words of a quote up to five words and signs, at least one."""
    words = quote.split()
    signs, end = 0, 0
    while end < len(words):
        signs += len(re.findall(r"\w+|[^\w\s]", words[end]))
        if end and signs > _OPENING:
            return f"{' '.join(words[:end])} …"
        end += 1
    return " ".join(words)
