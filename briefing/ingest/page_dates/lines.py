"""The short texts of a page that may hold a day, each with what stands before it."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.page_dates.reading import may_hold_day, order_of

if TYPE_CHECKING:
    from briefing.ingest.page_dates.layout import Layout

SILENT = frozenset(
    "script style noscript template head title option meta link textarea".split()  # noqa: SIM905
)
LONGEST_LINE, LONGEST_LABEL, LONGEST_JOINED = 300, 60, 220
LONGEST_PART = 30
MOST_ELEMENTS, MOST_PARTS = 60_000, 40
STEPS_UP = 3


class Line(NamedTuple):
    """A text that may hold a day, and where it stands."""

    element: Any
    """The element whose text it is."""
    text: str
    """The text, cut where it is long."""
    place: int
    """Characters of text before it."""


class Seen(NamedTuple):
    """The lines of a page that may hold a day."""

    lines: tuple[Line, ...]
    """In the order of the page."""
    headline: int | None
    """Characters of text up to the headline; None without a headline."""


def see_lines(tree: Any, layout: Layout) -> Seen:  # noqa: ANN401 - an lxml element
    """Give the texts of a page that may hold a day, with their places."""
    lines: list[Line] = []
    place, headline = 0, None
    search = may_hold_day().search
    for element in islice(tree.iter(), MOST_ELEMENTS):
        tag, text, tail = element.tag, element.text, element.tail
        if isinstance(tag, str) and tag not in SILENT:
            if tag == "time" or (text and search(text, 0, LONGEST_LINE)):
                lines.append(Line(element, (text or "")[:LONGEST_LINE], place))
            place += len(text or "")
        if tail:
            if search(tail, 0, LONGEST_LINE):
                lines.append(Line(element.getparent(), tail[:LONGEST_LINE], place))
            place += len(tail)
        if element is layout.headline:
            headline = place
    return Seen(tuple(lines), headline)


def orders_in(seen: Seen) -> bool | None:
    """Tell from the page's other dates whether the day stands before the month."""
    told = {first for line in seen.lines for first in order_of(line.text)}
    return told.pop() if len(told) == 1 else None


def join_parts(line: Line) -> str:
    """Give the short text of the elements around a part of a day (`2023`)."""
    best, element = line.text, line.element
    if len(best.strip()) > LONGEST_PART:
        return best
    for _ in range(STEPS_UP):
        text = _text_of(element) if element is not None else None
        if text is None or len(text) > LONGEST_JOINED:
            break
        best, element = text, element.getparent()
        if _full().search(best):
            break
    return best


@cache
def _full() -> re.Pattern[str]:
    return re.compile(r"\d\D{1,30}(?:19|20)\d\d|(?:19|20)\d\d\D{1,30}\d")


def _text_of(element: Any) -> str:  # noqa: ANN401
    """Give the text of an element with its spaces squeezed, not much of it."""
    parts: list[str] = []
    size = 0
    for part in islice(element.itertext(), MOST_PARTS):
        parts.append(part)
        size += len(part.strip())
        if size > LONGEST_JOINED:
            break
    return " ".join(" ".join(parts).split())


def words_around(line: Line) -> tuple[str, str]:
    """Give the short texts before and behind a line in the elements around it."""
    whole, step = "", line.element
    for _ in range(STEPS_UP):
        text = _text_of(step) if step is not None else None
        if text is None or len(text) > LONGEST_JOINED:
            break
        whole, step = text, step.getparent()
    own = " ".join(line.text.split())
    before, _, after = whole.partition(own) if own else ("", "", "")
    if not before.strip():
        before = _label_beside(line.element)
    return f"{before.strip()[-LONGEST_LABEL:]} ", f" {after[:LONGEST_LABEL]}"


def _label_beside(element: Any) -> str:  # noqa: ANN401
    """Give the short text of the element before, as in a list of terms or a table."""
    beside = element.getprevious()
    if beside is None or not isinstance(beside.tag, str) or beside.tag in SILENT:
        return ""
    text = _text_of(beside)
    return text if len(text) <= LONGEST_PART else ""
