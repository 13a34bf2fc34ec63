"""Days, periods and numbers in the words and order of a house style."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

Forms = Mapping[str, Any]
"""The `dates` of a style: patterns, and the names of months and weekdays."""


def set_day(day: str | None, form: str, forms: Forms) -> str:
    """Give an ISO day (or moment) in one of the style's forms; '' for None.

    An interval ("2025-02-07/..") is set in the form that the style has for inferred
    days: "[not before 7 February 2025]".
    """
    if not day:
        return ""
    if "/" in day:
        first, last = day.split("/")
        ends = {
            name: set_day(end, form, forms)
            for name, end in (("first", first), ("last", last))
            if end != ".."
        }
        return str(forms[_inferred_form(first, last)]).format_map(ends)
    return str(forms[form]).format_map(_parts(day, forms))


def _inferred_form(first: str, last: str) -> str:
    if first == last:
        return "inferred"
    if last == "..":
        return "not_before"
    return "not_after" if first == ".." else "between"


def set_period(first: str, last: str, forms: Forms) -> str:
    """Give two days as one period: "3–7 February 2025"."""
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    if one == two:
        return set_day(last, "day_year", forms)
    if one.year != two.year:
        form = "period_years"
    elif one.month != two.month:
        form = "period_months"
    else:
        form = "period_days"
    return set_run(first, last, form, forms)


def set_run(first: str, last: str, form: str, forms: Forms) -> str:
    """Give a run of days in one of the style's forms: "6–7 Feb"."""
    begin = {f"first_{key}": part for key, part in _parts(first, forms).items()}
    return str(forms[form]).format_map(begin | _parts(last, forms))


def _parts(moment: str, forms: Forms) -> dict[str, Any]:
    when = datetime.fromisoformat(moment)
    weekday, month = forms["weekdays"][when.weekday()], forms["months"][when.month - 1]
    return {
        "weekday": weekday,
        "wd": forms["short_weekdays"][when.weekday()],
        "d": when.day,
        "month": month,
        "mon": forms["short_months"][when.month - 1],
        "m": when.month,
        "year": when.year,
        "time": f"{when:%H:%M}",
    }


def set_number(number: float | None, separators: Mapping[str, str]) -> str:
    """Give a number with the style's separators: 16,000; '' for None."""
    if number is None:
        return ""
    plain = f"{number:,}"
    swap = {",": separators["thousands"], ".": separators["decimal"]}
    return "".join(swap.get(sign, sign) for sign in plain)
