"""Checks that each key figure stands once, under its title, and that none was added."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing.verify.groups import groups_of
from briefing.verify.table import expected_rows
from briefing.verify.words import spell, split_source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefing.verify.kinds import Part
    from briefing.verify.wording import Wording

    Told = tuple[int, str]
    Phrase = tuple[str, ...]

Json = dict[str, Any]
_NEXT = 2
"""Lines from one row of a table to the next, a line of alignment between."""


def check_grouped(
    parts: Sequence[Part],
    record: Json,
    wording: Wording | None,
    exact: Collection[int],
) -> Iterator[Told]:
    """Yield rows that are missing, double, invented or under another title.

    Args:
        parts: The blocks, each with what it stands for.
        record: The issue's record.
        wording: The words of its style, if known.
        exact: Places of the blocks whose layout is known.
    """
    tables = _tables(parts)
    yield from _check_twice(parts)
    yield from _check_invented(parts, tables)
    known = any(at in exact and parts[at].row for at in range(len(parts)))
    groups = groups_of(record, wording) if wording else {}
    titles = {name: split_source(group.title) for name, group in groups.items()}
    yield from _check_missing(parts, record, titles.values(), known=known)
    if known:
        for table in tables:
            yield from _check_titles([parts[at] for at in table], titles)


def _name(figure: Json) -> str:
    label = figure.get("pin") or figure["label"]
    return f"figure {figure['id']} ({figure['claims'][0]['text']!r}, {label})"


def _tables(parts: Sequence[Part]) -> list[list[int]]:
    """Give the places of the rows of each table that has a key figure."""
    tables: list[list[int]] = []
    for at, part in enumerate(parts):
        if part.block.kind != "row":
            continue
        last = parts[tables[-1][-1]].block.line if tables else -_NEXT
        if tables and tables[-1][-1] == at - 1 and part.block.line - last <= _NEXT:
            tables[-1].append(at)
        else:
            tables.append([at])
    return [table for table in tables if any(parts[at].row for at in table)]


def _check_twice(parts: Sequence[Part]) -> Iterator[Told]:
    first: dict[str, int] = {}
    for part in parts:
        if part.row is None:
            continue
        figure = part.row.figure
        line = first.setdefault(figure["id"], part.block.line)
        if line != part.block.line:
            what = f"{_name(figure)} stands here again, first on line {line}"
            yield part.block.line, f"{what}; take one of the two out"


def _check_invented(
    parts: Sequence[Part], tables: Sequence[Sequence[int]]
) -> Iterator[Told]:
    """Check what stands among key figures and cites nothing; a table has a head."""
    what = "stands among the key figures and cites nothing; take it out, or"
    for table in tables:
        for at in table:
            block = parts[at].block
            own = parts[at].row or any(word.mark for word in block.words)
            if sum(map(bool, block.cells)) > 1 and not own and at != table[0]:
                yield block.line, f"this row {what} set it as a note elsewhere"
    for at, part in enumerate(parts):
        beside = [parts[n] for n in (at - 1, at + 1) if 0 <= n < len(parts)]
        block = part.block
        plain = not (part.row or part.source or part.note_of)
        if (
            plain
            and block.bullet
            and any(each.row and each.block.bullet for each in beside)
            and not any(word.mark for word in block.words)
            and any(word.text[0].isdigit() for word in block.words)
        ):
            yield block.line, f"this line {what} give a note a paragraph of its own"


def _check_missing(
    parts: Sequence[Part], record: Json, titles: Collection[Phrase], *, known: bool
) -> Iterator[Told]:
    """Check that each figure has its row, where the style prints most of them."""
    lines = {part.row.figure["id"]: part.block.line for part in parts if part.row}
    rows = expected_rows(record)
    if lines and not known and 2 * len(lines) < len(rows):
        return
    bare = [
        p.block.line for p in parts if p.block.kind == "row" and _words(p) in titles
    ]
    last = min([*lines.values(), *bare], default=0)
    for row in rows if last else ():
        figure = row.figure
        if figure["id"] in lines:
            last = lines[figure["id"]]
        else:
            what = f"{_name(figure)} is missing below this line"
            yield last, f"{what}; put its row back, or build the issue without it"


def _check_titles(table: Sequence[Part], titles: dict[str, Phrase]) -> Iterator[Told]:
    """Check the titles of one table against the figures below each."""
    printed: list[tuple[Part | None, list[Part]]] = [(None, [])]
    for part in table:
        if part.row:
            printed[-1][1].append(part)
        elif sum(map(bool, part.block.cells)) == 1:
            printed.append((part, []))
    stand = {_words(title) for title, _ in printed if title}
    for title, rows in printed:
        wanted = [titles.get(row.row.figure["id"], ()) for row in rows if row.row]
        now = _words(title) if title else ()
        if not wanted:
            continue
        yield from _check_group(rows, wanted, title, now, stand)


def _words(part: Part) -> Phrase:
    return tuple(word.text for word in part.block.words)


def _check_group(
    rows: Sequence[Part],
    wanted: Sequence[Phrase],
    title: Part | None,
    now: Phrase,
    stand: Collection[Phrase],
) -> Iterator[Told]:
    """Check the figures under one title."""
    if title and now not in wanted:
        most = Counter(wanted).most_common(1)[0][0]
        what = "these figures have another title; put their own back"
        yield (
            title.block.line,
            f"{what} (was: {spell(most)!r}, is: {spell(now)!r})",
        )
        now = most
    told = {now}
    for row, want in zip(rows, wanted, strict=True):
        if want == now or row.row is None:
            continue
        if want not in stand or title is None:
            if want not in told:
                what = "the title above this row is gone; put it back"
                yield row.block.line, f"{what} (was: {spell(want)!r})"
            told.add(want)
        else:
            what = f"{_name(row.row.figure)} stands under {spell(now)!r}"
            yield row.block.line, f"{what}, and belongs under {spell(want)!r}"
