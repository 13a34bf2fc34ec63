"""The words of the house style in which an issue is set, read as plain data.

A style may be gone or changed since; then what is printed is held to the record only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from briefing.config.starter import starter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Json = dict[str, Any]

_ROOT = "base"
_DEEPEST = 9
"""Styles that extend each other further are taken for a circle."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a style calls things, and how it writes days."""

    title: str
    """The style's own title."""
    labels: Json
    """Its labels, by name."""
    dates: Json
    """Its forms of days, by name."""

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

    def count(self, number: int, noun: str) -> str:
        """Give a number and its noun: "3 articles"."""
        one, many = self.labels["counts"][noun]
        return f"{number} {one if number == 1 else many}"


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
    roots = [folder / "templates" for folder in (*folders, starter())]
    styles: list[tuple[Json, Path]] = []
    name: str | None = style
    while name and len(styles) < _DEEPEST:
        folders_of = (root / name for root in roots)
        found = ((_read(each / "style.yaml"), each) for each in folders_of)
        told, folder = next(
            ((told, each) for told, each in found if told), (None, None)
        )
        if told is None or folder is None:
            return None
        styles.append((told, folder))
        name = None if name == _ROOT else told.get("extends") or _ROOT
    merged: Json = {}
    for told, folder in reversed(styles):
        merged = _merge(merged, told)
        for tag in _tags(language):
            merged = _merge(merged, _read(folder / "strings" / f"{tag}.yaml") or {})
    title = str(styles[0][0].get("title", ""))
    return Wording(title, merged["labels"], merged["dates"])


def _tags(language: object) -> list[str]:
    """Give a language's tags, the widest first: "de", "de-AT"."""
    parts = str(language).split("-")
    if not all(part.isalnum() for part in parts):
        return []
    return ["-".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _read(path: Path) -> Json | None:
    import yaml

    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return None
    return told if isinstance(told, dict) else None


def _merge(under: Json, over: Json) -> Json:
    both = {
        key: _merge(under[key], value)
        if isinstance(value, dict) and isinstance(under.get(key), dict)
        else value
        for key, value in over.items()
    }
    return under | both
