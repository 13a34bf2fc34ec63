"""What is wrong with a manuscript as written: marks, notes, headings, lost breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.problem import Problem
from briefing.render.body import set_body
from briefing.render.checks.reading import Source, sources_of
from briefing.render.parse import parse_manuscript
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.record import Record
    from briefing.render.sheet import Sheet
    from briefing.render.style import Style

_TAIL = 8
_PART = 2
"""Level of the headings of sections."""
_ROW = re.compile(r"(?m)^[ \t]*\|")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
_SHORT_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+(?:\s+\|)+\s*")
_CELL = re.compile(r"(?<!\\)\|")
_ENTRIES = {
    "takeaways": "print each with {{ entry|told }}",
    "timeline": "print each with {{ entry|told }}",
    "figures": "print each with {{ figure|amount }} {{ figure|cited|marks }}",
}
"""Sections of entries, and how each of these is printed."""
_TELLING = re.compile(r"\{\{[^}]*\b(?:item|sentence|entry|section\.items)\b")
_TRIMMED = re.compile(r"-[%}]\}|\{[%{]-")
# A mark with a letter or a bullet behind it, a heading inside of a line.
_GLUED = re.compile(r"(?<!\\)\[\d+\](?:[A-Za-z*#]|-\s|\d+\. )|[^\s#]\s*#{2,6} \S")


def check_manuscript(sheet: Sheet) -> Iterator[Problem]:
    """Give what is wrong with the manuscript of a sample issue."""
    yield from _check_headings(sheet)
    yield from _check_told(sheet)
    yield from _check_notes(sheet)
    yield from _check_entries(sheet)
    yield from _check_tables(sheet)
    for line in sheet.manuscript.splitlines():
        glued = _GLUED.search(line)
        if glued:
            what = (
                f"a line break is lost at “{glued[0]}”: a - in {{%- or -%}} takes "
                "the breaks beside it away; take the - out"
            )
            yield Problem(_place(sheet.style, _TRIMMED), what)
            return


def _own(style: Style) -> list[Source]:
    """Give the style's own Markdown templates, comments blanked."""
    return [
        source._replace(text=blank_comments(source.text))
        for source in sources_of(style.folders[0][1], "*.md.j2")
    ]


def _place(style: Style, sign: re.Pattern[str], name: str = "") -> str:
    """Give the first place of the style's own templates that shows a sign.

    Args:
        style: the house style.
        sign: what is looked for.
        name: the template that is meant, where one is.
    """
    sources = [each for each in _own(style) if each.name.endswith(name)]
    for source in sources:
        found = sign.search(source.text)
        if found:
            return source.place(found.start())
    if sources:
        return f"{sources[0].name}:1"
    return f"{style.name}/{name or 'briefing.md.j2'}"


def _place_of_section(style: Style, kind: str) -> str:
    """Give the place in the style that sets sections of a type."""
    name = f"sections/{kind}.md.j2"
    if (style.folders[0][1] / name).is_file():
        return _place(style, _TELLING, f"/{name}")
    return _place(style, re.compile(r"\{%-?\s*block sections"), "briefing.md.j2")


def _check_headings(sheet: Sheet) -> Iterator[Problem]:
    """Find a manuscript without a title, and headings that skip a level."""
    level = parts = 0
    for token in parse_manuscript(sheet.manuscript):
        if token.type != "heading_open":
            continue
        now = int(token.tag[1])
        if now > level + 1:
            what = f"a heading jumps from h{level} to h{now}; "
            sign = re.compile(rf"(?m)^[ \t]*#{{{now}}} ")
            hint = f"begin its line with {'#' * (level + 1)}"
            if not level:
                what = f"the issue has no title before its first h{now}; "
                hint = "print '# {{ edition.title|words }}' in the block title"
                sign = re.compile(r"\{%-?\s*block title")
            yield Problem(_place(sheet.style, sign), what + hint)
            return
        level = now
        parts += now == _PART
    if sheet.record["sections"] and not parts:
        what = "no section has a heading, so that the issue has no parts; print "
        sign = re.compile(r"\{%-?\s*block sections")
        yield Problem(_place(sheet.style, sign), f"{what}'## {{{{ section.title }}}}'")


def _check_told(sheet: Sheet) -> Iterator[Problem]:
    """Find sentences that the style does not print, or without their mark."""
    for section in sheet.record["sections"]:
        for item in section["items"]:
            if not all(_is_told(said, sheet.manuscript) for said in item["sentences"]):
                what = "its items are not printed, or without their marks; "
                hint = "print each with {{ item|told }}"
                where = _place_of_section(sheet.style, section["type"])
                yield Problem(where, f"{section['type']}: {what}{hint}")
                break


def _check_notes(sheet: Sheet) -> Iterator[Problem]:
    """Find marks that lead nowhere since the style prints no notes."""
    sections = set_body(sheet.manuscript, sheet.record, sheet.style).sections
    if any(f'id="{each.id}"' not in sheet.page for each in sections):
        return  # the page leaves them out, which is told by itself
    for number in sorted({each["number"] for each in sheet.record["citations"]}):
        printed = f"[{number}]: " in sheet.manuscript
        if printed and f'id="c{number}"' not in sheet.page:
            what = (
                "marks lead nowhere: the sources are not printed, or without notes; "
                "begin each note '- **{{ number }}**', under its article"
            )
            yield Problem(_place_of_section(sheet.style, "sources"), what)
            return


def _is_told(sentence: Record, manuscript: str) -> bool:
    """Say whether the end of a sentence stands there, with its mark."""
    return f"{sentence['text'][-_TAIL:]} [{sentence['citation']}]" in manuscript


def _check_entries(sheet: Sheet) -> Iterator[Problem]:
    """Find a section whose own template prints none of its entries."""
    folder = sheet.style.folders[0][1]
    filled = {each["type"] for each in sheet.record["sections"] if each["entries"]}
    if not sheet.record["citations"]:
        return
    for section in set_body(sheet.manuscript, sheet.record, sheet.style).sections:
        hint = _ENTRIES.get(section.type)
        name = f"sections/{section.type}.md.j2"
        is_own = (folder / name).is_file() and section.type in filled
        if hint and is_own and 'class="cite"' not in section.html:
            what = f"{section.type}: none of its entries is printed with its mark"
            yield Problem(f"{sheet.style.name}/{name}:1", f"{what}; {hint}")


def _check_tables(sheet: Sheet) -> Iterator[Problem]:
    """Find rows that no table holds, and cells that no column takes."""
    rows: list[str] = []
    for line in [*sheet.manuscript.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        what = _table_fault(rows)
        if what and any(_ROW.search(each.text) for each in _own(sheet.style)):
            yield Problem(_place(sheet.style, _ROW), what)
            return
        rows = []


def _table_fault(rows: list[str]) -> str | None:
    """Say what is wrong with the rows of one table; None if nothing is."""
    if not rows:
        return None
    if len(rows) > 1 and _SHORT_RULE.fullmatch(rows[1]):
        cells = len(_CELL.findall(rows[1])) - 1
        what = f"a row has {cells} cells, more than the head and the line under it"
        return f"{what}; give them as many"
    if len(rows) == 1 or not _RULE.fullmatch(rows[1]):
        return "no table begins so; write a line |---|---| under its head"
    return None
