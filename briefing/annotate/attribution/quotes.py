"""Stretches of direct speech in a paragraph."""

from __future__ import annotations

import re

from briefing.model.span import Span

_MARKS = re.compile('[“”"«»„]')
# A quotation that has run this far without a closing mark has lost it.
_LONGEST = 4000


def find_quotes(text: str, block: Span) -> tuple[Span, ...]:
    """Find what stands between quotation marks, marks included, in order.

    A quotation that is not closed in its paragraph runs to the paragraph's end (the
    next paragraph then opens with a mark of its own).
    """
    quotes: list[Span] = []
    opened: int | None = None
    for found in _MARKS.finditer(text, block.start, block.end):
        mark, at = found.group(), found.start()
        opening = mark in "“«„" if mark != '"' else _looks_opening(text, at, opened)
        if not opening and opened is None and not quotes and _looks_closing(text, at):
            # It was opened in an earlier paragraph.
            opened = block.start
        if opening and (opened is None or at - opened > _LONGEST):
            opened = at
        elif not opening and opened is not None:
            quotes.append(Span(opened, at + 1))
            opened = None
    if opened is not None:
        quotes.append(Span(opened, block.end))
    return tuple(quotes)


def _looks_closing(text: str, at: int) -> bool:
    """Say whether a mark stands after a word or a stop, before a space."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before.strip()) and before not in "([—–" and not after.isalnum()


def _looks_opening(text: str, at: int, opened: int | None) -> bool:
    """Tell which way a straight mark faces; an odd one closes what is open."""
    if opened is None and _looks_closing(text, at) and text[at] == '"':
        return False
    return opened is None or (
        text[at - 1 : at].isspace() and text[at + 1 : at + 2].isalnum()
    )


def share_quoted(quotes: tuple[Span, ...], sentence: Span) -> float:
    """Give how much of a sentence is direct speech, from 0 to 1."""
    inside = sum(
        min(quote.end, sentence.end) - max(quote.start, sentence.start)
        for quote in quotes
        if quote.overlaps(sentence)
    )
    return inside / max(1, sentence.end - sentence.start)
