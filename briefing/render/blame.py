"""Runs templates, and blames what goes wrong in them on file and line."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from briefing.errors import StyleError, did_you_mean
from briefing.render.environment import UNSAFE_FILTERS, StyleEnvironment
from briefing.render.filters import FILTERS
from briefing.render.tags import find_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNKNOWN = re.compile(r"No (filter|test) named '([^']*)'")
_NO_TAG = re.compile(r"Encountered unknown tag '([^']*)'")
_EXPECTED = re.compile(r"expected token '([^']*)', got '(.*)'", re.DOTALL)
_TAGS = ("block", "extends", "for", "if", "include", "macro", "set", "with")
_ENDS = (*(f"end{tag}" for tag in ("block", "for", "if", "macro")), "else", "elif")


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
        line, what = _explain(error, environment)
        where = f"{error.filename or error.name}:{line}"
        raise StyleError(f"{where}: {what}") from error  # noqa: EM102
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


def _say(error: Exception) -> str:
    if isinstance(error, TemplateError):
        return str(error.message)
    if isinstance(error, KeyError):
        return f"there is no {error}"
    if isinstance(error, RecursionError):
        return "a template extends or includes itself without end; end the ring"
    if isinstance(error, TypeError):
        return f"{error}; one of the two is empty or of another kind: ask {{% if %}}"
    return f"{error}"


def _explain(
    error: TemplateSyntaxError, environment: StyleEnvironment
) -> tuple[int, str]:
    """Give the line to mend and what is wrong there, in plain words."""
    said = error.message or ""
    unknown = _UNKNOWN.match(said)
    if unknown:
        return error.lineno, unknown_word(unknown[1], unknown[2], environment)
    no_tag = _NO_TAG.match(said)
    slip = find_slip(error.source) if error.source else None
    if slip and not (no_tag and no_tag[1] not in _ENDS):
        return slip
    if no_tag:
        known = (*_TAGS, *_ENDS)
        hint = did_you_mean(no_tag[1], known) or f"; there are: {', '.join(known)}"
        return error.lineno, f"there is no tag '{no_tag[1]}'{hint}"
    wanted = _EXPECTED.match(said)
    if wanted:
        what = f"'{wanted[2]}' makes no sense here, where {wanted[1]} should stand"
        return error.lineno, f"{what}; is a |, a quote or a bracket missing before it?"
    return error.lineno, f"{said}; mend the template's tags"


def unknown_word(kind: str, name: str, environment: StyleEnvironment) -> str:
    """Say that there is no such filter or test."""
    if name in UNSAFE_FILTERS:
        why = "what is printed is escaped, so that no article breaks a page"
        return f"there is no filter '{name}': {why}; take |{name} away"
    known = environment.filters if kind == "filter" else environment.tests
    ours = sorted(FILTERS if kind == "filter" else known)
    hint = did_you_mean(name, known) or f"; there are: {', '.join(ours)}"
    return f"there is no {kind} '{name}'{hint}"


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
