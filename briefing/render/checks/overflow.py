"""Whether text runs over the edge of the paper: measured on the pages as laid out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.model.problem import Problem
from briefing.render.checks.engine import boxes_of
from briefing.render.checks.reading import sources_of
from briefing.render.checks.sheets import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

TOLERANCE = 4.0
"""CSS pixels (1 mm) by which a letter may hang over."""
_SHOWN = 40
_CAUSES = (
    "white-space",
    "overflow-wrap",
    "word-break",
    "hyphens",
    "min-width",
    "width",
    "table-layout",
    "display",
    "flex-wrap",
    "columns",
    "font",
    "font-size",
    "letter-spacing",
    "position",
    "left",
    "right",
    "margin",
    "margin-left",
    "margin-right",
    "padding",
    "padding-left",
    "text-indent",
    "height",
)
"""Properties that push text over an edge, the likeliest first."""


def check_overflow(style: Style, page: str) -> Iterator[Problem]:
    """Give the first text that runs over the text area of each kind of element.

    Args:
        style: the house style.
        page: the page, as HTML.
    """
    seen: set[str] = set()
    for number, box in enumerate(boxes_of(page), start=1):
        right = box.content_box_x() + box.width + TOLERANCE
        bottom = box.content_box_y() + box.height + TOLERANCE
        left = box.content_box_x() - TOLERANCE
        for text, parents in _texts(box, ()):
            edge = _edge(text, left, right, bottom)
            where, culprit = _place(style, parents)
            if edge and where not in seen:
                seen.add(where)
                shown = text.text.strip()[:_SHOWN]
                what = f"“{shown}” runs over the {edge} of the text on page {number}"
                yield Problem(where, f"{what}; {culprit}")


def _texts(box: Any, parents: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:  # noqa: ANN401
    """Give each piece of text below a box, with the elements that it stands in."""
    if type(box).__name__ == "MarginBox":
        return
    if type(box).__name__ == "TextBox":
        if box.text.strip():
            yield box, parents
        return
    element = getattr(box, "element", None)
    if element is not None and (not parents or parents[-1] is not element):
        parents = (*parents, element)
    for child in getattr(box, "children", ()):
        yield from _texts(child, parents)


def _edge(text: Any, left: float, right: float, bottom: float) -> str | None:  # noqa: ANN401
    """Say over which edge a piece of text runs; None if over none."""
    if text.position_x + text.width > right:
        return "right edge"
    if text.position_x < left:
        return "left edge"
    return "foot" if text.position_y + text.height > bottom else None


def _place(style: Style, parents: tuple[Any, ...]) -> tuple[str, str]:
    """Give the rule of the style's own sheet that is the likeliest cause.

    Where none of its rules can be, the text is too long for what the styles below
    allow, or a token is too large.
    """
    own, folder = style.folders[0]
    found: list[tuple[int, str, str]] = []
    for source in sources_of(folder, "page.css"):
        for rule in rules_of(source.text):
            if not any(_may_match(rule.selector, element) for element in parents):
                continue
            for each in rule.declarations:
                if each.type == "declaration" and each.lower_name in _CAUSES:
                    rank = _CAUSES.index(each.lower_name)
                    where = f"{source.name}:{each.source_line}"
                    found.append((rank, where, each.name))
    if found:
        _, where, name = min(found)
        return where, f"is '{name}' here too much? `overflow-wrap: anywhere` breaks it"
    element = parents[-1] if parents else None
    tag = element.tag if element is not None else "page"
    hint = f"in <{tag}>: make a measure of style.yaml smaller, or let it break with "
    return f"{own}/style.yaml:1", f"{hint}`overflow-wrap: anywhere` in page.css"


def _may_match(selector: str, element: Any) -> bool:  # noqa: ANN401
    """Say whether the last part of a selector fits an element."""
    names = {f".{each}" for each in (element.get("class") or "").split()}
    names |= {element.tag, "*"}
    for one in selector.split(","):
        parts = one.split()
        wanted = (
            re.findall(r"\.?[\w*-]+", re.sub(r":.*", "", parts[-1])) if parts else []
        )
        if wanted and all(each in names for each in wanted):
            return True
    return False
