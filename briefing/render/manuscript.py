"""Writes the Markdown manuscript of a briefing in a house style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.render.blame import render_template
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.layout import lay_out
from briefing.render.lookups import index_of

if TYPE_CHECKING:
    from briefing.render.record import Record
    from briefing.render.style import Style

_MARK = re.compile(r"(?<!\\)\[(\d{1,9})\]")


def write_manuscript(record: Record, style: Style) -> str:
    """Give the manuscript: what `briefing.md.j2` prints, laid out evenly.

    The definitions of all citation marks stand at its end, whatever a template does.

    Raises:
        StyleError: with template and line of what is wrong there.
    """
    environment = StyleEnvironment(style, names_for(record, style), markdown=True)
    environment.add_filters(filters_for(style, index_of(record)))
    text = lay_out(render_template(environment, "briefing.md.j2"))
    numbers = sorted({int(number) for number in _MARK.findall(text)})
    definitions = "".join(f"[{number}]: #c{number}\n" for number in numbers)
    return f"{text}\n{definitions}" if definitions else text


def names_for(record: Record, style: Style) -> dict[str, Any]:
    """Give what templates see by name: the record, and the style's own words."""
    return {
        **record,
        "labels": style.labels,
        "tokens": style.tokens,
        "style": {"name": style.name, "title": style.title},
    }
