"""Plain YAML values: which words are numbers, days and moments, and which are text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {
    word: value
    for value, name in ((True, "true"), (False, "false"))
    for word in (name, name.title(), name.upper())
}
_NOT_BOOLEANS = frozenset({"yes", "no", "on", "off", "y", "n"})

_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"[-+]?\d{1,18}\.\d{1,18}", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[-+]\d\d:?\d\d)?)?",
    re.ASCII,
)
_OCTAL = re.compile(r"[-+]?0\d+", re.ASCII)
_ISO_DAY = 10


def read_scalar(word: str) -> Any:  # noqa: ANN401 - any of YAML's plain values
    """Read a plain (unquoted) value: a number, a day, a moment, else text."""
    if word in _NULLS:
        return None
    if word in _BOOLEANS:
        return _BOOLEANS[word]
    if _WHOLE.fullmatch(word):
        return int(word)
    if _DECIMAL.fullmatch(word):
        return float(word)
    return _read_moment(word) if _MOMENT.fullmatch(word) else word


def _read_moment(word: str) -> date | datetime | str:
    """Read a day or a moment; one that no calendar has stays text."""
    try:
        if len(word) == _ISO_DAY:
            return date.fromisoformat(word)
        return datetime.fromisoformat(word)
    except ValueError:
        return word


def is_misread_elsewhere(word: str) -> bool:
    """Say whether YAML 1.1 reads this text as a truth value or an octal number."""
    return word.lower() in _NOT_BOOLEANS or bool(_OCTAL.fullmatch(word))
