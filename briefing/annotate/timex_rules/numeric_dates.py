"""Days in figures: "2025-02-07", "07.02.2025", "2/7/2025".

With full stops the day comes first, as in Europe; with strokes the month, as in the
American papers that write so, unless only the other order exists ("25/2/2025").
Two figures alone ("9/11", "2/7") are never read: scores and fractions look alike.

Example: "2/7/2025" is 2025-02-07.

Left to others: days with the month's name (full_dates, partial_dates).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene, Token, read_period
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset({"#", "#4"})
_MONTHS_A_YEAR = 12
_CENTURY, _PIVOT = 100, 50


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./-])(?:([12]\d{3})-(\d\d)-(\d\d)(?=T|\b)"
        r"|(\d{1,2})([./])(\d{1,2})\5([12]\d{3}|\d\d))(?![\d/]|[.-]\d)"
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose the day that begins with this figure."""
    if text[token.end : token.end + 1] not in {"-", ".", "/"}:
        return None
    found = _pattern().match(text, token.start, span.end)
    if found is None or (found[5] == "." and len(found[7]) == len("25")):
        return None
    return Candidate(
        *found.span(), "DATE", "numeric_dates", partial(_read, *found.groups())
    )


def _read(*parts: str | Scene | None) -> Reading:
    year, month, day, first, mark, second, last = (
        part if isinstance(part, str) else "0" for part in parts[:7]
    )
    if not int(year):
        year, month, day = _full_year(last), first, second
        if mark == "." or int(month) > _MONTHS_A_YEAR:
            month, day = day, month
    named = date(int(year), int(month), int(day))
    return read_period(Period("day", named), "the words name the year")


def _full_year(digits: str) -> str:
    number = int(digits)
    if number >= _CENTURY:
        return digits
    return str(number + (2000 if number < _PIVOT else 1900))
