"""What a `style.yaml` may give as a colour, a measure, a form or a word."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

from briefing.errors import did_you_mean, nearest
from briefing.render.style_ranges import range_fault

DAY_PARTS = ("weekday", "wd", "d", "month", "mon", "m", "year", "time")
"""Names that a form of a day may hold in braces."""
UNITS = ("mm", "cm", "in", "pt", "pc", "px", "em", "rem", "ex", "ch", "q", "%")
SIZES = ("A3", "A4", "A5", "B4", "B5", "JIS-B4", "JIS-B5", "letter", "legal", "ledger")

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})|transparent|black|white")
_UNFIT = re.compile(r"[;{}<>\\]|/\*|url\(", re.IGNORECASE)
_MEASURE = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(\s*)([a-zA-Z%]*)")
_WORD = re.compile(r"auto|none|normal|(?:calc|min|max|clamp|var)\(.*\)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_HEX = re.compile(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}")
_LETTER = re.compile(r"\w")
_WIDTH = re.compile(r"0?[1-9]")
_ENDS = ("first", "last")
_INTERVALS = {
    "inferred": ("first",),
    "not_before": ("first",),
    "not_after": ("last",),
    "between": _ENDS,
}
_LIST_LENGTHS = {
    "months": 12,
    "short_months": 12,
    "weekdays": 7,
    "short_weekdays": 7,
}
_KINDS: dict[type, str] = {dict: "'key: value' lines", list: "a list", str: "text"}


def token_fault(group: str, name: str, value: object, under: str | None) -> str | None:
    """Say what is wrong with a token's value; None when nothing is.

    Args:
        group: colours, type, page or measures.
        name: the token.
        value: what `style.yaml` says.
        under: its value in the style below; tells a length from a number.
    """
    text = str(value)
    if group == "colours":
        return _colour_fault(value)
    if value is None or isinstance(value, dict | list) or _UNFIT.search(text):
        return f"'{text}' is no CSS value"
    if name == "size":
        return _size_fault(text)
    return _measure_fault(text, under) or range_fault(name, text)


def _colour_fault(value: object) -> str | None:
    text = str(value)
    if isinstance(value, dict | list):
        return 'must be one colour; write it as "#8a1c1c", in quotes'
    if _HEX.fullmatch(text):
        return f"'{text}' lacks its #; write it as \"#{text}\", in quotes"
    if set(text) & set("“”„«»‘’"):
        return f'{text} stands in printer\'s quotes; write straight ones, "#8a1c1c"'
    if "\n" in text or ": " in text:
        return f"'{text[:30]}…' goes on to the next lines: a quote is not closed"
    if value is not None and _COLOUR.fullmatch(text):
        return None
    if value is None:
        return "'None' is no colour: a # outside of quotes begins a comment; " + (
            'write it as "#8a1c1c", in quotes'
        )
    # Only a mistake needs it.
    from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

    known = parse_color(text)
    if known is None or isinstance(known, str):
        return f"'{text}' is no colour; write it as \"#8a1c1c\", in quotes"
    red, green, blue = (round(255 * part) for part in known[:3])
    written = f'"#{red:02x}{green:02x}{blue:02x}"'
    return f"'{text}' is no colour here; write it as {written}, in quotes"


def _size_fault(text: str) -> str | None:
    """Check the size of the paper: a name, with a side, or two lengths."""
    words = [word for word in text.split() if word not in {"portrait", "landscape"}]
    known = {size.casefold() for size in SIZES}
    if len(words) == 1 and words[0].casefold() in known:
        return None
    pair = ("210mm", "297mm")
    if len(words) == len(pair) and not any(_measure_fault(w, "1mm") for w in words):
        return None
    hint = did_you_mean(text, SIZES) or f"; there are {', '.join(SIZES)}"
    return f"'{text}' is no size of paper{hint}, or two lengths: {' '.join(pair)}"


def _measure_fault(text: str, under: str | None) -> str | None:
    """Check a length or a plain number, if it is one or should be."""
    said, below = _MEASURE.fullmatch(text), _MEASURE.fullmatch(under or "")
    if not said:
        if below and not _WORD.fullmatch(text):
            return f"'{text}' is no measure; write it like {under}"
        return None
    number, space, unit = said.groups()
    if unit and unit.casefold() not in UNITS:
        near = did_you_mean(unit.casefold(), UNITS)
        return f"'{unit}' in '{text}' is no unit{near}; there are {', '.join(UNITS)}"
    if space and unit:
        return f"'{text}' has a space before its unit; write {number}{unit}"
    if below and below[3] and not unit and float(number):
        return f"'{text}' has no unit; write {number}{below[3]}"
    if below and not below[3] and unit:
        return f"'{text}' must be a plain number, like {under}"
    return None


def date_fault(name: str, value: object) -> str | None:
    """Say what is wrong with a form of days, or a list of names; None if nothing."""
    if name in _LIST_LENGTHS:
        return _length_fault(value, _LIST_LENGTHS[name])
    if isinstance(value, dict) and len(value) == 1:
        return f'braces stand in quotes; write "{{{next(iter(value))}}}"'
    if not isinstance(value, str):
        return f"must be text, such as \"{{d}} {{month}}\"; found '{value}'"
    known = _INTERVALS.get(name, DAY_PARTS)
    if name.startswith(("period_", "short_days")):
        known = (*DAY_PARTS, *(f"first_{part}" for part in DAY_PARTS))
    what = braces_fault(value, known, padded=True)
    if what is None and name not in _INTERVALS and not names_in(value):
        what = f"'{value}' names no part of a day, so that all days would read alike"
        return f'{what}; write names in braces, such as "{{d}} {{month}}"'
    return what


def _length_fault(value: object, wanted: int) -> str | None:
    if not isinstance(value, list) or len(value) != wanted:
        found = len(value) if isinstance(value, list) else f"'{value}'"
        return f"must be a list of {wanted} texts, found {found}"
    for each in value:
        if not isinstance(each, str):
            return f"must be a list of {wanted} texts; put {each} in quotes"
    return None


def braces_fault(
    text: str, known: tuple[str, ...], *, padded: bool = False
) -> str | None:
    """Say which `{name}` of a text nothing fills in; None when all are known.

    Args:
        text: the text.
        known: the names that are filled in.
        padded: whether numbers may have a width: `{d:02}`.
    """
    half = _half_brace(text)
    if half:
        return half
    for _, name, width, kind in Formatter().parse(text):
        if name is None:
            continue
        if name not in known:
            listed = ", ".join(f"{{{each}}}" for each in known)
            near = nearest(name, known)
            hint = f"did you mean '{near}'? " if near else ""
            there = f"{hint}There are: {listed}" if hint else f"there are: {listed}"
            there = there if known else "it takes no {names}"
            return f"'{{{name}}}' is filled in by nothing; {there}"
        is_number = name.removeprefix("first_") in ("d", "m", "year")
        if kind or (width and not (padded and is_number and _WIDTH.fullmatch(width))):
            example = f"{{{name}:02}}" if padded and is_number else f"{{{name}}}"
            said = f"{name}{f'!{kind}' if kind else ''}{f':{width}' if width else ''}"
            return f"'{{{said}}}' has more in its braces than is read; write {example}"
    return None


def names_in(text: str) -> list[str]:
    """Give the {names} of a text, in their order."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def _half_brace(text: str) -> str | None:
    try:
        names_in(text)
    except ValueError:
        return f"'{text}' has a brace without its other half; write {{name}}"
    return None


def label_fault(name: str, value: Any, under: Any) -> str | None:  # noqa: ANN401
    """Say what is wrong with a word, given the word of the style below.

    A label may leave out a `{name}` of the one below, but not add one.
    """
    wanted: type = type(under)
    if under is None and isinstance(value, str):
        return _half_brace(value)
    if wanted not in _KINDS:
        return None
    if not isinstance(value, wanted):
        if wanted is str and isinstance(value, int | float):
            return f"must be text; put {value} in quotes"
        return f"must be {_KINDS[wanted]}, such as {_shown(under)}"
    if isinstance(value, list):
        return _length_fault(value, len(under))
    if isinstance(value, str):
        known = names_in(under)
        return braces_fault(value, tuple(known)) if known or "{" in value else None
    return None


def _shown(value: Any) -> str:  # noqa: ANN401
    """Show a word of the style below: the first of a list or of lines."""
    if isinstance(value, dict):
        key, word = next(iter(value.items()), ("name", "words"))
        return f"{key}: {_shown(word)}"
    if isinstance(value, list):
        return f"[{', '.join(_shown(each) for each in value)}]"
    return f'"{value}"'


def number_fault(name: str, value: object) -> str | None:
    """Say what is wrong with a separator of numbers; None when nothing is."""
    longest = 3
    if isinstance(value, str) and len(value) <= longest and not _LETTER.search(value):
        if value or name != "decimal":
            return None
        return "the decimal sign is missing: 1.5 would read 15; write a sign in quotes"
    return f"'{value}' is no separator; write a sign in quotes, such as \".\""
