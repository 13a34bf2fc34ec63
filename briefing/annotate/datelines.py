"""The day on which a report was filed: "KYIV, Feb. 5 (Agency) -".

"yesterday" and "today" count from that day, not from that of a paper which prints the
report days later. A dateline counts only when its day lies within a few days before
publication, so that a date of another year or a typing slip does no harm.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS

if TYPE_CHECKING:
    from briefing.annotate.candidate import Scene

_REACH = 600
"""Datelines stand at the head of a report, in characters."""
_LATEST = timedelta(days=4)


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]{0,8}[A-Z][A-Z .'’/-]{2,40},(?:[ ][A-Z][A-Za-z .]{2,30},)?[ ]"
        r"(?:(?P<month>[A-Z][a-z]{2,8})\.?[ ](?P<day>\d{1,2})"
        r"|(?P<day_first>\d{1,2})[ ](?P<month_last>[A-Z][a-z]{2,8})\.?)"
        r"(?:,?[ ]\d{4})?[ ]?(?:[(/][^()/\n]{1,40}[)/])?[ ]?(?:--|[-–—_])(?!\d)",
        re.MULTILINE,
    )


@lru_cache(maxsize=4)
def _read_head(head: str) -> tuple[int, int, int]:
    """Give where the first dateline ends, its month and its day; zeros without one."""
    found = _dateline().search(head)
    if found is None:
        return 0, 0, 0
    month = MONTHS.get((found["month"] or found["month_last"]).lower(), 0)
    return found.end(), month, int(found["day"] or found["day_first"])


def filed_on(text: str, start: int, published: date) -> date | None:
    """Give the day of the dateline at the head of a text, if it is a recent one.

    Args:
        text: The article's text.
        start: Only a dateline before this offset counts.
        published: The publication day.
    """
    end, month, number = _read_head(text[:_REACH])
    if not 0 < end <= start:
        return None
    for back in range(_LATEST.days + 1):
        day = published - timedelta(days=back)
        if (day.month, day.day) == (month, number):
            return day
    return None


def as_filed(scene: Scene) -> Scene:
    """Give a scene that counts from the day of its dateline, if it has one."""
    if scene.published is None:
        return scene
    filed = filed_on(scene.text, scene.start, scene.published)
    return scene if filed is None else scene._replace(published=filed)
