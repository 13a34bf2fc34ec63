"""A record without the values of which nothing can be seen: those are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.render.clean import clean

if TYPE_CHECKING:
    from briefing.render.record import Record

_NAMED_BY = {"edition": "title", "sections": "title"}
_NO_NAME = "…"
"""Stands for a title of which nothing can be seen: a heading needs words."""
_LISTED_FOR = {"gaps": "what", "problems": "what"}
"""Lists whose entries are nothing without this."""


def without_unseen(record: Record) -> Record:
    """Give a record in which texts of which nothing can be seen are empty.

    A publisher of zero-width signs alone would else be printed as a name, and open
    emphasis round nothing. Entries that then say nothing go.
    """
    told: Record = _without(record)
    for part, name in _NAMED_BY.items():
        whole = told.get(part)
        for each in whole if isinstance(whole, list) else [whole]:
            if isinstance(each, dict) and each.get(name) == "":
                each[name] = _NO_NAME
    for part, name in _LISTED_FOR.items():
        if part in told:
            told[part] = [each for each in told[part] if each.get(name) != ""]
    return told


def _without(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    if isinstance(value, str):
        return value if clean(value) else ""
    if isinstance(value, dict):
        return {key: _without(each) for key, each in value.items()}
    if isinstance(value, list):
        kept = map(_without, value)
        return [each for each in kept if each != ""]
    return value
