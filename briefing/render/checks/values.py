"""Fields that there are not and words that a field never holds, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.runtime import LoopContext

from briefing.errors import did_you_mean
from briefing.render.checks.kinds import (
    OPEN,
    Kind,
    Kinds,
    attribute_of,
    fields_of,
    is_record,
    kind_of,
    kinds_of_names,
    part_of,
    plain,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Fault = tuple[int, str]
"""A line, and what is wrong there."""

_EQUAL = ("eq", "ne")
_AMONG = ("in", "notin")
_EQUAL_TESTS = ("equalto", "eq", "==", "ne", "!=", "sameas")
_CODE = (2, 3)
"""Letters of the code of a language."""
_LOOP = frozenset(name for name in dir(LoopContext) if name[:1] != "_")


def value_faults(tree: nodes.Template, template: str) -> Iterator[Fault]:
    """Give line and fault of each field and each comparison that cannot be right.

    Args:
        tree: the template, read.
        template: its name within its style.
    """
    yield from _visit(tree, kinds_of_names(template))


def _visit(node: nodes.Node, kinds: Kinds) -> Iterator[Fault]:
    """Go through a node, with the kinds of the names that are seen there."""
    if isinstance(node, nodes.For):
        yield from _visit_for(node, kinds)
    elif isinstance(node, nodes.Macro | nodes.CallBlock):
        taken = dict.fromkeys(each.name for each in node.args)
        yield from _visit_all(node.body, {**kinds, **taken})
    elif isinstance(node, nodes.Block | nodes.With):
        yield from _visit_all(node.iter_child_nodes(), {**kinds})
    elif isinstance(node, nodes.Assign):
        yield from _visit(node.node, kinds)
        _bind(node.target, kind_of(node.node, kinds), kinds)
    else:
        yield from _faults_of(node, kinds)
        yield from _visit_all(node.iter_child_nodes(), kinds)
        if isinstance(node, nodes.AssignBlock):
            _bind(node.target, str, kinds)


def _visit_all(children: Iterable[nodes.Node], kinds: Kinds) -> Iterator[Fault]:
    for child in children:
        yield from _visit(child, kinds)


def _visit_for(node: nodes.For, kinds: Kinds) -> Iterator[Fault]:
    yield from _visit(node.iter, kinds)
    within = {**kinds, "loop": LoopContext}
    for name in node.target.find_all(nodes.Name):
        within[name.name] = None
    if isinstance(node.target, nodes.Name):
        within[node.target.name] = part_of(kind_of(node.iter, kinds))
    if node.test:
        yield from _visit(node.test, within)
    yield from _visit_all(node.body, within)
    yield from _visit_all(node.else_, kinds)


def _bind(target: nodes.Node, kind: Kind, kinds: Kinds) -> None:
    """Note what a name stands for from here on; nothing where it stands for two."""
    if isinstance(target, nodes.Name):
        known = target.name not in kinds or kinds[target.name] == kind
        kinds[target.name] = kind if known else None
    for name in target.find_all(nodes.Name):
        kinds[name.name] = None


def _faults_of(node: nodes.Node, kinds: Kinds) -> Iterator[Fault]:
    """Give what is wrong with one expression."""
    match node:
        case nodes.Getattr():
            yield from _field_faults(node, kind_of(node.node, kinds), node.attr)
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            yield from _field_faults(node, kind_of(node.node, kinds), name)
        case nodes.Compare():
            for operand in node.ops:
                yield from _compare_faults(node.expr, operand, kinds)
        case nodes.Test() if node.args:
            kind = kind_of(node.node, kinds)
            yield from _test_faults(node, node.name, node.args[0], kind)
        case nodes.Filter():
            yield from _filter_faults(node, kinds)
        case _:
            return


def _field_faults(node: nodes.Node, holder: Kind, name: str) -> Iterator[Fault]:
    if holder is LoopContext and name not in _LOOP:
        yield node.lineno, f"there is no 'loop.{name}'{_near(name, _LOOP)}"
    holder = plain(holder)
    if holder in OPEN or holder is LoopContext:
        return
    if is_record(holder):
        known = fields_of(holder)
        if name not in known:
            yield node.lineno, f"there is no field '{name}'{_near(name, known)}"
    elif part_of(holder) and not hasattr(list, name):
        what = f"there is no field '{name}' in a list; ask each of it: "
        yield node.lineno, f"{what}{{% for one in … %}}{{{{ one.{name} }}}}"


def _near(name: str, known: Iterable[object]) -> str:
    names = list(map(str, known))
    return did_you_mean(name, names) or f"; there are: {', '.join(names)}"


def _compare_faults(
    left: nodes.Node, operand: nodes.Operand, kinds: Kinds
) -> Iterator[Fault]:
    right = operand.expr
    yield from _language_faults(left, right)
    if operand.op in _EQUAL:
        yield from _word_faults(right, kind_of(left, kinds))
        yield from _word_faults(left, kind_of(right, kinds))
    elif operand.op in _AMONG and isinstance(right, nodes.List | nodes.Tuple):
        for each in right.items:
            yield from _word_faults(each, kind_of(left, kinds))


def _language_faults(left: nodes.Node, right: nodes.Node) -> Iterator[Fault]:
    """Find a language that is compared with its name."""
    match left, right:
        case nodes.Getattr(attr="language"), nodes.Const(value=str() as said):
            code = said.partition("-")[0]
            if not (code.islower() and len(code) in _CODE):
                what = f"'{said}' is no code of a language"
                yield right.lineno, f"{what}; write en, de or the like"
        case _:
            return


def _test_faults(
    node: nodes.Node, test: str, value: nodes.Node, kind: Kind
) -> Iterator[Fault]:
    if test in _EQUAL_TESTS:
        yield from _word_faults(value, kind)
    elif test == "in" and isinstance(value, nodes.List | nodes.Tuple):
        for each in value.items:
            yield from _word_faults(each, kind)


def _word_faults(node: nodes.Node, kind: Kind) -> Iterator[Fault]:
    """Find a word, or a number, that what it is compared with never is."""
    if not isinstance(node, nodes.Const) or node.value is None:
        return
    value, kind = node.value, plain(kind)
    words = words_of(kind)
    if words and value not in words:
        what = f"'{value}' is never what this is compared with"
        yield node.lineno, f"{what}{_near(str(value), words)}"
    elif isinstance(value, str) and kind in (int, float):
        yield node.lineno, f"a number is never the text '{value}'; leave out the quotes"
    elif isinstance(value, str) and kind is bool:
        yield node.lineno, f"true or false is never '{value}'; write {{% if it %}}"
    elif kind is str and isinstance(value, int | float):
        yield node.lineno, f"a text is never the number {value}; put it in quotes"


def _filter_faults(node: nodes.Filter, kinds: Kinds) -> Iterator[Fault]:
    """Check fields that filters are told by name: `|sort(attribute="number")`."""
    path = attribute_of(node)
    holder = part_of(kind_of(node.node, kinds))
    if path is None or not is_record(plain(holder)):
        return
    first = path.split(".")[0]
    yield from _field_faults(node, holder, first)
    tested = node.name in ("selectattr", "rejectattr") and "." not in path
    if tested and len(node.args) > len(("field", "test")):
        kind = fields_of(plain(holder)).get(first)
        test = node.args[1]
        if isinstance(test, nodes.Const):
            yield from _test_faults(node, str(test.value), node.args[2], kind)
