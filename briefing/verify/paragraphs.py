"""Checks what a style prints around the items of a topic: numbers, and words behind.

That a story goes on, or that one origin is behind four articles, stands in brackets
behind an item; a situation report numbers its paragraphs through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.verify.printed import closing_of
from briefing.verify.words import spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.outline import Placed
    from briefing.verify.printed import Printed
    from briefing.verify.wording import Wording

    Told = tuple[int, str]

Json = dict[str, Any]
_NUMBERED = "sitrep"
"""The style whose templates number paragraphs."""


class _End(NamedTuple):
    """Where an item ends."""

    line: int
    sentence: Printed
    closing: tuple[str, ...]


def check_closings(placed: Sequence[Placed], wording: Wording) -> Iterator[Told]:
    """Yield items of topics behind which the words in brackets are gone.

    A desk's own template may print none; there most items must have them.
    """
    gone = []
    kept = 0
    for end in _ends(placed).values():
        if wanted := closing_of(end.sentence, wording):
            kept += end.closing == wanted
            if not end.closing:
                gone.append((end, wanted))
    for end, wanted in gone if wording.section("topic") or len(gone) <= kept else ():
        what = f"what stands behind it is gone (was: {spell(wanted)!r}); put it back"
        yield end.line, f"{end.sentence.name}: {what}"


def _ends(placed: Sequence[Placed]) -> dict[str, _End]:
    """Give the end of each item under its topic."""
    ends = {}
    for each in placed:
        for at, piece in enumerate(each.pieces if each.kind == "topic" else ()):
            if piece.sentence is None:
                continue
            after = each.pieces[at + 1] if at + 1 < len(each.pieces) else None
            closes = after and not (after.sentence or after.marks)
            words = tuple(word.text for word in after.words) if after and closes else ()
            line = (piece.marks or piece.words)[-1].line
            ends[piece.sentence.item] = _End(line, piece.sentence, words)
    return ends


def check_numbers(
    placed: Sequence[Placed], record: Json, wording: Wording
) -> Iterator[Told]:
    """Yield paragraphs that have another number, or none, where they have numbers.

    Behind a paragraph that was taken out, others may be numbered on.
    """
    numbers = _numbers(record)
    before = 0
    met: set[str] = set()
    for each in placed:
        if not each.sentences or wording.section(each.kind) != _NUMBERED:
            continue
        first = each.sentences[0]
        wanted, now = numbers.get(first.item), each.block.ordinal
        if wanted is not None and first.item not in met and now != wanted:
            if now is None:
                what = f"its number is gone (was: {wanted}); put it back"
                yield each.line, f"{first.name}: {what}"
            elif now != before + 1:
                was_is = f"(was: {wanted}, is: {now})"
                yield each.line, f"{first.name}: this has another number {was_is}"
        joined = {s.item: s for s in each.sentences if s.item not in {first.item, *met}}
        for sentence in joined.values():
            if sentence.item in numbers:
                what = f"its number is gone (was: {numbers[sentence.item]})"
                yield each.line, f"{sentence.name}: {what}; put it back"
        met |= {first.item, *joined}
        before = before if now is None else now


def _numbers(record: Json) -> dict[str, int]:
    """Number the items that have a paragraph of their own, on from the takeaways."""
    taken = sum(
        len(section.get("entries", ()))
        for section in record["sections"]
        if section["type"] == "takeaways"
    )
    told = (
        item["id"]
        for section in record["sections"]
        for item in section["items"]
        if section["type"] != "topic"
        or len(item.get("in_takeaways") or ()) < len(item["sentences"])
    )
    return {item: number for number, item in enumerate(told, start=taken + 1)}
