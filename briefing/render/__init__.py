"""A briefing to bytes: Markdown, HTML, PDF, JSON, in a house style."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import UsageError, did_you_mean
from briefing.render.coverage import note_unset
from briefing.render.formats import FORMATS
from briefing.render.illustrations import pictures_of, problems_of
from briefing.render.record import Record, record_of
from briefing.render.sheet import Sheet
from briefing.render.style import Style, list_styles, load_style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefing.model.briefing import Briefing
    from briefing.model.problem import Problem

__all__ = [
    "FORMATS",
    "Record",
    "Rendered",
    "Style",
    "check_style",
    "list_styles",
    "load_style",
    "look_over",
    "new_style",
    "pictures_of",
    "record_of",
    "render",
    "typeset",
]


class Rendered(NamedTuple):
    """The files of one issue, in memory."""

    files: dict[str, bytes]
    """Contents by format: md, html, pdf, json."""
    problems: tuple[Problem, ...] = ()
    """What went wrong in setting it, such as the layout engine's complaints."""


def render(briefing: Briefing, style: Style, *, formats: Sequence[str]) -> Rendered:
    """Set a briefing in a house style.

    Args:
        briefing: the issue.
        style: the house style.
        formats: any of json, md, html, pdf; only these are made.

    Raises:
        StyleError: with file and line of what is wrong in the style.
        UsageError: for a format that there is not.
    """
    record = note_unset(record_of(briefing), style)
    return _write(Sheet(record, style, pictures=pictures_of(briefing)), formats)


def typeset(
    manuscript: str,
    record: Record,
    style: Style,
    *,
    formats: Sequence[str],
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Rendered:
    """Set a manuscript again, as an editor left it.

    Citation marks, notes and anchors are the same as when it was first set; headings
    and paragraphs of the editor's own are set like the others.

    Args:
        manuscript: the Markdown.
        record: the issue's JSON, read.
        style: the house style.
        formats: any of html, pdf (and md, json, which come back unchanged).
        pictures: the pictures that lie beside it, by the names of their files; only
            those that the issue lists, unchanged, are set.

    Raises:
        StyleError: with file and line of what is wrong in the style.
        UsageError: for a format that there is not.
    """
    sheet = Sheet(record, style, edited=manuscript, pictures=pictures)
    made = _write(sheet, formats)
    return made._replace(problems=(*made.problems, *problems_of(record, pictures)))


def _write(sheet: Sheet, formats: Sequence[str]) -> Rendered:
    known = {form.NAME: form for form in FORMATS}
    for name in formats:
        if name not in known:
            hint = did_you_mean(name, known) or f"; there are: {', '.join(known)}"
            msg = f"there is no format '{name}'{hint}"
            raise UsageError(msg)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for form in FORMATS:
        if form.NAME in formats:
            files[form.NAME], found = form.write(sheet)
            problems += found
    return Rendered(files, tuple(problems))


def check_style(style: Style, *, pdf: bool = True) -> tuple[Problem, ...]:
    """Give everything that is wrong with a house style; see `style_check`."""
    from briefing.render.style_check import check_style as check

    return check(style, pdf=pdf)


def look_over(
    name: str, *, search: Sequence[Path], pdf: bool = True
) -> tuple[Problem, ...]:
    """Give everything that is wrong with a style by name; see `style_faults`."""
    from briefing.render.style_faults import look_over as look

    return look(name, search=search, pdf=pdf)


def new_style(
    name: str, folder: Path, *, extends: str = "roundup", search: Sequence[Path] = ()
) -> Path:
    """Write a new house style `folder/name/`; see `style_new`."""
    from briefing.render.style_new import new_style as write_new

    return write_new(name, folder, extends=extends, search=search)
