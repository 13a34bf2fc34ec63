"""What a style prints beside sentences: its labels, filled in from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.verify.groups import all_titles
from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.wording import Wording

Json = dict[str, Any]
Phrase = tuple[str, ...]

_MOST_UNREAD = 12
"""Articles that are listed as read and not quoted; of more, only that there are."""


def style_phrases(record: Json, wording: Wording) -> Iterator[str]:
    """Yield the texts that the shipped templates print between sentences."""
    labels, tally = wording.labels, record.get("tally", {})
    yield from (labels["hint"], labels["method"], labels["problems"])
    yield from (labels["nothing"], " ".join(labels["columns"].values()))
    yield f"{labels['made_with']}".format(
        version=record.get("version", ""), style=wording.title
    )
    yield from _facts(record["issue"], tally, wording)
    yield from all_titles(record, wording)
    for section in record["sections"]:
        yield from pointers_of(section, record, wording)
    if "read" in tally:
        read = wording.count(tally["read"], "articles")
        yield labels["read"].format(
            articles=read, news=tally["news"], background=tally["background"]
        )
    if tally.get("undated"):
        undated = wording.count(tally["undated"], "articles")
        yield labels["undated"].format(articles=undated)
    if tally.get("inferred"):
        inferred = wording.count(tally["inferred"], "articles")
        yield labels["inferred"].format(articles=inferred)
    if compared := record.get("compared"):
        yield labels["compared"].format(
            file=compared["file"], sha256=compared["sha256"]
        )
    if unread := unread_of(record, wording):
        yield unread


def pointers_of(section: Json, record: Json, wording: Wording) -> Iterator[str]:
    """Yield the line that points from a topic to its takeaways, if it has any."""
    numbers: dict[str, int] = {}
    for each in record["sections"]:
        if each["type"] == "takeaways":
            for number, entry in enumerate(each.get("entries", []), start=1):
                numbers.setdefault(entry.get("item") or "", number)
    found = {numbers[each["id"]] for each in section["items"] if each["id"] in numbers}
    if found:
        label = wording.labels["main_point" if len(found) == 1 else "main_points"]
        yield label.format(numbers=", ".join(map(str, sorted(found))))


def _facts(issue: Json, tally: Json, wording: Wording) -> Iterator[str]:
    """Yield the parts of the line under the title, and the cut-off."""
    labels = wording.labels
    yield f"{labels['period']} {wording.period(issue['from'], issue['to'])}"
    yield f"{labels['read_to']} {wording.day(issue['cut_off'], 'day')}"
    yield labels["cut_off"].format(moment=wording.day(issue["cut_off"], "moment"))
    if issue.get("next"):
        yield f"{labels['next']} {wording.day(issue['next'], 'day')}"
    if issue["number"] is None:
        yield f"{labels['issued']} {wording.day(issue['as_of'], 'date')}"
    else:
        yield f"{labels['number']} {issue['number']}"
    if "read" in tally:
        yield read_of(tally, wording)


def read_of(tally: Json, wording: Wording) -> str:
    """Give how many articles the issue is from: "From 3 of 5 articles"."""
    labels = wording.labels
    read = wording.count(tally["read"], "articles")
    told = labels["from_some"].format(news=tally["news"], read=read)
    if tally.get("background"):
        more = labels["as_background"].format(background=tally["background"])
        told = f"{told}, {more}"
    return f"{labels['from']} {told}"


def unread_of(record: Json, wording: Wording) -> str:
    """Give the line of the articles that were read and are not quoted; '' for none."""
    articles = [each for each in record["articles"] if not each.get("citations")]
    labels = wording.labels
    told = "; ".join(
        f"{each.get('publisher') or each.get('headline') or each['path']}, "
        f"{wording.day(each.get('published'), 'date') or labels['no_date']}"
        for each in articles[:_MOST_UNREAD]
    )
    end = " …" if len(articles) > _MOST_UNREAD else "."
    return f"{labels['not_quoted']}. {told}{end}" if articles else ""


def check_titles(
    blocks: Sequence[Block], record: Json, wording: Wording
) -> Iterator[tuple[int, str]]:
    """Yield titles that say what stands below, where another stands in their place.

    An editor may word a heading anew, but not those that say of what follows that it
    is old, or that it is missing.
    """
    items = [
        item
        for section in record["sections"]
        if section["type"] == "background"
        for item in section["items"]
    ]
    news = {
        each["text"]
        for section in record["sections"]
        if section["type"] != "background"
        for item in section["items"]
        for each in item["sentences"]
    }
    old = [each["text"] for item in items for each in item["sentences"]]
    below = {
        "background": [text for text in old if text not in news],
        "gaps": [gap["what"] for gap in record.get("gaps", [])],
    }
    for name, texts in below.items():
        title = split_source(wording.labels[name])
        lines = {" ".join(split_source(text)) for text in texts}
        yield from _check_title(blocks, title, lines)


def _check_title(
    blocks: Sequence[Block], title: Phrase, lines: set[str]
) -> Iterator[tuple[int, str]]:
    last: Block | None = None
    for block in blocks:
        words = tuple(word.text for word in block.words)
        if block.kind == "heading":
            if words == title:
                return
            last = block
        elif last and any(line in " ".join(words) for line in lines):
            now = " ".join(word.text for word in last.words)
            what = f"(was: {' '.join(title)!r}, is: {now!r})"
            yield last.line, f"what stands below has another title {what}"
            return
