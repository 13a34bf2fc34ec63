"""Lays the manuscript into the style's page: one self-contained HTML file."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefing.render.blame import render_template
from briefing.render.body import set_body
from briefing.render.charts import add_sparklines
from briefing.render.clean import clean
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for, quote_marks
from briefing.render.fonts import font_faces
from briefing.render.illustrations import sources_of
from briefing.render.lookups import index_of
from briefing.render.manuscript import names_for
from briefing.render.quotes import set_ranges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.render.record import Record
    from briefing.render.style import Style

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_CLOSING = re.compile(r"</", re.ASCII)


def lay_page(
    manuscript: str,
    record: Record,
    style: Style,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> str:
    """Give the page as HTML: words, pictures, style sheet and fonts in one file.

    Raises:
        StyleError: with file and line of what is wrong in the style.
    """
    body = set_body(manuscript, record, style, sources_of(record, pictures))
    label = record["issue"]["label"]
    names = names_for(record, style)
    environment = StyleEnvironment(style, names, markdown=False)
    environment.add_filters(filters_for(style, index_of(record)))
    marks = quote_marks(style)
    page: dict[str, Any] = {
        "title": clean(f"{body.title}. {set_ranges(label)}" if label else body.title),
        "masthead": Markup(body.masthead),
        "sections": [
            {
                "type": each.type,
                "id": each.id,
                "title": clean(each.title),
                "html": Markup(
                    add_sparklines(each.html, record, style, marks)
                    if each.type == "figures"
                    else each.html
                ),
            }
            for each in body.sections
        ],
        "words": len(manuscript.split()),
    }
    sheet = style_sheet(style)
    text = (
        body.masthead
        + "".join(each.html for each in body.sections)
        + sheet
        + str(style.labels)
    )
    page["css"] = Markup(font_faces(style.faces, text, sheet) + sheet)
    return render_template(environment, "page.html.j2", page=page)


def style_sheet(style: Style) -> str:
    """Give the CSS of a style: its tokens as variables, then each `page.css`.

    The sheet of a style follows those of the styles that it extends.
    """
    tokens = "".join(f"--{name}: {value};" for name, value in style.tokens.items())
    sheets = [f":root {{{tokens}}}"]
    for _, folder in reversed(style.folders):
        path = folder / "page.css"
        if path.is_file():
            sheets.append(_tighten(path.read_text(encoding="utf-8")))
    return _CLOSING.sub(r"<\\/", "\n".join(sheets))


def _tighten(css: str) -> str:
    return _SPACE.sub(" ", _COMMENT.sub("", css)).strip()
