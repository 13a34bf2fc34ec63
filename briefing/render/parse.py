"""The Markdown that a manuscript may use, and nothing beyond it.

Headings, paragraphs, lists, block quotes, rules, tables; emphasis, code, links and
citation marks. No raw HTML, no pictures, no code blocks: an indented line is a
paragraph, and a tag is printed as its signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

ESCAPED = "\\"
"""Markup of the token that a bracket becomes which a backslash stands before."""
MARK = re.compile(r"(?<!\\)\[(\d{1,9})\]")
"""A citation mark."""
_SAFE_LINK = re.compile(r"(?i)(?:https?://|#|mailto:)")
_OFF = ("html_block", "html_inline", "code", "fence", "image", "entity")


def parse_manuscript(text: str) -> list[Token]:
    """Give the block tokens of a manuscript."""
    return _parser().parse(text)


def parse_words(text: str) -> list[Token]:
    """Give the inline tokens of words that a filter wrote, citation marks as links."""
    marks = {
        number: {"href": f"#c{number}", "title": ""} for number in MARK.findall(text)
    }
    (block,) = _parser().parseInline(text, {"references": marks})
    return block.children or []


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # costs 60 ms

    parser = MarkdownIt("commonmark").enable("table").disable(list(_OFF))
    parser.validateLink = _is_safe_link  # type: ignore[method-assign]
    # An address is shown as it is sent: decoded, it could show what it does not hold.
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.core.ruler.at("text_join", _join_text)
    return parser


def _join_text(state: StateCore) -> None:
    """Join text, but for escaped brackets: those are a source's own, others ours."""
    for block in state.tokens:
        joined: list[Token] = []
        for token in block.children or ():
            if token.type == "text_special":
                token.type = "text"
                token.markup = ESCAPED if token.content in "[]" else ""
            before = joined[-1] if joined else None
            if (
                before
                and token.type == before.type == "text"
                and ESCAPED not in (token.markup, before.markup)
            ):
                before.content += token.content
            else:
                joined.append(token)
        if block.children is not None:
            block.children = joined


def _is_safe_link(url: str) -> bool:
    return bool(_SAFE_LINK.match(url.strip()))
