"""Checks the ledger of figures: each claim read again from the words it cites."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.verify.details import check_details
from briefing.verify.foreign import compares, foreign_readings, whole_amount
from briefing.verify.numbers import read_amounts
from briefing.verify.quotes import stands_in
from briefing.verify.report import Finding
from briefing.verify.standing import check_standing
from briefing.verify.tongues import ENGLISH, tongues_of
from briefing.verify.weight import signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]

STATUSES = frozenset({"single", "claimed", "agreed", "differs", "contested", "revised"})
_CENT = Decimal("0.01")
_ROUNDED = Decimal("0.005")


def check_ledger(record: Json, words: Mapping[str, str]) -> Iterator[Finding]:
    """Yield claims that disagree with their quotes, and figures with their claims.

    Args:
        record: The issue's record.
        words: For each article its text, or all that the record quotes of it.
    """
    citations = {each["number"]: each for each in record["citations"]}
    ids = {figure["id"] for figure in record["figures"]}
    for index, figure in enumerate(record["figures"]):
        path = ("figures", index)
        name = f"figure {figure['id']}"
        if figure["status"] not in STATUSES:
            yield Finding(
                (*path, "status"), f"{name} has no status '{figure['status']}'"
            )
        if figure.get("part_of") not in (None, *ids):
            yield Finding(
                (*path, "part_of"), f"{name} is part of '{figure['part_of']}', unknown"
            )
        if not figure["claims"]:
            yield Finding(path, f"{name} has no claim")
        for place, claim in enumerate(figure["claims"]):
            at = (*path, "claims", place)
            citation = citations.get(claim["citation"])
            if citation is None:
                yield Finding(
                    (*at, "citation"), f"{name} cites {claim['citation']}, unknown"
                )
                continue
            for what in check_claim(claim, citation, words.get(citation["article"])):
                yield Finding(at, f"{name}: {what}")
        yield from _check_counts(figure, citations, path)
        yield from check_details(figure, citations, words, path)
        yield from check_standing(figure, path)
        yield from _check_nouns(figure, citations, words, path)


def _check_counts(
    figure: Json, citations: Mapping[int, Json], path: tuple[str | int, ...]
) -> Iterator[Finding]:
    articles = {
        citations[claim["citation"]]["article"]
        for claim in figure["claims"]
        if claim["citation"] in citations
    }
    counted = figure.get("articles", len(articles))
    if counted != len(articles):
        what = (
            f"figure {figure['id']} stands in {len(articles)} articles, not {counted}"
        )
        yield Finding((*path, "articles"), what)
    sayers = {claim["attribution"] for claim in figure["claims"]} - {None}
    if figure["status"] == "agreed" and len(articles) == 1 and len(sayers) <= 1:
        what = f"figure {figure['id']} is 'agreed' by one article alone"
        yield Finding((*path, "status"), what)


def _check_nouns(
    figure: Json,
    citations: Mapping[int, Json],
    words: Mapping[str, str],
    path: tuple[str | int, ...],
) -> Iterator[Finding]:
    """Check that what is counted, and what befell it, are an article's own words."""
    texts = [
        words[citations[claim["citation"]]["article"]].lower()
        for claim in figure["claims"]
        if claim["citation"] in citations
        and citations[claim["citation"]]["article"] in words
    ]
    for key in ("what", "event"):
        stated = re.findall(r"\w+", (figure.get(key) or "").lower())
        if texts and not any(all(word in text for word in stated) for text in texts):
            what = (
                f"figure {figure['id']}: '{figure[key]}' are no words of its articles"
            )
            yield Finding((*path, key), what)


def check_claim(claim: Json, citation: Json, words: str | None) -> Iterator[str]:
    """Yield what is wrong with one claim of a figure."""
    text = claim["text"]
    if not stands_in(text, citation["quote"]):
        yield f"'{text}' does not stand in the quote of citation {citation['number']}"
    wanted = [claim[key] for key in ("value", "low", "high") if claim[key] is not None]
    numbers = [Decimal(number) for number in wanted]
    yield from _check_numbers(numbers, text, citation["quote"])
    if len(wanted) == 1 and not _says(claim["comparator"], text, citation["quote"]):
        yield f"'{text}' does not say '{claim['comparator']}'"
    attribution = claim["attribution"]
    if attribution and words is not None and not stands_in(attribution, words):
        yield f"the attribution '{attribution}' does not stand in the article"


def _says(comparator: str, text: str, quote: str) -> bool:
    """Say whether a comparator is an amount's own, or stands about it in its sentence.

    "At least 40 killed and 60 wounded" may be meant for both.
    """
    own = signs(text)
    # A plain number is one in every language that its quote may be in.
    here = not own if comparator == "=" else comparator in own | signs(quote)
    fits = all if comparator == "=" else any
    return fits(
        here if code == ENGLISH else compares(comparator, text, quote, code)
        for code in tongues_of(quote)
    )


def _readings(text: str, quote: str) -> Iterator[list[Decimal]]:
    """Yield what an amount says in each language that its quote may be in."""
    for code in tongues_of(quote):
        if code == ENGLISH:
            yield read_amounts(text)
        else:
            yield from foreign_readings(whole_amount(text, quote, code), code)


def _check_numbers(wanted: list[Decimal], text: str, quote: str) -> Iterator[str]:
    """Yield what is wrong with an amount, unless one reading of it has no fault."""
    told = [list(_compare(wanted, read, text)) for read in _readings(text, quote)]
    if all(told):
        yield from told[0]
    if not wanted and re.search(r"\d", text):
        yield f"'{text}' gives a number, the record none"


def _compare(wanted: list[Decimal], found: list[Decimal], text: str) -> Iterator[str]:
    for number in wanted:
        if not any(_equal(number, each, text) for each in found):
            read = ", ".join(f"{each.normalize():f}" for each in found) or "no number"
            yield f"the record says {number.normalize():f}, '{text}' says {read}"
    for each in found if wanted else []:
        if not any(_equal(number, each, text) for number in wanted):
            yield f"'{text}' says {each.normalize():f}, the record does not"


@cache
def _parts_of_a_unit() -> re.Pattern[str]:
    return re.compile(r"\b(?:cents?|cts?|pence)\b|\dp\b|\d\s[pc]\b|¢", re.IGNORECASE)


def _equal(number: Decimal, read: Decimal, text: str) -> bool:
    if re.search(r"(?:^|[^\w.])(?:[-‐–−]\s?|minus\s)\W?\.?\w", text, re.IGNORECASE):
        number = abs(number)
    if read < 1 and re.search(r"[^\W\d_]", text):  # "two-thirds": .67, or 67 %
        return min(abs(number - read), abs(number / 100 - read)) < _ROUNDED
    if re.search(r"\d\s?m[23²³]?\b", text, re.IGNORECASE):  # millions, or metres
        return number in (read, read / 10**6)
    if _parts_of_a_unit().search(text):
        return number in (read, read * _CENT)
    return number == read
