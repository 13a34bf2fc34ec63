"""Units of figures: what stands after or before a number, and its short name.

Money takes its ISO code, measures their usual symbol, percentages "%" and "pp".
Where a word has several meanings the commoner one in news is taken: "pounds" are
money, "tons" are "ton" (not tonnes), "$" is the United States dollar.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from briefing.annotate.figure_words.unit_names import (
    CENTS,
    CODES,
    DOLLARS,
    KINDS,
    PENCE,
    SYMBOLS,
)


class Unit(NamedTuple):
    """A unit as found beside a number."""

    start: int
    """Where number and unit begin together."""
    end: int
    """Where they end."""
    name: str
    """Its short name: "km", "USD", "%"."""
    kind: str
    """money, percent, measure, duration or count."""
    factor: Decimal = Decimal(1)
    """What the number is to be multiplied by: a hundredth for cents."""


# Letters that may stand directly after digits: "5km", "$57m", "30GB".
_MULTIPLES = {"k": 1000, "m": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
ATTACHED = frozenset(
    word for word in KINDS if " " not in word and len(word) <= len("metres")
) | frozenset((*_MULTIPLES, "p"))
"""Units that may follow digits without a space, in lower case."""

_PERIODS = "day|week|month|year|hour|minute|second|share|barrel|person|capita|head"
_PERIODS += "|ton|tonne|gallon|litre|liter|household|hectare|acre"
_PER = re.compile(
    rf"\s?(?:(?:an?|per|each|every)\s({_PERIODS})|/({_PERIODS}))\b", re.IGNORECASE
)
_DAILY = re.compile(
    r"\s(?:[a-z]+\s)?(daily|weekly|monthly|annually|yearly|hourly)\b", re.IGNORECASE
)
_DAILY_PERIODS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}
_SYMBOL_BEFORE = re.compile(
    rf"(?:\b(US|GB|CA?|AU?|NZ|HK|NT|S|R))?([$€£¥₴₽₹₩₪]|#(?=\s))\s?\Z|\b({CODES})\s\Z"
)
_SYMBOL_REACH = 6


_FIRST = re.compile(
    r"(?:[\s-]|‑)?(?:(?:straight|consecutive|more|full|long|net|plus)\s)?"
    r"(%|°\s?[CF]\b|[^\W\d_]+[²2]?(?![^\W_])(?:/[a-z](?!\w))?|U\.S\.)"
)
_NEXT = re.compile(r"[\s-]([^\W\d_]+)(?!\w)")
_LONGEST = 3
_PLURAL_NEXT = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]+s|people|men|women|children)\b")
_LARGE = re.compile(r"\d{3},\d{3}|\d{6}|illion|\d\s?m\b|bn")
_WEIGHED = re.compile(
    r"\sper\ssquare\b|\sof\s(?!the\b|its\b|their\b|aid\b|debt|damage)[a-z]"
)
_PAID = re.compile(
    r"\s(?:fine|note|coin|bill|deal|invest|contract|fee|a-|per\b|salary|loan|grant|fund"
    r"|bail|order|award|prize|debt|bid|cost|plan|project|programme|package)"
)
_SUFFIX = re.compile(r"\s?(bn|tn|[kmb])(?!\w)", re.IGNORECASE)
_SPELT = re.compile(r"\s(?:US\s)?(?:dollars|euros|pounds)\b")


def _unit_words(text: str, end: int, limit: int) -> list[tuple[str, int]]:
    """Give the first words after a number, one, two and three of them."""
    found = _FIRST.match(text, end, limit)
    if found is None:
        return []
    words, stop = found.group(1).lower().replace("° ", "°"), found.end()
    phrases = [(words, stop)]
    while len(phrases) < _LONGEST and (more := _NEXT.match(text, stop, limit)):
        stop = more.end()
        words = f"{words} {more.group(1).lower()}"
        phrases.append((words, stop))
    return phrases


def read_unit(text: str, start: int, end: int, limit: int) -> Unit:
    """Read the unit of the number at `start` to `end`.

    Args:
        text: The article's text.
        start: Where the number begins.
        end: Where it ends.
        limit: Where the sentence ends.

    Returns:
        The unit with the span of number and unit; "count" when there is none.
    """
    before = _SYMBOL_BEFORE.search(text, max(0, start - _SYMBOL_REACH), start)
    if before:
        return _read_symbol(text, before, end, limit)
    for words, stop in reversed(_unit_words(text, end, limit)):
        if words == "m":
            millions = _read_millions(text, start, stop, limit)
            if millions is not None:
                return millions
        named = _named(words, text, (start, end, stop))
        if named is not None:
            return named
    return Unit(start, end, "count", "count")


def _read_millions(text: str, start: int, stop: int, limit: int) -> Unit | None:
    """Read "m" as million: "5m people", "11m-gallon", "89m gallons"; not "5m deep"."""
    if text[stop : stop + 1] in (" ", "\u00a0", "-", "‑"):
        measured = read_unit(text, start, stop, limit)
        if measured.kind in ("measure", "money"):
            return measured._replace(factor=measured.factor * 10**6)
    if _PLURAL_NEXT.match(text, stop, limit):
        return Unit(start, stop, "count", "count", Decimal(10**6))
    return None


def _named(words: str, text: str, place: tuple[int, int, int]) -> Unit | None:
    """Give the unit of a name: "cents", "pounds", "km".

    Args:
        words: The name, in lower case.
        text: The article's text.
        place: Where the number begins and ends, and where the name ends.
    """
    start, _, stop = place
    if words in CENTS or words in PENCE:
        name = "USD" if words in CENTS else "GBP"
        return Unit(start, stop, name, "money", Decimal("0.01"))
    if words in ("pound", "pounds") and _weighs(text, *place):
        return Unit(start, stop, "lb", "measure")
    if words not in KINDS:
        return None
    name, kind = KINDS[words]
    return Unit(start, stop, name, kind)


def _weighs(text: str, start: int, end: int, stop: int) -> bool:
    """Say whether pounds weigh: "4 pounds of nails", "a 500-pound bomb"."""
    if _LARGE.search(text, start, end):
        return False
    hyphened = text[end : end + 1] in ("-", "‑")
    return bool(_WEIGHED.match(text, stop)) or (
        hyphened and not _PAID.match(text, stop)
    )


def _read_symbol(text: str, before: re.Match[str], end: int, limit: int) -> Unit:
    prefix, symbol, code = before.groups()
    name = code or SYMBOLS[symbol]
    if symbol == "$" and prefix in DOLLARS:
        name = DOLLARS[prefix]
    factor, stop = Decimal(1), end
    suffix = _SUFFIX.match(text, end, limit)
    if suffix:
        factor = Decimal(_MULTIPLES[suffix.group(1).lower()])
        stop = suffix.end()
    spelt = _SPELT.match(text, stop, limit)
    return Unit(before.start(), spelt.end() if spelt else stop, name, "money", factor)


def read_per(text: str, end: int, limit: int) -> tuple[int, str] | None:
    """Read "a day", "per share", "/barrel" after a quantity.

    Returns:
        Where it ends and what it is per; None when nothing of the kind follows.
    """
    found = _PER.match(text, end, limit)
    if found:
        return found.end(), (found.group(1) or found.group(2)).lower()
    daily = _DAILY.match(text, end, limit)
    return (end, _DAILY_PERIODS[daily.group(1).lower()]) if daily else None
