"""Months: "January", "January 2024", "last November", "mid-February", "May of 1998".

A month without a year is the one nearest to publication, as for partial dates; the
publication month itself is near in any tense. Names that are also other words
("May", "March", "April", "June", "August") need a word before them that dates do
("in", "since", "last", "early") or a year behind them.

Example: published Friday 7 February 2025, "in January" is 2025-01, "will travel in
mid-February" 11 to 18 February, "in March" with a past verb 2024-03.

The year behind a list holds for all of it: "in May, June and July 2024".

Left to others: days of a month (full_dates, partial_dates, ranges).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.month_dates import SHORT, is_month
from briefing.annotate.nearest import nearest_year
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(MONTHS)
_DOUBTFUL = frozenset({"may", "march", "april", "june", "august"})
_REACH = 24
_OPENINGS = frozenset({". ", "? ", "! ", "; ", "\n"})
_LEAN = 1.6
"""A month told of in the past has begun: this outweighs that it is near."""
_JOINTS = frozenset({"and", "or", "to", "through"})
_FUTURE_LOOKS = {"next": 1, "coming": 1}


@cache
def _year_after() -> re.Pattern[str]:
    return re.compile(
        r"\.?(?:\s?,)?\s(?:of\s)?(?:(?P<year>[12]\d{3})\b(?![,.]\d)|(?P<look>last|this|next)\syear\b)"
    )


@cache
def _list_year() -> re.Pattern[str]:
    """The year behind a list or a run of months: "May, June and July of last year"."""
    return re.compile(
        r"\.?(?P<list>(?:(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to|through)\s|\s?[-–]\s?)"
        r"[A-Z][a-z]{2,8}\b\.?){1,11})"
        r",?\s(?:of\s)?(?:(?P<year>[12]\d{3})\b(?![,.]\d)|(?P<look>last|this|next)\syear\b)"
    )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]{3,}")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:in|of|since|until|till|during|before|after|every|each)"
        r"|\b(?P<weak>by|from|to|between|and|through|for|on|a|the|its|their|or)|[-–(,])\s?\Z",
        re.IGNORECASE,
    )


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][a-z]")


@cache
def _told_after() -> re.Pattern[str]:
    """What a person of that name does after a comma: ", May said"."""
    return re.compile(
        r"\s(?!and\b|or\b|but\b|to\b|through\b|when\b|at\b|in\b|as\b)[a-z]"
    )


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"\s?[-–]\s?([A-Z][a-z]{2,8})\b(?!\s\d|[\s.]{1,2}\d)")


@cache
def _look() -> re.Pattern[str]:
    return re.compile(r"\b(?:this\s)?(last|past|this|next|coming)\s\Z", re.IGNORECASE)


@cache
def _named_before() -> re.Pattern[str]:
    """Colours and the like that make a month a name: "Black September"."""
    return re.compile(r"\b(?:Black|Red|Bloody|Golden|Dark|Silent|Rainy)\s\Z")


@cache
def _saw() -> re.Pattern[str]:
    """What a month does that opens a clause: "March saw record rain"."""
    return re.compile(
        r"\s(?:saw|brought|marked|produced|recorded|ended|began)\s(?:a|an|the|its|their|no|more|fewer"
        r"|less|several|another|record|only|heavy|strong|some|two|three|with|as|\d+)\b"
    )


def _opens(text: str, start: int, span: Span) -> bool:
    """Say whether a word opens its sentence or clause."""
    return start == span.start or text[max(span.start, start - 2) : start] in _OPENINGS


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a month, with its year if it has one."""
    if not is_month(text, token):
        return None
    start, end = token.start, token.end
    low = max(span.start, start - _REACH)
    year = _year_after().match(text, end, span.end)
    look = None if year else _look().search(text, low, start)
    part = take_part(text, look.start() if look else start, span)
    if not year and _named_before().search(text, low, start):
        return None
    cued = year or look or part.name or _is_cued(text, token, low, span)
    short = len(token.word) <= SHORT and token.word not in {"may", "june", "july"}
    if short and not year and text[end : end + 1] != ".":
        return None
    if not cued and (token.word in _DOUBTFUL or short):
        return None
    if year:
        end = year.end()
    words = (
        (year["year"] or year["look"]) if year else (look[1].lower() if look else "")
    )
    listed = None if words else _year_of_list(text, token, span)
    if listed:
        read_listed = partial(_read_listed, MONTHS[token.word], *listed, part.name)
        return Candidate(part.start, end, "DATE", "months", read_listed)
    last = None if words else _joined().match(text, end, span.end)
    if last and last[1].lower() in MONTHS:
        read_first = partial(_read_first, MONTHS[token.word], MONTHS[last[1].lower()])
        return Candidate(part.start, end, "DATE", "months", read_first)
    read = partial(_read, MONTHS[token.word], words, part.name)
    return Candidate(part.start, end, "DATE", "months", read)


def _is_cued(text: str, token: Token, low: int, span: Span) -> bool:
    """Say whether the words around a doubtful name are those around a month."""
    cue = _cue().search(text, low, token.start)
    if cue is None:
        saw = _saw().match(text, token.end, span.end)
        return saw is not None and _opens(text, token.start, span)
    if cue.group()[:1] in {",", "("} and _told_after().match(text, token.end, span.end):
        return False
    return not (cue["weak"] and _name_after().match(text, token.end, span.end))


def _year_of_list(text: str, token: Token, span: Span) -> tuple[str, int] | None:
    """Give the year behind a list of months, and how many new years lie before it."""
    found = _list_year().match(text, token.end, span.end)
    if found is None:
        return None
    names = [name.lower() for name in _words().findall(found["list"])]
    numbers = [MONTHS.get(name) for name in names if name not in _JOINTS]
    months = [MONTHS[token.word], *(number for number in numbers if number)]
    if len(months) <= len(numbers):
        return None  # "in March, Paris and June 2019"
    turns = sum(second < first for first, second in pairwise(months))
    return found["year"] or found["look"], turns


def _read_listed(month: int, year: str, turns: int, part: str, scene: Scene) -> Reading:
    """Read the May of "May, June and July of last year"."""
    if not year.isdigit():
        if scene.published is None:
            return _read(month, "", part, scene)
        step = {"last": -1, "this": 0, "next": 1}[year]
        year = str(scene.published.year + step)
    return _read(month, str(int(year) - turns), part, scene)


def _read(month: int, year: str, part: str, scene: Scene) -> Reading:
    if year.isdigit():
        period = Period("month", date(int(year), month, 1))
        return Reading(
            period.value,
            part_days(period, part),
            False,
            "the words name the year",
            period,
        )
    if scene.published is None:
        return Reading(
            f"XXXX-{month:02d}", relative=True, why="no year and no publication day"
        )
    period, why = _place(month, year, scene, scene.published)
    relative = period.first.year != scene.published.year
    return Reading(period.value, part_days(period, part), relative, why, period)


def _read_first(month: int, last: int, scene: Scene) -> Reading:
    """Read the April of "April-June": in the year of its last month, or just before."""
    if scene.published is None:
        return _read(month, "", "", scene)
    period, why = _place(last, "", scene, scene.published)
    year = period.first.year - (month > last)
    relative = year != scene.published.year
    named = Period("month", date(year, month, 1))
    return Reading(named.value, named.days, relative, why, named)


def _place(month: int, look: str, scene: Scene, published: date) -> tuple[Period, str]:
    """Choose the year of a month that names none."""
    if not look:
        choice = nearest_year(
            scene, lambda year: Period("month", date(year, month, 1)), lean=_LEAN
        )
        return choice.period, choice.why
    year = published.year
    if look in {"last", "past"} and month >= published.month:
        year -= 1
    elif look in _FUTURE_LOOKS and month <= published.month:
        year += 1
    return Period("month", date(year, month, 1)), f'{published_words(scene)}, "{look}"'
