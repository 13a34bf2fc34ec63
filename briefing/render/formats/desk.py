"""The desk copy: what was held and why, gaps and problems, for the editor alone.

A Markdown file beside the issue, `<stem>.desk.md`. It is made only when asked for, is
no part of the reader's issue, and is never set as a page or read by `verify`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.render.blame import render_template
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.layout import lay_out
from briefing.render.lookups import index_of
from briefing.render.manuscript import names_for

if TYPE_CHECKING:
    from briefing.model.problem import Problem
    from briefing.render.sheet import Sheet

NAME = "desk.md"


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the desk copy in UTF-8, as `desk.md.j2` of the style lays it out."""
    names = names_for(sheet.printed, sheet.style)
    environment = StyleEnvironment(sheet.style, names, markdown=True)
    environment.add_filters(filters_for(sheet.style, index_of(sheet.printed)))
    return lay_out(render_template(environment, "desk.md.j2")).encode(), ()
