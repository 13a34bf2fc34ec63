"""Which of the days that a page names is the day it was published.

The most trusted place counts, with four exceptions. A moment in UTC gives way to the
same moment, or to the day it falls on, as the page's own readers see it. A place
that two others contradict with one voice gives way to them. So does a day in the
head that neither text nor state bears out to an older day in the address, which
does not change with the story. And no day is later than the one on which the page
was fetched or archived.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from briefing.ingest.page_dates.witness import FAINT, Witness

if TYPE_CHECKING:
    from collections.abc import Sequence

FURTHEST_EAST, FURTHEST_WEST = timedelta(hours=14), timedelta(hours=12)
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
ENOUGH = 2


def weigh(
    witnesses: Sequence[Witness], *, latest: date | None = None
) -> Witness | None:
    """Give the witness that counts; None when none is trusted.

    Args:
        witnesses: all that speak of one thing, in the order of the page.
        latest: the day on which the page was kept; None when unknown.
    """
    possible = [each for each in witnesses if latest is None or each.day <= latest]
    if not possible:
        return None
    best = max(possible, key=lambda each: each.trust)
    if best.trust < FAINT:
        return None
    best = _local(best, possible)
    return _outvoted(best, possible) or best


def _local(best: Witness, witnesses: Sequence[Witness]) -> Witness:
    """Give a moment in UTC as the publisher's own clock shows it, if that is told."""
    moment = best.value
    if not isinstance(moment, datetime) or moment.utcoffset() != timedelta(0):
        return best
    for other in sorted(witnesses, key=lambda each: -each.trust):
        if local := _same_moment(moment, other.value):
            words = best.words
            if other.words != words:
                words = f"{words}; {other.words}"
            return best._replace(value=local, words=words)
    seen = [each for each in witnesses if each.kind in {"address", "text"}]
    days = {each.day for each in seen if each.value != moment}
    edges = {(moment - FURTHEST_WEST).date(), (moment + FURTHEST_EAST).date()}
    if best.day in days:
        return best
    return next((each for each in seen if each.day in edges - {best.day}), best)


def _same_moment(moment: datetime, value: date | datetime) -> datetime | None:
    """Give the moment with the offset that another statement of it tells."""
    if not isinstance(value, datetime):
        return None
    if value.tzinfo is None:
        gap = value.replace(tzinfo=UTC) - moment
        if gap and -FURTHEST_WEST <= gap <= FURTHEST_EAST and not gap % QUARTER:
            return moment.astimezone(timezone(gap))
        return None
    return value if value == moment and value.utcoffset() else None


def _outvoted(best: Witness, witnesses: Sequence[Witness]) -> Witness | None:
    """Give the day on which other parts of the page agree against the best."""
    if any(other.kind != best.kind and other.day == best.day for other in witnesses):
        return None
    for other in sorted(witnesses, key=lambda each: -each.trust):
        if other.day == best.day:
            continue
        kinds = {each.kind for each in witnesses if each.day == other.day} - {best.kind}
        older = other.kind == "address" and other.day < best.day - DAY
        if len(kinds) >= ENOUGH or older:
            return other
    return None
