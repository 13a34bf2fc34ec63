"""What stands in a template as text and was not meant so, or where nobody prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefing.render.checks.values import Fault

_STRAY = (
    (re.compile(r"\{#|#\}"), "comments are written {* so *}"),
    (re.compile(r"<!--(?!\[)"), "a comment here is printed; write it {* so *}"),
    (re.compile(r"<\?(?:php|=)?"), "<? ?> is printed as its signs; tags are {% so %}"),
)
_HTML = re.compile(r"</?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ONE_BRACE = re.compile(r"(?<![{%*$])\{ ?([a-z_]\w*)((?:[.|]\w+)*) ?\}(?!\})")
_OUTSIDE = (
    "stands outside of any block and is never printed; "
    "put it into a block of the template that this one extends"
)


def stray_faults(
    tree: nodes.Template, name: str, known: Collection[str]
) -> Iterator[Fault]:
    """Give line and fault of text that is printed as it stands, or never.

    Args:
        tree: the template, read.
        name: its name; its ending tells Markdown from HTML.
        known: names that a template sees.
    """
    is_markdown = name.endswith(".md.j2")
    for node in tree.find_all(nodes.TemplateData):
        for sign, what in _STRAY if is_markdown else _STRAY[:1]:
            for found in sign.finditer(node.data):
                yield _line_in(node, found.start()), what
        for found in _ONE_BRACE.finditer(node.data):
            if found[1] in known:
                told = f"{found[1]}{found[2]}"
                what = f"{found[0]} is printed as its signs; write {{{{ {told} }}}}"
                yield _line_in(node, found.start()), what
        for found in _HTML.finditer(node.data) if is_markdown else ():
            what = (
                f"{found[0]} is printed as its signs: a manuscript holds no HTML; "
                "write Markdown, or put it into page.html.j2"
            )
            yield _line_in(node, found.start()), what
        if name.endswith(".txt.j2"):
            yield from _text_faults(node)
    yield from _outside_faults(tree)


def _text_faults(node: nodes.TemplateData) -> Iterator[Fault]:
    """Find HTML in a mail of plain text."""
    for found in _HTML.finditer(node.data):
        what = f"{found[0]} is printed as its signs: a mail of plain text holds no HTML"
        yield _line_in(node, found.start()), f"{what}; take it away"


def _line_in(node: nodes.TemplateData, at: int) -> int:
    return node.lineno + node.data.count("\n", 0, at)


def _outside_faults(tree: nodes.Template) -> Iterator[Fault]:
    """Find what stands outside of the blocks of a template that extends another."""
    if not any(isinstance(node, nodes.Extends) for node in tree.body):
        return
    for node in tree.body:
        for part in node.nodes if isinstance(node, nodes.Output) else ():
            if not isinstance(part, nodes.TemplateData):
                yield part.lineno, _OUTSIDE
            elif part.data.strip(" \t\r\n\f\ufeff"):
                blank = len(part.data) - len(part.data.lstrip())
                yield _line_in(part, blank), _OUTSIDE
