"""Feasts with a day of their own: Christmas, Thanksgiving, New Year's Day, Easter.

Only feasts on which the English-language press agrees; "Independence Day" or "Victory
Day" is another day in each country and yields nothing. The year is the nearest to
publication, as for partial dates.

Example: published 7 January 2025, "on Christmas Day" is 2024-12-25.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.nearest import nearest_year
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

_WEEK = 7
_LAST_WEEK = 5

# Month and day, or month, weekday (Monday is 1) and which one of its month.
_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "all saints' day": (11, 1),
    "may day": (5, 1),
    "earth day": (4, 22),
    "international women's day": (3, 8),
}
_FLOATING = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, _LAST_WEEK),
    "columbus day": (10, 1, 2),
    "presidents' day": (2, 1, 3),
    "martin luther king day": (1, 1, 3),
    "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}
_NAMES = (*_FIXED, *_FLOATING, *_FROM_EASTER)
TRIGGERS = frozenset(
    name.replace(".", " ").replace("'", " ").split()[0] for name in _NAMES
)
_LONGEST = max(len(name) for name in _NAMES)
_REACH = 8


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"\s?,?\s([12]\d{3})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"\b(last|this|next)\s\Z", re.IGNORECASE)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a feast."""
    if not text[token.start].isupper():
        return None
    words = (
        text[token.start : min(span.end, token.start + _LONGEST + 1)]
        .lower()
        .replace("’", "'")
    )
    known = [
        name
        for name in _NAMES
        if words.startswith(name) and not words[len(name) : len(name) + 1].isalpha()
    ]
    if not known:
        return None
    name = max(known, key=len)
    end = token.start + len(name)
    year = _after().match(text, end, span.end)
    look = _before().search(text, max(span.start, token.start - _REACH), token.start)
    start = look.start() if look else token.start
    read = partial(_read, name, year[1] if year else (look[1].lower() if look else ""))
    return Candidate(start, year.end() if year else end, "DATE", "holidays", read)


def _read(name: str, year: str, scene: Scene) -> Reading:
    if year.isdigit():
        period, why = _place(name, int(year)), "the words name the year"
    elif scene.published is None:
        value = _FIXED.get(name)
        return Reading(
            f"XXXX-{value[0]:02d}-{value[1]:02d}" if value else "XXXX-XX-XX",
            relative=True,
            why="no year and no publication day",
        )
    elif year == "last":
        period, why = _place(name, scene.published.year), published_words(scene)
        period = (
            period
            if period.first < scene.published
            else _place(name, scene.published.year - 1)
        )
    elif year == "next":
        period, why = _place(name, scene.published.year), published_words(scene)
        period = (
            period
            if period.first > scene.published
            else _place(name, scene.published.year + 1)
        )
    else:
        choice = nearest_year(scene, partial(_place, name))
        period, why = choice.period, choice.why
    return Reading(period.value, period.days, True, why, period)


def _place(name: str, year: int) -> Period:
    """Give the day of a feast in a year."""
    if name in _FIXED:
        return Period("day", date(year, *_FIXED[name]))
    if name in _FROM_EASTER:
        return Period("day", _easter(year) + timedelta(days=_FROM_EASTER[name]))
    month, weekday, which = _FLOATING[name]
    first = date(year, month, 1)
    day = first + timedelta(
        days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (which - 1)
    )
    return Period("day", day if day.month == month else day - timedelta(days=_WEEK))


def _easter(year: int) -> date:
    """Give Easter Sunday, by the anonymous Gregorian computus (Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (
        19 * golden
        + century
        - century // 4
        - (century - (century + 8) // 25 + 1) // 3
        + 15
    ) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
