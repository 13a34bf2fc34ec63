"""Marks of terminals and of Markdown in a text: nothing that anybody says.

They are read as blanks, so that every offset stays what it is: the digits of a
colour are no number, the address behind a link no source, and stars or backticks
around a word hide it from no rule.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.model.span import Span

_MAY_MARK = re.compile(r"[\x1b`*]|\]\(|(?<!\w)_\w")
# Colours and cursor moves, titles of windows, and escapes of one letter.
_ESCAPES = (
    r"\x1b(?:\[[0-?]{0,60}[ -/]{0,8}[@-~]?|\][^\x07\x1b\n]{0,300}(?:\x07|\x1b\\)"
    r"|[ -/]{0,4}[0-~]?)"
)
_TARGET = r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,500}\)"


# Every block of an article asks for its whole text: to look through it each time would
# take an hour for a book.
@lru_cache(maxsize=2)
def without_markup(text: str) -> str:
    """Give a text of the same length in which such marks are blanks."""
    return _marks().sub(_blank, text) if _MAY_MARK.search(text) else text


def last_unmarked(text: str, blanked: str, span: Span) -> Span:
    """Give the last part of a phrase that stands in a text without marks inside."""
    start = span.end
    while start > span.start and text[start - 1] == blanked[start - 1]:
        start -= 1
    while start < span.end and blanked[start].isspace():
        start += 1
    return Span(start, span.end)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        rf"{_ESCAPES}|\[(?P<link>[^\[\]\n]{{1,200}})\]{_TARGET}"
        r"|(?<!\d)[`*]{1,3}|[`*]{1,3}(?!\d)|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)"
    )


def _blank(found: re.Match[str]) -> str:
    words = _marks().sub(_blank, found["link"] or "")
    return f" {words}".ljust(len(found[0]))
