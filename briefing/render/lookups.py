"""From the ids and numbers in a record to what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.render.dates import Forms, set_day
from briefing.text.days import is_day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.render.record import Record


class Index(NamedTuple):
    """Everything in a record that is pointed to, by its id or number."""

    items: dict[str, Record]
    """Items by id."""
    figures: dict[str, Record]
    """Figures by id."""
    articles: dict[str, Record]
    """Articles by id."""
    citations: dict[int, Record]
    """Citations by number."""
    takeaways: dict[str, int]
    """Number of the takeaway, from 1, by the id of its item."""
    span: tuple[str, str]
    """First and last day of the issue, as ISO strings."""
    paragraphs: dict[str, int]
    """Running number of an item's paragraph, by its id."""
    illustrations: dict[str, list[Record]]
    """Pictures by the id of the item that they belong to."""


def index_of(record: Record) -> Index:
    """Index a record."""
    sections = record["sections"]
    entries = (
        (number, entry["item"])
        for section in sections
        if section["type"] == "takeaways"
        for number, entry in enumerate(section["entries"], start=1)
    )
    takeaways: dict[str, int] = {}
    for number, item in entries:
        takeaways.setdefault(item, number)
    illustrations: dict[str, list[Record]] = {}
    for one in record.get("illustrations", ()):
        illustrations.setdefault(one["item"], []).append(one)
    return Index(
        illustrations=illustrations,
        paragraphs=_number_paragraphs(sections),
        span=(record["issue"]["from"], record["issue"]["to"]),
        items={item["id"]: item for section in sections for item in section["items"]},
        figures={figure["id"]: figure for figure in record["figures"]},
        articles={article["id"]: article for article in record["articles"]},
        citations={each["number"]: each for each in record["citations"]},
        takeaways=takeaways,
    )


def _number_paragraphs(sections: Sequence[Record]) -> dict[str, int]:
    """Number the items that have a paragraph of their own, on from the takeaways."""
    taken = sum(len(s["entries"]) for s in sections if s["type"] == "takeaways")
    told = (
        item
        for section in sections
        for item in section["items"]
        if section["type"] != "topic" or untold_sentences(item)
    )
    return {item["id"]: number for number, item in enumerate(told, start=taken + 1)}


def pick_sentences(item: Record | None, chosen: Sequence[int]) -> list[Record]:
    """Give the chosen sentences of an item; all of them when none is chosen."""
    sentences: list[Record] = item["sentences"] if item else []
    if not chosen:
        return sentences
    return [sentences[at] for at in chosen if at < len(sentences)]


def sentences_of(part: Record | list[Record], index: Index) -> list[Record]:
    """Give the sentences that an entry, an item or a list of sentences stands for."""
    if not isinstance(part, dict):
        return list(part)
    if "item" in part:
        return pick_sentences(index.items.get(part["item"]), part["sentences"])
    if "text" in part and "citation" in part:
        return [part]
    sentences: list[Record] = part["sentences"]
    return sentences


def untold_sentences(item: Record) -> list[Record]:
    """Give the sentences of an item that are not printed under Takeaways."""
    return [
        sentence
        for at, sentence in enumerate(item["sentences"])
        if at not in item["in_takeaways"]
    ]


def takeaways_of(section: Record, index: Index) -> list[int]:
    """Give the numbers of the takeaways that are told by items of a section."""
    numbers = (index.takeaways.get(item["id"], 0) for item in section["items"])
    return sorted({number for number in numbers if number})


def contested_of(sections: Sequence[Record]) -> list[int]:
    """Give the numbers of the takeaways that a party disputes."""
    return [
        number
        for section in sections
        if section["type"] == "takeaways"
        for number, entry in enumerate(section["entries"], start=1)
        if entry["dispute"]
    ]


def parts_of(figure: Record, entries: Sequence[Record], index: Index) -> list[Record]:
    """Give the figures among `entries` that are parts of this one."""
    figures = (index.figures.get(entry["figure"]) for entry in entries)
    return [part for part in figures if part and part["part_of"] == figure["id"]]


def citations_of(sentence: Record) -> list[int]:
    """Give the numbers of all citations of one sentence."""
    numbers = [sentence["citation"], *sentence["also"]]
    return list(dict.fromkeys(number for number in numbers if number))


def run_in_of(item: Record, *, index: Index, dates: Forms) -> str:
    """Give the words that open an item: a side's label, or an older article's day."""
    label: str = item["label"] or ""
    published = index.articles.get(item["article"], {}).get("published")
    return set_day(published, "date", dates) if is_day_of(label, published) else label


def ours_in(sentence: Record) -> set[int]:
    """Say which of a sentence's opening square brackets are ours, counted from 0.

    They come from its edits, in order; a source's own may stand between them.
    """
    text, at = sentence["text"], 0
    ours: set[int] = set()
    for edit in sorted(sentence.get("edits") or (), key=lambda each: each["start"]):
        put_in = " ".join(edit["text"].split())
        found = text.find(put_in, at) if put_in else -1
        if found >= 0:
            before = text.count("[", 0, found)
            ours.update(range(before, before + put_in.count("[")))
            at = found + len(put_in)
    return ours
