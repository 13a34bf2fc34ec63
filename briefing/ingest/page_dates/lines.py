"""The short texts of a page that may hold a day, each with what stands before it."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.page_dates.reading import may_hold_day, order_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.page_dates.layout import Layout

SILENT = frozenset(
    "script style noscript template head title option meta link textarea".split()  # noqa: SIM905
)
LONGEST_LINE, LONGEST_LABEL, LONGEST_JOINED = 300, 60, 220
LONGEST_PART = 30
TITLES = frozenset({"h1", "h2", "h3"})
UNLABELLING = SILENT | TITLES
DATED = frozenset({"time", "abbr"})
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
            if tag in DATED or (text and search(text, 0, LONGEST_LINE)):
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


def join_parts(line: Line, layout: Layout) -> str:
    """Give the short text of the elements around a part of a day (`2023`)."""
    if len(line.text.strip()) > LONGEST_PART:
        return line.text
    best = line.text
    for best in _widening(line.element, layout):
        if _full().search(best):
            break
    return best


def _widening(element: Any, layout: Layout) -> Iterator[str]:  # noqa: ANN401
    """Yield the text of an element and of those around it while it stays short.

    What also holds the headline is not gone into: its words would pass for a label.
    """
    for _ in range(STEPS_UP):
        if element is None or (element in layout.above and element.tag not in TITLES):
            return
        text = _text_of(element)
        if len(text) > LONGEST_JOINED:
            return
        yield text
        element = element.getparent()


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


def words_around(line: Line, layout: Layout) -> tuple[str, str]:
    """Give the short texts before and behind a line in the elements around it."""
    *_, whole = ("", *_widening(line.element, layout))
    own = " ".join(line.text.split())
    before, _, after = whole.partition(own) if own else ("", "", "")
    if not before.strip():
        before = _label_beside(line.element)
    return f"{before.strip()[-LONGEST_LABEL:]} ", f" {after[:LONGEST_LABEL]}"


def _label_beside(element: Any) -> str:  # noqa: ANN401
    """Give the short text of the element before, as in a list of terms or a table."""
    beside = element.getprevious()
    if beside is None or not isinstance(beside.tag, str) or beside.tag in UNLABELLING:
        return ""
    text = _text_of(beside)
    return text if len(text) <= LONGEST_PART else ""
