"""Reads a Markdown manuscript into blocks of words, each with its line.

Only as much Markdown as a manuscript uses: headings, paragraphs, list items,
tables, emphasis, links, escapes, and shortcut reference links as citation marks.
It shares no code with what writes or sets the manuscript.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from briefing.verify.words import Word, split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["heading", "text", "row"]

_DEFINITION = re.compile(r" {0,3}\[([^\]]{1,200})\]:[ \t]*(\S*)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|(?P<n>\d{1,9})[.)])(?:[ \t]+|$)")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ALIGNMENT = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_PICTURE = re.compile(
    r"!\[(?P<alt>(?:\\.|[^\]\\]|\](?!\())*)\]\((?P<file>[^()\s]+)\)", re.DOTALL
)
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\\(?=\n)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)"
    r"|\[(?P<mark>\d{1,9})\](?![(\[:])"
    r"|\[(?P<link>[^\[\]\\\n]{0,300})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)"
    r"|<(?P<address>[Hh][Tt]{2}[Pp][Ss]?:[^\s<>]*)>"
    r"|(?P<star>(?<![^\W_])[*_]+|[*_]+(?![^\W_]))"
    r"|(?P<break>\n)"
)
_MEANT: dict[str | None, Callable[[str], str]] = {
    "escaped": str,
    "entity": html.unescape,
    "link": str,
    "address": unquote,
}
"""What Markdown stands for, by the group that finds it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or list item, or a row of a table."""

    kind: Kind
    """What it is."""
    line: int
    """Line on which it begins, from 1."""
    cells: tuple[tuple[Word, ...], ...]
    """The words of its cells; all but a row have one."""
    ordinal: int | None = None
    """Its number, if it is an item of a numbered list."""
    bullet: bool = False
    """Whether it is an item of a list."""
    picture: str | None = None
    """File of the picture that it is; its words then say what that shows."""

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words, in order."""
        return tuple(word for cell in self.cells for word in cell)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference label leads."""

    label: str
    """The label, without its brackets."""
    address: str
    """The address."""
    line: int
    """Line on which it stands, from 1."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript as it is printed."""

    blocks: tuple[Block, ...]
    """Its blocks, in order."""
    targets: tuple[Target, ...]
    """Where its reference labels lead."""


def read_manuscript(text: str) -> Manuscript:
    """Read a manuscript; line ends may be of any system's kind."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    targets: list[Target] = []
    blocks = tuple(
        _picture(kind, start, raw)
        or Block(kind, start, _cells(kind, raw, start), *_place(raw))
        for kind, start, raw in _raw_blocks(lines, targets)
    )
    return Manuscript(blocks, tuple(targets))


def _picture(kind: Kind, start: int, raw: str) -> Block | None:
    """Give a paragraph that is a picture: `![what it shows](file)`."""
    found = _PICTURE.fullmatch(raw.strip()) if kind == "text" else None
    if not found:
        return None
    return Block(
        kind, start, (_words(found["alt"], start),), picture=unquote(found["file"])
    )


def _place(raw: str) -> tuple[int | None, bool]:
    """Give the number of a list item, and whether it is one."""
    bullet = _BULLET.match(raw)
    if not bullet:
        return None, False
    return int(bullet["n"]) if bullet["n"] else None, True


def _interrupts(line: str, gathered: list[str]) -> bool:
    """Say whether `line` begins a new list item, and not a line that was rewrapped.

    As in CommonMark: a number other than 1 opens an item only beside another one.
    """
    bullet = _BULLET.match(line)
    if not bullet:
        return False
    first = _BULLET.match(gathered[0])
    beside = first is not None and len(bullet["indent"]) < first.end()
    return bullet["n"] in (None, "1") or beside


def _raw_blocks(
    lines: list[str], targets: list[Target]
) -> Iterator[tuple[Kind, int, str]]:
    """Yield kind, first line and source of each block; collect the definitions."""
    gathered: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        bare = _QUOTE.sub("", line, count=1) if line.lstrip()[:1] == ">" else line
        definition = None if gathered else _DEFINITION.match(bare)
        underline = gathered and _UNDERLINE.match(bare)
        row = bare.lstrip()[:1] == "|"
        alone = bool(_HEADING.match(bare) or definition or row or _RULE.match(bare))
        ends = alone or underline or not bare.strip()
        if gathered and (ends or _interrupts(bare, gathered)):
            kind: Kind = "heading" if underline and bare.strip()[0] == "=" else "text"
            yield kind, number - len(gathered), "\n".join(gathered)
            gathered = []
        if definition:
            targets.append(Target(definition[1], definition[2], number))
        elif _HEADING.match(bare):
            yield "heading", number, bare
        elif row and not _ALIGNMENT.match(bare):
            yield "row", number, bare
        elif bare.strip() and not (alone or underline):
            gathered.append(bare)


def _cells(kind: Kind, raw: str, start: int) -> tuple[tuple[Word, ...], ...]:
    if kind == "row":
        inner = raw.strip()[1:]
        parts = _CELL_END.split(inner)
        parts = parts[:-1] if not parts[-1].strip() else parts
        return tuple(_words(part, start) for part in parts)
    lead = _HEADING.match(raw) if kind == "heading" else _BULLET.match(raw)
    return (_words(raw[lead.end() :] if lead else raw, start),)


def _words(raw: str, start: int) -> tuple[Word, ...]:
    """Give the words of inline Markdown that begins on line `start`."""
    words: list[Word] = []
    plain: list[str] = []
    line = start
    at = 0

    def flush() -> None:
        words.extend(Word(word, line) for word in split_words("".join(plain)))
        plain.clear()

    for match in _INLINE.finditer(raw):
        plain.append(raw[at : match.start()])
        at = match.end()
        kind = match.lastgroup
        if kind in _MEANT:
            plain.append(_MEANT[kind](match[str(kind)]))
        elif kind == "mark":
            flush()
            words.append(Word(match[0], line, int(match["mark"])))
        elif kind == "break":
            flush()
            line += 1
    plain.append(raw[at:])
    flush()
    return tuple(words)
