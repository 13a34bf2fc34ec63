"""Which days mattered: those of which many articles tell, and still tell later.

An article counts once for each day on which it says that something happened. It counts
more when it looks back on the day after more than a week, since few days are
remembered; and less when it only announces the day. How much was published on the day
and on the day after adds a little, for news that names no day. Counts enter by their
logarithm: the hundredth article says less than the second.
"""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.span import DateRange
    from briefing.select.timeline.reports import Report

ONE = timedelta(days=1)
AGED = timedelta(days=7)
"""After so long, to name a day is to remember it."""
REMEMBERED = 2.0
ANNOUNCED = 0.3
PUBLISHED, PUBLISHED_AFTER = 0.25, 0.25
"""What articles of the day, and of the day after, count beside those that name it."""
HEAD = 5
"""Sentences at the head of an article, which tell whether it is to the matter."""


def rank_days(reports: Iterable[Report], window: DateRange) -> list[tuple[date, float]]:
    """Give the days of a span with their scores, best first."""
    named: dict[date, dict[str, float]] = defaultdict(dict)
    heads: dict[date, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        for day in report.days:
            own = named[day]
            weight = report.relevance * _hindsight(day, report.published)
            own[report.article] = max(own.get(report.article, 0.0), weight)
        if report.published is not None and report.place < HEAD:
            heads[report.published][report.article].append(report.relevance)
    published = {
        day: sum(sum(head) / len(head) for head in own.values())
        for day, own in heads.items()
    }
    scores = {
        day: math.log1p(sum(named[day].values()) if day in named else 0.0)
        + PUBLISHED * math.log1p(published.get(day, 0.0))
        + PUBLISHED_AFTER * math.log1p(published.get(day + ONE, 0.0))
        for day in _days_of_note(named, published)
        if day in window
    }
    return sorted(scores.items(), key=lambda one: (-one[1], one[0]))


def _days_of_note(*sources: Iterable[date]) -> set[date]:
    named, published = map(set, sources)
    return named | published | {day - ONE for day in published if day > date.min}


def _hindsight(day: date, published: date | None) -> float:
    """Weigh a naming of a day by when it was published."""
    if published is None:
        return 1.0
    if published < day:
        return ANNOUNCED
    return REMEMBERED if published - day > AGED else 1.0
