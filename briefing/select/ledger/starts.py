"""The day on which a rounded stretch of time began, where another statement names it.

"Over the past six months", published on 7 February, would begin on 7 August. Where the
same article says "since August 6", or else one other article of the topic alone does,
that is the day; what is settled so is marked as inferred.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.model.span import DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.select.ledger.entry import Entry

SLACK_DAYS, SLACK_SHARE = 3, 30
"""Days by which a rounded beginning may be off: a few, or this part of the time."""
ROUNDED = re.compile(r"\b(?:weeks?|months?|years?)\b", re.IGNORECASE)
SINCE = re.compile(r"\bsince\b.*\d", re.IGNORECASE)
"""Words that name the day on which something began."""
SHORTEST = 14
"""Days of the shortest stretch that is told in round words."""


def settle_starts(entries: Sequence[Entry]) -> list[Entry]:
    """Give rounded stretches of time the first day that other statements name.

    Args:
        entries: Statements of any articles, in any order; the order is kept.
    """
    article: dict[str, set[date]] = defaultdict(set)
    topic: dict[str, set[date]] = defaultdict(set)
    for entry in entries:
        day = _named(entry)
        if day is not None:
            article[entry.candidate.article].add(day)
            topic[entry.candidate.topic].add(day)
    return [
        _settle(
            entry,
            [article[entry.candidate.article], topic[entry.candidate.topic]],
        )
        for entry in entries
    ]


def _named(entry: Entry) -> date | None:
    """Give the day that a statement names as the beginning of its time."""
    time = entry.time
    if time.days is None or time.words is None or time.inferred:
        return None
    return time.days.first if SINCE.search(time.words) else None


def _settle(entry: Entry, named: Sequence[set[date]]) -> Entry:
    """Take the only named day near the beginning, the article's own first."""
    days, words = entry.time.days, entry.time.words
    rounded = words is not None and ROUNDED.search(words) and not SINCE.search(words)
    if days is None or not rounded or len(days) < SHORTEST:
        return entry
    slack = max(SLACK_DAYS, len(days) // SLACK_SHARE)
    for starts in named:
        near = [day for day in starts if abs((day - days.first).days) <= slack]
        if len(near) == 1 and near[0] <= days.last:
            settled = DateRange(near[0], days.end)
            if settled == days:
                return entry
            return entry._replace(time=entry.time._replace(days=settled, inferred=True))
        if near:
            return entry
    return entry
