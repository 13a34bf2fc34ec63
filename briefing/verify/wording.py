"""The words of the house style in which an issue is set, read as plain data.

A style may be gone or changed since; then what is printed is held to the record only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from briefing.config.starter import starter
from briefing.verify.chain import find_chain, known_templates, read_data

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a style calls things, and how it writes days."""

    title: str
    """The style's own title."""
    labels: Json
    """Its labels, by name."""
    dates: Json
    """Its forms of days, by name."""
    numbers: Json = field(default_factory=dict)
    """Its separators of numbers."""
    templates: dict[str, str] = field(default_factory=dict)
    """Its templates that come with the program, each with the style it comes with."""

    def layout(self, name: str) -> str:
        """Give the style whose template is used; '' where it is one of the desk's."""
        return self.templates.get(name, "")

    def section(self, kind: str) -> str:
        """Give the style whose template sets sections of a type; '' for the desk's."""
        return self.layout(f"sections/{kind}.md.j2")

    def day(self, moment: str | None, form: str, *, first_d: int = 0) -> str:
        """Give a day or moment in one of the style's forms; '' for None.

        A form for a run of days in one month also names `first_d`, the first of them.
        """
        if not moment:
            return ""
        if "/" in moment:
            first, _, last = moment.partition("/")
            return self._interval(first, last, form)
        when = datetime.fromisoformat(moment)
        dates = self.dates
        return str(dates[form]).format(
            weekday=dates["weekdays"][when.weekday()],
            wd=dates["short_weekdays"][when.weekday()],
            d=when.day,
            first_d=first_d,
            month=dates["months"][when.month - 1],
            mon=dates["short_months"][when.month - 1],
            m=when.month,
            year=when.year,
            time=f"{when:%H:%M}",
        )

    def _interval(self, first: str, last: str, form: str) -> str:
        """Give an inferred day, of which one end may be open ("..")."""
        begin, end = (
            "" if day == ".." else self.day(day, form) for day in (first, last)
        )
        name = "between" if begin and end else "not_before" if begin else "not_after"
        if first == last:
            name = "inferred"
        return str(self.dates[name]).format(first=begin, last=end)

    def run(self, first: str, last: str, form: str) -> str:
        """Give two days as one run, in one of the style's forms."""
        one, two = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
        dates = self.dates
        ends: dict[str, object] = {}
        for lead, when in (("first_", one), ("", two)):
            ends |= {
                f"{lead}weekday": dates["weekdays"][when.weekday()],
                f"{lead}wd": dates["short_weekdays"][when.weekday()],
                f"{lead}d": when.day,
                f"{lead}month": dates["months"][when.month - 1],
                f"{lead}mon": dates["short_months"][when.month - 1],
                f"{lead}m": when.month,
                f"{lead}year": when.year,
            }
        return str(dates[form]).format(**ends)

    def period(self, first: str, last: str) -> str:
        """Give the days of an issue: "3–7 February 2025"."""
        one, two = first[:10], last[:10]
        if one == two:
            return self.day(last, "day_year")
        form = "period_days" if one[:7] == two[:7] else "period_months"
        return self.run(one, two, form if one[:4] == two[:4] else "period_years")

    def count(self, number: int, noun: str) -> str:
        """Give a number and its noun: "3 articles"."""
        one, many = self.labels["counts"][noun]
        told = f"{number:,}".replace(",", str(self.numbers.get("thousands", ",")))
        return f"{told} {one if number == 1 else many}"


def read_wording(
    style: str | None, folders: Iterable[Path] = (), *, language: str = "en"
) -> Wording | None:
    """Read the words of a style; None where it cannot be found.

    Args:
        style: Name or folder of the style.
        folders: Where a folder `templates` may lie, nearest first; the styles that
            come with the program are always looked at, last.
        language: Language of the issue, for which a style may have words of its own.
    """
    if not isinstance(style, str) or not style:
        return None
    chain = find_chain(style, folders)
    if chain is None:
        return None
    # What a style that stands alone leaves out, it has from the base that comes along.
    merged: Json = read_data(starter() / "templates" / "base" / "style.yaml") or {}
    for said, folder in reversed(chain):
        merged = _merge(merged, said)
        for tag in _tags(language):
            strings = read_data(folder / "strings" / f"{tag}.yaml") or {}
            merged = _merge(merged, strings)
    own, home = chain[0]
    title = str(own.get("title") or home.name.replace("-", " ").capitalize())
    return Wording(
        title,
        merged["labels"],
        merged["dates"],
        merged.get("numbers", {}),
        known_templates(chain),
    )


def _tags(language: object) -> list[str]:
    """Give a language's tags, the widest first: "de", "de-AT"."""
    parts = str(language).split("-")
    if not all(part.isalnum() for part in parts):
        return []
    return ["-".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _merge(under: Json, over: Json) -> Json:
    both = {
        key: _merge(under[key], value)
        if isinstance(value, dict) and isinstance(under.get(key), dict)
        else value
        for key, value in over.items()
    }
    return under | both
