"""Notes what was taken out of a section, or stands twice in it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from briefing.verify.chain import MANUSCRIPT
from briefing.verify.printed import day_of, without_stops
from briefing.verify.structure import items_of
from briefing.verify.table import expected_rows
from briefing.verify.words import compared, split_source, unquoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.outline import Placed
    from briefing.verify.wording import Wording

    Told = tuple[int, str]

Json = dict[str, Any]


def note_missing(
    placed: Sequence[Placed], record: Json, wording: Wording, gone: Collection[str]
) -> Iterator[Told]:
    """Yield sentences that were taken out of one section and stand in another.

    Args:
        placed: The blocks.
        record: The issue's record.
        wording: The words of its style.
        gone: Names of the sentences that stand nowhere.
    """
    found: dict[str, set[str]] = {}
    for each in placed:
        if each.section:
            names = {sentence.name for sentence in each.sentences}
            found.setdefault(each.section["id"], set()).update(names)
    homeless = {
        sentence.name
        for each in placed
        if not each.section
        for sentence in each.sentences
    }
    for section in record["sections"]:
        if wording.section(section["type"]):
            here = found.get(section["id"], set())
            wanted = dict.fromkeys(_names(section, record))
            away = [name for name in wanted if name not in here]
            if here or not homeless & set(wanted):
                yield from (
                    (1, f"{name}, was taken out of {section['title']!r}")
                    for name in away
                    if name not in gone
                )


def _names(section: Json, record: Json) -> Iterator[str]:
    """Yield the names of the sentences that stand in a section."""
    items = {item["id"]: item for _, item in items_of(record)}
    for item in section["items"]:
        told = item.get("in_takeaways") or ()
        for place in range(len(item["sentences"])):
            if section["type"] != "topic" or place not in told:
                yield _name(item, place)
    for entry in section.get("entries", ()):
        for key, chosen in (("item", "sentences"), ("dispute", "dispute_sentences")):
            item = items.get(entry.get(key) or "")
            if item:
                places = entry.get(chosen) or range(len(item["sentences"]))
                yield from (_name(item, place) for place in places)


def _name(item: Json, place: int) -> str:
    return f"'{item['id']}', sentence {place + 1}"


def note_moved(
    placed: Sequence[Placed], record: Json, wording: Wording
) -> Iterator[Told]:
    """Yield figures, and days of the timeline, that stand in another order."""
    rows = {row.figure["id"]: at for at, row in enumerate(expected_rows(record))}
    found = [
        (each.line, each.part.row.figure["id"]) for each in placed if each.part.row
    ]
    for (_, one), (line, two) in pairwise(found):
        if rows[two] < rows[one]:
            yield line, f"figure {two} was moved behind figure {one}"
    days = [
        day_of(entry, record["issue"], wording)
        for section in record["sections"]
        if section["type"] == "timeline" and wording.section("timeline")
        for entry in section.get("entries", ())
    ]
    order = {day: at for at, day in reversed(list(enumerate(days)))}
    stands = [
        (each.line, without_stops(each.lead))
        for each in placed
        if each.kind == "timeline" and without_stops(each.lead) in order
    ]
    for (_, above), (line, below) in pairwise(stands):
        if order[below] < order[above]:
            what = f"the day {' '.join(below)!r} was moved behind {' '.join(above)!r}"
            yield line, what


def check_twice(placed: Sequence[Placed], record: Json) -> Iterator[Told]:
    """Yield quotes that stand twice in one section."""
    texts = (each["text"] for _, item in items_of(record) for each in item["sentences"])
    known = Counter(split_source(text) for text in texts)
    first: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for each in placed:
        if not each.section or not each.sentences:
            continue
        words = tuple(word.text for word in each.block.words)
        lines = first.setdefault((each.section["id"], words), [])
        lines.append(each.line)
        if len(lines) > known[each.sentences[0].words]:
            what = f"this stands here again, first on line {lines[0]}"
            yield each.line, f"{what}; take one of the two out"
    listed: dict[str, int] = {}
    for each in placed:
        if each.part.source:
            source = each.part.source
            line = listed.setdefault(source["id"], each.line)
            if line != each.line:
                what = f"is listed again, first on line {line}; take one of the two out"
                yield each.line, f"source {source.get('number')} {what}"


def check_frame(
    blocks: Sequence[Block], record: Json, wording: Wording
) -> Iterator[Told]:
    """Yield the title of the issue, where it is another."""
    if not wording.layout(MANUSCRIPT):
        return
    title = _words(record["edition"]["title"])
    heads = [block for block in blocks if block.kind == "heading"]
    others = {_words(text) for text in _headings(record, wording)}
    if heads and title and all(compared(each.words) != title for each in heads):
        now = compared(heads[0].words)
        if now not in others:
            was_is = f"(was: {' '.join(title)!r}, is: {' '.join(now)!r})"
            yield heads[0].line, f"this is not the title of the edition {was_is}"


def note_frame(
    blocks: Sequence[Block], record: Json, wording: Wording
) -> Iterator[Told]:
    """Yield headings, and the head of the table, that were taken out.

    An editor may word a heading anew; so one is missed only where none is strange.
    """
    if not wording.layout(MANUSCRIPT):
        return
    title = record["edition"]["title"]
    wanted = {_words(text): text for text in (title, *_headings(record, wording))}
    heads = {compared(each.words) for each in blocks if each.kind == "heading"}
    others = {_words(text) for text in _known_headings(record, wording)}
    if not heads - wanted.keys() - others:
        for words in [each for each in wanted if each and each not in heads]:
            yield 1, f"the heading {wanted[words]!r} was taken out"
    columns = _words(" ".join(wording.labels["columns"].values()))
    rows = [compared(block.words) for block in blocks if block.kind == "row"]
    if rows and wording.section("figures") == "base" and columns not in rows:
        yield 1, "the head of the table of figures was taken out, or is another"


def _known_headings(record: Json, wording: Wording) -> Iterator[str]:
    """Yield the headings that are no editor's own, printed or not."""
    for section in record["sections"]:
        yield section["title"]
        yield wording.labels.get(section["type"], "")
    for name in ("gaps", "articles"):
        yield wording.labels.get(name, "")


def _headings(record: Json, wording: Wording) -> Iterator[str]:
    labels = wording.labels
    for section in record["sections"]:
        items = [
            each
            for each in section["items"]
            if len(each.get("in_takeaways") or ()) < len(each["sentences"])
        ]
        printed = section.get("empty") or section.get("entries") or items
        kind = section["type"]
        cited = kind == "sources" and record["articles"]
        if printed or cited or kind == "colophon":
            yield section["title"] if kind == "topic" else labels[kind]


def _words(text: str) -> tuple[str, ...]:
    return unquoted(split_source(text))
