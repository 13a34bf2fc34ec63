"""Reads numbers a second time, by other means than the rules that found them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: Decimal(n) for n, word in enumerate(_UNITS)} | {
    word: Decimal(10 * n) for n, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "k": Decimal(10**3),
    "million": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "m": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "b": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
}
_PARTS = {
    "half": Decimal("0.5"),
    "third": Decimal(1) / 3,
    "thirds": Decimal(1) / 3,
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "fifths": Decimal("0.2"),
    "sixth": Decimal(1) / 6,
    "sixths": Decimal(1) / 6,
    "seventh": Decimal(1) / 7,
    "sevenths": Decimal(1) / 7,
    "eighth": Decimal("0.125"),
    "eighths": Decimal("0.125"),
    "ninth": Decimal(1) / 9,
    "ninths": Decimal(1) / 9,
    "tenth": Decimal("0.1"),
    "tenths": Decimal("0.1"),
}
_MULTIPLES = {
    "double": Decimal(2),
    "twice": Decimal(2),
    "triple": Decimal(3),
    "thrice": Decimal(3),
}
_ABBREVIATED = frozenset({"k", "mn", "mln", "m", "bn", "bln", "b", "tn"})
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_PAIR = 2


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?"
        r"|\d{1,3}(?: \d{3})+(?![\w,.]?\d)|\d+(?:\.\d+)?|(?<![\d.])\.\d+|[^\W\d_]+"
    )


def read_numbers(words: str) -> list[Decimal]:
    """Give every number in `words`, in order: digits, words, and both mixed.

    "a", "an" and "half" count only before a scale ("a dozen", "half a million");
    vague amounts ("dozens") give no number.
    """
    found: list[Decimal] = []
    run: list[str] = []
    for match in _token().finditer(words):
        token = match[0].lower()
        if _goes_on(token, run, words[: match.start()]):
            run.append(token)
            continue
        found += _value(run)
        run = [token] if _opens(token) else []
    return found + _value(run)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    forms = {
        "aside": r"\([^()]*\)|(?<=m)[23²³]\b",
        "between": r"\s*between\b(.*?)\band\b(.*)",
        "range": r"(?:\w\s?[-‐–—]|\w\s-|\bto\b|\band\b)\s?\W?\w",
        "share": r"\w\s(?:out\sof|in)\s\w",
        "to one": r"\w[\s\-‐–]?(?:to[\s\-‐–]?|:)(?:one|1)\b(?![\s-]?[\w,.])",
        "thousands": r"\d(?:,\d{3}|000)(?!\d)",
    }
    flags = re.IGNORECASE | re.DOTALL
    return {name: re.compile(form, flags) for name, form in forms.items()}


def read_amounts(words: str) -> list[Decimal]:
    """Give the numbers that a figure's own words give.

    "1.5-2.5 million" begins with 1.5 million, "30-40,000" with 30,000; "seven in 10"
    and "four-to-one" are one number each, and so is "twice". What stands in
    parentheses is the same amount once more.
    """
    words = _forms()["aside"].sub(" ", words).strip() or words
    between = _forms()["between"].match(words)
    parts = between.groups() if between else (words,)
    found = [number for part in parts for number in read_numbers(part)]
    if not found:
        tokens = (match[0].lower() for match in _token().finditer(words))
        return [_MULTIPLES[token] for token in tokens if token in _MULTIPLES][:1]
    if len(found) != _PAIR:
        return found
    if _forms()["to one"].search(words):
        return found[:1]
    if found[1] and _forms()["share"].search(words):
        return [found[0] / found[1]]
    return [found[0] * _lent(words, *found), found[1]]


def _lent(words: str, low: Decimal, high: Decimal) -> Decimal:
    """Give the scale that the first number of a range has from the second."""
    tokens = [match[0].lower() for match in _token().finditer(words)]
    scales = [_SCALES[token] for token in tokens if token in _SCALES]
    if len(scales) == 1 and low < high and tokens[-1] != "dozen":
        scale = scales[0]
    elif not scales and low < _THOUSAND and _forms()["thousands"].search(words):
        scale = Decimal(_THOUSAND)
    else:
        return Decimal(1)
    fits = low < scale and low * scale < high
    return scale if fits and _forms()["range"].search(words) else Decimal(1)


def _opens(token: str) -> bool:
    return token[0] in ".0123456789" or token in _SMALL or token in ("a", "an", "half")


def _goes_on(token: str, run: list[str], before: str) -> bool:
    """Say whether `token` belongs to the number that `run` begins."""
    if not run:
        return False
    if token in _ABBREVIATED:
        return run[-1][0].isdigit() and before.rstrip()[-1:].isdigit()
    if token in _SCALES or token in _PARTS:
        return True
    if token in ("a", "an"):
        return run[-1] in ("half", "and")
    if token == "and" or token in _SMALL:
        return (
            run[-1] in _SCALES
            or (run[-1] == "and" or (run[-1] in _TENS and _is_one(token)))
            or (token == "and" and run[-1] in _SMALL and len(run) == 1)
        )
    return token == "half" and run[-1] == "a"


def _is_one(token: str) -> bool:
    return 0 < _SMALL.get(token, Decimal(0)) < _TEN


def _value(run: list[str]) -> list[Decimal]:
    """Give the number that a run of tokens makes, in a list; empty when none."""
    while run and run[-1] in ("and", "a", "an"):
        run = run[:-1]
    if "and" in run and not any(token in _SCALES for token in run):
        left, right = run[: run.index("and")], run[run.index("and") + 1 :]
        if not any(token in _PARTS for token in right):  # "six and seven" are two
            return _value(left) + _value(right)
    return [_sum(run)] if run else []


def _sum(run: list[str]) -> Decimal:
    total = current = Decimal(0)
    for token in run:
        current = _take(current, token)
        if _SCALES.get(token, 0) > _HUNDRED:
            total, current = total + current, Decimal(0)
    return total + current


def _take(current: Decimal, token: str) -> Decimal:
    """Add a token to a number that is being read, or multiply it."""
    if token[0] in ".0123456789":
        return current + Decimal(re.sub(r"[^\d.]", "", token))
    if token in _SCALES:
        return (current or Decimal(1)) * _SCALES[token]
    if token in _PARTS and current and token != "half":  # "two thirds"
        return current * _PARTS[token]
    return current + _SMALL.get(token, _PARTS.get(token, Decimal(0)))
