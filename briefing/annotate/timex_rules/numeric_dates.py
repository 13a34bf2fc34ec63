"""Days in figures: "2025-02-07", "07.02.2025", "2/7/2025", "2025-02-07T14:30Z".

With full stops the day comes first, as in Europe; with strokes the month, as in the
American papers that write so, unless only the other order exists ("25/2/2025") or
fits the tense: "was signed on 07/02/2025" cannot lie five months ahead.
Two figures alone ("9/11", "2/7") are never read: scores and fractions look alike.
A time of day behind an ISO date is taken in, with its distance from Greenwich.

Example: "2/7/2025" is 2025-02-07.

Left to others: days with the month's name (full_dates, partial_dates).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene, Token, read_period
from briefing.annotate.nearest import scene_tense
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"#", "#4"})
_MONTHS_A_YEAR = 12
_CENTURY, _PIVOT = 100, 50
_MARKS = frozenset("-./")
_SOON = 60
"""Days ahead beyond which a day without a telling verb is taken for one gone by."""
_REACH = 24


@cache
def _numbering() -> re.Pattern[str]:
    """Nouns behind which figures parted by full stops count editions, not days."""
    return re.compile(
        r"\b(?:v|ver|version|release|build|firmware|update|section|chapter|clause|article"
        r"|paragraph|rule|item|patch|edition)\.?\s?\Z",
        re.IGNORECASE,
    )


@cache
def _year_first() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./-])(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)"
        r"(?P<day>\d\d)(?![\d/]|[.-]\d)"
        r"(?:[T\s](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?"
        r"(?P<zone>Z\b|\s?UTC\b|\s?GMT\b|\s?[+-]\d\d:?\d\d)?(?![\d:]))?"
    )


@cache
def _year_last() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)"
        r"(?P<year>[12]\d{3}|\d\d)(?![\d/]|[.-]\d)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose the day that begins with this figure."""
    if text[token.end : token.end + 1] not in _MARKS:
        return None
    found = _year_first().match(text, token.start, span.end)
    if found is not None:
        kind = "TIME" if found["clock"] else "DATE"
        read = partial(_read_year_first, found)
        return Candidate(*found.span(), kind, "numeric_dates", read)  # type: ignore[arg-type]
    found = _year_last().match(text, token.start, span.end)
    low = max(span.start, token.start - _REACH)
    if found and found["mark"] == "." and _numbering().search(text, low, token.start):
        return None
    if found is None or (found["mark"] == "." and len(found["year"]) == len("25")):
        return None
    return Candidate(*found.span(), "DATE", "numeric_dates", partial(_read, found))


def _read_year_first(found: re.Match[str], _scene: Scene) -> Reading:
    named = date(int(found["year"]), int(found["month"]), int(found["day"]))
    reading = read_period(Period("day", named), "the words name the year")
    if not found["clock"]:
        return reading
    zone = (found["zone"] or "").strip()
    sign = "Z" if zone in {"UTC", "GMT"} else zone
    return reading._replace(value=f"{reading.value}T{found['clock']}{sign}")


def _read(found: re.Match[str], scene: Scene) -> Reading:
    month, day = int(found["first"]), int(found["second"])
    year = int(_full_year(found["year"]))
    swapped = found["mark"] == "." or month > _MONTHS_A_YEAR
    if not swapped and day <= _MONTHS_A_YEAR:
        swapped = _is_day_first(date(year, month, day), day, scene)
    if swapped:
        month, day = day, month
    return read_period(Period("day", date(year, month, day)), "the words name the year")


def _is_day_first(named: date, month: int, scene: Scene) -> bool:
    """Say whether only the day before the month fits the tense of the clause.

    Args:
        named: The day, read with the month first; the year is common to both.
        month: The month, when the day stands first.
        scene: What the expression is read against.
    """
    published = scene.published
    if published is None:
        return False
    other = date(named.year, month, named.month)
    tense = scene_tense(scene)
    if tense == "future":
        return named < published <= other
    return other <= published < named and (
        tense in {"past", "perfect"} or (named - published).days > _SOON
    )


def _full_year(digits: str) -> str:
    number = int(digits)
    if number >= _CENTURY:
        return digits
    return str(number + (2000 if number < _PIVOT else 1900))
