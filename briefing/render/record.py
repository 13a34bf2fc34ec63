"""A briefing as plain data: what the JSON holds and what templates see."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing

Record = dict[str, Any]
"""A briefing, or a part of it, by the names of its fields."""


def record_of(briefing: Briefing) -> Record:
    """Give the briefing as dicts, lists, text and numbers, ready for JSON.

    Keys are the field names (`from_` is written `from`), in the order of the
    model. Days are ISO text, Decimals are numbers: whole where they are whole.
    """
    return {
        key: _plain(getattr(briefing, name)) for name, key in _names(_kind_of(briefing))
    }


def _kind_of(value: object) -> Any:  # noqa: ANN401 - to mypy no dataclass is hashable
    return type(value)


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    """Give each field's name and the key it is written under.

    The bytes of a picture are no part of a record: their file lies beside it.
    """
    return tuple(
        (field.name, field.name.rstrip("_"))
        for field in fields(kind)
        if not field.metadata.get("inner")
    )


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {
            key: _plain(getattr(value, name)) for name, key in _names(_kind_of(value))
        }
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return _plain_scalar(value)


def _plain_scalar(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    kind = type(value).__name__
    msg = f"a {kind} has no place in a record"
    raise TypeError(msg)
