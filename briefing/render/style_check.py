"""Looks a house style over before cron finds out: every fault, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import StyleError
from briefing.render.blame import try_template
from briefing.render.body import set_body
from briefing.render.checks.contrast import (
    check_contrast,
    check_mail_contrast,
    check_tokens,
)
from briefing.render.checks.css_parts import own_css
from briefing.render.checks.families import check_families
from briefing.render.checks.files import check_files
from briefing.render.checks.hidden import check_hidden
from briefing.render.checks.manuscripts import check_manuscript
from briefing.render.checks.pages import check_pages
from briefing.render.checks.parts import check_parts, problem_of
from briefing.render.checks.root_tokens import check_root_tokens
from briefing.render.checks.set_pages import check_links, check_mail, check_page
from briefing.render.checks.sheets import check_sheets
from briefing.render.checks.templates import check_template
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.illustrations import pictures_of
from briefing.render.lookups import index_of
from briefing.render.mail import lay_mail
from briefing.render.manuscript import names_for
from briefing.render.record import record_of
from briefing.render.sheet import Sheet
from briefing.render.specimen import SPECIMENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.briefing import Briefing
    from briefing.model.problem import Problem
    from briefing.render.style import Style

ON_PAPER = ("usual", "long")
"""Made-up briefings that are laid out on paper: the others have less to print."""
_ALIKE = 20
"""Characters by which one fault of two briefings is known for the same."""


def check_style(style: Style, *, pdf: bool = True) -> tuple[Problem, ...]:
    """Give everything that is wrong with a style, in the order of its files.

    Each file is read, whether an issue would use it or not; then made-up briefings
    are set: a usual one, one with nothing, one with every fact missing, one with
    words as long as they come.

    Args:
        style: the house style.
        pdf: whether the pages are set on paper too, which takes some seconds.
    """
    found = [
        *check_files(style),
        *check_parts(style),
        *check_families(style),
        *_check_templates(style),
        *check_pages(style),
        *check_sheets(style),
        *check_tokens(style),
        *check_root_tokens(style),
        *check_hidden(style),
    ]
    told = {problem.where for problem in found}
    found += [each for each in _check_properties(style) if each.where not in told]
    if not found:
        found = list(_check_settings(style, pdf=pdf))
    return tuple(dict.fromkeys(found))


def _check_templates(style: Style) -> Iterator[Problem]:
    record = record_of(SPECIMENS["usual"](style.name))
    own, folder = style.folders[0]
    for path in sorted(folder.rglob("*.j2")):
        if path.name.startswith(".") or not path.is_file():
            continue  # an editor's own, or told by another check
        name = f"{own}/{path.relative_to(folder).as_posix()}"
        known = names_for(record, style)
        is_markdown = not path.name.endswith(".html.j2")
        environment = StyleEnvironment(style, known, markdown=is_markdown)
        environment.add_filters(filters_for(style, index_of(record)))
        try:
            try_template(environment, name)
        except StyleError as error:
            yield problem_of(error)
            continue
        yield from check_template(environment, name, style, known)


def _check_properties(style: Style) -> Iterator[Problem]:
    if not own_css(style):
        return
    # It brings WeasyPrint: 600 ms.
    from briefing.render.checks.properties import check_properties

    yield from check_properties(style)


def _check_settings(style: Style, *, pdf: bool) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for name, made in SPECIMENS.items():
        try:
            found = _check_setting(style, made(style.name), mail=name == "usual")
            for each in found:
                # One fault of several briefings: only the names that it lists differ.
                kind = (each.where, each.what[:_ALIKE])
                if kind not in told:
                    yield each
                told.add(kind)
        except StyleError as error:
            yield problem_of(error)
            return
        if pdf and name in ON_PAPER:
            yield from _check_paper(style, made(style.name), whole=name == "usual")


def _check_setting(
    style: Style, briefing: Briefing, *, mail: bool
) -> Iterator[Problem]:
    """Set one briefing as manuscript, page and mail."""
    sheet = Sheet(record_of(briefing), style, pictures=pictures_of(briefing))
    page = sheet.page
    body = set_body(sheet.manuscript, sheet.record, sheet.style)
    found = [
        *check_manuscript(sheet),
        *check_page(style, page, tuple(each.id for each in body.sections)),
        *check_contrast(style, page),
    ]
    if mail:
        found += check_links(style, page)
    yield from found
    if mail and not found:
        laid = lay_mail(sheet)
        yield from check_mail(style, laid, sheet.record)
        yield from check_mail_contrast(style, laid.html)


def _check_paper(style: Style, briefing: Briefing, *, whole: bool) -> Iterator[Problem]:
    """Set one briefing on paper: what runs over its edge, what the engine refuses."""
    # These bring WeasyPrint, too.
    from briefing.render.checks.overflow import check_overflow
    from briefing.render.checks.properties import is_for_screens
    from briefing.render.pdf import set_pdf

    pictures = pictures_of(briefing)
    page = Sheet(record_of(briefing), style, pictures=pictures).page
    if whole:
        found = set_pdf(page)[1]
        yield from (each for each in found if not is_for_screens(each.what))
    yield from check_overflow(style, page)
