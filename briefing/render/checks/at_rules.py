"""What is wrong with an at-rule: its name, its media, its page, its margin boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tinycss2  # type: ignore[import-untyped]

from briefing.errors import did_you_mean
from briefing.render.checks.css_names import (
    AT_RULES,
    MARGIN_BOXES,
    MEDIA_FEATURES,
    MEDIA_WORDS,
    PAGE_PSEUDO,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefing.render.checks.values import Fault

_NESTING = ("media", "supports", "layer", "container", "scope", "starting-style")
_FEATURE = re.compile(r"\(\s*([a-z-]+)\s*[:<>=)]", re.IGNORECASE)
_PAGE = re.compile(r":([\w-]+)")


def at_rule_faults(nodes: Iterable[Any], *, in_page: bool = False) -> Iterator[Fault]:
    """Give line and fault of each at-rule that no engine knows.

    Args:
        nodes: nodes of a style sheet (tinycss2's).
        in_page: whether they stand inside of `@page`.
    """
    for node in nodes:
        if node.type == "qualified-rule":
            yield from at_rule_faults(_inside(node))
        if node.type != "at-rule":
            continue
        name = node.lower_at_keyword
        known = MARGIN_BOXES | {"footnote"} if in_page else AT_RULES
        if name not in known and not name.startswith("-"):
            yield node.source_line, _unknown(f"@{name}", known, in_page=in_page)
            continue
        said = tinycss2.serialize(node.prelude)
        if name == "media":
            yield from ((node.source_line, what) for what in _media_faults(said))
        elif name == "page":
            yield from ((node.source_line, what) for what in _page_faults(said))
        if node.content is not None:
            inner = (
                tinycss2.parse_rule_list(node.content, skip_comments=True)
                if name in _NESTING
                else _inside(node)
            )
            yield from at_rule_faults(inner, in_page=name == "page")


def _inside(node: Any) -> list[Any]:  # noqa: ANN401 - tinycss2 is untyped
    found: list[Any] = tinycss2.parse_blocks_contents(node.content, skip_comments=True)
    return found


def _unknown(name: str, known: Collection[str], *, in_page: bool) -> str:
    plain = name.removeprefix("@")
    if not in_page and plain in MARGIN_BOXES:
        return f"{name} stands inside of @page {{ … }}"
    hint = did_you_mean(plain, known) or f"; there are: {', '.join(sorted(known))}"
    return f"there is no {name}{' in @page' if in_page else ''}{hint}"


def _media_faults(said: str) -> Iterator[str]:
    """Check the words and features of `@media`."""
    for name in _FEATURE.findall(said):
        if name.lower() not in MEDIA_FEATURES and not name.startswith("-"):
            yield f"@media asks for no '{name}'{did_you_mean(name, MEDIA_FEATURES)}"
    plain = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", " ", said)
    for word in re.findall(r"[\w-]+", plain):
        if word.lower() not in MEDIA_WORDS:
            hint = did_you_mean(word, MEDIA_WORDS) or "; there are print and screen"
            yield f"there is no medium '{word}'{hint}"


def _page_faults(said: str) -> Iterator[str]:
    for name in _PAGE.findall(said):
        if name.lower() not in PAGE_PSEUDO:
            known = ", ".join(f":{each}" for each in sorted(PAGE_PSEUDO))
            hint = did_you_mean(name, PAGE_PSEUDO) or f"; there are: {known}"
            yield f"there is no page ':{name}'{hint}"
