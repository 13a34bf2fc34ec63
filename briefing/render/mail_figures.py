"""The key figures of a mail: what a screen as wide as a hand can show.

Five columns do not fit there, and few mail programs let a table change with its room.
So each row has two: the number, and under one another what it counts, who says so and
how well it is attested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = 2
_BETWEEN = " · "


def fold_figures(section: Element) -> None:
    """Set the rows and entries of the section of key figures for narrow screens."""
    for row in section.iter("tr"):
        cells = list(row)
        if len(cells) == 1:
            cells[0].set("colspan", str(_COLUMNS))
        elif len(cells) > _COLUMNS:
            _fold_row(row, cells)
    for entry in section.iter("li"):
        _break_entry(entry)


def _fold_row(row: Element, cells: Sequence[Element]) -> None:
    """Move what stands in further cells into the second one."""
    is_head = all(cell.get("scope") == "col" for cell in cells)
    kept = cells[1]
    for cell in cells[_COLUMNS:]:
        row.remove(cell)
        if not cell.text and not len(cell):
            continue
        if is_head:
            _add_text(kept, _BETWEEN)
        elif not _begins_with_marks(cell):
            SubElement(kept, "br")
        part = SubElement(kept, "span", {"class": cell.get("class") or ""})
        part.text = cell.text
        part.extend(list(cell))
        _join_lines(part)


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}{text}"
    else:
        element.text = f"{element.text or ''}{text}"


def _begins_with_marks(cell: Element) -> bool:
    return len(cell) > 0 and cell[0].get("class") == "cites" and not cell.text


def _join_lines(part: Element) -> None:
    """Set what stands on two lines of a cell on one, with a comma."""
    for before, line in zip(list(part), list(part)[1:], strict=False):
        if line.tag == "br":
            before.tail = f"{before.tail or ''}, {line.tail or ''}"
            part.remove(line)


def _break_entry(entry: Element) -> None:
    """Begin a line where the manuscript does: how well a figure is attested."""
    for at in reversed(range(1, len(entry))):
        before = entry[at - 1]
        if entry[at].tag == "em" and (before.tail or "").endswith("\n"):
            entry[at].tail = f"{_BETWEEN.rstrip()}{entry[at].tail or ''}"
            entry.insert(at, Element("br"))
