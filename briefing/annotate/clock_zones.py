"""The day of a clock time in another zone: "23:30 GMT on Friday" is Saturday in Kyiv.

A day is moved only where the words name both the hour and the zone; else the day
stays as it is named, since the writer's zone is not known. "Local time" moves nothing.

Example: in Europe/Kyiv "at 23:30 GMT on Friday", published 8 February 2025, is
Saturday 8 February; "at 23:30 on Friday" and "at 9 p.m. GMT" on Friday stay the 7th.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.span import DateRange

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from briefing.model.timex import Timex

_HOURS = {
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 1,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
"""Hours that the short names of zones are ahead of UTC, as news agencies use them."""


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(r"(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d)Z?\Z")


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_HOURS)})\b")


def days_in_zone(timex: Timex, zone: ZoneInfo | None) -> DateRange | None:
    """Give the days of an expression as the edition's zone counts them."""
    if zone is None or timex.type != "TIME" or timex.days is None:
        return timex.days
    stated = _moment().match(timex.value)
    named = _zone().search(timex.text)
    if stated is None or named is None:
        return timex.days
    offset = timezone(timedelta(hours=_HOURS[named.group()]), named.group())
    moment = datetime.fromisoformat(stated[1]).replace(tzinfo=offset)
    return DateRange.day(moment.astimezone(UTC).astimezone(zone).date())
