"""Whether every typeface that a style asks for is among its fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tinycss2  # type: ignore[import-untyped]

from briefing.errors import did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.reading import sources_of
from briefing.render.checks.root_tokens import root_tokens
from briefing.render.checks.sheets import rules_of
from briefing.render.style import own_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

GENERIC = (
    *("serif", "sans-serif", "monospace", "system-ui", "cursive", "fantasy", "math"),
    *("inherit", "initial", "unset", "revert", "ui-serif", "ui-sans-serif"),
)
"""Names that stand for any font of a kind; a system may give any."""
TOKENS = ("serif", "sans", "mono")
"""Tokens that hold the names of typefaces, in every style."""


_SIZES = ("dimension", "percentage")


def check_families(style: Style) -> Iterator[Problem]:
    """Give the typefaces that tokens and rules of a style name and no font gives."""
    file = own_file(style)
    for name, value in file.tokens.items():
        if name in TOKENS or _families(value)[-1:] in (["serif"], ["sans-serif"]):
            where = file.where(("type", name))
            for what in _faults(value, style):
                yield Problem(where, f"type.{name}: {what}")
    for name, (value, where) in root_tokens(style).items():
        if name in TOKENS:
            for what in _faults(value, style):
                yield Problem(where, f"--{name}: {what}")
    yield from _check_rules(style)


def _check_rules(style: Style) -> Iterator[Problem]:
    for source in sources_of(style.folders[0][1], "page.css"):
        rules = rules_of(source.text)
        said = [
            each
            for rule in rules
            if rule.selector != "@font-face"  # told already: a page fetches nothing
            for each in rule.declarations
        ]
        for each in said:
            if each.type == "declaration" and each.lower_name in (
                "font-family",
                "font",
            ):
                where = f"{source.name}:{each.source_line}"
                value = _family_part(each)
                for what in _faults(value, style) if value else ():
                    yield Problem(where, what)


def _family_part(said: Any) -> str:  # noqa: ANN401 - tinycss2 is untyped
    """Give the typefaces that a declaration names; '' where it names none.

    In `font` they stand behind the size, and the height of lines.
    """
    value = list(said.value)
    if said.lower_name == "font":
        sizes = [at for at, each in enumerate(value) if each.type in _SIZES]
        slashes = [at for at, each in enumerate(value) if each == "/"]
        is_height = [
            at
            for at, each in enumerate(value)
            if slashes and at > slashes[-1] and each.type in (*_SIZES, "number")
        ]
        behind = max([-1, *sizes, *is_height]) + 1
        value = value[behind:] if behind else []
    return str(tinycss2.serialize(value).strip())


def _families(value: str) -> list[str]:
    return [family.strip().strip("'\"") for family in value.split(",")]


def _faults(value: str, style: Style) -> Iterator[str]:
    known = {family for family, _, _ in style.faces}
    for family in _families(value):
        if family not in known and family not in GENERIC and "(" not in family:
            hint = (
                did_you_mean(family, known)
                or f"; there are: {', '.join(sorted(known))}"
            )
            yield f"no font is called '{family}'{hint}; add its files under `fonts`"
