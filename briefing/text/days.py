"""Days in words, as a reader expects them: "4 February", "6-7 February 2025"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = {
    "en": tuple(
        "January February March April May June July August September October "  # noqa: SIM905
        "November December".split()
    ),
    "de": tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober "  # noqa: SIM905
        "November Dezember".split()
    ),
}
DAY_MARK = {"en": "", "de": "."}
"""What follows the number of a day."""
DASH = "–"


def day_words(day: date, language: str, *, with_year: bool = False) -> str:
    """Give a day in words; in ISO form for a language that has no words here."""
    if language not in MONTHS:
        return day.isoformat()
    month = MONTHS[language][day.month - 1]
    year = f" {day.year}" if with_year else ""
    return f"{day.day}{DAY_MARK[language]} {month}{year}"


def run_words(
    first: date, last: date, language: str, *, with_year: bool = False
) -> str:
    """Give a run of days in words, both ends included, naming the month once."""
    if language not in MONTHS:
        return f"{first.isoformat()} {DASH} {last.isoformat()}"
    end = day_words(last, language, with_year=with_year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{DAY_MARK[language]}{DASH}{end}"
    start = day_words(first, language, with_year=with_year and first.year != last.year)
    return f"{start} {DASH} {end}"
