"""Under which section of the issue each block of a manuscript stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.verify.kinds import Part
from briefing.verify.prose import Piece
from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.printed import Printed
    from briefing.verify.wording import Wording

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, what it stands for, and the section that it stands in."""

    part: Part
    """The block, with what it stands for."""
    pieces: tuple[Piece, ...]
    """Its sentences, and what stands between them."""
    section: Json | None = None
    """The section; None under a heading of the editor's own, and before the first."""

    @property
    def block(self) -> Block:
        """The block."""
        return self.part.block

    @property
    def line(self) -> int:
        """Line on which it begins."""
        return self.part.block.line

    @property
    def kind(self) -> str:
        """The type of its section; '' where that is not known."""
        return str(self.section["type"]) if self.section else ""

    @property
    def sentences(self) -> tuple[Printed, ...]:
        """The printed sentences in it, in order."""
        return tuple(each.sentence for each in self.pieces if each.sentence)

    @property
    def whole(self) -> bool:
        """Whether all that is cited in it are printed sentences, unchanged."""
        return bool(self.sentences) and all(
            piece.sentence or not piece.marks for piece in self.pieces
        )

    @property
    def lead(self) -> tuple[str, ...]:
        """The words before its first sentence; () where there are none."""
        first = self.pieces[0] if self.pieces else None
        if first is None or first.sentence or first.marks:
            return ()
        return tuple(word.text for word in first.words)


def place_blocks(
    parts: Sequence[Part],
    pieces: Sequence[tuple[Piece, ...]],
    record: Json,
    wording: Wording | None,
) -> Iterator[Placed]:
    """Yield each block with its section, told by the headings of the issue."""
    headings = _headings(record, wording)
    section: Json | None = None
    for part, its in zip(parts, pieces, strict=True):
        if part.block.kind == "heading":
            section = headings.get(tuple(word.text for word in part.block.words))
        listed = section is not None and section["type"] == "sources"
        note = listed and not any(piece.marks for piece in its)
        beside = part.row or part.source or part.note_of or note
        yield Placed(part, () if beside else its, section)


def listed_places(
    blocks: Sequence[Block], record: Json, wording: Wording | None
) -> frozenset[int]:
    """Give the places of the blocks under the heading of the sources."""
    headings = _headings(record, wording)
    places = set()
    listed = False
    for at, block in enumerate(blocks):
        if block.kind == "heading":
            words = tuple(word.text for word in block.words)
            if words in headings:
                section = headings[words]
                listed = section is not None and section["type"] == "sources"
        elif listed:
            places.add(at)
    return frozenset(places)


def _headings(
    record: Json, wording: Wording | None
) -> Mapping[tuple[str, ...], Json | None]:
    """Give the section that a heading opens; None for one that two may have."""
    found: dict[tuple[str, ...], Json | None] = {}
    for section in record["sections"]:
        title = section["title"]
        if section["type"] != "topic":
            title = wording.labels.get(section["type"], title) if wording else title
        words = split_source(title)
        found[words] = None if words in found else section
    return found
