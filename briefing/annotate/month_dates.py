"""Days named by their month: what full and partial dates share."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import (
    MONTH_NAMES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from briefing.annotate.candidate import Token
    from briefing.model.span import Span

_REACH = 28
_LAST_DAY = 31
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
SHORT = 4
"""Longest abbreviation of a month ("Sept")."""


class MonthDay(NamedTuple):
    """A day of a month as written, with its year if it has one."""

    start: int
    end: int
    month: int
    day: int
    year: int | None
    short: bool
    """Whether the day stands after the month."""


@cache
def _after_month() -> re.Pattern[str]:
    return re.compile(
        r"\.?\s{0,2}\b(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\w%/]|[.,:]\d)"
        r"(?:(?:\s?,\s{0,2}|\s)(?:of\s)?([12]\d{3})\b(?!,\d|\.\d))?"
    )


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?<![\d.,/:])(?<!\d[-–])(\d{1,2})(?:(?:st|nd|rd|th)?(?:\sof)?\s|-)\Z"
    )


@cache
def _year_after() -> re.Pattern[str]:
    return re.compile(r"(?:\.?\s?,?\s|-)([12]\d{3})\b(?!,\d|\.\d|-\d)")


@cache
def _week_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?week\s(?:of|beginning|starting|commencing|ending|ended)\s(?:on\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _list_year() -> re.Pattern[str]:
    """The year behind a list: the 1999 of "April 24, 25 and 26, 1999"."""
    return re.compile(
        r"(?:(?:,\s?(?:and\s|or\s)?|\s(?:and|or|&)\s)\d{1,2}(?:st|nd|rd|th)?){1,6}"
        r",\s([12]\d{3})\b(?!,\d|\.\d)"
    )


@cache
def _spelled_after() -> re.Pattern[str]:
    """A day in words behind its month, where nothing that it could rank follows."""
    return re.compile(
        r",?\s(?P<the>the\s)?(?P<day>[a-z]{5,8}(?:-[a-z]{5,7})?)"
        r"(?=\s?[.,;:)?!”\"]|\s?\Z|,?\s(?:[12]\d{3}|nineteen|twenty)\b)"
    )


@cache
def _spelled_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?P<day>[a-z]{5,8}(?:-[a-z]{5,7})?)\s(?:day\s)?of\s\Z",
        re.IGNORECASE,
    )


@cache
def _spelled_year() -> re.Pattern[str]:
    return re.compile(
        r"(?:,?\s(?:of\s)?)(?P<century>eighteen|nineteen|twenty)[\s-](?P<tens>[a-z]{3,9})"
        r"(?:[\s-](?P<ones>[a-z]{3,5}))?(?!\w)",
        re.IGNORECASE,
    )


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][a-z]{2,8})\.?(?: ?,)?[ \n](?:the )?\Z")


def week_start(text: str, start: int, span: Span) -> int | None:
    """Give where "the week of" or "the week ending" begins before a day, or None."""
    found = _week_before().search(text, max(span.start, start - _REACH), start)
    return found.start() if found else None


def read_spelled_year(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Read a year in words after `start`: " nineteen ninety-seven".

    Returns:
        The year and where it ends; None when there is none.
    """
    found = _spelled_year().match(text, start, end)
    if found is None:
        return None
    tens = NUMBERS.get(found["tens"].lower(), 0)
    ones = NUMBERS.get((found["ones"] or "").lower(), 0)
    if not _TEN <= tens < _HUNDRED:
        return None
    joins = tens >= _TWENTY and 0 < ones < _TEN
    if not joins and text[found.end("tens") : found.end("tens") + 1] == "-":
        return None  # "twenty thirty-year-olds"
    year = _CENTURIES[found["century"].lower()] + tens + (ones if joins else 0)
    return year, found.end() if joins else found.end("tens")


def is_month(text: str, token: Token) -> bool:
    """Say whether a token is written like the name of a month."""
    return token.word in MONTHS and text[token.start].isupper()


def read_month_day(text: str, token: Token, span: Span) -> MonthDay | None:
    """Read the day around the name of a month: "Friday, Feb. 7, 2025", "7 February"."""
    if not is_month(text, token):
        return None
    found = _after_month().match(text, token.end, span.end)
    if found and 0 < int(found[1]) <= _LAST_DAY:
        start = _with_weekday(text, token.start, span)
        year = int(found[2]) if found[2] else None
        end = found.end() if found[2] else _end_of_day(found)
        if year is None:
            listed = _list_year().match(text, end, span.end)
            year = int(listed[1]) if listed else None
        return MonthDay(
            start, end, MONTHS[token.word], int(found[1]), year, short=False
        )
    return _read_day_first(text, token, span) or _read_spelled_day(text, token, span)


def _end_of_day(found: re.Match[str]) -> int:
    suffix = found.string[found.end(1) : found.end(1) + 2]
    return found.end(1) + (2 if suffix in {"st", "nd", "rd", "th"} else 0)


def _read_day_first(text: str, token: Token, span: Span) -> MonthDay | None:
    low = max(span.start, token.start - _REACH)
    found = _before_month().search(text, low, token.start)
    if not found or not 0 < int(found[1]) <= _LAST_DAY:
        return None
    year = _year_after().match(text, token.end, span.end)
    end = year.end() if year else token.end
    short = token.word not in MONTH_NAMES
    if not year and short and text[end : end + 1] == ".":
        end += 1
    start = _with_weekday(text, found.start(), span)
    return MonthDay(
        start,
        end,
        MONTHS[token.word],
        int(found[1]),
        int(year[1]) if year else None,
        short=True,
    )


def _read_spelled_day(text: str, token: Token, span: Span) -> MonthDay | None:
    """Read "March the eighth", "the twenty-fifth of June"."""
    after = _spelled_after().match(text, token.end, span.end)
    day = ORDINALS.get(after["day"]) if after else None
    if after and day:
        start, end = token.start, after.end()
    else:
        low = max(span.start, token.start - _REACH)
        before = _spelled_before().search(text, low, token.start)
        day = ORDINALS.get(before["day"].lower()) if before else None
        if before is None or day is None:
            return None
        start, end = before.start(), token.end
    start = _with_weekday(text, start, span)
    spelled = read_spelled_year(text, end, span.end)
    figures = None if spelled else _year_after().match(text, end, span.end)
    year = spelled[0] if spelled else (int(figures[1]) if figures else None)
    end = spelled[1] if spelled else (figures.end() if figures else end)
    return MonthDay(start, end, MONTHS[token.word], day, year, short=False)


def _with_weekday(text: str, start: int, span: Span) -> int:
    """Give where the date begins once a weekday before it is taken in."""
    found = _weekday_before().search(text, max(span.start, start - _REACH), start)
    if found:
        word = found[1].lower()
        if word in WEEKDAYS or word in SHORT_WEEKDAYS:
            return found.start()
    return start
