"""JSON Schema of the model's dataclasses, with their docstrings as descriptions."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Schema = dict[str, Any]

_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    NoneType: {"type": "null"},
}


def schema_of_dataclass(kind: type) -> Schema:
    """Make the schema of a dataclass as it is written to JSON.

    A field `from_` is written `from`. Every field is written, but readers must
    accept that more are added: only fields without a default are required.
    """
    parts: dict[str, Schema] = {}
    top = _object(kind, parts)
    return {**top, "$defs": dict(sorted(parts.items()))}


def _object(kind: type, parts: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind)
    words = field_docs(kind)
    properties = {}
    required = []
    for field in fields(kind):
        if field.metadata.get("inner"):
            continue
        name = field.name.rstrip("_")
        described = {"description": words[field.name]} if field.name in words else {}
        properties[name] = {**_schema(hints[field.name], parts), **described}
        if _is_needed(field):
            required.append(name)
    return {
        "title": kind.__name__,
        "description": (inspect.getdoc(kind) or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": required,
    }


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _schema(hint: Any, parts: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a type
    """Make the schema of one annotation; dataclasses go into `parts`."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in parts:
            parts[hint.__name__] = {}  # holds the place, for one that holds itself
            parts[hint.__name__] = _object(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is Literal:
            return {"enum": list(arguments)}
        case origin if origin in (Union, UnionType):
            return {"anyOf": [_schema(each, parts) for each in arguments]}
        case origin if origin is tuple:
            return {"type": "array", "items": _schema(arguments[0], parts)}
        case origin if isinstance(origin, type) and issubclass(origin, Mapping):
            values = _schema(arguments[1], parts)
            return {"type": "object", "additionalProperties": values}
        case _:
            message = f"no JSON Schema for {hint}"
            raise TypeError(message)


def field_docs(kind: type) -> dict[str, str]:
    """Give the docstring under each field of a class, by the field's name."""
    body = ast.parse(inspect.cleandoc(inspect.getsource(kind))).body[0]
    if not isinstance(body, ast.ClassDef):
        return {}
    docs = {}
    for statement, after in zip(body.body, body.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(after, ast.Expr):
            target, value = statement.target, after.value
            if isinstance(target, ast.Name) and isinstance(value, ast.Constant):
                docs[target.id] = inspect.cleandoc(str(value.value)).replace("\n", " ")
    return docs
