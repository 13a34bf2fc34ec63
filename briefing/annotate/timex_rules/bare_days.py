"""Days of a month whose month stands beside them: "April 24 and 25", "on the 25th".

In "Feb. 3, 5 and 7" and "24 and 25 April" each number is a day of its own; the days
that have the month at their side are left to the rules of dates. "on the 25th" is a
day of the last month named, else of the month that puts it nearest to publication,
as the tense leans. A number that counts or ranks something ("April 24, 25 people",
"the 25th anniversary") is no day: what follows must be a mark or a small word.

Example: published Friday 7 February 2025, "on Feb. 3 and 5" is 2025-02-03 and
2025-02-05, "will vote on the 25th" 2025-02-25.

Left to others: "Feb. 3-7", "between Feb. 3 and 7" (ranges).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS, WEEKDAYS
from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.nearest import AHEAD_COST, nearest_year, scene_tense, tense_words
from briefing.annotate.period import Period, add_months

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"#"})
_REACH = 48
_LAST_DAY = 31
_HALF_YEAR = 6
_NAME = r"(?P<month>[A-Z][a-zA-Z]{2,8})"
_JOINT = r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or|&)\s)"


@cache
def _named_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!between\s)\b{_NAME}\.?\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?"
        rf"(?:{_JOINT}(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}{_JOINT}(?:the\s)?\Z"
    )


@cache
def _named_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:st|nd|rd|th)?(?:{_JOINT}\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}"
        rf"{_JOINT}\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_NAME}\b\.?(?:\s(?P<year>[12]\d{{3}})\b)?"
    )


@cache
def _year_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:st|nd|rd|th)?(?:{_JOINT}\d{{1,2}}){{0,6}},?\s([12]\d{{3}})\b(?![,.]\d)"
    )


@cache
def _own_year() -> re.Pattern[str]:
    return re.compile(r",?\s[12]\d{3}\b")


@cache
def _close() -> re.Pattern[str]:
    """What may follow a number that is a day and counts nothing."""
    return re.compile(
        r"(?:st|nd|rd|th)?(?:\s?[.;:)](?!\d)|,(?!\d{3})|\s?\Z|\s(?:and|or|in|at|for|to|by|with"
        r"|on|of|the|as|when|where|but|was|were|are|is|will|would|after|before|during"
        r"|from|that|which|he|she|they|it|we|respectively|[12]\d{3})\b)"
    )


@cache
def _the() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on|by|until|till|since|from|before|after|of"
        r"|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\s(?P<the>the\s)\Z"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(
        r"(?:st|nd|rd|th)(?P<tail>\sof\s(?:the|this|that)\smonth)?"
        r"(?=\s?[.;:,)”\"]|\s?\Z|\s(?:was|were|is|will|would|but|when|to|he|she|they|it)\b)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a day whose month stands beside it."""
    day = int(token.word)
    if not 0 < day <= _LAST_DAY:
        return None
    low = max(span.start, token.start - _REACH)
    if text[token.end : token.end + 2] in {"st", "nd", "rd", "th"}:
        alone = _propose_alone(text, token, span, low)
        if alone:
            return alone
    return _propose_second(text, token, span, low) or _propose_first(
        text, token, span, low
    )


def _propose_second(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    """Propose the 5 of "Feb. 3 and 5"."""
    before = _named_before().search(text, low, token.start)
    if before is None or not _is_month(before["month"]):
        return None
    if not _close().match(text, token.end, span.end):
        return None
    found = _year_after().match(text, token.end, span.end)
    year = found[1] if found else None
    return _candidate(text, token, before["month"], int(token.word), year)


def _propose_first(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    """Propose the 3 of "3 and 5 February"."""
    if token.start > span.start and text[token.start - 1] in ".,:/-$£€":
        return None
    after = _named_after().match(text, token.end, span.end)
    if after is None or not _is_month(after["month"]):
        return None
    if text[max(low, token.start - 8) : token.start].lower() == "between ":
        return None
    return _candidate(text, token, after["month"], int(token.word), after["year"])


def _is_month(word: str) -> bool:
    return word.lower() in MONTHS


def _candidate(
    text: str, token: Token, month: str, day: int, year: str | None
) -> Candidate:
    end = token.end
    if text[end : end + 2] in {"st", "nd", "rd", "th"}:
        end += 2
    own = _own_year().match(text, end) if year else None
    end = own.end() if own else end
    read = partial(_read, MONTHS[month.lower()], day, int(year) if year else None)
    return Candidate(token.start, end, "DATE", "bare_days", read)


def _propose_alone(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    """Propose "on the 25th", "by the 25th of the month"."""
    found = _the().search(text, low, token.start)
    tail = found and _alone().match(text, token.end, span.end)
    if not found or not tail:
        return None
    if found["weekday"]:
        number = WEEKDAYS[found["weekday"].lower()]
        read_both = partial(_read_both, int(token.word), number)
        return Candidate(found.start(), tail.end(), "DATE", "bare_days", read_both)
    read = partial(_read_alone, int(token.word))
    return Candidate(found.start("the"), tail.end(), "DATE", "bare_days", read)


def _read(month: int, day: int, year: int | None, scene: Scene) -> Reading | None:
    before = scene.named.get("day")
    if year is not None:
        period, why = Period("day", date(year, month, day)), "the words name the year"
    elif before is not None and before.first.month == month:
        period = Period("day", before.first.replace(day=day))
        why = f"of the month of {before.value}"
    elif scene.published is None:
        return Reading(
            f"XXXX-{month:02d}-{day:02d}", why="no year and no publication day"
        )
    else:
        choice = nearest_year(
            scene, lambda number: Period("day", date(number, month, day))
        )
        period, why = choice.period, choice.why
    known = year is not None or scene.published is None
    relative = not known and period.first.year != getattr(scene.published, "year", 0)
    return Reading(period.value, period.days, relative, why, period)


def _read_alone(day: int, scene: Scene) -> Reading | None:
    tense = scene_tense(scene)
    named = scene.last if scene.last and scene.last.unit in {"day", "month"} else None
    if named is not None:
        period = Period("day", named.first.replace(day=day))
        gone = scene.published is not None and period.first < scene.published
        if not (gone and tense == "future"):
            why = f"counted from {named.value}"
            return Reading(period.value, period.days, True, why, period)
    if scene.published is None:
        return Reading(f"XXXX-XX-{day:02d}", relative=True, why="no month is known")
    best = min(
        _around(scene.published, day), key=partial(_cost, scene.published, tense)
    )
    period = Period("day", best)
    return Reading(period.value, period.days, True, tense_words(scene, tense), period)


def _read_both(day: int, weekday: int, scene: Scene) -> Reading | None:
    """Read "Tuesday the 4th": the nearest 4th that is a Tuesday."""
    if scene.published is None:
        return Reading(f"XXXX-XX-{day:02d}", relative=True, why="no month is known")
    tense = scene_tense(scene)
    days = _around(scene.published, day, months=_HALF_YEAR)
    fitting = [each for each in days if each.isoweekday() == weekday]
    if not fitting:
        return None
    period = Period("day", min(fitting, key=partial(_cost, scene.published, tense)))
    return Reading(period.value, period.days, True, tense_words(scene, tense), period)


def _around(published: date, day: int, *, months: int = 1) -> list[date]:
    """Give that day in the months around publication that have it."""
    steps = range(-months, months + 1)
    firsts = [add_months(published.replace(day=1), step) for step in steps]
    days = []
    for first in firsts:
        try:
            days.append(first.replace(day=day))
        except ValueError:
            continue
    return days


def _cost(published: date, tense: str, day: date) -> float:
    gap = (day - published).days
    return gap * AHEAD_COST[tense] if gap > 0 else float(-gap)
