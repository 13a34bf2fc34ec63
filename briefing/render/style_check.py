"""Looks a house style over before cron finds out: every fault, with file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import StyleError, did_you_mean
from briefing.model.problem import Problem
from briefing.render.blame import try_template
from briefing.render.classes import CLASSES
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.lookups import index_of
from briefing.render.manuscript import names_for
from briefing.render.record import record_of
from briefing.render.sheet import Sheet
from briefing.render.specimen import bare_briefing, full_briefing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.model.briefing import Briefing
    from briefing.render.record import Record
    from briefing.render.style import Style

_TAIL = 8
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"\{[^{}]*\}")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_TOKEN = re.compile(r"var\(\s*--([\w-]+)")
_REMOTE = re.compile(r"@import|url\(\s*['\"]?(?!data:)", re.IGNORECASE)
_MADE_CLASS = re.compile(r"class=\"([^\"{]*)")


def check_style(style: Style, *, pdf: bool = True) -> tuple[Problem, ...]:
    """Give everything that is wrong with a style, in the order of its files.

    Each template is read, whether an issue would use it or not; then two made-up
    briefings are set, one with everything and one with nothing.

    Args:
        style: the house style.
        pdf: whether the pages are set on paper too, which takes a second.
    """
    found = [*_check_templates(style), *_check_sheets(style)]
    if not found:
        for made in (full_briefing, bare_briefing):
            found += _check_setting(style, made, pdf=pdf)
    return tuple(dict.fromkeys(found))


def _check_templates(style: Style) -> Iterator[Problem]:
    record = record_of(full_briefing(style.name))
    own, folder = style.folders[0]
    for path in sorted(folder.rglob("*.j2")):
        name = f"{own}/{path.relative_to(folder).as_posix()}"
        is_markdown = path.name.endswith(".md.j2")
        names = names_for(record, style)
        environment = StyleEnvironment(style, names, markdown=is_markdown)
        environment.filters |= filters_for(style, index_of(record))
        try:
            try_template(environment, name)
        except StyleError as error:
            yield _problem(error)


def _check_sheets(style: Style) -> Iterator[Problem]:
    own, folder = style.folders[0]
    path = folder / "page.css"
    if not path.is_file():
        return
    css = _blank_comments(path.read_text(encoding="utf-8"))
    for line, what in [*_check_classes(css, style), *_check_values(css, style)]:
        yield Problem(f"{own}/page.css:{line}", what)


def _check_classes(css: str, style: Style) -> Iterator[tuple[int, str]]:
    """Give line and fault of every class that no page has."""
    folder = style.folders[0][1]
    made = " ".join(_MADE_CLASS.findall(_templates_of(folder)))
    classes = {*CLASSES, *made.split(), *(f"style-{name}" for name, _ in style.folders)}
    for line, text in enumerate(_selectors(css).splitlines(), start=1):
        for name in _CLASS.findall(text):
            if name not in classes:
                hint = did_you_mean(name, classes)
                yield line, f"no page has the class '{name}'{hint or ''}"


def _check_values(css: str, style: Style) -> Iterator[tuple[int, str]]:
    """Give line and fault of every unknown token and every address."""
    for line, text in enumerate(css.splitlines(), start=1):
        for name in _TOKEN.findall(text):
            if name not in style.tokens and f"--{name}:" not in css:
                hint = did_you_mean(name, style.tokens) or "; add it to style.yaml"
                yield line, f"there is no --{name}{hint}"
        if _REMOTE.search(text):
            yield line, "a page fetches nothing; put fonts into style.yaml"


def _blank_comments(css: str) -> str:
    """Take comments out, but keep every line in its place."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), css)


def _selectors(css: str) -> str:
    """Give the style sheet without what stands in innermost braces."""
    return _BLOCK.sub(lambda match: "\n" * match[0].count("\n"), css)


def _templates_of(folder: Path) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.j2"))
    )


def _check_setting(
    style: Style, made: Callable[[str], Briefing], *, pdf: bool
) -> Iterator[Problem]:
    sheet = Sheet(record_of(made(style.name)), style)
    try:
        page = sheet.page
    except StyleError as error:
        yield _problem(error)
        return
    yield from _check_marks(sheet)
    if pdf:
        from briefing.render.pdf import set_pdf  # it brings WeasyPrint: 300 ms

        yield from set_pdf(page)[1]


def _check_marks(sheet: Sheet) -> Iterator[Problem]:
    """Find sentences that the style does not print, and marks that lead nowhere."""
    for section in sheet.record["sections"]:
        for item in section["items"]:
            if not all(_is_told(said, sheet.manuscript) for said in item["sentences"]):
                what = "its items are not printed, or without their marks"
                yield Problem(f"{sheet.style.name}/sections/{section['type']}", what)
    for number in sorted({each["number"] for each in sheet.record["citations"]}):
        printed = f"[{number}]: " in sheet.manuscript
        if printed and f'id="c{number}"' not in sheet.page:
            what = "marks lead nowhere; begin each note '- **{{ number }}**'"
            yield Problem(f"{sheet.style.name}/sections/sources.md.j2", what)
            return


def _is_told(sentence: Record, manuscript: str) -> bool:
    """Say whether the end of a sentence stands there, with its mark."""
    return f"{sentence['text'][-_TAIL:]} [{sentence['citation']}]" in manuscript


def _problem(error: StyleError) -> Problem:
    where, _, what = str(error).partition(": ")
    return Problem(where, what)
