"""Writes the Markdown manuscript of a briefing in a house style."""

from __future__ import annotations

import re
import traceback
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from briefing.errors import StyleError, did_you_mean
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.layout import lay_out
from briefing.render.lookups import index_of
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
    environment.filters |= filters_for(style, index_of(record))
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


def render_template(
    environment: StyleEnvironment,
    name: str,
    **names: Any,  # noqa: ANN401 - whatever the template is to see
) -> str:
    """Run a template, and blame its faults on file and line.

    Raises:
        StyleError: with template, line, what was found and the nearest right name.
    """
    try:
        return environment.get_template(name).render(**names)
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        known = (*environment.filters, *environment.tests)
        raise StyleError(f"{where}: {_explain(error, known)}") from error
    except TemplateNotFound as error:
        where = _template_line(error) or name
        msg = f"{where}: there is no template '{error.message}' in the style"
        raise StyleError(msg) from error
    except (TemplateError, TypeError, ValueError, KeyError, AttributeError) as error:
        where = _template_line(error) or name
        what = error.message if isinstance(error, TemplateError) else str(error)
        raise StyleError(f"{where}: {what}") from error


_UNKNOWN = re.compile(r"No (filter|test) named '([^']*)'")


def _explain(error: TemplateSyntaxError, known: tuple[str, ...]) -> str:
    unknown = _UNKNOWN.match(error.message or "")
    if unknown:
        kind, name = unknown.groups()
        return f"there is no {kind} '{name}'{did_you_mean(name, known)}"
    return f"{error.message}; mend the template's tags"


def _template_line(error: Exception) -> str | None:
    """Give "style/file:line" of the innermost template that an error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith(".j2"):
            return f"{frame.filename}:{frame.lineno}"
    return None
