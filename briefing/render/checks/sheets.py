"""What is wrong with style sheets: their signs, classes, tokens and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import tinycss2  # type: ignore[import-untyped]

from briefing.errors import StyleError
from briefing.model.problem import Problem
from briefing.render.checks.at_rules import at_rule_faults
from briefing.render.checks.css_parts import PRINTED, own_css
from briefing.render.checks.css_values import blank_comments, value_faults
from briefing.render.checks.selectors import classes_of, ids_of, selector_faults
from briefing.render.style_read import read_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.render.style import Style

_LINE_COMMENT = re.compile(r"(?m)^\s*//|(?<=[;{}])\s*//")
_SIGN = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"  # a string
    r"|url\([^)'\"]*\)|[{}()\[\];\"']",
    re.IGNORECASE,
)
_CLOSERS = {"}": "{", ")": "(", "]": "["}
_NESTED = ("media", "supports", "layer", "container")


class Rule(NamedTuple):
    """A rule of a style sheet, wherever it is nested."""

    selector: str
    """Its selector, or the name of its at-rule: "@page"."""
    line: int
    """Line of its selector."""
    declarations: tuple[Any, ...]
    """Its declarations (tinycss2's)."""
    media: str
    """Condition that it stands under; empty for none."""


def check_sheets(style: Style) -> Iterator[Problem]:
    """Give what is wrong with the style sheets of a style itself, mails' among them."""
    own, folder = style.folders[0]
    path, name = folder / "page.css", f"{own}/page.css"
    if path.is_file():
        try:
            read_part(path, name)
        except StyleError as error:
            where, _, what = str(error).partition(": ")
            yield Problem(where, what)
            return
    classes = classes_of(style)
    for part in own_css(style):
        found = [
            *_check_signs(part.text),
            *_check_rules(part.text, classes, ids_of(style)),
            *value_faults(part, style),
        ]
        for line, what in sorted(dict.fromkeys(found)):
            yield Problem(f"{part.name}:{line}", what)


def rules_of(css: str) -> Iterator[Rule]:
    """Give all rules of a style sheet, those inside of @media with its condition."""
    yield from _rules(tinycss2.parse_stylesheet(css, skip_comments=True), "")


def _rules(nodes: Iterable[Any], media: str) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            selector = tinycss2.serialize(node.prelude).strip()
            yield Rule(selector, node.source_line, _declared(node.content), media)
        elif node.type == "at-rule" and node.content is not None:
            condition = tinycss2.serialize(node.prelude).strip()
            if node.lower_at_keyword in _NESTED:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True)
                yield from _rules(inner, f"@{node.lower_at_keyword} {condition}")
            else:
                yield from _at_rule(node, media)


def _at_rule(node: Any, media: str) -> Iterator[Rule]:  # noqa: ANN401
    """Give an at-rule such as @page, and those inside of it, such as @top-left."""
    said = _declared(node.content)
    yield Rule(f"@{node.lower_at_keyword}", node.source_line, said, media)
    for each in said:
        if each.type == "at-rule" and each.content is not None:
            yield from _at_rule(each, media)


def _declared(content: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(
        tinycss2.parse_blocks_contents(
            content, skip_comments=True, skip_whitespace=True
        )
    )


def _check_signs(css: str) -> Iterator[tuple[int, str]]:
    """Find braces without their other half, and comments of another language."""
    plain = blank_comments(css)
    yield from _check_braces(plain)
    for found in _LINE_COMMENT.finditer(plain):
        line = plain.count("\n", 0, found.end()) + 1
        yield line, "// is no comment in CSS; write /* so */"
    if "/*" in plain:
        line = css.count("\n", 0, css.rindex("/*")) + 1
        yield line, "the comment is never closed; write */ after it"


def _check_braces(plain: str) -> Iterator[tuple[int, str]]:
    """Find brackets and quotes without their other half."""
    opened: list[tuple[str, int]] = []
    for line, text in enumerate(plain.splitlines(), start=1):
        for sign in _SIGN.findall(text):
            if sign in "\"'":
                yield line, f"the {sign} here is never closed; write another"
            elif sign in _CLOSERS.values():
                opened.append((next(k for k, v in _CLOSERS.items() if v == sign), line))
            elif sign in _CLOSERS or sign == ";":
                yield from _close(sign, line, opened)
    for sign, line in opened[-1:]:
        after = "write } after its rules" if sign == "}" else f"write {sign}"
        yield line, f"the {_CLOSERS[sign]} here is never closed; {after}"


def _close(
    sign: str, line: int, opened: list[tuple[str, int]]
) -> Iterator[tuple[int, str]]:
    """Close what a bracket closes; whatever was opened in it should have been."""
    while opened and opened[-1][0] != sign and opened[-1][0] != "}":
        wanted, since = opened.pop()
        yield since, f"the {_CLOSERS[wanted]} here is never closed; write {wanted}"
    if sign == ";":
        return
    if opened and opened[-1][0] == sign:
        opened.pop()
    else:
        yield line, f"a {sign} closes nothing; take it away"


def _check_rules(
    css: str, classes: set[str], ids: set[str]
) -> Iterator[tuple[int, str]]:
    """Find rules that cannot be read, and classes that no page has."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if node.type == "error":
            yield node.source_line, "no rule can be read here; is a { missing?"
    yield from at_rule_faults(nodes)
    for rule in rules_of(css):
        if rule.selector == "@font-face":
            what = "fonts are named in style.yaml, under `fonts`, each with its file"
            yield rule.line, f"@font-face is not read; {what}"
            continue
        for what in selector_faults(rule.selector, classes, ids):
            yield rule.line, what
        for each in rule.declarations:
            yield from _check_declaration(each)


def _check_declaration(each: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
    """Find a missing colon or semicolon."""
    if each.type == "error":
        yield each.source_line, "no 'name: value;' can be read here; is a : missing?"
    elif each.type == "qualified-rule":
        # Without its semicolon `a: b` before a nested rule is read as a selector.
        text = tinycss2.serialize(each.prelude).strip()
        if ":" in text.partition("{")[0].removeprefix("&"):
            yield each.source_line, f"'{text}' is no rule; is a }} or a ; missing?"
    elif each.type == "declaration" and PRINTED not in each.serialize():
        for token in each.value:
            if token.type == "literal" and token.value == ":":
                yield each.source_line, f"a ; is missing after '{each.name}: …'"
        if not any(token.type != "whitespace" for token in each.value):
            yield each.source_line, f"'{each.name}' has no value"
