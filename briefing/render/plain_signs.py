"""Signs that part, in plain text, what a page parts by its look.

Bold and italics are lost there: a term is followed by a colon, and what stands in one
cell of a table, or in one entry of a strip of figures, is parted by commas and dots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

DOT = " · "
_TERM = 3
"""The latest place of the token that closes a paragraph's first bold words."""


def part_terms(tokens: Sequence[Token]) -> list[Token]:
    """Part a term from what follows it: "Period: 3-7 February", "Mon 3: A storm".

    In an entry of a strip of figures, which has two lines in the manuscript, the words
    for how well the figure is attested are parted instead.
    """
    breaks = [
        at
        for at, token in enumerate(tokens)
        if token.type == "softbreak" and _type_of(tokens, at + 1) == "em_open"
    ]
    if breaks:
        return _part_entry(tokens, breaks[0])
    return [
        _text(":") if _ends_term(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _part_entry(tokens: Sequence[Token], at: int) -> list[Token]:
    told = list(tokens)
    told[at] = _text(DOT)
    end = next(n for n in range(at, len(tokens)) if tokens[n].type == "em_close")
    if _type_of(tokens, end + 1) == "text":
        told[end] = _text(DOT.rstrip())
    return told


def _ends_term(tokens: Sequence[Token], at: int) -> bool:
    """Say whether bold words end here that open a paragraph, or one of its parts."""
    if tokens[at].type != "strong_close" or _type_of(tokens, at + 1) != "text":
        return False
    words, before = tokens[at - 1].content, tokens[at - _TERM].content
    opens = at < _TERM or not before or before.rstrip().endswith(DOT.strip())
    worded = words[-1:].isalnum() and not words.isdecimal()
    return opens and worded and tokens[at + 1].content.startswith(" ")


def part_cell(tokens: Sequence[Token], *, first: bool) -> list[Token]:
    """Part by commas what stands in one cell of a table.

    Args:
        tokens: the cell's.
        first: whether it is the first of its row, which holds a number.
    """
    told: list[Token] = []
    for at, token in enumerate(tokens):
        follows = _type_of(tokens, at + 1) == "text" and tokens[at + 1].content.strip()
        if token.type == "em_open" and any(each.content.strip() for each in told):
            if told[-1].type == "text":
                told[-1] = _text(told[-1].content.rstrip())
            told.append(_text(", "))
        elif token.type == "em_close" or (token.type == "strong_close" and first):
            told.append(_text("," if follows else ""))
        else:
            told.append(token)
    return told


def _type_of(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].type if at < len(tokens) else ""


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
