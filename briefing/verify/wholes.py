"""Checks over what time a figure counts, and what it is part of."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.verify.calendar import find_days
from briefing.verify.report import Finding
from briefing.verify.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Json = dict[str, Any]
_OF_THEM = re.compile(
    r"\b(?:of|among)\s(?:whom|which|them|these|those)\b", re.IGNORECASE
)
_SHARES = frozenset({"%", "fraction", "x"})
_NEAR = 40
"""Characters from "of whom" to the number that is a part."""


def check_periods_and_parts(
    record: Json, citations: Mapping[int, Json]
) -> Iterator[Finding]:
    """Yield periods and parts that do not go with the rest of the record."""
    by_id = {figure["id"]: figure for figure in record["figures"]}
    for place, figure in enumerate(record["figures"]):
        path, name = ("figures", place), f"figure {figure['id']}"
        yield from _check_period(figure, (*path, "period"), name)
        if whole := by_id.get(figure.get("part_of") or ""):
            yield from _check_part(figure, whole, (*path, "part_of"), name, citations)
    if "seal" not in record:
        # Whether "of whom 300" is told of another figure is the ledger's to say; that
        # nothing was changed since, the seal's.
        yield from _check_wholes(record, citations)


def _check_period(
    figure: Json, path: tuple[str | int, ...], name: str
) -> Iterator[Finding]:
    """Check that a day named in the words of a period is an end of its days."""
    first, last = figure.get("period_first"), figure.get("period_last")
    if not (figure.get("period") and first and last):
        return
    ends = [date.fromisoformat(day[:10]) for day in (first, last)]
    for _, day, month, _ in find_days(split_words(figure["period"])):
        if (day, month) not in [(end.day, end.month) for end in ends]:
            what = f"{name} counts over {figure['period']!r}, its days are"
            yield Finding(path, f"{what} {first} to {last}")


def _articles(figure: Json, citations: Mapping[int, Json]) -> set[str]:
    numbers = [claim["citation"] for claim in figure["claims"]]
    return {citations[each]["article"] for each in numbers if each in citations}


def _check_part(
    figure: Json,
    whole: Json,
    path: tuple[str | int, ...],
    name: str,
    citations: Mapping[int, Json],
) -> Iterator[Finding]:
    if whole is figure:
        yield Finding(path, f"{name} is told as part of itself")
    elif not _articles(figure, citations) & _articles(whole, citations):
        what = f"is told as part of {whole['id']}, and no article gives both"
        yield Finding(path, f"{name} {what}")
    elif len({figure.get("unit"), whole.get("unit")} - _SHARES) > 1:
        units = f"{figure.get('unit')!r}, {whole.get('unit')!r}"
        what = f"is told as part of {whole['id']}, in another unit ({units})"
        yield Finding(path, f"{name} {what}")
    elif _exceeds(figure, whole):
        what = f"is told as part of {whole['id']}, and is more than that"
        yield Finding(path, f"{name} {what}")


def _exceeds(figure: Json, whole: Json) -> bool:
    low, high = min(_numbers(figure), default=None), max(_numbers(whole), default=None)
    return low is not None and high is not None and low > high


def _numbers(figure: Json) -> Sequence[Decimal]:
    keys = ("value", "low", "high")
    found = (claim[key] for claim in figure["claims"] for key in keys)
    return [Decimal(number) for number in found if number is not None]


def _check_wholes(record: Json, citations: Mapping[int, Json]) -> Iterator[Finding]:
    """Check that what a quote gives as "of whom" so many is part of something."""
    cited: dict[int, list[tuple[Json, str]]] = {}
    for figure in record["figures"]:
        for claim in figure["claims"]:
            cited.setdefault(claim["citation"], []).append((figure, claim["text"]))
    for place, figure in enumerate(record["figures"]):
        for claim in figure["claims"] if not figure.get("part_of") else ():
            quote = citations.get(claim["citation"], {}).get("quote", "")
            before = quote[: max(quote.find(claim["text"]), 0)]
            joint = next(iter(_OF_THEM.finditer(before[-_NEAR:])), None)
            if joint is None or re.search(r"[\d,;.]", before[-_NEAR:][joint.end() :]):
                continue
            wholes = [
                other["id"]
                for other, text in cited[claim["citation"]]
                if other is not figure
                and other.get("unit") == figure.get("unit")
                and text in before
            ]
            if wholes:
                what = f"'{joint[0]} {claim['text']}' makes it part of {wholes[-1]}"
                at = ("figures", place, "part_of")
                yield Finding(at, f"figure {figure['id']} is part of none; {what}")
                break
