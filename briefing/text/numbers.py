"""Numbers in digits and in English words.

`NUMBER` finds them, `read_number` reads them. Covered: "1,076", "16 000" (any
space of print), "3.5", "six", "twenty-one", "two hundred and five", "1.2
million", "20million", "half a dozen", "two and a half million", "a hundred".
Fractions ("two thirds") and vague words ("dozens") are not numbers here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "dozen": Decimal(12),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "billion": Decimal(10**9),
    "bln": Decimal(10**9),
    "bn": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
}
"""Words that multiply the number before them."""

_SMALL: dict[str, int] = {
    "zero": 0,
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_TEN, _TWENTY = 10, 20

NUMBER_WORDS = frozenset(_SMALL) | frozenset(SCALES) | {"half"}
"""Words that numbers are made of."""

VAGUE_WORDS = frozenset(
    ("dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions")
)
"""Words for a number that nobody counted."""

# All repeats are bounded, so that a rule built on NUMBER stays linear on a line of a
# million digits or number words.
_GROUP = "[,\u00a0\u202f\u2009 ]"
DIGITS = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}(?!\d)| \d{3}(?!\w)){1,6}(?:\.\d{1,9})?"
    r"|\d{1,18}(?:\.\d{1,9})?|\.\d{1,9})"
)
"""Regex source for a number in digits, thousands grouped or not."""

_SCALE = "(?:hundred|dozen|thousand|million|mln|mn|billion|bln|bn|trillion|tn)"
_UNIT = f"(?:{'|'.join(_UNITS)})"
_LOW = rf"(?:(?:{'|'.join(_TENS)})(?:[-‑ ]{_UNIT})?|{'|'.join(_TEENS)}|{_UNIT})\b"
_TAIL = rf"(?:[\s-]{_SCALE}\b){{1,3}}(?:(?:,? and |,? ){_LOW})?"
WORDS = (
    rf"(?:(?:(?:half )?an? {_SCALE}\b|(?:{_LOW}|zero\b)(?: and a half\b)?|{_SCALE}\b)"
    rf"(?:{_TAIL}){{0,4}})"
)
"""Regex source for a number in English words, in lower case."""

NUMBER = rf"(?:{DIGITS}(?: and a half\b)?(?:[\s-]?{_SCALE}\b){{0,2}}|{WORDS})"
"""Regex source for a number in digits, in words or mixed; use with IGNORECASE.

It has no groups and does not check what stands around it: put `\\b` or a
look-around where it must be a whole word.
"""

_PIECE = re.compile(rf"{DIGITS}|[a-z]+|[½¼¾]")
_SEPARATOR = re.compile(_GROUP)
_JOINTS = " \t\r\n\u00a0\u202f\u2009,-‑"
_FILLERS = frozenset(("a", "an", "and"))
_SHARES = {
    "half": Decimal("0.5"),
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}
# Longer runs of digits and number words are no quantities that news reports.
_LONGEST = 120
_THOUSAND = 1000


@cache
def number_pattern() -> re.Pattern[str]:
    """Give the pattern of a number that stands on its own.

    Group 1 is the number, group 2 what letters are attached to it ("20km"). It is the
    longest pattern of all, so whoever looks for numbers shares this one.
    """
    return re.compile(rf"(?<![\w.,/:'’])({NUMBER})([^\W\d_°²]*)", re.IGNORECASE)


def read_number(words: str) -> Decimal | None:
    """Read a number in digits or words.

    Args:
        words: "six", "half a dozen", "1.2 million", "1,076".

    Returns:
        The number, or None when the words are no number.
    """
    if len(words) > _LONGEST:
        return None
    lowered = words.lower()
    if _PIECE.sub("", lowered).strip(_JOINTS):
        return None
    total: Decimal | None = None
    group: Decimal | None = None
    for piece in _PIECE.findall(lowered):
        scale = SCALES.get(piece)
        if scale is not None and scale >= _THOUSAND:
            total = _close_group(total, group, scale)
            group = None
        elif piece not in _FILLERS:
            group = _grow(group, piece)
            if group is None:
                return None
    if group is None:
        return _tidy(total)
    return _tidy(group if total is None else total + group)


def _tidy(number: Decimal | None) -> Decimal | None:
    """Write a whole number without places: 1200000, not 1200000.0."""
    whole = number is not None and number == number.to_integral_value()
    return number.to_integral_value() if whole and number is not None else number


def _close_group(
    total: Decimal | None, group: Decimal | None, scale: Decimal
) -> Decimal:
    """Multiply what stands before "thousand", "million" and the like."""
    if group is None:
        return scale if total is None else total * scale
    return group * scale if total is None else total + group * scale


def _grow(group: Decimal | None, piece: str) -> Decimal | None:
    """Add one word to the number below a thousand; None when it does not fit."""
    if piece in SCALES:
        return SCALES[piece] if group is None else group * SCALES[piece]
    if piece in _SHARES:
        return (group or 0) + _SHARES[piece]
    if piece in _SMALL:
        return _add_small(group, _SMALL[piece])
    if piece[0].isdigit() or piece[0] == ".":
        return Decimal(_SEPARATOR.sub("", piece)) if group is None else None
    return None


def _add_small(group: Decimal | None, value: int) -> Decimal | None:
    """Add "five" to "twenty" or to "two hundred", but not to "seven"."""
    if group is None:
        return Decimal(value)
    room = group % 100
    fits = room == 0 or (room >= _TWENTY and room % 10 == 0 and 0 < value < _TEN)
    return group + value if fits and group else None
