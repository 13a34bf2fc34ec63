"""What a style sheet takes off the page: sections, and lines that run in a margin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tinycss2  # type: ignore[import-untyped]

from briefing.model.problem import Problem
from briefing.render.checks.reading import Source, sources_of
from briefing.render.checks.sheets import Rule, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.render.style import Style

_WHOLE = (".section", "section", "main", ".issue", "body", "html", ".topic", ".sources")
_RUNNING = re.compile(r"running\(\s*([\w-]+)")
_ELEMENT = re.compile(r"element\(\s*([\w-]+)")


def check_hidden(style: Style) -> Iterator[Problem]:
    """Give the rules by which readers of paper would miss a part of an issue."""
    own, *below = [_rules_in(folder) for _, folder in style.folders]
    for source, rule in own:
        hides = _value(rule, "display") == "none" and "screen" not in rule.media
        for part in map(str.strip, rule.selector.split(",")):
            if hides and part in _WHOLE:
                what = f"'display: none' takes {part} off every page; which sections "
                hint = "there are is said in the config: `sections` of the edition"
                yield Problem(f"{source.name}:{rule.line}", what + hint)
    yield from _check_margins(own, [each for rules in below for each in rules])


def _rules_in(folder: Path) -> list[tuple[Source, Rule]]:
    return [
        (source, rule)
        for source in sources_of(folder, "page.css")
        for rule in rules_of(source.text)
    ]


def _check_margins(
    own: list[tuple[Source, Rule]], below: list[tuple[Source, Rule]]
) -> Iterator[Problem]:
    """Find boxes of the margin set anew that held what runs there."""
    running = {
        found[1]: rule.selector
        for _, rule in below
        for found in [_RUNNING.match(_value(rule, "position"))]
        if found
    }
    for name, selector in running.items():
        places = [
            _value(rule, "position")
            for _, rule in (*own, *below)
            if rule.selector == selector and "screen" not in rule.media
        ]
        printed = any(name in _elements(rule) for _, rule in own)
        boxes = {rule.selector for _, rule in below if name in _elements(rule)}
        if printed or any(each and "running(" not in each for each in places):
            continue
        for source, rule in own:
            if rule.selector in boxes and _value(rule, "content"):
                what = f"{rule.selector} held {selector}, which is printed nowhere now"
                hint = f"give another box content: element({name}), or write "
                yield Problem(
                    f"{source.name}:{rule.line}",
                    f"{what}; {hint}{selector} {{ position: static }}",
                )


def _elements(rule: Rule) -> list[str]:
    """Give what a box of the margin prints of what runs there."""
    return _ELEMENT.findall(_value(rule, "content"))


def _value(rule: Rule, name: str) -> str:
    """Give what a rule says of a property; '' for nothing."""
    for each in reversed(rule.declarations):
        if each.type == "declaration" and each.lower_name == name:
            return str(tinycss2.serialize(each.value)).strip()
    return ""
