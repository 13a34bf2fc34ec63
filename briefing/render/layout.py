r"""Evens out the white space of a manuscript, whatever its templates left.

Blank lines collapse to one, stand round headings, tables and lists, and never inside
a list or a table. An item's further lines and nested items are indented to its
words, other lines not at all: a template may be indented as its author likes. What
counts is only whether a line stands further in than the item before it: then it is
part of that item, with or without a blank line between. Runs of spaces inside of a line
collapse. Table columns are padded so that they line up in the raw text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"( *)([-*+]|\d{1,9}[.)]) +(?=\S)")
_HEADING = re.compile(r" *#{1,6} ")
_CELL = re.compile(r"(?<!\\)\|")
_SPACES = re.compile(r"(?<=\S) {2,}")
_RULE = re.compile(r":?-+:?")
WIDEST = 44
"""Characters to which a column is padded; longer cells stick out."""


def lay_out(text: str) -> str:
    """Give the manuscript with even white space and one line break at its end."""
    blocks = _blocks(text.expandtabs(4))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _blocks(text: str) -> Iterator[list[str]]:
    """Give the blocks of a text: headings, tables, lists and paragraphs."""
    kind, block = "", list[str]()
    for line in _whole_rows([*text.splitlines(), ""]):
        now = _kind(line, block[0] if kind == "list" else None)
        if now == "blank":
            if kind == "text":
                yield _set(kind, block)
                kind, block = "", []
            continue
        if now != kind or kind == "heading":
            if block:
                yield _set(kind, block)
            kind, block = now, []
        block.append(line)
    if block:
        yield _set(kind, block)


def _whole_rows(lines: list[str]) -> Iterator[str]:
    """Give the lines without trailing space, a table's row always as one line."""
    row = ""
    for raw in lines:
        line = _SPACES.sub(" ", raw.rstrip())
        if row or line.lstrip().startswith("|"):
            row = f"{row} {line.lstrip()}" if row else line
            ended = row.endswith("|") and not row.endswith("\\|")
            if not ended and line:
                continue
            line, row = row.rstrip(), ""
        yield line


def _kind(line: str, item: str | None) -> str:
    """Say what a line is; `item` is the first of the list that it may go on with."""
    if not line:
        return "blank"
    if _HEADING.match(line):
        return "heading"
    if line.lstrip().startswith("|"):
        return "table"
    if _BULLET.match(line):
        return "list"
    return "list" if item is not None and _indent(line) > _indent(item) else "text"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _set(kind: str, block: list[str]) -> list[str]:
    if kind == "table":
        return _set_table(block)
    if kind == "list":
        return list(_set_list(block))
    return [" ".join(line.strip() for line in block)]


def _set_list(block: list[str]) -> Iterator[str]:
    """Indent items by depth: an item deeper than the one before is nested in it."""
    open_items: list[tuple[int, int]] = []  # indent as written, column of its words
    for line in block:
        bullet = _BULLET.match(line)
        written = _indent(line)
        while open_items and written <= open_items[-1][0]:
            open_items.pop()
        if not bullet:
            yield " " * open_items[-1][1] + line.strip()
            continue
        column = open_items[-1][1] if open_items else 0
        open_items.append((written, column + len(bullet[2]) + 1))
        yield f"{' ' * column}{bullet[2]} {line[bullet.end() :]}"


def _set_table(block: list[str]) -> list[str]:
    rows = [
        [cell.strip() for cell in _CELL.split(line.strip().removeprefix("|"))]
        for line in block
    ]
    rows = [row[:-1] if row[-1] == "" else row for row in rows]
    columns = max(len(row) for row in rows)
    rows = [row + [""] * (columns - len(row)) for row in rows]
    worded = [row for row in rows if not _is_rule(row)]
    sized = [row for row in worded if any(row[1:])] or worded
    widths = [min(max(len(row[at]) for row in sized), WIDEST) for at in range(columns)]
    return [_set_row(row, widths) for row in rows]


def _is_rule(row: list[str]) -> bool:
    return all(_RULE.fullmatch(cell) for cell in row)


def _set_row(row: list[str], widths: list[int]) -> str:
    if _is_rule(row):
        return f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(cells)} |"
