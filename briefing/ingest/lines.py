r"""The lines of a text with their exact places, and what is plain to see of each.

A line ends at any of the line ends that Unicode knows (`\r`, `\n`, `\r\n`, line
tabulation, form feed, next line, line and paragraph separator). Where a text is
wrapped at a fixed width, the lines of a paragraph are taken together.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
MARK = re.compile(r"[-*+•‣◦▪●·○■]\s+(?=\S)|\(?\d{1,2}\)\s+(?=\S)")
ENDINGS = frozenset(".!?…。！？।؟")
CLOSERS = "\"'”’»«“)]*_› \u00a0"
WIDEST_WRAP = 120
NARROWEST_WRAP = 40
LEAST_JOINTS = 3
CJK_START = "\u2e80"
CJK_PER_WORD = 2


class Line(NamedTuple):
    """One line (or wrapped paragraph) of a text."""

    span: Span
    """Where it stands, without white space around it and without its list mark."""
    text: str
    """Its words."""
    key: str
    """Its words for comparing: case folded, without marks around them."""
    words: int
    """How many words it has."""
    ends: bool
    """Whether it ends as a sentence ends."""
    mark: Span | None = None
    """Its list mark ("-", "1)"), if it has one."""


def split_lines(text: str) -> tuple[Line, ...]:
    """Give all lines that hold anything but white space, in order."""
    rows = list(_rows(text))
    width = _wrap_width(text, rows)
    if width:
        rows = list(_unwrap(text, rows, width))
    return tuple(_line(text, start, end) for start, end, _ in rows)


def line_at(
    text: str, start: int, end: int, *, mark: Span | None = None
) -> Line | None:
    """Give the words at these offsets as a line; None if there is only white space.

    Args:
        text: the text.
        start: offset of the first character.
        end: offset after the last one.
        mark: the mark before them that makes them a heading, an item, a quotation.
    """
    trimmed = _trim(text, start, end)
    return _measure(text, *trimmed, mark) if trimmed[0] < trimmed[1] else None


def _rows(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give start, end and "after a blank line" of each line, trimmed."""
    last = 0
    for match in LINE.finditer(text):
        start, end = _trim(text, *match.span())
        if start < end:
            yield start, end, _has_blank(text, last, start)
            last = end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    cut = text[start:end]
    left = len(cut) - len(cut.lstrip())
    return start + left, start + max(left, len(cut.rstrip()))


def _has_blank(text: str, last: int, start: int) -> bool:
    between = text[last:start]
    return between.replace("\r\n", "\n").count("\n") + between.count("\r\r") > 1


def _wrap_width(text: str, rows: Sequence[tuple[int, int, bool]]) -> int:
    """Give the width at which a text is wrapped, 0 when it is not.

    It is when most lines that another one follows could not have taken its first
    word as well, and several run on in the middle of a sentence.
    """
    width = max((end - start for start, end, _ in rows), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    joints = full = running = 0
    for (start, end, _), (below, below_end, blank) in pairwise(rows):
        if blank:
            continue
        joints += 1
        if _is_full(text, (start, end), (below, below_end), width):
            full += 1
            running += text[end - 1] not in ENDINGS and text[below].islower()
    return width if running >= LEAST_JOINTS and full * 2 > joints else 0


def _is_full(
    text: str, row: tuple[int, int], below: tuple[int, int], width: int
) -> bool:
    """Say whether the first word of the line below would not have fitted here."""
    first = text[below[0] : min(below[1], below[0] + width)].split(maxsplit=1)[0]
    return row[1] - row[0] + 1 + len(first) > width - 1


def _unwrap(
    text: str, rows: Sequence[tuple[int, int, bool]], width: int
) -> Iterator[tuple[int, int, bool]]:
    paragraph = rows[0]
    above = rows[0]
    for row in rows[1:]:
        if row[2] or not _is_full(text, above[:2], row[:2], width):
            yield paragraph
            paragraph = row
        else:
            paragraph = (paragraph[0], row[1], paragraph[2])
        above = row
    yield paragraph


def _line(text: str, start: int, end: int) -> Line:
    """Make a line of a raw text, its list mark apart."""
    found = MARK.match(text, start, end)
    if not found:
        return _measure(text, start, end, None)
    mark = Span(start, start + len(found.group().rstrip()))
    return _measure(text, found.end(), end, mark)


def _measure(text: str, start: int, end: int, mark: Span | None) -> Line:
    words = text[start:end]
    key = words.casefold().replace("\u00a0", " ").strip(" \t:.…*_|•–—-›»>«‹\u00a0")
    count = words.count(" ") + 1
    if words[0] >= CJK_START and count * CJK_PER_WORD < len(words):
        count = max(count, len(words) // CJK_PER_WORD)
    ends = words.rstrip(CLOSERS)[-1:] in ENDINGS
    return Line(Span(start, end), words, key, count, ends, mark)
