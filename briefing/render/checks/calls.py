"""What filters and macros are given: too much, too little, by a name that is not."""

from __future__ import annotations

import inspect
import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import nodes

from briefing.errors import did_you_mean, nearest
from briefing.render.blame import unknown_word
from briefing.render.style_values import names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefing.render.checks.values import Fault
    from briefing.render.environment import StyleEnvironment
    from briefing.render.style import Style

_OWN = ("varargs", "kwargs", "caller")
_MISSING = re.compile(r"missing a required argument: '(\w+)'")
_TELLS_FILTER = ("map",)
_TELLS_TEST = ("selectattr", "rejectattr")


class Takes(NamedTuple):
    """What a macro takes."""

    names: tuple[str, ...]
    """Its arguments, in order."""
    any: bool
    """Whether it takes others too (`varargs`, `kwargs`)."""


def call_faults(
    tree: nodes.Template,
    environment: StyleEnvironment,
    style: Style,
    read: Callable[[str], nodes.Template | None],
) -> Iterator[Fault]:
    """Give line and fault of each call that a filter or macro would refuse.

    Args:
        tree: the template, read.
        environment: knows the filters.
        style: its labels are what `fill` and `count` are told.
        read: reads another template; None where there is none.
    """
    for node in tree.find_all(nodes.Filter):
        yield from _filter_faults(node, environment, style)
    yield from _import_faults(tree, read)
    macros = _macros(tree)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in macros:
            yield from _macro_faults(call, call.node.name, macros[call.node.name])


def _filter_faults(
    node: nodes.Filter, environment: StyleEnvironment, style: Style
) -> Iterator[Fault]:
    function = environment.filters.get(node.name)
    if function is None or node.dyn_args or node.dyn_kwargs:
        return
    what = _refusal(node, function)
    if what:
        yield node.lineno, f"the filter '{node.name}' {what}"
    elif node.name == "fill":
        yield from _fill_faults(node, style)
    elif node.name == "count":
        yield from _noun_faults(node, style)
    yield from _told_faults(node, environment)


def _refusal(node: nodes.Filter, function: Callable[..., Any]) -> str | None:
    """Say why a filter would refuse its arguments; None if it takes them."""
    signature = inspect.signature(function)
    given = [str(each.key) for each in node.kwargs]
    # Jinja hands its own context or environment over before the value.
    handed = 2 if hasattr(inspect.unwrap(function), "jinja_pass_arg") else 1
    try:
        signature.bind(*[None] * (handed + len(node.args)), **dict.fromkeys(given))
    except TypeError as error:
        inner = inspect.unwrap(function)
        bound = inner.keywords if isinstance(inner, partial) else {}
        known = [
            name
            for at, (name, each) in enumerate(signature.parameters.items())
            if at >= handed and name not in bound and each.kind != each.VAR_KEYWORD
        ]
        lacks = _MISSING.match(str(error))
        if lacks:
            return f"needs '{lacks[1]}'; write |{node.name}({lacks[1]}=…)"
        wrong = [name for name in given if name not in known]
        takes = f"; it takes: {', '.join(known)}" if known else "; write it without ( )"
        if wrong:
            near = did_you_mean(wrong[0], known) or takes
            return f"takes no '{wrong[0]}'{near}"
        return (
            f"takes {len(known)} in its ( ), not {len(node.args) + len(given)}{takes}"
        )
    return None


def _fill_faults(node: nodes.Filter, style: Style) -> Iterator[Fault]:
    """Check that a label is given each {name} that it holds."""
    label = _label(node.node, style.labels)
    if not isinstance(label, str):
        return
    given = [str(each.key) for each in node.kwargs]
    for name in names_in(label):
        if name not in given:
            wrong = nearest(name, given)
            hint = f", not '{wrong}'" if wrong else ""
            what = f"this label needs '{name}'{hint}; write |fill({name}=…)"
            yield node.lineno, what


def _noun_faults(node: nodes.Filter, style: Style) -> Iterator[Fault]:
    known = style.labels.get("counts") or {}
    noun = node.args[0] if node.args else None
    if isinstance(noun, nodes.Const) and noun.value not in known:
        hint = (
            did_you_mean(str(noun.value), known) or f"; there are: {', '.join(known)}"
        )
        yield node.lineno, f"labels.counts has no '{noun.value}'{hint}"


def _label(node: nodes.Node | None, labels: Mapping[str, Any]) -> object:
    """Give the words of `labels.since_issue`; None for anything else."""
    if isinstance(node, nodes.Name):
        return labels if node.name == "labels" else None
    name: object = None
    if isinstance(node, nodes.Getattr):
        name = node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        name = node.arg.value
    if name is None or not isinstance(node, nodes.Getattr | nodes.Getitem):
        return None
    holder = _label(node.node, labels)
    with suppress(KeyError, IndexError, TypeError):
        return holder[name]  # type: ignore[index]
    return None


def _told_faults(node: nodes.Filter, environment: StyleEnvironment) -> Iterator[Fault]:
    """Find filters and tests that `map` and `selectattr` are told by name."""
    for names, at, kind, known in (
        (_TELLS_FILTER, 0, "filter", environment.filters),
        (_TELLS_TEST, 1, "test", environment.tests),
        (("select", "reject"), 0, "test", environment.tests),
    ):
        if node.name in names and len(node.args) > at:
            told = node.args[at]
            if isinstance(told, nodes.Const) and told.value not in known:
                what = unknown_word(kind, str(told.value), environment)
                yield node.lineno, what


def _macros(tree: nodes.Template) -> dict[str, Takes | None]:
    """Give the macros of a template; None for a name that two have."""
    found: dict[str, Takes | None] = {}
    for macro in tree.find_all(nodes.Macro):
        used = {name.name for name in macro.find_all(nodes.Name)}
        takes = Takes(
            tuple(each.name for each in macro.args), any(n in used for n in _OWN)
        )
        found[macro.name] = None if macro.name in found else takes
    return found


def _macro_faults(call: nodes.Call, name: str, takes: Takes | None) -> Iterator[Fault]:
    if takes is None or takes.any or call.dyn_args or call.dyn_kwargs:
        return
    listed = ", ".join(takes.names) or "nothing"
    for each in call.kwargs:
        if each.key not in takes.names:
            near = did_you_mean(each.key, takes.names) or f"; it takes: {listed}"
            yield call.lineno, f"the macro '{name}' takes no '{each.key}'{near}"
    given = len(call.args) + len(call.kwargs)
    if given > len(takes.names):
        what = f"the macro '{name}' takes {len(takes.names)}, not {given}"
        yield call.lineno, f"{what}; it takes: {listed}"


def _import_faults(
    tree: nodes.Template, read: Callable[[str], nodes.Template | None]
) -> Iterator[Fault]:
    """Find names that an imported template does not have."""
    for node in tree.find_all(nodes.FromImport):
        known = _exported(node.template, read)
        for each in node.names:
            name = each[0] if isinstance(each, tuple) else each
            if known and name not in known:
                yield node.lineno, _not_there(name, node.template, known)
    for whole in tree.find_all(nodes.Import):
        known = _exported(whole.template, read)
        for asked in tree.find_all(nodes.Getattr):
            holder = asked.node
            is_of_it = isinstance(holder, nodes.Name) and holder.name == whole.target
            if known and is_of_it and asked.attr not in known:
                yield asked.lineno, _not_there(asked.attr, whole.template, known)


def _exported(
    template: nodes.Node, read: Callable[[str], nodes.Template | None]
) -> set[str] | None:
    """Give the macros and names that a template sets; None where it is not known."""
    tree = read(str(template.value)) if isinstance(template, nodes.Const) else None
    if tree is None:
        return None
    set_names = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    return {macro.name for macro in tree.find_all(nodes.Macro)} | set_names


def _not_there(name: str, template: nodes.Node, known: set[str]) -> str:
    file = template.value if isinstance(template, nodes.Const) else "there"
    listed = ", ".join(sorted(known)) or "nothing"
    hint = did_you_mean(name, known) or f"; it has: {listed}"
    return f"there is no '{name}' in {file}{hint}"
