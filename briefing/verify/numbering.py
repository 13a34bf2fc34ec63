"""Checks the numbers of the takeaways, and where topics point to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.prose import Piece
    from briefing.verify.wording import Wording

Json = dict[str, Any]

_POINTER = r"Main points? : takeaways? (\d+(?: , \d+)*) \."
"""How a style whose words are not known may point from a topic to its takeaways."""


class Numbering:
    """Where a reading of the manuscript is: its topic, and the number before.

    A class because both carry over from block to block.
    """

    def __init__(self, record: Json, wording: Wording | None = None) -> None:
        self.pointer = _pointer(wording)
        entries = [
            entry
            for section in record["sections"]
            if section["type"] == "takeaways"
            for entry in section.get("entries", [])
        ]
        self.numbers: dict[str, set[int]] = {}
        for number, entry in enumerate(entries, start=1):
            self.numbers.setdefault(entry.get("item") or "", set()).add(number)
        self.topics: dict[tuple[str, ...], list[int]] = {
            split_source(section["title"]): sorted(
                number
                for item in section["items"]
                for number in self.numbers.get(item["id"], ())
            )
            for section in record["sections"]
        }
        self.topic: list[int] | None = None
        self.before = 0

    def check(self, block: Block, pieces: Sequence[Piece]) -> Iterator[tuple[int, str]]:
        """Yield what is wrong with the numbers of one block."""
        texts = tuple(word.text for word in block.words)
        if block.kind == "heading":
            self.topic, self.before = self.topics.get(texts), 0
            return
        pointer = self.pointer.fullmatch(" ".join(texts))
        if pointer and self.topic is not None:
            found = [int(number) for number in re.findall(r"\d+", pointer.group())]
            if found != self.topic:
                what = f"(was: {self.topic}, is: {found})"
                yield block.line, f"this points to other takeaways {what}"
        if block.ordinal is None or self.topic:
            return  # under a topic it is the number of a paragraph
        known = {
            number
            for piece in pieces
            if piece.sentence
            for number in self.numbers.get(piece.sentence.item, ())
        }
        if known and block.ordinal not in known | {self.before + 1}:
            was = min(known)
            what = f"this takeaway has another number (was: {was}, is: {block.ordinal})"
            yield block.line, what
        self.before = block.ordinal


def _pointer(wording: Wording | None) -> re.Pattern[str]:
    """Give what a line that points to takeaways looks like in a style."""
    forms = [_POINTER]
    if wording:
        for name in ("main_point", "main_points"):
            before, _, after = str(wording.labels[name]).partition("{numbers}")
            ends = (re.escape(" ".join(split_source(each))) for each in (before, after))
            forms.append(r" ?\d+(?: , \d+)* ?".join(ends))
    return re.compile("|".join(forms))
