"""Which days mattered: those of which many articles tell, and still tell later.

An article counts once for each day on which it says that something happened, less when
it only announces the day. Articles that look back on the day after more than a week
count once more, since few days are remembered. How much was published on the day and on
the day after adds a little, for news that names no day; how much is told of the days
around takes a little away, since a report of what happened runs over into these.

Counts enter by their logarithm: the hundredth article says less than the second. The
weights are round numbers; fitted ones did worse on topics left out of the fit.
"""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.model.span import DateRange
    from briefing.select.timeline.reports import Report

ONE = timedelta(days=1)
AGED = timedelta(days=7)
"""After so long, to name a day is to remember it."""
ANNOUNCED = 0.3
"""For an article that names the day before it has come."""
PUBLISHED, PUBLISHED_AFTER = 0.25, 0.25
"""For what was published on the day, and on the day after."""
AROUND = 0.25
"""Taken away for what is told of the days around."""
NEIGHBOURS = (-2, -1, 1, 2)
HEAD = 5
"""Sentences at the head of an article, which tell whether it is to the matter."""


class _Named(NamedTuple):
    """Which articles name a day, each with how much it is to the matter."""

    all: dict[str, float]
    """Every article, by its id."""
    later: dict[str, float]
    """Those that remember it."""


def rank_days(reports: Iterable[Report], window: DateRange) -> list[tuple[date, float]]:
    """Give the days of a span with their scores, best first."""
    named: dict[date, _Named] = defaultdict(lambda: _Named({}, {}))
    heads: dict[date, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        for day in report.days:
            _count(named[day], report, day)
        if report.published is not None and report.place < HEAD:
            heads[report.published][report.article].append(report.relevance)
    told = {day: math.fsum(own.all.values()) for day, own in named.items()}
    later = {day: math.fsum(own.later.values()) for day, own in named.items()}
    published = {
        day: math.fsum(math.fsum(head) / len(head) for head in own.values())
        for day, own in heads.items()
    }
    scores = {
        day: math.log1p(told.get(day, 0.0))
        + math.log1p(later.get(day, 0.0))
        + PUBLISHED * math.log1p(published.get(day, 0.0))
        + PUBLISHED_AFTER * math.log1p(_near(published, day, (1,)))
        - AROUND * math.log1p(_near(told, day, NEIGHBOURS))
        for day in _of_note(window, told, published)
    }
    return sorted(scores.items(), key=lambda one: (-one[1], one[0]))


def _count(named: _Named, report: Report, day: date) -> None:
    published, weight = report.published, report.relevance
    if published is not None and published < day:
        weight *= ANNOUNCED
    counts = [named.all]
    if published is not None and published - day > AGED:
        counts.append(named.later)
    for count in counts:
        count[report.article] = max(count.get(report.article, 0.0), weight)


def _of_note(
    window: DateRange, told: Mapping[date, float], published: Mapping[date, float]
) -> list[date]:
    """Give the days of a span that an article names, or is of, or is of the next."""
    before = {day - ONE for day in published if day > date.min}
    return sorted(day for day in {*told, *published, *before} if day in window)


def _near(counts: Mapping[date, float], day: date, steps: tuple[int, ...]) -> float:
    """Give the mean count of days near a day."""
    found = (counts.get(day + timedelta(step), 0.0) for step in steps)
    return math.fsum(found) / len(steps)
