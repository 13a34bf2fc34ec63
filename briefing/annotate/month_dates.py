"""Days named by their month: what full and partial dates share."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import (
    MONTH_NAMES,
    MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from briefing.annotate.candidate import Token
    from briefing.model.span import Span

_REACH = 28
_LAST_DAY = 31
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
        r"\b(?:the\s)?(?<![\d.,/:-])(\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s\Z"
    )


@cache
def _year_after() -> re.Pattern[str]:
    return re.compile(r"\.?\s?,?\s([12]\d{3})\b(?!,\d|\.\d)")


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][a-z]{2,8})\.?(?: ?,)?[ \n](?:the )?\Z")


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
        return MonthDay(
            start, end, MONTHS[token.word], int(found[1]), year, short=False
        )
    return _read_day_first(text, token, span)


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


def _with_weekday(text: str, start: int, span: Span) -> int:
    """Give where the date begins once a weekday before it is taken in."""
    found = _weekday_before().search(text, max(span.start, start - _REACH), start)
    if found:
        word = found[1].lower()
        if word in WEEKDAYS or word in SHORT_WEEKDAYS:
            return found.start()
    return start
