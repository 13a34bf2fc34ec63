"""What other articles, whose day is known, tell of an article's publication.

An article that reports two attributed claims of a neighbour, and names no day that
its neighbour does not name too, tells of the same days. One that names days without
their year is of the year in which a neighbour tells, in the same weeks, of the same
people and places, where no other year comes into question.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import MONTHS, WEEKDAYS
from briefing.annotate.publication.alone import bound_of
from briefing.annotate.publication.claims import shared_claims
from briefing.annotate.publication.finding import Finding, day_words
from briefing.annotate.publication.frame import find_frame, last_day, next_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from briefing.annotate.publication.claims import Claim
    from briefing.annotate.publication.frame import Frame
    from briefing.annotate.publication.witnesses import Witness

WEEK = timedelta(days=6)
FORTNIGHT = timedelta(days=14)
LATELY = timedelta(days=10)
YEAR = timedelta(days=366)
SHARED_CLAIMS, MANY_CLAIMS = 2, 3
"""Claims that both must report: two if one of them is no round number, else three."""
SHARED_DAYS = 2
"""Days that both must name; a single weekday comes back every week."""
SHARED_NAMES = 5
SHARE = 0.3
"""Share of an article's names that a neighbour of its weeks must hold."""
_PROPER = re.compile(r"(?<![.!?“”\"\n:] )(?<!^)(?<!\n)\b[A-Z][\w’'-]{3,}")


class Neighbour(NamedTuple):
    """An article whose day is known, with what an undated one may share with it."""

    id: str
    day: date
    """Its day of publication, or the earliest that is known."""
    named: frozenset[date]
    """The single days, and days of short runs, that it names; its own among them."""
    claims: tuple[Claim, ...]
    names: frozenset[str]


class Unplaced(NamedTuple):
    """An article whose day is not known."""

    id: str
    witnesses: tuple[Witness, ...]
    claims: tuple[Claim, ...]
    names: frozenset[str]


def proper_names(text: str) -> frozenset[str]:
    """Give the capitalised words within sentences, without days and months."""
    return frozenset(
        word
        for word in (found.removesuffix("’s") for found in _PROPER.findall(text))
        if word.lower() not in WEEKDAYS and word.lower() not in MONTHS
    )


def place_by_claims(
    article: Unplaced, neighbours: Iterable[Neighbour]
) -> Finding | None:
    """Place an article by the neighbour with which it shares most claims and all days.

    A number that neighbours of different weeks report is nobody's news and counts
    for none of them.
    """
    shared: dict[Neighbour, tuple[Claim, ...]] = {
        neighbour: found
        for neighbour in neighbours
        if (found := shared_claims(article.claims, neighbour.claims))
    }
    reported: dict[tuple[Decimal, str], list[date]] = {}
    for neighbour, claims in shared.items():
        for claim in claims:
            reported.setdefault(claim.key, []).append(neighbour.day)
    stale = {key for key, days in reported.items() if max(days) - min(days) > LATELY}
    placed = [
        one
        for neighbour, claims in shared.items()
        if (fresh := [claim for claim in claims if claim.key not in stale])
        and (one := _by_claims(article, neighbour, fresh))
    ]
    if not placed:
        return None
    return min(placed, key=lambda one: (one[0], one[1].evidence))[1]


def _by_claims(
    article: Unplaced, neighbour: Neighbour, shared: Sequence[Claim]
) -> tuple[int, Finding] | None:
    """Give the finding, after the number of claims it rests on, negative."""
    floor = bound_of(article.witnesses)
    days = _shared_days(article.witnesses, neighbour)
    least = SHARED_CLAIMS if any(claim.is_exact for claim in shared) else MANY_CLAIMS
    if len(shared) < least or len(set(days)) < SHARED_DAYS:
        return None
    if floor and floor.days and max(days) < floor.days.first:
        return None
    numbers = ", ".join(f"“{claim.text}”" for claim in shared)
    evidence = (
        f"it shares with {neighbour.id} the claims of {numbers} and "
        f"every day it names, the latest {day_words(max(days))}"
    )
    return -len(shared), Finding(max(days), None, True, "neighbour", evidence)


def _shared_days(
    witnesses: Sequence[Witness], neighbour: Neighbour
) -> tuple[date, ...]:
    """Give all current days of an article, if its neighbour names every one of them."""
    wanted: list[date | None] = [
        _weekday_before(neighbour.day, w.weekday) for w in _bare(witnesses)
    ]
    if frame := find_frame(witnesses):
        wanted += [
            last_day(w.month_day, neighbour.day + timedelta(days=1))
            for w in frame.current
        ]
    days = tuple(day for day in wanted if day is not None)
    return days if set(wanted) <= neighbour.named else ()


def _bare(witnesses: Sequence[Witness]) -> list[Witness]:
    return [w for w in witnesses if w.weekday and not w.month_day]


def _weekday_before(day: date, weekday: int | None) -> date:
    """Give the last such weekday up to a day, the day itself included."""
    return day - timedelta(days=(day.isoweekday() - (weekday or 0)) % 7)


def _shares_day(frame: Frame, latest: date, neighbour: Neighbour) -> bool:
    return bool(neighbour.named.intersection(frame.days_of(latest)))


def place_in_year(article: Unplaced, neighbours: Sequence[Neighbour]) -> Finding | None:
    """Give the days of an article the year in which its neighbours tell of the same.

    The article names a day or month of the year before, with its year; a neighbour
    names one of its current days, and the same people and places. What comes back
    every year, a feast or a forum, is not placed by its names alone. Nothing is
    found where neighbours of different years would do.
    """
    frame = find_frame(article.witnesses)
    if frame is None or not frame.is_sure or not article.names:
        return None
    bound = bound_of(article.witnesses)
    floor = bound.days.first if bound and bound.days else None
    best: dict[date, tuple[int, str]] = {}
    for neighbour in neighbours:
        day = next_day(frame.latest.month_day, neighbour.day - FORTNIGHT)
        if day is None or floor is None or not timedelta(0) <= day - floor <= YEAR:
            continue
        if day - neighbour.day > FORTNIGHT or not _shares_day(frame, day, neighbour):
            continue
        shared = article.names & neighbour.names
        if len(shared) < max(SHARED_NAMES, SHARE * len(article.names)):
            continue
        listed = ", ".join(sorted(shared)[:SHARED_NAMES])
        best[day] = max(
            best.get(day, (0, "")), (len(shared), f"{neighbour.id} ({listed})")
        )
    if len(best) != 1:
        return None
    [(day, (_, shown))] = best.items()
    evidence = (
        f"it reports {frame.latest.text}, which is {day_words(day)} by the people and "
        f"places it shares with {shown}"
    )
    return Finding(day, None, True, "neighbour-year", evidence)
