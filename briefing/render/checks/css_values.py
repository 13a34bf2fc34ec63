"""What is wrong with the values of a style sheet: variables, addresses, counters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tinycss2  # type: ignore[import-untyped]

from briefing.errors import did_you_mean
from briefing.render.checks.css_names import COUNTERS
from briefing.render.checks.css_parts import PRINTED, CssPart, all_css

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.render.checks.values import Fault
    from briefing.render.style import Style

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*['\"]?(?!data:|#)([^'\")]*)", re.IGNORECASE)
_SET = re.compile(r"(?<![\w-])--([\w-]+)\s*:")
_COUNTED = re.compile(r"counter-(?:reset|increment|set)\s*:([^;}]*)", re.IGNORECASE)
_NAMED = re.compile(
    r"string-set\s*:\s*([\w-]+)|,\s*([\w-]+)\s+content\(", re.IGNORECASE
)
_ASKED = re.compile(r"(?<![\w-])(counters?|string)\(\s*([\w-]+)", re.IGNORECASE)
_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")
_PICTURE = "a page template prints a picture: {{ 'a.png'|picture(alt='…') }}"
_FONT = "name fonts and the logo in style.yaml, by file"
_FOREIGN = re.compile(r":\s*(?:\$|@)([\w-]+)\s*[;}]")


def value_faults(part: CssPart, style: Style) -> Iterator[Fault]:
    """Give line and fault of each value that leads nowhere.

    Args:
        part: the style sheet.
        style: its style, for tokens and for what the sheets below set.
    """
    css = blank_comments(part.text)
    sheets = [blank_comments(each.text) for each in all_css(style)]
    # A mail is told its tokens alone: mail programs know no variables.
    own = {} if part.is_mail else set(_SET.findall("\n".join(sheets)))
    known = {*style.tokens, *own}
    nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
    yield from _variable_faults(nodes, known, style, is_mail=part.is_mail)
    yield from _address_faults(css)
    yield from _name_faults(css, "\n".join(sheets))
    if part.name.endswith(".css"):
        yield from _foreign_faults(css)
        yield from _unused_faults(css, sheets, style)


def blank_comments(css: str) -> str:
    """Take comments out, but keep every line in its place."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), css)


def _variable_faults(
    nodes: Iterable[Any], known: set[str], style: Style, *, is_mail: bool
) -> Iterator[Fault]:
    """Check every `var()`, however deep it stands."""
    for node in nodes:
        if node.type == "function":
            if node.lower_name == "var":
                for what in _one_variable(node, known, style, is_mail=is_mail):
                    yield node.source_line, what
            yield from _variable_faults(node.arguments, known, style, is_mail=is_mail)
        elif node.type in ("{} block", "() block", "[] block"):
            yield from _variable_faults(node.content, known, style, is_mail=is_mail)


def _one_variable(
    node: Any,  # noqa: ANN401 - tinycss2 is untyped
    known: set[str],
    style: Style,
    *,
    is_mail: bool,
) -> Iterator[str]:
    said = [each for each in node.arguments if each.type != "whitespace"]
    first = said[0] if said else None
    name = str(first.value) if first is not None and first.type == "ident" else ""
    if PRINTED in name:
        return
    if not name.startswith("--"):
        plain = re.sub(r"[^\w-]", "", tinycss2.serialize(node.arguments)).lstrip("-")
        near = plain if plain in known else _nearest(plain, known)
        shown = re.sub(r"\s+", " ", node.serialize())[:40]
        yield f"{shown} names no variable; write var(--{near or 'ink'})"
    elif name[2:] not in known:
        hint = did_you_mean(name[2:], known) or "; add it to style.yaml"
        yield f"there is no {name}{hint}"
    elif is_mail and len(said) > 1:
        yield f"a mail program knows no variables; write var({name}) alone"


def _nearest(name: str, known: set[str]) -> str:
    return did_you_mean(name, known).removeprefix("; did you mean '").removesuffix("'?")


def _address_faults(css: str) -> Iterator[Fault]:
    for line, text in enumerate(css.splitlines(), start=1):
        if _IMPORT.search(text):
            yield line, "a page fetches nothing; write the rules into this file"
            continue
        for address in _ADDRESS.findall(text):
            is_own = "//" not in address and address.lower().endswith(_PICTURES)
            what = _PICTURE if is_own else _FONT
            yield line, f"a page fetches nothing, not '{address[:60]}'; {what}"


def _name_faults(css: str, sheets: str) -> Iterator[Fault]:
    """Check that counters and strings that are printed are set somewhere."""
    counters = {word for said in _COUNTED.findall(sheets) for word in said.split()}
    strings = {one or two for one, two in _NAMED.findall(sheets)}
    for found in _ASKED.finditer(css):
        is_string = found[1].lower() == "string"
        known = strings if is_string else {*counters, *COUNTERS}
        if found[2] not in known and found[2] != "attr":
            set_by = "string-set" if is_string else "counter-reset"
            hint = did_you_mean(found[2], known) or f"; set it with {set_by}"
            line = css.count("\n", 0, found.start()) + 1
            kind = "string" if is_string else "counter"
            yield line, f"there is no {kind} '{found[2]}'{hint}"


def _foreign_faults(css: str) -> Iterator[Fault]:
    """Find variables of other languages, and tags of templates."""
    for found in _FOREIGN.finditer(css):
        line = css.count("\n", 0, found.start(1)) + 1
        yield line, f"CSS writes a variable so: var(--{found[1]})"
    for at in re.finditer(r"\{\{|\{%|\{\*", css):
        line = css.count("\n", 0, at.start()) + 1
        yield line, f"page.css is no template: {at[0]} is not read; write var(--accent)"


def _unused_faults(css: str, sheets: list[str], style: Style) -> Iterator[Fault]:
    """Find a variable that is set, that nothing uses, and that is like a token."""
    whole = "\n".join(sheets)
    for found in _SET.finditer(css):
        name = found[1]
        used = re.search(rf"var\(\s*--{re.escape(name)}(?![\w-])", whole)
        hint = did_you_mean(name, style.tokens)
        if name not in style.tokens and not used and hint:
            line = css.count("\n", 0, found.start()) + 1
            yield line, f"nothing uses --{name}{hint}"
