"""The manuscript as plain text for mail: 72 columns, links as numbers.

Citation marks stay as they are, `[4]`; any other link becomes a number in angle
brackets, `<1>`, and the addresses stand at the end, each whole on its own line.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefing.render.blocks import closing_of, note_number
from briefing.render.clean import clean
from briefing.render.environment import StyleEnvironment
from briefing.render.escape import Markdown
from briefing.render.illustrations import picture_in
from briefing.render.inline import cited_number
from briefing.render.parse import parse_manuscript, parse_words
from briefing.render.plain_signs import DOT, part_cell, part_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from briefing.render.style import Style

COLUMNS = 72
"""Widest line, but for words that are longer by themselves."""
_INDENT = "  "
_ADDRESS = re.compile(r"<\d+> \S+")
_LIKE_A_MARK = re.compile(r"\[(\s*\^?\d{1,9}\s*)\]|<(\s*\d{1,9}\s*)>")


@dataclass(slots=True)
class Links:
    """The addresses of one text, in the order of their first mention."""

    addresses: list[str] = field(default_factory=list)
    """Each once."""
    files: frozenset[str] = frozenset()
    """Files of the pictures that articles bring."""
    shown: str = "[{alt}]"
    """What stands for a picture, with what it shows."""

    def number(self, address: str) -> int:
        """Give the number of an address, from 1."""
        if address not in self.addresses:
            self.addresses.append(address)
        return self.addresses.index(address) + 1


@dataclass(frozen=True, slots=True)
class PlainPart:
    """What stands under one heading."""

    title: str
    """The heading; '' for what stands before the first section."""
    text: str
    """Its paragraphs and lists, folded."""


class Plain(Markup):
    """Text that is printed as it stands; joined to other text it cleans that."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Plain:
        """Clean anything that is not plain yet."""
        return to_plain(s)


def to_plain(value: object) -> Plain:
    """Give a value as a text template prints it; None prints as nothing."""
    if isinstance(value, Plain):
        return value
    if isinstance(value, Markdown):
        return Plain(_words(parse_words(value), Links()))
    return Plain("" if value is None else clean(str(value)))


def plain_environment(style: Style, names: Mapping[str, object]) -> StyleEnvironment:
    """Give an environment that prints words as they are, cleaned but not escaped."""
    environment = StyleEnvironment(style, names, markdown=False)
    environment.finalize = to_plain
    environment.joiner = Plain("")
    return environment


def set_plain(
    manuscript: str, *, files: frozenset[str] = frozenset(), shown: str = "[{alt}]"
) -> tuple[tuple[PlainPart, ...], tuple[str, ...]]:
    """Give the parts of a manuscript as plain text, and the addresses it links to.

    The first part is the masthead, its title among its lines.

    Args:
        manuscript: the Markdown.
        files: names of the pictures in it.
        shown: what stands for a picture, with what it shows.
    """
    links = Links(files=files, shown=shown)
    tokens = parse_manuscript(manuscript)
    for token in tokens:
        token.children = token.children and _joined(token.children)
    starts = [
        at
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0
    ]
    ends = [*starts[1:], len(tokens)] if starts else []
    head = tokens[: starts[0] if starts else None]
    parts = [PlainPart("", _set(head, links))]
    for at, end in zip(starts, ends, strict=True):
        title = _words(tokens[at + 1].children or (), links)
        parts.append(PlainPart(title, _set(tokens[at + 3 : end], links)))
    return tuple(parts), tuple(links.addresses)


def fold(text: str) -> str:
    """Fold lines that a template left too long, and take blank lines together."""
    lines: list[str] = []
    for raw in text.splitlines():
        line = raw.rstrip()
        if not line and (not lines or not lines[-1]):
            continue
        indent = line[: len(line) - len(line.lstrip())]
        whole = len(line) <= COLUMNS or _ADDRESS.fullmatch(line)
        lines += [line] if whole else _wrap(line.lstrip(), indent, indent)
    return "\n".join(lines).rstrip() + "\n"


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        COLUMNS,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _set(tokens: Sequence[Token], links: Links) -> str:
    blocks = ("\n".join(block) for block in _blocks(tokens, links, ""))
    return "\n\n".join(block for block in blocks if block)


def _blocks(tokens: Sequence[Token], links: Links, indent: str) -> Iterator[list[str]]:
    """Give the lines of each block."""
    at = 0
    while at < len(tokens):
        end = closing_of(tokens, at) if tokens[at].nesting == 1 else at
        yield _block(tokens[at : end + 1], links, indent)
        at = end + 1


def _block(tokens: Sequence[Token], links: Links, indent: str) -> list[str]:
    kind = tokens[0].type
    if kind in ("bullet_list_open", "ordered_list_open"):
        return list(_list(tokens, links, indent))
    if kind == "table_open":
        return list(_table(tokens, links))
    if kind == "blockquote_open":
        inner = _blocks(tokens[1:-1], links, indent + _INDENT)
        return [line for block in inner for line in block]
    if kind == "hr":
        return [indent + "-" * (COLUMNS // 2)]
    picture = picture_in(tokens)
    if picture and picture[0] in links.files:
        return _wrap(links.shown.format(alt=clean(picture[1])), indent, indent)
    inline = next((token for token in tokens if token.type == "inline"), tokens[0])
    words = _words(part_terms(inline.children or ()), links) or inline.content
    lines = [one for line in words.split("\n") for one in _wrap(line, indent, indent)]
    if kind == "heading_open":
        lines.append(("=" if tokens[0].tag == "h1" else "-") * len(lines[-1]))
    return lines


def _list(tokens: Sequence[Token], links: Links, indent: str) -> Iterator[str]:
    """Give the lines of a list; a note begins with the mark that leads to it."""
    at = 1
    while at < len(tokens) - 1:
        end = closing_of(tokens, at)
        item = tokens[at : end + 1]
        number = None if tokens[at].info else note_number(item)
        sign = f"{tokens[at].info}." if tokens[at].info else "-"
        deeper = indent + " " * (len(sign) + 1)
        lines = [
            line for block in _blocks(item[1:-1], links, deeper) for line in block
        ] or [deeper]
        words = lines[0].strip()
        if number is not None:
            words = f"[{number}]{words.removeprefix(str(number))}"
        yield from _wrap(f"{sign} {words}", indent, deeper)
        yield from lines[1:]
        at = end + 1


def _table(tokens: Sequence[Token], links: Links) -> Iterator[str]:
    """Give the rows of a table, each as an entry; a lone first cell is a title."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            cell = part_cell(token.children or (), first=not rows[-1])
            rows[-1].append(_words(cell, links))
    for cells in rows[1:]:
        told = [cell for cell in cells if cell]
        if len(told) == 1 and cells[0]:
            yield from ("", *_wrap(told[0]))
        else:
            yield from _wrap(DOT.join(told), "- ", _INDENT)


def _words(tokens: Sequence[Token], links: Links) -> str:
    """Give the words of inline tokens, marks and numbers of links among them."""
    out: list[str] = []
    closing: list[str] = []
    tokens = _joined(tokens)
    for at, token in enumerate(tokens):
        if token.type == "link_open":
            mark = _open_link(token, links)
            out.append("[" if mark == "]" else "")
            closing.append(mark)
        elif token.type == "link_close":
            out.append(closing.pop())
        elif token.type in ("softbreak", "hardbreak"):
            out.append(" " if token.type == "softbreak" else "\n")
        elif not (at and tokens[at - 1].markup == "autolink"):
            out.append(clean_part(token.content))
    return "".join(out).strip()


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Join the text that escaped brackets part."""
    told: list[Token] = []
    for token in tokens:
        if told and told[-1].type == token.type == "text":
            told[-1] = replace(told[-1], content=told[-1].content + token.content)
        else:
            told.append(token)
    return told


def clean_part(text: str) -> str:
    """Clean a part of a line, whose outer spaces stay.

    A source's own bracketed number stands in round brackets: a page sets marks and
    links apart by their look, and plain text could not.
    """
    kept = _LIKE_A_MARK.sub(lambda mark: f"({mark[1] or mark[2]})", clean(text))
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and kept else ""
    return f"{before}{kept}{after}"


def _open_link(token: Token, links: Links) -> str:
    """Give what closes a link: a mark's bracket, or the number of its address."""
    if cited_number(token) is not None:
        return "]"
    address = str(token.attrGet("href"))
    if address.startswith("#"):
        return ""
    space = "" if token.markup == "autolink" else " "
    return f"{space}<{links.number(address)}>"
