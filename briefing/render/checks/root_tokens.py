"""Tokens that a style sheet sets anew under `:root`, held to what `style.yaml` may."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import tinycss2  # type: ignore[import-untyped]
from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

from briefing.model.problem import Problem
from briefing.render.checks.reading import sources_of
from briefing.render.checks.sheets import rules_of
from briefing.render.style_values import token_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

_ROOTS = (":root", "html")
_WORDLESS = ("size",)


class RootToken(NamedTuple):
    """A token, as a style sheet sets it."""

    value: str
    """Its value."""
    where: str
    """ "style/page.css:line"."""


def root_tokens(style: Style) -> dict[str, RootToken]:
    """Give the tokens of a style that its own page.css sets for all of a page."""
    found: dict[str, RootToken] = {}
    for source in sources_of(style.folders[0][1], "page.css"):
        for rule in rules_of(source.text):
            if rule.selector not in _ROOTS or rule.media:
                continue  # such as dark screens alone
            for each in rule.declarations:
                name = each.name.removeprefix("--") if _is_set(each) else ""
                if name in style.tokens:
                    value = tinycss2.serialize(each.value).strip()
                    where = f"{source.name}:{each.source_line}"
                    found[name] = RootToken(value, where)
    return found


def _is_set(each: object) -> bool:
    return getattr(each, "type", "") == "declaration" and getattr(
        each, "name", ""
    ).startswith("--")


def laid_over(style: Style) -> Style:
    """Give a style with the tokens that its page.css sets anew."""
    said = {name: each.value for name, each in root_tokens(style).items()}
    return style._replace(tokens=style.tokens | said) if said else style


def check_root_tokens(style: Style) -> Iterator[Problem]:
    """Give the values that `style.yaml` would be refused for."""
    for name, (value, where) in root_tokens(style).items():
        below = style.tokens[name]
        what = _fault(name, value, below)
        if what:
            yield Problem(where, f"--{name}: {what.replace(', in quotes', '')}")


def _fault(name: str, value: str, below: str) -> str | None:
    if below.startswith("#"):
        if "(" in value or parse_color(value) is not None:
            return None  # CSS knows more colours than style.yaml takes
        return (token_fault("colours", name, value, below) or "").replace('"', "")
    if name in _WORDLESS or not value:
        return None
    return token_fault("type", name, value, below)
