"""Runs templates, and blames what goes wrong in them on file and line."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from briefing.errors import StyleError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.environment import StyleEnvironment

_UNKNOWN = re.compile(r"No (filter|test) named '([^']*)'")


def render_template(environment: StyleEnvironment, name: str, **names: object) -> str:
    """Run a template.

    Raises:
        StyleError: with template, line, what was found and the nearest right name.
    """
    with _blaming(environment, name):
        return environment.get_template(name).render(**names)


def try_template(environment: StyleEnvironment, name: str) -> None:
    """Read a template without running it.

    Raises:
        StyleError: with template, line and what is wrong with its tags.
    """
    with _blaming(environment, name):
        environment.get_template(name)


@contextmanager
def _blaming(environment: StyleEnvironment, name: str) -> Iterator[None]:
    try:
        yield
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise StyleError(f"{where}: {_explain(error, environment)}") from error  # noqa: EM102
    except TemplateNotFound as error:
        wanted = str(error.message)
        hint = did_you_mean(wanted, environment.list_templates())
        msg = f"{_line_of(error) or name}: there is no template '{wanted}'{hint}"
        raise StyleError(msg) from error
    except (
        TemplateError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        msg = f"{_line_of(error) or name}: {_say(error)}"
        raise StyleError(msg) from error
    except UnicodeDecodeError as error:
        raise StyleError(f"{name}: not UTF-8 text; save it as UTF-8") from error  # noqa: EM102


def _say(error: Exception) -> str:
    if isinstance(error, TemplateError):
        return str(error.message)
    if isinstance(error, KeyError):
        return f"there is no {error}"
    return f"{error}"


def _explain(error: TemplateSyntaxError, environment: StyleEnvironment) -> str:
    unknown = _UNKNOWN.match(error.message or "")
    if unknown:
        kind, name = unknown.groups()
        known = environment.filters if kind == "filter" else environment.tests
        return f"there is no {kind} '{name}'{did_you_mean(name, known)}"
    return f"{error.message}; mend the template's tags"


def _line_of(error: Exception) -> str | None:
    """Give "style/file:line" of the innermost template that an error came through."""
    where = None
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            where = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
