"""What kind of thing an expression of a template stands for, by the model's types.

A template names fields where no made-up issue would get to, and compares them with
words; what there is to name, and which words a field can hold, the model says.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin
from typing import get_type_hints as read_hints

from jinja2 import nodes

from briefing.model.briefing import Briefing, Citation, Reference
from briefing.model.ledger import Claim, LedgerFigure
from briefing.model.section import Item, ItemSentence, Section, SectionType

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Any
"""A type of the model; None where nothing is known."""
Kinds = dict[str, Kind]
"""Kinds of names."""


@dataclass(frozen=True)
class Group:
    """A group of key figures, as the filter `groups` gives it."""

    title: str
    key: tuple[str, ...]
    figures: tuple[LedgerFigure, ...]


@dataclass(frozen=True)
class Note:
    """An endnote, as the filter `endnotes` gives it."""

    words: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class PagePart:
    """A section in a template of pages or mails; it may have further fields."""

    type: SectionType | Literal["gaps", "own"]


@dataclass(frozen=True)
class PageWhole:
    """What `page` and `mail` are; they have further fields."""

    sections: tuple[PagePart, ...]


OPEN = (PagePart, PageWhole)
"""Kinds with fields beyond those named here."""
RESULTS: Mapping[str, Kind] = {
    "groups": tuple[Group, ...],
    "endnotes": tuple[Note, ...],
    "others": tuple[Claim, ...],
    "parts": tuple[LedgerFigure, ...],
    "unsettled": tuple[LedgerFigure, ...],
    "untold": tuple[ItemSentence, ...],
    "item": Item,
    "figure": LedgerFigure,
    "article": Reference,
    "citation": Citation,
}
"""What filters of ours give."""
KEEPING = (
    *("list", "sort", "reverse", "unique"),
    *("select", "reject", "selectattr", "rejectattr"),
)
"""Filters that give a list of the same things."""
PICKING = ("first", "last", "random", "min", "max")
"""Filters that give one of a list."""


def kinds_of_names(template: str) -> Kinds:
    """Give the kinds of what a template sees by name.

    Args:
        template: its name within its style: "sections/topic.md.j2".
    """
    kinds = dict(fields_of(Briefing))
    if template.startswith("sections/"):
        kinds["section"] = Section
    elif template.endswith(".html.j2") or template.startswith("email"):
        kinds |= {"page": PageWhole, "mail": PageWhole}
    return kinds


@cache
def fields_of(kind: type) -> Kinds:
    """Give the fields of a record and their kinds."""
    hints = read_hints(kind)
    return {each.name.rstrip("_"): hints[each.name] for each in fields(kind)}


def _origin(kind: Kind) -> object:
    return get_origin(kind)


def plain(kind: Kind) -> Kind:
    """Take `None` out of a kind; None where several are left."""
    if _origin(kind) not in (Union, UnionType):
        return kind
    parts = [part for part in get_args(kind) if part is not NoneType]
    if all(_origin(part) is Literal for part in parts):
        return Literal[tuple(word for part in parts for word in get_args(part))]
    return parts[0] if len(parts) == 1 else None


def is_record(kind: Kind) -> bool:
    """Say whether a kind has fields."""
    return isinstance(kind, type) and is_dataclass(kind)


def words_of(kind: Kind) -> tuple[str, ...]:
    """Give the words that a field can hold; none where it may hold any."""
    kind = plain(kind)
    return get_args(kind) if _origin(kind) is Literal else ()


def part_of(kind: Kind) -> Kind:
    """Give the kind of what a list holds; None if it is no list."""
    kind = plain(kind)
    return get_args(kind)[0] if _origin(kind) in (tuple, list) else None


def field_kind(holder: Kind, name: str) -> Kind:
    """Give the kind of a field; None where nothing is known of it."""
    holder = plain(holder)
    return fields_of(holder).get(name) if is_record(holder) else None


def path_kind(holder: Kind, path: str) -> Kind:
    """Give the kind at the end of a path such as `claims.0.as_of`."""
    for name in path.split("."):
        holder = part_of(holder) if name.isdecimal() else field_kind(holder, name)
    return holder


def kind_of(node: nodes.Node | None, kinds: Kinds) -> Kind:
    """Give the kind of an expression; None where nothing is known of it."""
    match node:
        case nodes.Name():
            return kinds.get(node.name)
        case nodes.Getattr():
            return field_kind(kind_of(node.node, kinds), node.attr)
        case nodes.Getitem():
            return _item_kind(node, kinds)
        case nodes.Filter():
            return _filter_kind(node, kinds)
        case nodes.CondExpr():
            return kind_of(node.expr1, kinds)
        case _:
            return None


def _item_kind(node: nodes.Getitem, kinds: Kinds) -> Kind:
    holder = kind_of(node.node, kinds)
    match node.arg:
        case nodes.Slice():
            return holder
        case nodes.Const(value=str() as name):
            return field_kind(holder, name)
        case nodes.Const(value=int()):
            return part_of(holder)
        case _:
            return None


def _filter_kind(node: nodes.Filter, kinds: Kinds) -> Kind:
    if node.name in RESULTS:
        return RESULTS[node.name]
    under = kind_of(node.node, kinds)
    if node.name in KEEPING:
        return under
    if node.name in PICKING:
        return part_of(under)
    if node.name == "map":
        return _mapped_kind(node, under)
    return None


def _mapped_kind(node: nodes.Filter, under: Kind) -> Kind:
    """Give the kind of `|map("untold")` and `|map(attribute="number")`."""
    path = attribute_of(node)
    made: Kind = None
    if path is not None:
        made = path_kind(part_of(under), path)
    elif node.args and isinstance(node.args[0], nodes.Const):
        made = RESULTS.get(str(node.args[0].value))
    return None if made is None else tuple[made, ...]


def attribute_of(node: nodes.Filter) -> str | None:
    """Give what a filter says as `attribute=`, or first where that is meant."""
    for each in node.kwargs:
        if each.key == "attribute" and isinstance(each.value, nodes.Const):
            return str(each.value.value)
    named_first = ("selectattr", "rejectattr", "groupby", "sum")
    if node.name in named_first and node.args and isinstance(node.args[0], nodes.Const):
        return str(node.args[0].value)
    return None
