"""What is wrong with a template before it runs: names, blocks, files, comments."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from jinja2 import TemplateError, meta, nodes

from briefing.errors import StyleError, did_you_mean
from briefing.model.problem import Problem
from briefing.render.blame import unknown_word
from briefing.render.checks.calls import call_faults
from briefing.render.checks.stray import stray_faults
from briefing.render.checks.values import Fault, value_faults
from briefing.render.style_foreign import name_hint
from briefing.render.style_keys import TOKEN_GROUPS
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.render.environment import StyleEnvironment
    from briefing.render.style import Style

GIVEN = (
    "section",
    "page",
    "mail",
    "loop",
    "super",
    "self",
    "caller",
    "varargs",
    "kwargs",
)
"""Names that a template has beside those of the issue."""


_PAGE_ONLY = ("picture", "sparkline", "line_chart", "bar_chart")
_TO_PAGE = "write it in page.html.j2: {{ 'a.png'|picture(alt='…') }}"
_DRAWN = re.compile(r"!\[[^\]\n{]*\]\([^)\s{]+\)")


class Parsed(NamedTuple):
    """A template, read."""

    name: str
    """Its name in messages: "mine/briefing.md.j2"."""
    tree: nodes.Template
    """Its syntax tree."""


def check_template(
    environment: StyleEnvironment, name: str, style: Style, known: Mapping[str, Any]
) -> Iterator[Problem]:
    """Give what is wrong with one template of a style.

    Args:
        environment: the environment that would run it.
        name: its name with that of its style: "mine/briefing.md.j2".
        style: the style.
        known: what templates see by name.
    """
    parsed = parse(environment, name)
    if parsed is None:
        return
    above = list(_ancestors(environment, parsed))
    # First, since Jinja's own look at names folds what is constant in the tree.
    for line, what in _uses(parsed, environment, style):
        yield _problem(parsed, line, what)
    yield from _check_files(parsed, environment)
    yield from _check_blocks(parsed, above)
    yield from _check_self(parsed, above)
    yield from _check_names(parsed, environment, style, known)
    yield from _check_fields(parsed, known)
    yield from _check_filters(parsed, environment)
    if parsed.name.endswith(".md.j2"):
        source = environment.style_loader.get_source(environment, name)[0]
        yield from _check_drawn(parsed, blank_comments(source))
    for line, what in stray_faults(parsed.tree, parsed.name, known):
        yield _problem(parsed, line, what)


def parse(environment: StyleEnvironment, name: str) -> Parsed | None:
    """Read a template; None when there is none or its tags are wrong."""
    try:
        source, where, _ = environment.style_loader.get_source(environment, name)
        return Parsed(where, environment.parse(source, where))
    except (TemplateError, StyleError):
        return None


def _problem(parsed: Parsed, line: int, what: str) -> Problem:
    return Problem(f"{parsed.name}:{line}", what)


def _extended(parsed: Parsed) -> Iterator[tuple[nodes.Extends, str]]:
    for node in parsed.tree.find_all(nodes.Extends):
        if isinstance(node.template, nodes.Const):
            yield node, str(node.template.value)


def _ancestors(environment: StyleEnvironment, parsed: Parsed) -> Iterator[Parsed]:
    seen = {parsed.name}
    extended = next(_extended(parsed), None)
    while extended:
        above = parse(environment, extended[1])
        if above is None or above.name in seen:
            return
        seen.add(above.name)
        yield above
        extended = next(_extended(above), None)


def _check_files(parsed: Parsed, environment: StyleEnvironment) -> Iterator[Problem]:
    """Find templates that are not there, and those that lead to themselves."""
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    loader = environment.style_loader
    for node in parsed.tree.find_all(kinds):
        named = getattr(node, "template", None)
        if not isinstance(named, nodes.Const):
            continue
        wanted = str(named.value)
        found = parse(environment, wanted)
        if found is not None and found.name == parsed.name:
            told = parsed.name.partition("/")[2]
            parents = [name for name, _ in loader.style.folders[1:]]
            hint = f"; write “{parents[0]}/{told}”" if parents else ""
            what = f"the template '{wanted}' leads back to itself{hint}"
            yield _problem(parsed, node.lineno, what)
        elif not wanted.endswith(".j2") and loader.style.find(wanted) is not None:
            what = f"'{wanted}' is no template, and would be printed as it stands"
            yield _problem(parsed, node.lineno, f"{what}; its name ends in .md.j2")
        elif loader.style.find(wanted) is None:
            what = missing_template(wanted, loader.style, loader.list_templates())
            yield _problem(parsed, node.lineno, what)


def missing_template(wanted: str, style: Style, known: Iterable[str]) -> str:
    """Say that there is no such template, and which are there."""
    if wanted.startswith("/") or ".." in wanted:
        return f"'{wanted}' lies outside: a style reads its own templates alone"
    owner, _, rest = wanted.partition("/")
    styles = [name for name, _ in style.folders]
    if rest in known and owner not in styles:
        near = did_you_mean(owner, styles)
        hint = near or f"; this style stands on {', '.join(styles[1:])}"
        return f"there is no style '{owner}' under this one{hint}"
    named = [*known, *(f"{name}/{each}" for name in styles for each in known)]
    hint = did_you_mean(wanted, named) or f"; there are: {', '.join(known)}"
    return f"there is no template '{wanted}'{hint}"


def _blocks(parsed: Parsed) -> dict[str, nodes.Block]:
    return {block.name: block for block in parsed.tree.find_all(nodes.Block)}


def _check_blocks(parsed: Parsed, above: list[Parsed]) -> Iterator[Problem]:
    """Find blocks that no template above has a place for: nobody prints them."""
    if not above:
        return
    known = set(chain.from_iterable(_blocks(each) for each in above))
    nested = {
        inner.name
        for block in _blocks(parsed).values()
        for child in block.body
        for inner in _find(child, nodes.Block)
    }
    for name, block in _blocks(parsed).items():
        if name not in known and name not in nested:
            hint = did_you_mean(name, known) or f"; there are: {', '.join(known)}"
            what = f"there is no block '{name}' in {above[0].name}{hint}"
            yield _problem(parsed, block.lineno, what)


def _find(node: nodes.Node, kind: type[nodes.Block]) -> Iterator[nodes.Block]:
    if isinstance(node, kind):
        yield node
    yield from node.find_all(kind)


def _check_self(parsed: Parsed, above: list[Parsed]) -> Iterator[Problem]:
    """Find `self.name()` of a block that is not there."""
    known = {*_blocks(parsed), *chain.from_iterable(_blocks(each) for each in above)}
    for node in parsed.tree.find_all(nodes.Getattr):
        holder = node.node.name if isinstance(node.node, nodes.Name) else ""
        if holder == "self" and node.attr not in known:
            what = f"there is no block '{node.attr}'{did_you_mean(node.attr, known)}"
            yield _problem(parsed, node.lineno, what)


def _check_names(
    parsed: Parsed,
    environment: StyleEnvironment,
    style: Style,
    known: Mapping[str, Any],
) -> Iterator[Problem]:
    """Find names that neither the issue nor any template of the style gives."""
    given = {*environment.globals, *known, *GIVEN}
    unknown = meta.find_undeclared_variables(parsed.tree) - given
    if unknown:
        unknown -= _names_set(environment, style)
    for node in parsed.tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name in unknown:
            near = name_hint(node.name) or did_you_mean(node.name, given)
            hint = near or f"; there are: {', '.join(known)}"
            yield _problem(parsed, node.lineno, f"there is no '{node.name}'{hint}")


def _names_set(environment: StyleEnvironment, style: Style) -> set[str]:
    """Give names that some template of the style sets; an included one sees them."""
    owners = [name for name, _ in style.folders]
    read = (
        parse(environment, f"{owner}/{each}")
        for owner in owners
        for each in environment.style_loader.list_templates()
    )
    return {
        node.name
        for one in read
        if one
        for node in one.tree.find_all(nodes.Name)
        if node.ctx != "load"
    }


def _check_fields(parsed: Parsed, known: Mapping[str, Any]) -> Iterator[Problem]:
    """Find fields that do not exist, also where no sample issue would get to."""
    own = {node.name for node in parsed.tree.find_all(nodes.Name) if node.ctx != "load"}
    given = {name: each for name, each in known.items() if name not in own}
    found = parsed.tree.find_all((nodes.Getattr, nodes.Getitem))
    for node in cast("Iterator[nodes.Getattr | nodes.Getitem]", found):
        holder, name = _value(node.node, given), _named(node)
        if isinstance(holder, dict) and name is not None and name not in holder:
            hint = did_you_mean(name, holder) or (
                f"; there are: {', '.join(map(str, holder))}"
            )
            is_group = node.node == nodes.Name("tokens", "load")
            if is_group and name in TOKEN_GROUPS:
                hint = "; tokens stand without their group: {{ tokens.accent }}"
            what = f"there is no field '{name}'{hint}"
            yield _problem(parsed, node.lineno, what)


def _named(node: nodes.Node) -> str | None:
    """Give the field that `a.b` or `a["b"]` names; None for any other."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    match node:
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            return name
        case _:
            return None


def _check_filters(parsed: Parsed, environment: StyleEnvironment) -> Iterator[Problem]:
    """Find filters and tests that Jinja would miss only when an issue gets there."""
    for node in parsed.tree.find_all((nodes.Filter, nodes.Test)):
        is_filter = isinstance(node, nodes.Filter)
        known = environment.filters if is_filter else environment.tests
        name = getattr(node, "name", "")
        if name not in known:
            what = unknown_word("filter" if is_filter else "test", name, environment)
            yield _problem(parsed, node.lineno, what)
        elif is_filter and name in _PAGE_ONLY and not parsed.name.endswith(".html.j2"):
            what = f"|{name} prints a picture, which a manuscript would show as signs"
            yield _problem(parsed, node.lineno, f"{what}; {_TO_PAGE}")


def _check_drawn(parsed: Parsed, source: str) -> Iterator[Problem]:
    """Find pictures written in Markdown, and signs that are no text."""
    for found in _DRAWN.finditer(source):
        what = "a manuscript holds the pictures of articles alone"
        line = source.count("\n", 0, found.start()) + 1
        yield _problem(parsed, line, f"{what}; {_TO_PAGE}")


def _uses(
    parsed: Parsed, environment: StyleEnvironment, style: Style
) -> Iterator[Fault]:
    """Give what is wrong with how fields, filters and macros are used."""

    def read(name: str) -> nodes.Template | None:
        other = parse(environment, name)
        return other.tree if other else None

    yield from value_faults(parsed.tree, parsed.name.partition("/")[2])
    yield from call_faults(parsed.tree, environment, style, read)


def _value(node: nodes.Node, known: Mapping[str, Any]) -> object:
    """Give what a chain of plain names stands for in the sample; None if unknown."""
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        holder, name = _value(node.node, known), _named(node)
        return holder.get(name) if isinstance(holder, dict) else None
    return None
