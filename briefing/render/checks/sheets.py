"""What is wrong with a `page.css`: its signs, classes, tokens and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import tinycss2  # type: ignore[import-untyped]

from briefing.errors import did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.selectors import classes_of, selector_faults
from briefing.render.style_file import not_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.render.style import Style

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"var\(\s*--([\w-]+)")
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*['\"]?(?!data:|#)([^'\")]*)", re.IGNORECASE)
_LINE_COMMENT = re.compile(r"(?m)^\s*//|(?<=[;{}])\s*//")
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


def check_sheet(style: Style) -> Iterator[Problem]:
    """Give what is wrong with the style sheet of a style itself."""
    own, folder = style.folders[0]
    path, name = folder / "page.css", f"{own}/page.css"
    if not path.is_file():
        return
    try:
        css = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        where, _, what = not_utf8(name, error).partition(": ")
        yield Problem(where, what)
        return
    found = [
        *_check_signs(css),
        *_check_rules(css, classes_of(style)),
        *_check_values(blank_comments(css), style),
    ]
    for line, what in sorted(dict.fromkeys(found)):
        yield Problem(f"{name}:{line}", what)


def blank_comments(css: str) -> str:
    """Take comments out, but keep every line in its place."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), css)


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
    opened: list[int] = []
    for line, text in enumerate(plain.splitlines(), start=1):
        for sign in re.findall(r"\"[^\"]*\"|'[^']*'|[{}]", text):
            if sign == "{":
                opened.append(line)
            elif sign == "}" and not opened:
                yield line, "a } closes nothing; take it away"
            elif sign == "}":
                opened.pop()
    if opened:
        yield opened[-1], "the { here is never closed; write } after its rules"


def _check_rules(css: str, classes: set[str]) -> Iterator[tuple[int, str]]:
    """Find rules that cannot be read, and classes that no page has."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if node.type == "error":
            yield node.source_line, "no rule can be read here; is a { missing?"
    for rule in rules_of(css):
        for what in selector_faults(rule.selector, classes):
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
    elif each.type == "declaration":
        for token in each.value:
            if token.type == "literal" and token.value == ":":
                yield each.source_line, f"a ; is missing after '{each.name}: …'"
        if not any(token.type != "whitespace" for token in each.value):
            yield each.source_line, f"'{each.name}' has no value"


def _check_values(css: str, style: Style) -> Iterator[tuple[int, str]]:
    """Give line and fault of every unknown token and every address."""
    for line, text in enumerate(css.splitlines(), start=1):
        for name in _TOKEN.findall(text):
            if name not in style.tokens and not re.search(rf"--{name}\s*:", css):
                hint = did_you_mean(name, style.tokens) or "; add it to style.yaml"
                yield line, f"there is no --{name}{hint}"
        if _IMPORT.search(text):
            yield line, "a page fetches nothing; write the rules into this file"
            continue
        for address in _ADDRESS.findall(text):
            what = "name fonts and the logo in style.yaml, by file"
            yield line, f"a page fetches nothing, not '{address[:60]}'; {what}"
