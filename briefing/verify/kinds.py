"""Tells apart what the blocks of a manuscript are: figures, sources, notes, prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.verify.compare import most_like
from briefing.verify.manuscript import Block
from briefing.verify.sources import is_source
from briefing.verify.table import Row, expected_rows, row_of
from briefing.verify.words import compared

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from briefing.verify.printed import Printed

Json = dict[str, Any]
_SURE = 0.9
"""How sure it must be that an item without marks is a figure that has lost them."""
_PROSE = 0.6
"""Share of a sentence that makes an item of a list a sentence, and no figure."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block, with what it stands for."""

    block: Block
    """The block."""
    row: Row | None = None
    """The figure that it is about."""
    source: Json | None = None
    """The article whose line in the list of sources it is."""
    note_of: Json | None = None
    """The article of which it notes a citation."""
    citations: Sequence[int] = ()
    """For a note: the article's citations from there on."""


def tell_apart(
    blocks: Sequence[Block],
    record: Json,
    sentences: Sequence[Printed],
    layouts: Mapping[tuple[str, ...], Sequence[Row]] | None = None,
    endnotes: Container[int] = (),
    listed: Container[int] = (),
) -> Iterator[Part]:
    """Yield each block with what it stands for; prose stands for nothing else.

    Args:
        blocks: The blocks of the manuscript.
        record: The issue's record.
        sentences: The sentences that it prints.
        layouts: The rows by the words in which they are set, where those are known;
            only what is none of them is guessed at, among the rows that are left.
        endnotes: Places of blocks that are endnotes.
        listed: Places of blocks under the heading of sources, where no figures are.
    """
    exact = _exact(blocks, layouts or {})
    found = {row.figure["id"] for row in exact.values()}
    rows = [row for row in expected_rows(record) if row.figure["id"] not in found]
    article: Json | None = None
    citations: list[int] = []
    for at, block in enumerate(blocks):
        if at in endnotes:
            yield Part(block)
            continue
        source = None if at in exact else is_source(block, record["articles"])
        if source or block.kind == "heading":
            article = source
            citations = list(source.get("citations", ())) if source else []
            yield Part(block, source=source)
        elif article and block.words and block.words[0].text.isdecimal():
            yield Part(block, note_of=article, citations=citations)
            citations = citations[1:]
        else:
            row = None if at in listed else _figure(block, rows, sentences)
            yield Part(block, row=exact.get(at) or row)


def _exact(
    blocks: Sequence[Block], layouts: Mapping[tuple[str, ...], Sequence[Row]]
) -> dict[int, Row]:
    """Give the row that each block is word for word; of rows set alike each in turn."""
    met: Counter[tuple[str, ...]] = Counter()
    exact = {}
    for at, block in enumerate(blocks):
        words = compared(block.words)
        if same := layouts.get(words):
            exact[at] = same[met[words] % len(same)]
            met[words] += 1
    return exact


def _figure(
    block: Block, rows: Sequence[Row], sentences: Sequence[Printed]
) -> Row | None:
    """Give the figure that a row of a table, or an item of a list, is about."""
    marked = any(word.mark for word in block.words)
    if block.kind == "text" and not block.bullet:
        return None
    if block.kind == "row" and not marked and sum(map(bool, block.cells)) == 1:
        return None  # a title
    row, sure = row_of(block, rows)
    if row is None or block.kind == "row":
        return row
    if not marked and sure < _SURE:
        return None
    words = [word for word in block.words if word.mark is None]
    least = min(sure, _PROSE)
    likeness = most_like(words, sentences, least=least)
    return None if likeness and likeness.share >= least else row
