"""Checks what a figure says beside its numbers: period, doubt, what it was before."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.verify.foreign import measures, read_foreign
from briefing.verify.numbers import read_numbers
from briefing.verify.quotes import stands_in
from briefing.verify.report import Finding
from briefing.verify.tongues import ENGLISH, tongues_of
from briefing.verify.weight import COMPARATORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]
Path = tuple[str | int, ...]

PEOPLE = frozenset({None, "civilian", "military"})
_PLAIN = frozenset({"count", "fraction", "x"})
"""Units that have no word of their own."""
SCOPES = frozenset({None, "total", "increment"})


def check_details(
    figure: Json,
    citations: Mapping[int, Json],
    words: Mapping[str, str],
    path: Path,
) -> Iterator[Finding]:
    """Yield details of a figure that contradict each other or its articles.

    Args:
        figure: The figure.
        citations: The record's citations by number.
        words: For each article its text, or all that the record quotes of it.
        path: Where the figure stands in the record.
    """
    name = f"figure {figure['id']}"
    for key, known in (("people", PEOPLE), ("scope", SCOPES)):
        if figure.get(key) not in known:
            yield Finding((*path, key), f"{name} has no {key} '{figure[key]}'")
    yield from _check_days(figure, path, name)
    texts = {
        citations[claim["citation"]]["article"]: words[
            citations[claim["citation"]]["article"]
        ]
        for claim in figure["claims"]
        if claim["citation"] in citations
        and citations[claim["citation"]]["article"] in words
    }
    period = figure.get("period")
    if period and texts and not any(_stands(period, t) for t in texts.values()):
        what = f"{name}: '{period}' are no words of its articles"
        yield Finding((*path, "period"), what)
    for place, claim in enumerate(figure["claims"]):
        article = citations.get(claim["citation"], {}).get("article")
        doubt, text = claim.get("doubt"), texts.get(article or "")
        if doubt and text is not None and not _stands(doubt, text):
            at = (*path, "claims", place, "doubt")
            yield Finding(at, f"{name}: the doubt '{doubt}' is not in the article")
    yield from _check_was(figure, path, name)
    yield from _check_measure(figure, citations, path, name)


def _check_measure(
    figure: Json, citations: Mapping[int, Json], path: Path, name: str
) -> Iterator[Finding]:
    """Check that a measure, but for counts and shares, begins as one of its words."""
    unit = str(figure.get("unit") or "")
    if not unit.isalpha() or unit in _PLAIN:
        return
    texts = [claim["text"] for claim in figure["claims"]]
    quotes = [
        citations.get(claim["citation"], claim).get("quote", "")
        for claim in figure["claims"]
    ]
    if not any(
        _measures(unit, text) if code == ENGLISH else measures(unit, text, code)
        for text, quote in zip(texts, quotes, strict=True)
        for code in tongues_of(quote)
    ):
        what = f"is measured in '{unit}', and '{texts[0] if texts else ''}' is not"
        yield Finding((*path, "unit"), f"{name} {what}")


_SHORT = {"lb": "pound", "oz": "ounce"}
"""Units that do not begin as their words do."""
_BESIDE = frozenset(
    "a an and between from or the to aged old plus half hundred thousand million "  # noqa: SIM905
    "billion trillion dozen".split()
)
"""Words of an amount that are no measure."""


def _measures(unit: str, text: str) -> bool:
    """Say whether an amount may be in a unit; a bare "26" may be in any."""
    said = re.findall(r"[^\W\d_]+", text.lower())
    if unit.isupper():  # money: "$5", "5 pounds"
        return bool(said) or re.search(r"[^\w\s.,%-]", text) is not None
    compared = {word for phrase in COMPARATORS for word in phrase.split()}
    words = [w for w in said if w not in _BESIDE | compared and not read_numbers(w)]
    opening = _SHORT.get(unit, unit)[0].lower()
    return not words or any(word[0] in (opening, unit[0].lower()) for word in words)


def _numbers_of(text: str) -> Iterator[Decimal]:
    """Yield the numbers that a text gives in each language that it may be in."""
    for code in tongues_of(text):
        yield from read_numbers(text) if code == ENGLISH else read_foreign(text, code)


def _stands(words: str, text: str) -> bool:
    return stands_in(words.casefold(), text.casefold())


def _check_days(figure: Json, path: Path, name: str) -> Iterator[Finding]:
    first, last = figure.get("period_first"), figure.get("period_last")
    if (first is None) != (last is None):
        what = f"{name} has a first day of its period or a last one, not both"
        yield Finding((*path, "period_first"), what)
    elif first and last and date.fromisoformat(first) > date.fromisoformat(last):
        yield Finding((*path, "period_first"), f"{name} ends before it begins")


def _check_was(figure: Json, path: Path, name: str) -> Iterator[Finding]:
    """Check that what it was reads as the number told, and is from before."""
    days = [each["issue"] for each in figure.get("was", [])]
    if days != sorted(set(days), reverse=True):
        yield Finding((*path, "was"), f"{name}: earlier issues are not in order")
    for place, each in enumerate(figure.get("was", [])):
        at = (*path, "was", place)
        value = None if each["value"] is None else Decimal(each["value"])
        if value is not None and value not in _numbers_of(each["text"]):
            what = f"{name} was {value.normalize():f}, and '{each['text']}' is not that"
            yield Finding((*at, "value"), what)
        if each["withdrawn"] and place == 0 and figure["status"] != "revised":
            what = f"{name} is told as taken back, and its status is not 'revised'"
            yield Finding((*at, "withdrawn"), what)
