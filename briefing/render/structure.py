"""Mends the structure of a PDF where the layout engine leaves it short of PDF/UA-1.

Whoever listens to a page hears words of another language in that language, the
headings of a table with each of its cells, and nothing of what stands at the foot of
every page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import (  # type: ignore[import-untyped]
    MarginBox,
    TextBox,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCOPES = {"col": "/Column", "row": "/Row", "rowgroup": "/Row"}
"""What a heading heads, in HTML's words and in PDF's."""


def mend_painting(page: Any, language: str | None) -> None:  # noqa: ANN401 - untyped
    """Have the content of a page mended as soon as it is painted.

    Args:
        page: a page of WeasyPrint's.
        language: that of the document, of which nothing more need be said.
    """
    paint = page.paint

    def paint_and_mend(stream: Any, scale: float = 1) -> None:  # noqa: ANN401
        paint(stream, scale)
        _mend_content(page._page_box, stream, language)

    page.paint = paint_and_mend


def _mend_content(page: Any, stream: Any, language: str | None) -> None:  # noqa: ANN401
    """Set the page's furniture apart, and name the language of each other text."""
    lists = {
        item["MCID"]: at
        for at, item in enumerate(stream.stream)
        if isinstance(item, dict) and "MCID" in item
    }
    tags: dict[Any, dict[str, Any]] = stream._tags
    margins = [box for box in page.children if isinstance(box, MarginBox)]
    furniture = [box for margin in margins for box in margin.descendants()]
    spaces = {box for box in page.descendants() if _is_between_items(box)}
    whole = all(kid["mcid"] in lists for kid in tags.values())
    if not whole or any(box.link_annotation for box in furniture):
        return  # part of it is painted elsewhere, or must stay in the structure
    for box in furniture:
        if box in tags:
            at = lists[tags.pop(box)["mcid"]]
            stream.stream[at - 1] = "/Artifact"
            stream.stream[at] = pydyf.Dictionary({"Type": "/Pagination"})
    for box in spaces & tags.keys():
        at = lists[tags.pop(box)["mcid"]]
        stream.stream[at - 1 : at + 1] = ["/Artifact", pydyf.Dictionary()]
    page.children = [box for box in page.children if box not in margins]
    _take_out(page, spaces)
    for number, (box, kid) in enumerate(tags.items()):
        properties = stream.stream[lists[kid["mcid"]]]
        properties["MCID"] = kid["mcid"] = number
        spoken = box.style["lang"]
        if spoken and spoken != language:
            properties["Lang"] = pydyf.String(spoken)


def _is_between_items(box: Any) -> bool:  # noqa: ANN401
    """Say whether this is the space between items of a list that share a line."""
    is_text = isinstance(box, TextBox) and box.element_tag in ("ol", "ul")
    return is_text and not box.text.strip()


def _take_out(page: Any, gone: set[Any]) -> None:  # noqa: ANN401
    for box in list(page.descendants()) if gone else ():
        children = getattr(box, "children", ())
        if any(child in gone for child in children):
            box.children = [child for child in children if child not in gone]


def mend_tables(document: Any, pdf: object) -> None:  # noqa: ANN401
    """Let each heading of a table say what it heads; a finisher of WeasyPrint's.

    The engine gives the titles of all groups of rows to the first column. Here each
    cell has that of its own group, which may stand on a page before.
    """
    cells: list[tuple[Any, Any]] = []
    groups: dict[Any, Any] = {}
    for page in document.pages:
        body = None
        for box in page._page_box.descendants():
            if box.element_tag == "tbody":
                body = box.element
            mark = getattr(box, "mark", None)
            if mark and box.element_tag in ("th", "td"):
                cells.append((mark["A"], body))
                scope = _scope(box, mark["A"])
                if scope == "rowgroup":
                    groups[body] = mark["ID"]
    _name_groups(cells, groups)


def _scope(box: Any, attributes: Any) -> str | None:  # noqa: ANN401
    said: str | None = box.element.get("scope")
    if said in _SCOPES:
        attributes["Scope"] = _SCOPES[said]
    return said


def _name_groups(cells: Iterable[tuple[Any, Any]], groups: dict[Any, Any]) -> None:
    titles = {title.data for title in groups.values()}
    for attributes, body in cells:
        if "Headers" in attributes:
            heads = [head for head in attributes["Headers"] if head.data not in titles]
            own = [groups[body]] if body in groups else []
            attributes["Headers"] = pydyf.Array([*heads, *own])
