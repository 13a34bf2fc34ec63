"""The article in a web page, found by trafilatura, with its structure kept."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.blocks import assign_roles
from briefing.ingest.lines import Line, line_at
from briefing.ingest.page_facts import find_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.draft import Stated
    from briefing.model.article import Block, Role


NEEDS_EXTRA = (
    "web pages need the extra 'html' of the install: "
    "pip install 'briefing-desk[html]'; left out"
)

ROLES: dict[str, Role] = {"head": "heading", "item": "list_item", "quote": "quote"}
LEAVES = frozenset({"p", "head", "item", "row", "ab", "fw", "code"})


class WebPage(NamedTuple):
    """The article of a page."""

    text: str
    """Its text, an element a line."""
    blocks: tuple[Block, ...]
    """Its lines."""
    stated: Stated
    """What the page's meta data state."""


def read_page(html: str) -> WebPage | None:
    """Give the article of a web page; None when there is none.

    Raises:
        ImportError: trafilatura is not installed.
    """
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from trafilatura import bare_extraction, load_html

    # What it cannot do is said by the problem that our caller makes of None.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = load_html(html)
        if tree is None:
            return None
        stated = find_facts(tree)
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    body = getattr(found, "body", None)
    return None if body is None else _lay_out(body, stated)


def _lay_out(body: Any, stated: Stated) -> WebPage | None:  # noqa: ANN401 - lxml
    parts = [(role, row) for role, row in _rows(body, None) if row]
    text = "\n".join(row for _, row in parts)
    lines: list[Line] = []
    start = 0
    for _, row in parts:
        if line := line_at(text, start, start + len(row)):
            lines.append(line)
        start += len(row) + 1
    if not lines:
        return None
    hints = [role for role, _ in parts]
    headline = stated.facts.get("headline")
    return WebPage(text, assign_roles(lines, hints, headline=headline), stated)


def _rows(element: Any, role: Role | None) -> Iterator[tuple[Role | None, str]]:  # noqa: ANN401
    """Give each line of an element with what the markup makes of it."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        inner = ROLES.get(child.tag, role)
        if child.tag in LEAVES or not len(child):
            yield from ((inner or "paragraph", row) for row in _text_rows(child))
        else:
            if child.text and child.text.strip():
                yield inner or "paragraph", _squeeze(child.text)
            yield from _rows(child, inner)
        if child.tail and child.tail.strip():
            yield role or "paragraph", _squeeze(child.tail)


def _text_rows(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml
    """Give the text of a leaf, a row a line break."""
    parts: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "lb":
            parts.append("\0")
        elif child.tag in {"cell", "p", "item", "head"}:
            parts.append(" ")
        parts.append((child.text or "") if isinstance(child.tag, str) else "")
        parts.append(child.tail or "")
    for row in "".join(parts).split("\0"):
        if squeezed := _squeeze(row):
            yield squeezed


def _squeeze(text: str) -> str:
    return " ".join(text.split())
