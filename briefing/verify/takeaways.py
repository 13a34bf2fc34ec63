"""Checks what leads the issue: each takeaway's topic, its place and its dispute."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.outline import Placed

    Told = tuple[int, str]

Json = dict[str, Any]


def check_takeaways(placed: Sequence[Placed], record: Json) -> Iterator[Told]:
    """Yield takeaways without their topic or dispute, or in another order."""
    entries = [
        entry
        for section in record["sections"]
        if section["type"] == "takeaways"
        for entry in section.get("entries", ())
    ]
    found = [
        (each, number)
        for each in placed
        if each.kind in ("takeaways", "")
        and each.block.ordinal is not None
        and each.whole
        and (number := _number(each, entries))
    ]
    yield from _check_leads(found, entries)
    last = 0
    for each, number in found:
        if number < last:
            what = f"this was takeaway {number}, and stands behind takeaway {last}"
            yield each.line, f"{what}; topics point to them by number: move it back"
        last = max(last, number)
        yield from _check_dispute(each, entries[number - 1])


def _number(each: Placed, entries: Sequence[Json]) -> int:
    """Give the number of a takeaway, from 1; 0 for none.

    One item may have several, of other sentences.
    """
    first = each.sentences[0]
    place = int(first.name.rpartition(" ")[2]) - 1
    fits = [
        number
        for number, entry in enumerate(entries, start=1)
        if entry.get("item") == first.item
    ]
    exact = [n for n in fits if place in entries[n - 1].get("sentences", ())]
    return next(iter([*exact, *fits]), 0)


def _check_leads(
    found: Sequence[tuple[Placed, int]], entries: Sequence[Json]
) -> Iterator[Told]:
    """Check each takeaway's topic, where the style prints topics."""
    titled = [(each, n) for each, n in found if entries[n - 1].get("title")]
    bare = [(each, n) for each, n in titled if not each.lead]
    for each, number in bare if len(bare) <= max(1, len(titled) // 2) else ():
        title = entries[number - 1]["title"]
        yield each.line, f"takeaway {number}: its topic is gone (was: {title!r})"
    for each, number in titled:
        lead = tuple(word for word in each.lead if word.isalnum() or word == "-")
        title = entries[number - 1]["title"]
        others = {split_source(entry.get("title") or "") for entry in entries}
        if lead in others and lead != split_source(title) and lead:
            now = " ".join(lead)
            what = f"takeaway {number} has another topic"
            yield each.line, f"{what} (was: {title!r}, is: {now!r}); put its own back"


def _check_dispute(each: Placed, entry: Json) -> Iterator[Told]:
    """Check that what disputes a takeaway stands in it, behind its label."""
    dispute, own = entry.get("dispute"), entry.get("item")
    if dispute and all(sentence.item != dispute for sentence in each.sentences):
        what = f"this takeaway is disputed, and the dispute '{dispute}' is gone"
        yield each.line, f"{what}; put it back, or take out both"
    for before, piece in pairwise([None, *each.pieces]):
        sentence = piece.sentence if piece else None
        if piece is None or sentence is None or sentence.item == own:
            continue
        above = before.sentence.item if before and before.sentence else ""
        if sentence.item != dispute:
            what = "is no part of this takeaway; move it back"
            yield piece.line, f"{sentence.name}: {what}"
        elif above == own:
            what = "the label that says that it disputes this is gone; put it back"
            yield piece.line, f"{sentence.name}: {what}"
