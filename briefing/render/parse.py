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
    from markdown_it.token import Token

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
    return parser


def _is_safe_link(url: str) -> bool:
    return bool(_SAFE_LINK.match(url.strip()))
