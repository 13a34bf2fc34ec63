"""How large and how small a measure of a `style.yaml` may be."""

from __future__ import annotations

import re

_MEASURE = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))([a-zA-Z%]*)")
_POINTS = {
    "pt": 1.0,
    "px": 0.75,
    "mm": 72 / 25.4,
    "cm": 720 / 25.4,
    "in": 72.0,
    "pc": 12.0,
    "q": 18 / 25.4,
}
_SIZES = {
    "text-size": (4, 36),
    "small-size": (4, 36),
    "title-size": (6, 144),
}
"""Sizes of type in points, from and to."""
_MARGIN = (0, 300)
_NUMBERS = {
    "text-leading": (0.8, 4, "lines would overlap or part; 1.2 to 1.6 is usual"),
    "title-weight": (1, 1000, "400 is regular, 600 or 700 bold"),
    "columns": (1, 6, "1 is a page without columns"),
    "contents-from": (0, 1_000_000, "0 is never"),
}
"""Plain numbers: from, to, and a word on them."""
_WHOLE = ("columns", "contents-from", "title-weight")


def range_fault(name: str, text: str) -> str | None:
    """Say that a measure is past any use; None where it is not.

    Args:
        name: the token.
        text: its value: a number, with a unit or without.
    """
    found = _MEASURE.fullmatch(text)
    if not found:
        return None
    number, unit = float(found[1]), found[2].casefold()
    if name in _NUMBERS and not unit:
        least, most, word = _NUMBERS[name]
        if name in _WHOLE and number != int(number):
            return f"'{text}' must be a whole number; {word}"
        if not least <= number <= most:
            return f"'{text}' is not between {least} and {most}; {word}"
    if unit in _POINTS:
        return _length_fault(name, text, number * _POINTS[unit])
    return None


def _length_fault(name: str, text: str, points: float) -> str | None:
    if name in _SIZES:
        least, most = _SIZES[name]
        if not least <= points <= most:
            return f"'{text}' is no size to read; take one from {least}pt to {most}pt"
    if name.startswith("margin") and not _MARGIN[0] <= points <= _MARGIN[1]:
        return (
            f"'{text}' leaves no room for text, or less than none; write it like 18mm"
        )
    if name in ("gap", "column-gap") and points < 0:
        return f"'{text}' would lay one over the other; write it like 7mm"
    return None
