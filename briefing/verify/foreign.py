"""Reads the numbers and comparisons of other languages a second time."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.verify.tongues import Tongue, simplify, tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 80
"""Letters of a word that may be taken apart."""
_PAIR = 2
_TEN = 10
_TWENTY = 20
_SIXTY = 60
_HUNDRED = 100
_THOUSAND = 1000
_DIGITS = tuple("0123456789")
_JOINED = "+"
"""Stands for the joint within a word."""


def read_foreign(words: str, code: str) -> list[Decimal]:
    """Give every number in `words` of a language, in order.

    Digits are read with the marks of the language, words as they are put together
    there; "10 bis 15 Millionen" gives 10 and 15 million.
    """
    return [_sum(run, tongue(code)) for run in _runs(words, tongue(code))]


def foreign_readings(words: str, code: str) -> Iterator[list[Decimal]]:
    """Yield the ways in which an amount may be read: of a range both ends scaled."""
    found = read_foreign(words, code)
    yield found
    if len(found) == _PAIR:
        scales = [
            scale
            for run in _runs(words, tongue(code))[1:]
            for token in run
            if (scale := tongue(code).times.get(token, Decimal(0))) >= _THOUSAND
        ]
        if len(scales) == 1 and found[0] * scales[0] < found[1]:
            yield [found[0] * scales[0], found[1]]


def whole_amount(text: str, quote: str, code: str) -> str:
    """Give an amount with what its quote has at it: "half a" dozen, 3",5".

    Where the amount stands more than once, the quote is not asked.
    """
    known, text, quote = tongue(code), _flat(text), _flat(quote)
    before, met, after = quote.partition(text)
    if not met or text in after:
        return text
    if text[-1:].isdigit() and (rest := re.match(r"[.,']?\d[\d.,']*\b", after)):
        return text + rest[0]
    first = re.search(rf"({_WORD})[\s-]+$", before[-_LONGEST:])
    if first and first[1] in known.parts:
        text = f"{first[1]} {text}"
    last = re.match(rf"\s+({_WORD})\s+({_WORD})", after[:_LONGEST])
    if last and last[1] in known.joints and last[2] in known.parts:
        text = f"{text} {last[1]} {last[2]}"
    return text


def compares(comparator: str, text: str, quote: str, code: str) -> bool:
    """Say whether a comparator is an amount's own; without one, its sentence's.

    Of a plain number only words that need not compare may be: "une douzaine".
    """
    own = _signs(text, code)
    if comparator == "=":
        return all("=" in signs for signs in own)
    return any(comparator in signs for signs in own or _signs(quote, code))


def _signs(words: str, code: str) -> list[frozenset[str]]:
    """Give for each comparison in `words` the signs that it may stand for."""
    found = _comparing(code).findall(_flat(words))
    return [tongue(code).signs[re.sub(r"[\s-]+", " ", phrase)] for phrase in found]


def measures(unit: str, words: str, code: str) -> bool:
    """Say whether an amount may be in a unit; a bare number may be in any."""
    known = tongue(code)
    begins = known.units.get(unit)
    compared = {word for phrase in known.signs for word in phrase.split()}
    light = compared | known.words | known.joints
    said = [token for token in _tokens(words, known) if token[0].isalpha()]
    telling = [word for word in said if word not in light]
    return begins is None or not telling or any(w.startswith(begins) for w in telling)


_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*"


def _flat(words: str) -> str:
    return simplify(words)


@cache
def _comparing(code: str) -> re.Pattern[str]:
    phrases = sorted(tongue(code).signs, key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in phrases)
    return re.compile(rf"(?<![\w'])(?:{words})(?:(?<=')|(?!\w))")


@cache
def _token(thousands: str, decimal: str) -> re.Pattern[str]:
    marks = re.escape(thousands)
    blanks = "\u00a0\u202f\u2009 "
    return re.compile(
        rf"\d{{1,3}}(?:[{marks}{blanks}]\d{{3}})+(?![\d])(?:{decimal}\d+)?"
        rf"|\d+(?:[.{decimal}]\d+)?|{_WORD}|[^\w\s.-]"
    )


def _tokens(words: str, known: Tongue) -> Iterator[str]:
    """Yield digits, number words each for itself, and all between them."""
    text = _flat(words)
    for phrase in known.no_number:
        text = text.replace(phrase, "%")
    for phrase in known.phrases:
        form = rf"\b{phrase}\b".replace(" ", r"[\s-]")
        text = re.sub(form, phrase.replace(" ", ""), text)
    for match in _token(known.thousands, known.decimal).finditer(text):
        yield from _split(match[0], known)


def _split(word: str, known: Tongue) -> list[str]:
    """Take a word apart that is put together of number words; else give it whole."""
    if word in known.words or known.compound is None or len(word) > _LONGEST:
        return [word]
    parts: list[str] = []
    at = 0
    while at < len(word):
        ends = range(len(word), at, -1)
        end = next((end for end in ends if word[at:end] in known.words), None)
        if end is None:
            return [word]
        part = word[at:end]
        parts.append(_JOINED if part == known.compound else part)
        at = end
    return parts


def _runs(words: str, known: Tongue) -> list[list[str]]:
    """Give the tokens of each number in `words`."""
    tokens = [*_tokens(words, known), ""]
    runs: list[list[str]] = [[]]
    for token, after in pairwise(tokens):
        if runs[-1] and _goes_on(token, after, runs[-1], known):
            runs[-1].append(token)
        elif token.startswith(_DIGITS) or (
            token in known.words and token not in _joins(known)
        ):
            runs.append([token])
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _joins(known: Tongue) -> frozenset[str]:
    return known.joints | {known.compound or ""}


def _goes_on(token: str, after: str, run: list[str], known: Tongue) -> bool:
    """Say whether `token` belongs to the number that `run` begins."""
    if token in known.joints:
        ones = known.numbers.get(after, Decimal(_TWENTY)) < _TWENTY
        last = known.numbers.get(run[-1], Decimal(0))
        return after in known.parts or (ones and last >= _TWENTY)
    if token in known.times or token in known.parts or token == _JOINED:
        return True
    if token.startswith(_DIGITS):
        return known.times.get(run[-1], 0) >= _THOUSAND
    return token in known.numbers and _fits(known.numbers[token], run[-1], known)


def _fits(number: Decimal, last: str, known: Tongue) -> bool:
    """Say whether a number is added to the word before it: "cent", "soixante" onze."""
    if last in known.times or last in known.joints or last == _JOINED:
        return True
    before = known.numbers.get(last, Decimal(0))
    if number < 1:  # "zweieinhalb"
        return True
    if number < _TEN:
        return before >= _TEN and before % _TEN == 0
    return before >= _HUNDRED > number or (before >= _SIXTY and number < _TWENTY)


def _sum(run: list[str], known: Tongue) -> Decimal:
    total = current = Decimal(0)
    scale, joined = Decimal(1), False
    for token in run:
        if token in known.times:
            scale = known.times[token]
            current = (current or Decimal(1)) * scale
            if scale >= _THOUSAND:
                total, current = total + current, Decimal(0)
        elif token in known.parts:
            part = known.parts[token]
            if joined:  # "deux et demi", "un million et demi"
                current += part if current else part * scale
            else:
                current = (current or Decimal(1)) * part
        elif token.startswith(_DIGITS):
            current += _digits(token, known)
        else:
            current += known.numbers.get(token, 0)
        joined = token in known.joints
    return total + current


def _digits(token: str, known: Tongue) -> Decimal:
    marks = re.escape(known.thousands)
    whole = re.sub(rf"[\s{marks}](?=\d{{3}}(?!\d))", "", token)
    return Decimal(whole.replace(known.decimal, "."))
