"""Tables of what templates see and the JSON holds, from the model's docstrings."""

from __future__ import annotations

import inspect
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin
from typing import get_type_hints as read_hints

from docs_tables import code, prose, table

from briefing.cli.dataclass_schema import field_docs
from briefing.model.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: dict[object, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    Decimal: "number",
    bool: "true or false",
    date: "day",
    datetime: "moment",
    NoneType: "none",
}


def template_fields() -> str:
    """Give a table for each kind of record, the issue itself first."""
    return "\n\n".join(
        f"### {kind.__name__}\n\n{prose(_first_line(kind))}\n\n"
        + table(("Field", "Holds", "Meaning"), _rows(kind))
        for kind in reachable(Briefing)
    )


def reachable(kind: type) -> list[type]:
    """List a dataclass and those that its fields lead to, in order of first use."""
    found = [kind]
    for one in found:
        for hint in read_hints(one).values():
            found += [each for each in _records_in(hint) if each not in found]
    return found


def _records_in(hint: Any) -> Iterator[type]:  # noqa: ANN401 - a type
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _records_in(part)


def _first_line(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("\n")[0]


def _rows(kind: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - a dataclass
    hints, words = read_hints(kind), field_docs(kind)
    for field in fields(kind):
        if field.metadata.get("inner"):
            continue
        name = field.name.rstrip("_")
        yield code(name), _holds(hints[field.name]), prose(words[field.name])


def _holds(hint: Any) -> str:  # noqa: ANN401 - a type
    """Say in words what a field holds."""
    if hint in _WORDS:
        return _WORDS[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is Literal:
            return "one of " + ", ".join(code(word) for word in arguments)
        case origin if origin in (Union, UnionType):
            return " or ".join(_holds(part) for part in arguments)
        case origin if origin is tuple:
            return f"list of {_holds(arguments[0])}"
        case _:
            return f"{_holds(arguments[1])} by name"
