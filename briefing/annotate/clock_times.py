"""Times on the clock, as patterns and as the end of a TIMEX3 value.

"10:35 a.m.", "5 p.m. EST", "23:30 GMT", "1400 GMT", "six o'clock", "4 in the morning".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import NUMBERS

if TYPE_CHECKING:
    import re

ZONE = r"UTC|GMT|Z|BST|MSK|IST|JST|AES?T|CES?T|EES?T|WES?T|[ECMP][SD]?T|local\stime"
"""Zones that news names behind a time of day; compiled with the patterns below."""
CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"(?:,?\s\(?(?P<zone>[A-Z]{2,4}|local time)\)?,?)?"
)
"""A time with its half of the day: "10:35 a.m.", "5 p.m. EST"."""
FULL_CLOCK = (
    r"(?P<hour24>[01]?\d|2[0-3])(?P<mark>[:.]?)(?P<minute24>[0-5]\d)(?!\d)(?:[:.][0-5]\d)?"
    rf"(?:\s?(?P<hours>hours|hrs|h)\b)?(?:\s?(?P<zone24>{ZONE})\b)?"
)
"""A time of the full day: "23:30", "1400 GMT", "06.15 hours"."""
_HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
SPOKEN_CLOCK = (
    rf"(?P<spoken>\d{{1,2}}|{_HOUR_WORD})(?P<oclock>\so['’]clock)?"
    r"(?:\s(?P<when>in\sthe\s(?:early\s)?(?:morning|afternoon|evening)|at\snight))?"
)
"""A time as it is spoken; one of its two tails must be there: "4 in the morning"."""
_HALF_DAY = 12
_SIX = 6


def clock_suffix(found: re.Match[str]) -> str:
    """Write a matched `CLOCK` as the end of a TIMEX3 value."""
    hour = int(found["hour"]) % _HALF_DAY + (_HALF_DAY if found["half"] in "pP" else 0)
    return f"T{hour:02d}:{found['minute'] or '00'}{_zone_sign(found['zone'])}"


def full_suffix(found: re.Match[str]) -> str:
    """Write a matched `FULL_CLOCK` as the end of a TIMEX3 value."""
    hour, minute = int(found["hour24"]), found["minute24"]
    return f"T{hour:02d}:{minute}{_zone_sign(found['zone24'])}"


def spoken_suffix(found: re.Match[str]) -> str:
    """Write a matched `SPOKEN_CLOCK` as the end of a TIMEX3 value, or nothing."""
    digits = found["spoken"].lower()
    hour = int(digits) if digits.isdecimal() else NUMBERS[digits]
    if not 0 < hour <= _HALF_DAY or not (found["oclock"] or found["when"]):
        return ""
    when = (found["when"] or "").lower()
    late = when.endswith(("afternoon", "evening"))
    if when == "at night":
        late = hour >= _SIX
    return f"T{hour % _HALF_DAY + _HALF_DAY * late if when else hour:02d}:00"


def _zone_sign(zone: str | None) -> str:
    return "Z" if zone in {"UTC", "GMT", "Z"} else ""
