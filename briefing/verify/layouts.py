"""The exact words that the shipped templates print for figures, sources and notes.

A desk may have templates of its own. So the words are expected only where at least
half of an issue's rows, sources or notes are set so; what differs was changed.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from briefing.verify.groups import groups_of, setting_of, was_of
from briefing.verify.kinds import Part
from briefing.verify.manuscript import Block
from briefing.verify.table import expected_rows, untold
from briefing.verify.words import (
    address_words,
    compared,
    spell,
    split_source,
    unquoted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.verify.table import Row
    from briefing.verify.wording import Wording

Json = dict[str, Any]

if TYPE_CHECKING:
    Layout = Callable[[Part, Json, Wording], str | None]

_ALIKE = 0.8
_OPENING = 5
"""Words of a quote that its note repeats."""


def _marks(numbers: Iterable[int]) -> str:
    return " ".join(f"\0{number}\0" for number in dict.fromkeys(numbers))


def _table_row(part: Part, record: Json, wording: Wording) -> str | None:
    """Set a figure as the table of the base style does."""
    row, labels = part.row, wording.labels
    if row is None:
        return None
    figure, first = row.figure, row.figure["claims"][0]
    group = groups_of(record, wording).get(figure["id"])
    label = figure.get("pin") or figure["label"]
    out = f"{first['text']} {was_of(figure, wording)} {label}"
    for each in row.parts:
        out += _whole_part(each, wording, row)
        if more := untold(each):
            out += f" ({labels['more_given'].format(count=more)})"
    out += _given_too(row, wording)
    out += f" {setting_of(figure, record['issue'], wording, group)}"
    out += f" {_sayers(row, wording)}"
    if first.get("as_of"):
        out += f", {wording.day(first['as_of'], 'short_date')}"
    out += f" {labels['status'][figure['status']]} {_attested(row, wording)}"
    return f"{out} {_marks(row.cited(figure))}"


def _strip_item(part: Part, record: Json, wording: Wording) -> str | None:
    """Set a figure as the strip of the note does."""
    return _strip(part, record, wording, dated=False)


def _dated_item(part: Part, record: Json, wording: Wording) -> str | None:
    """Set a figure as the row of the situation report does."""
    return _strip(part, record, wording, dated=True)


def _strip(part: Part, record: Json, wording: Wording, *, dated: bool) -> str | None:
    row, labels = part.row, wording.labels
    if row is None:
        return None
    figure = row.figure
    out = f"{figure['claims'][0]['text']} {figure.get('pin') or figure['label']}"
    out += "".join(_whole_part(each, wording, row) for each in row.parts)
    told = (
        setting_of(figure, record["issue"], wording, None),
        was_of(figure, wording),
    )
    out += "".join(f"; {each}" for each in told if each)
    out += f" {labels['status'][figure['status']]} {_sayers(row, wording)}"
    if dated and (as_of := figure["claims"][0].get("as_of")):
        out += f", {wording.day(as_of, 'short_date')}"
    attested = _attested(row, wording)
    between = "; " if attested else " "
    out += f"{_given_too(row, wording)}{between}{attested}"
    return f"{out} {_marks(row.cited(figure))}"


def _given_too(row: Row, wording: Wording) -> str:
    """Give the other numbers of a figure, each with who gives it."""
    labels, out = wording.labels, ""
    for claim in row.others(row.figure):
        names = "; ".join(row.sayers_of(claim))
        who = f"{labels['by']} {names}" if names else labels["nobody"]
        cited = _marks([claim["citation"]])
        out += f"; {labels['also_given']} {claim['text']} {who} {cited}"
    if more := untold(row.figure):
        out += f"; {labels['more_given'].format(count=more)}"
    return out


def _attested(row: Row, wording: Wording) -> str:
    figure, told = row.figure, []
    if figure.get("articles", 1) > 1:
        articles = wording.count(figure["articles"], "articles")
        told.append(f"{articles}, {wording.count(figure['origins'], 'origins')}")
    return "; ".join([*told, *row.doubts])


def _part(figure: Json, wording: Wording, row: Row) -> str:
    told = figure.get("event") or figure["label"]
    cited = _marks(row.cited(figure))
    amount = figure["claims"][0]["text"]
    return f", {wording.labels['of_which']} {amount} {told} {cited}"


def _whole_part(figure: Json, wording: Wording, row: Row) -> str:
    """Give a part of a figure, with the other numbers that are given for it."""
    out, also = _part(figure, wording, row), wording.labels["also_given"]
    for claim in row.others(figure):
        out += f" ({also} {claim['text']} {_marks([claim['citation']])})"
    return out


def _sayers(row: Row, wording: Wording) -> str:
    return "; ".join(row.sayers) or str(wording.labels["nobody"])


def _brief_source(part: Part, record: Json, wording: Wording) -> str | None:
    return _source(part, record, wording, credits_=False)


def _full_source(part: Part, record: Json, wording: Wording) -> str | None:
    return _source(part, record, wording, credits_=True)


def _source(part: Part, _: Json, wording: Wording, *, credits_: bool) -> str | None:
    article, labels = part.source, wording.labels
    if article is None:
        return None
    out = f"{article.get('publisher') or labels['no_publisher']}, "
    out += article.get("headline") or labels["no_headline"]
    out += f", {wording.day(article.get('published'), 'date') or labels['no_date']}"
    if kind := labels["kinds"].get(article.get("kind")):
        out += f"; {kind}"
    if credits_ and article.get("credits"):
        out += f"; {labels['credits']} {', '.join(article['credits'])}"
    if article.get("use") == "background":
        out += f"; {labels['background_only']}"
    if article.get("late"):
        out += f"; {labels['late']}"
    return f"{out}. {' '.join(address_words(article.get('url')))}"


def _full_note(part: Part, record: Json, wording: Wording) -> str | None:
    citation = _citation(part, record)
    if citation is None:
        return None
    words = citation["quote"].split()
    cut = " …" if len(words) > _OPENING else ""
    place = f"{wording.labels['paragraph']} {citation.get('paragraph')}"
    place = place if citation.get("paragraph") else ""
    return f"{citation['number']} {place} {' '.join(words[:_OPENING])}{cut}"


def _brief_note(part: Part, record: Json, wording: Wording) -> str | None:
    citation = _citation(part, record)
    if citation is None:
        return None
    place = f"{wording.labels['paragraph']} {citation.get('paragraph')}"
    return f"{citation['number']} {place}"


def _citation(part: Part, record: Json) -> Json | None:
    number = part.citations[0] if part.note_of and part.citations else 0
    at = number - 1
    known: list[Json] = record["citations"]
    return known[at] if 0 <= at < len(known) else None


_LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "row": (_table_row, _strip_item, _dated_item),
    "source": (_full_source, _brief_source),
    "note": (_full_note, _brief_note),
}


def kind_of(part: Part) -> str | None:
    """Give what a block is, of the kinds that are set by a layout."""
    if part.row:
        return "row"
    if part.source:
        return "source"
    return "note" if part.note_of else None


def expected_words(
    parts: Sequence[Part], record: Json, wording: Wording
) -> dict[int, tuple[str, ...]]:
    """Give the words that a block must have, by the place of its part."""
    expected: dict[int, tuple[str, ...]] = {}
    for kind, layouts in _LAYOUTS.items():
        places = [at for at, part in enumerate(parts) if kind_of(part) == kind]
        told = [_set(parts, places, each, record, wording) for each in layouts]
        best = max(told, key=lambda words: _agreement(parts, words))
        same, alike = _agreement(parts, best)
        if 2 * same >= len(places) or (len(places) == 1 and alike >= _ALIKE):
            expected |= best
    return expected


def _set(
    parts: Sequence[Part],
    places: Sequence[int],
    layout: Layout,
    record: Json,
    wording: Wording,
) -> dict[int, tuple[str, ...]]:
    texts = {at: layout(parts[at], record, wording) for at in places}
    return {at: _split(text) for at, text in texts.items() if text is not None}


def _agreement(
    parts: Sequence[Part], told: dict[int, tuple[str, ...]]
) -> tuple[int, float]:
    """Give how many blocks are set exactly so, and how like it the others are."""
    same, alike = 0, 0.0
    for at, wanted in told.items():
        found = compared(parts[at].block.words)
        if found == wanted:
            same += 1
        else:
            alike += SequenceMatcher(a=wanted, b=found, autojunk=False).ratio()
    return same, alike


def _split(text: str) -> tuple[str, ...]:
    """Give the words of a text in which marks stand between NUL signs."""
    words: list[str] = []
    for place, run in enumerate(text.split("\0")):
        words += [f"[{run}]"] if place % 2 else split_source(run)
    return unquoted(words)


def rows_by_words(
    record: Json, wording: Wording | None
) -> dict[tuple[str, ...], list[Row]]:
    """Give the rows of the key figures by the words in which a layout sets them."""
    found: dict[tuple[str, ...], list[Row]] = {}
    if wording is None:
        return found
    for row in expected_rows(record):
        part = Part(Block("row", 0, ()), row=row)
        texts = [layout(part, record, wording) for layout in _LAYOUTS["row"]]
        for words in {_split(text) for text in texts if text}:
            found.setdefault(words, []).append(row)
    return found


def check_exactly(part: Part, expected: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield what a block has otherwise than its layout."""
    words = [word for word in part.block.words if unquoted([word.text])]
    if part.source and part.block.ordinal != part.source.get("number"):
        number = part.source.get("number")
        what = f"(was: {number}, is: {part.block.ordinal})"
        yield part.block.line, f"source {number} has another number {what}"
    found = [word.text for word in words]
    matcher = SequenceMatcher(a=expected, b=found, autojunk=False)
    for code, a, b, c, d in matcher.get_opcodes():
        if code == "equal":
            continue
        at = min(c if d > c else max(c - 1, 0), len(words) - 1)
        line = words[at].line if words else part.block.line
        was_is = f"(was: {spell(expected[a:b])!r}, is: {spell(found[c:d])!r})"
        yield line, f"{_name(part)} is changed {was_is}"


def _name(part: Part) -> str:
    if part.row:
        return f"figure {part.row.figure['id']}"
    if part.source:
        return f"source {part.source.get('number')}"
    number = part.citations[0] if part.citations else "?"
    return f"the note of citation {number}"
