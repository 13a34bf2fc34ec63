"""The style sheets of a style, wherever they stand: `page.css` and in templates.

In a template CSS stands between `<style>` and `</style>`, or in a block that a template
below prints there, such as `look` of a mail. Each is given with as many empty lines
before it that a reader of CSS counts the lines of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.render.checks.reading import Source, sources_of
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.render.style import Style

PRINTED = "\ue000"
"""Stands for what a template prints into CSS; nobody knows it before."""

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"\{%-?\s*block\s+(\w+)[^%]*%\}(.*?)\{%-?\s*endblock[^%]*%\}", re.DOTALL
)
_WHOLE = re.compile(r"\{\{-?\s*(?:super\(\)|page\.css)\s*-?\}\}")
_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
_PRINT = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class CssPart(NamedTuple):
    """A style sheet, with the lines of its file."""

    name: str
    """Name of its file in messages: "mine/page.css"."""
    text: str
    """Its text; line 7 of it is line 7 of the file."""
    is_mail: bool
    """Whether it is of a mail."""


def own_css(style: Style) -> tuple[CssPart, ...]:
    """Give the style sheets that a style brings itself."""
    return tuple(_css_of(style, 0))


def all_css(style: Style) -> tuple[CssPart, ...]:
    """Give the style sheets of a style and of all that it extends."""
    return tuple(
        part for at in range(len(style.folders)) for part in _css_of(style, at)
    )


def _css_of(style: Style, at: int) -> Iterator[CssPart]:
    """Give the style sheets in one folder of a chain."""
    name, folder = style.folders[at]
    path = folder / "page.css"
    for source in sources_of(folder, "page.css"):
        if source.name == f"{name}/{path.name}":
            yield CssPart(source.name, source.text, is_mail=False)
    for source in sources_of(folder, "*.html.j2"):
        file = source.name.partition("/")[2]
        blocks = _style_blocks(style, file)
        text = blank_comments(source.text)
        found = {found.span(1) for found in _STYLE.finditer(text)}
        found |= {
            block.span(2) for block in _BLOCK.finditer(text) if block[1] in blocks
        }
        for start, end in sorted(found):
            before = "\n" * text.count("\n", 0, start)
            css = before + _without_tags(text[start:end])
            yield CssPart(source.name, css, is_mail="email" in file)


def _style_blocks(style: Style, file: str) -> set[str]:
    """Give the blocks that some template of this name prints inside of `<style>`."""
    return {
        block[1]
        for _, folder in style.folders
        for source in _named(folder, file)
        for part in _STYLE.finditer(blank_comments(source.text))
        for block in _BLOCK.finditer(part[1])
    }


def _named(folder: Path, file: str) -> Iterator[Source]:
    for source in sources_of(folder, "*.html.j2"):
        if source.name.partition("/")[2] == file:
            yield source


def _without_tags(css: str) -> str:
    """Blank tags, and set a sign for what is printed; lines stay in their places."""
    css = _TAG.sub(_lines, _WHOLE.sub(_lines, css))
    return _PRINT.sub(lambda found: PRINTED + _lines(found), css)


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
