"""Markdown with optional front matter: `.md`.

The article's text is the decoded file, front matter and all, so that a citation can
be checked against the file. Front matter is one block of junk; the marks of
headings, lists and quotations are blocks of junk too, so that the words beside them
can be cited without; marks of emphasis and links stay in the text. Headings of the
first level give the headline; lines that follow each other are one paragraph.

Front matter may state the facts of the sidecar, and calls some by other names as
well: `title`, `date`, `author`, `lang`, `source`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.config.yaml import load_yaml
from briefing.errors import BriefingError
from briefing.ingest.blocks import assign_roles
from briefing.ingest.draft import Draft, Stated, id_of
from briefing.ingest.facts import refuse_unknown
from briefing.ingest.files import read_text
from briefing.ingest.lines import Line, line_at
from briefing.model.article import Block, Role
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.draft import SourceFile

NAME = "markdown"
ENDINGS = (".md", ".markdown")

ALIASES = {
    "title": "headline",
    "date": "published",
    "author": "byline",
    "lang": "language",
    "source": "publisher",
}
FENCE = re.compile(r"---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
ROW = re.compile(r"[^\r\n]+")
MARK = re.compile(
    r"(?P<heading>#{1,6})[ \t]+|(?P<quote>>+)[ \t]?"
    r"|(?P<list_item>[-*+]|\d{1,3}[.)])[ \t]+"
)
UNDERLINE = re.compile(r"=+|-{2,}")
SUBHEADING = 2

Part = tuple[Role | None, Line]


def read(source: SourceFile) -> Iterator[Draft | Problem]:
    """Read a Markdown file as one article."""
    text, problems = read_text(source)
    yield from problems
    if text is None:
        return
    front = _front_matter(text)
    facts: dict[str, Any] = {}
    if front:
        facts, faults = _read_facts(front.cut(text), source.path)
        yield from faults
    stated = Stated("front matter", facts, {})
    headline = facts.get("headline")
    blocks = _blocks(text, front, headline if isinstance(headline, str) else None)
    if all(block.rule == "front-matter" for block in blocks):
        yield Problem(source.path, "holds no text but its front matter; left out")
        return
    yield Draft(id_of(source.path), source.path, text, blocks, NAME, (stated,))


def _front_matter(text: str) -> Span | None:
    """Give the place of the front matter, its fences included."""
    opening = FENCE.match(text)
    closing = CLOSING.search(text, opening.end()) if opening else None
    return Span(0, closing.start() + len("---")) if closing else None


def _read_facts(text: str, path: str) -> tuple[dict[str, Any], list[Problem]]:
    body = text[text.index("\n") + 1 :].rpartition("\n")[0]
    try:
        yaml = load_yaml("\n" + body, name=path)  # keeps the file's line numbers
    except BriefingError as error:
        return {}, [Problem(path, f"front matter not read: {error}")]
    found = yaml.data or {}
    if not isinstance(found, dict):
        return {}, [Problem(path, "front matter must map keys to values; not read")]
    facts = {ALIASES[key]: value for key, value in found.items() if key in ALIASES}
    facts |= {key: value for key, value in found.items() if key not in ALIASES}
    return facts, [*yaml.remarks, *refuse_unknown(path, facts, lenient=True)]


def _blocks(text: str, front: Span | None, headline: str | None) -> tuple[Block, ...]:
    parts = list(_parts(text, front.end if front else 0))
    hints = [hint for hint, _ in parts]
    blocks = assign_roles([line for _, line in parts], hints, headline=headline)
    if front:
        return (Block(front, "junk", "front-matter"), *blocks)
    return blocks


def _parts(text: str, start: int) -> Iterator[Part]:
    """Give headings, list items, quotations and paragraphs, each as one line.

    A row of `=` or `-` under a line makes that a heading and is its part.
    """
    kind: Role | None = None
    begun = ended = start
    mark: Span | None = None
    for match in ROW.finditer(text, start):
        row = match.group().strip()
        if not row:
            continue
        offset = match.start() + match.group().index(row)
        joins = begun < ended and _newlines(text, ended, offset) == 1
        found = MARK.match(text, offset, match.end())
        runs_on = found and found.lastgroup == "quote" == kind
        if joins and kind is None and UNDERLINE.fullmatch(row):
            level: Role = "headline" if row[0] == "=" else "heading"
            yield from _part(text, level, begun, ended, mark)
            yield from _part(text, None, offset, offset + len(row), None)
            begun = ended = offset + len(row)
            continue
        if joins and kind not in {"heading", "headline"} and (not found or runs_on):
            ended = offset + len(row)
            continue
        yield from _part(text, kind, begun, ended, mark)
        kind, mark, begun = _opening(found, offset)
        ended = offset + len(row)
    yield from _part(text, kind, begun, ended, mark)


def _opening(
    found: re.Match[str] | None, offset: int
) -> tuple[Role | None, Span | None, int]:
    """Give what a row begins: its kind, its mark and where its words begin."""
    if not found:
        return None, None, offset
    mark = Span(offset, offset + len(found.group().rstrip()))
    if heading := found["heading"]:
        level: Role = "headline" if len(heading) < SUBHEADING else "heading"
        return level, mark, found.end()
    return ("quote" if found["quote"] else "list_item"), mark, found.end()


def _newlines(text: str, start: int, end: int) -> int:
    between = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    return between.count("\n")


def _part(
    text: str, hint: Role | None, start: int, end: int, mark: Span | None
) -> Iterator[Part]:
    if line := line_at(text, start, end, mark=mark):
        yield hint, line
    elif mark:
        bare = line_at(text, mark.start, mark.end)
        if bare:
            yield None, bare
