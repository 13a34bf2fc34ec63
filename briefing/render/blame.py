"""Runs templates, and blames what goes wrong in them on file and line."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from briefing.errors import StyleError, did_you_mean
from briefing.render.environment import UNSAFE_FILTERS, StyleEnvironment
from briefing.render.filters import FILTERS
from briefing.render.style_foreign import (
    name_hint,
    sign_hint,
    tag_hint,
    token_hint,
)
from briefing.render.style_limit import MOST_SECONDS, TooLongError, limited
from briefing.render.style_read import unreadable
from briefing.render.tags import find_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNKNOWN = re.compile(r"No (filter|test) named '([^']*)'")
_INNER = re.compile(r"^[\w.<>]*<lambda>\(\) ")
_NO_TAG = re.compile(r"Encountered unknown tag '([^']*)'")
_EXPECTED = re.compile(r"expected token '([^']*)', got '(.*)'", re.DOTALL)
_NO_DAY = re.compile(r"Invalid isoformat string: (.+)", re.DOTALL)
_NEEDED = ("briefing.md.j2", "page.html.j2", "email.html.j2", "email.txt.j2")
_PLAIN = (
    (RecursionError, "a template extends or includes itself without end; end the ring"),
    (TooLongError, f"runs for more than {MOST_SECONDS:.0f} seconds; end it earlier"),
    (
        AssertionError,  # of Jinja's compiler, which knows no line
        "a name that only the filter of a {% set %} or {% filter %} block uses: "
        "give it a name of its own before, {% set that = … %}",
    ),
    (MemoryError, "more is printed than the machine can hold; make less of it"),
)
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
        with limited():
            yield
    except TemplateSyntaxError as error:
        line, what = _explain(error, environment)
        where = f"{error.filename or error.name}:{line}"
        raise StyleError(f"{where}: {what}") from error  # noqa: EM102
    except TemplateNotFound as error:
        wanted = str(error.message)
        msg = (
            f"{_line_of(error, environment) or name}: {_not_there(wanted, environment)}"
        )
        raise StyleError(msg) from error
    except OSError as error:
        raise StyleError(
            unreadable(_part_of(error, environment, name), error)
        ) from error
    except (
        TemplateError,
        AssertionError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        NameError,
        ArithmeticError,
        RecursionError,
        MemoryError,
        TooLongError,
    ) as error:
        msg = f"{_line_of(error, environment) or name}: {_say(error, environment)}"
        raise StyleError(msg) from error


def _not_there(wanted: str, environment: StyleEnvironment) -> str:
    """Say that a template is not there, nor in any style below."""
    known = environment.list_templates()
    hint = did_you_mean(wanted, known)
    style = environment.style_loader.style
    if wanted in _NEEDED and len(style.folders) == 1:
        hint = f"; {style.name} extends nothing: write extends: base in style.yaml"
    return f"there is no template '{wanted}'{hint}"


def _part_of(error: OSError, environment: StyleEnvironment, name: str) -> str:
    """Give "style/file" of a file that could not be read."""
    path = Path(str(error.filename))
    for owner, folder in environment.style_loader.style.folders:
        if path.is_relative_to(folder):
            return f"{owner}/{path.relative_to(folder).as_posix()}"
    return name


def _say(error: Exception, environment: StyleEnvironment) -> str:
    for kind, what in _PLAIN:
        if isinstance(error, kind):
            return what
    if isinstance(error, SecurityError):
        said = str(error).rstrip(".")
        return f"{said}; a template sees fields, and nothing of the program"
    if isinstance(error, TemplateError):
        unknown = _UNKNOWN.match(str(error.message))
        if unknown:
            return unknown_word(unknown[1], unknown[2], environment)
        return str(error.message)
    no_day = _NO_DAY.match(str(error)) if isinstance(error, ValueError) else None
    if no_day:
        return f"{no_day[1]} is no day; |date and its like take a day: issue.as_of"
    if isinstance(error, KeyError):
        return f"there is no {error}"
    return _say_kind(str(error)) if isinstance(error, TypeError) else f"{error}"


def _say_kind(said: str) -> str:
    """Say what was given to whom, where it is of another kind than wanted."""
    if "argument" in said and ("macro" in said or "()" in said):
        return f"{_INNER.sub('the filter ', said)}; give what it takes, by its name"
    if "not callable" in said:
        return f"{said}: a field is no function; take the ( ) away"
    return f"{said}; one of the two is empty or of another kind: ask {{% if %}}"


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
    return error.lineno, _explain_tag(said, no_tag, error)


def _explain_tag(
    said: str, no_tag: re.Match[str] | None, error: TemplateSyntaxError
) -> str:
    """Say what is wrong inside of a tag."""
    if no_tag:
        known = (*_TAGS, *_ENDS)
        hint = tag_hint(no_tag[1]) or did_you_mean(no_tag[1], known)
        listed = hint or f"; there are: {', '.join(known)}"
        return f"there is no tag '{no_tag[1]}'{listed}"
    lines = (error.source or "").splitlines()
    line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    wanted = _EXPECTED.match(said)
    if wanted:
        what = f"'{wanted[2]}' makes no sense here, where {wanted[1]} should stand"
        near = "is a |, a quote or a bracket missing before it?"
        return f"{what}; {token_hint(line) or near}"
    return sign_hint(said) or f"{said.rstrip('.')}; mend the template's tags"


def unknown_word(kind: str, name: str, environment: StyleEnvironment) -> str:
    """Say that there is no such filter or test."""
    if name in UNSAFE_FILTERS:
        why = "what is printed is escaped, so that no article breaks a page"
        return f"there is no filter '{name}': {why}; take |{name} away"
    known = environment.filters if kind == "filter" else environment.tests
    ours = sorted(FILTERS if kind == "filter" else known)
    near = name_hint(name) or did_you_mean(name, known)
    hint = near or f"; there are: {', '.join(ours)}"
    return f"there is no {kind} '{name}'{hint}"


def _line_of(error: Exception, environment: StyleEnvironment) -> str | None:
    """Give "style/file:line" of the template to mend.

    That is the innermost of the style itself that the error came through: what it
    stands on fails where it is called wrongly. Else the innermost of any.
    """
    own = f"{environment.style_loader.style.name}/"
    where = None
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        is_run = trace.tb_frame.f_code.co_name != "<module>"  # that is its loading
        is_better = file.startswith(own) or not (where or "").startswith(own)
        if file.endswith(".j2") and is_run and is_better:
            where = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
