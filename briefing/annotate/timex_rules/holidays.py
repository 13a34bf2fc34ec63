"""Feasts with a day of their own: Christmas, Thanksgiving, New Year's Day, Easter.

Only feasts on which the English-language press agrees. "Independence Day" needs its
country ("Ukraine's Independence Day"); "Victory Day" is another day in each country
and yields nothing. "Election Day" is the American one. "Black Friday" is a day only
after "on" and the like: its sales last for weeks. The year is the nearest to
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
from briefing.annotate.feast_days import (
    AFTER_FLOATING,
    FIXED,
    FLOATING,
    FROM_EASTER,
    NATIONAL,
    ONLY_ON,
)
from briefing.annotate.nearest import nearest_year
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

_WEEK = 7

_INDEPENDENCE = "independence day"
_NAMES = (*FIXED, *FLOATING, *AFTER_FLOATING, *FROM_EASTER, _INDEPENDENCE)
TRIGGERS = frozenset(
    name.replace(".", " ").replace("'", " ").split()[0] for name in _NAMES
)
_LONGEST = max(len(name) for name in _NAMES)
_REACH = 16


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"\s?,?\s([12]\d{3})\b")


@cache
def _on() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on|by|until|till|before|after|since|to|through|this|last|next)\s\Z",
        re.IGNORECASE,
    )


@cache
def _no_day() -> re.Pattern[str]:
    """What makes a feast more than its day: "Christmas shopping", "Easter eggs"."""
    return re.compile(
        r"\s[A-Z][a-z]|-|\s(?:sales|lists?|part(?:y|ies)|specials?|finale|masks?|costumes?|shopping|trees?|cards?"
        r"|gifts?|presents?|eggs?|season|holidays?|break|shoppers|lights|decorations"
        r"|markets?|carols?|songs?|movies?|films?|dinners?|turkeys?|bonus(?:es)?)\b"
    )


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
    before = text[max(span.start, token.start - _REACH) : token.start]
    if name in ONLY_ON and not _on().search(before):
        return None
    if _no_day().match(text, end, span.end):
        return None
    if name == _INDEPENDENCE:
        name = _country(before)
        if not name:
            return None
    year = _after().match(text, end, span.end)
    look = _before().search(text, max(span.start, token.start - _REACH), token.start)
    start = look.start() if look else token.start
    read = partial(_read, name, year[1] if year else (look[1].lower() if look else ""))
    return Candidate(start, year.end() if year else end, "DATE", "holidays", read)


def _country(before: str) -> str:
    """Give the country named right before "Independence Day", or nothing."""
    words = before.lower().replace("’", "'").rstrip().removesuffix("'s")
    return next((name for name in NATIONAL if _ends_with(words, name)), "")


def _ends_with(words: str, name: str) -> bool:
    return words.endswith(name) and not words[: -len(name)][-1:].isalnum()


def _read(name: str, year: str, scene: Scene) -> Reading:
    if year.isdigit():
        period, why = _place(name, int(year)), "the words name the year"
    elif scene.published is None:
        value = FIXED.get(name) or NATIONAL.get(name)
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
    fixed = FIXED.get(name) or NATIONAL.get(name)
    if fixed:
        return Period("day", date(year, *fixed))
    if name in FROM_EASTER:
        return Period("day", _easter(year) + timedelta(days=FROM_EASTER[name]))
    if name in AFTER_FLOATING:
        *of_month, more = AFTER_FLOATING[name]
        return _floating(year, *of_month).move(more)
    return _floating(year, *FLOATING[name])


def _floating(year: int, month: int, weekday: int, which: int) -> Period:
    """Give a weekday of a month: the fourth Thursday of November."""
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
