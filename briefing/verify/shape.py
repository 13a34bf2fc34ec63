"""Whether a record has the keys and kinds of values that the checks rely on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.verify.places import Path

TEXT = (str,)
TEXT_OR_NONE = (str, type(None))
WHOLE = (int,)
WHOLE_OR_NONE = (int, type(None))
NUMBER_OR_NONE = (int, Decimal, type(None))

_SENTENCE = {
    "text": TEXT,
    "event_days": [TEXT],
    "said_on": TEXT_OR_NONE,
    "attribution": TEXT_OR_NONE,
    "citation": WHOLE,
}
_ITEM = {
    "id": TEXT,
    "text": TEXT,
    "role": TEXT,
    "citations": [WHOLE],
    "figures": [TEXT],
    "sentences": [_SENTENCE],
}
_CLAIM = {
    "value": NUMBER_OR_NONE,
    "low": NUMBER_OR_NONE,
    "high": NUMBER_OR_NONE,
    "comparator": TEXT,
    "text": TEXT,
    "attribution": TEXT_OR_NONE,
    "citation": WHOLE,
}
RECORD = {
    "schema": TEXT,
    "edition": {"id": TEXT, "title": TEXT},
    "issue": {
        "id": TEXT,
        "number": WHOLE_OR_NONE,
        "label": TEXT_OR_NONE,
        "from": TEXT,
        "to": TEXT,
        "cut_off": TEXT,
        "as_of": TEXT,
    },
    "sections": [{"id": TEXT, "type": TEXT, "title": TEXT, "items": [_ITEM]}],
    "figures": [{"id": TEXT, "label": TEXT, "status": TEXT, "claims": [_CLAIM]}],
    "citations": [
        {
            "number": WHOLE,
            "article": TEXT,
            "start": WHOLE,
            "end": WHOLE,
            "quote": TEXT,
            "sha256": TEXT,
        }
    ],
    "articles": [{"id": TEXT, "path": TEXT, "sha256": TEXT}],
}
"""What a record must hold; it may hold more."""

_NAMES = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a whole number",
    Decimal: "a number",
    type(None): "null",
}


def check_shape(
    value: object, wanted: object = RECORD, path: Path = ()
) -> Iterator[Finding]:
    """Yield what is missing or of the wrong kind, outermost first."""
    if not _is_kind(value, wanted):
        kinds = " or ".join(_NAMES[kind] for kind in _kinds(wanted))
        yield Finding(path, f"{_where(path)} must be {kinds}, not {_short(value)}")
    elif isinstance(wanted, dict) and isinstance(value, dict):
        for key, kind in wanted.items():
            if key in value:
                yield from check_shape(value[key], kind, (*path, key))
            else:
                yield Finding(path, f"{_where(path)} has no key '{key}'")
    elif isinstance(wanted, list) and isinstance(value, list):
        for index, each in enumerate(value):
            yield from check_shape(each, wanted[0], (*path, index))


def _kinds(wanted: object) -> tuple[type, ...]:
    return wanted if isinstance(wanted, tuple) else (type(wanted),)


def _is_kind(value: object, wanted: object) -> bool:
    return isinstance(value, _kinds(wanted)) and not isinstance(value, bool)


def _short(value: object) -> str:
    return value if isinstance(value, str) else type(value).__name__


def _where(path: Path) -> str:
    return ".".join(str(part) for part in path) or "the file"
