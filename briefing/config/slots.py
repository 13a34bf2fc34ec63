"""Whether an edition's `every`, `covers`, `cut_off` and `first` fit together."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from briefing.config.faults import fault
from briefing.config.periods import parse_period
from briefing.config.rhythm import (
    END_OF_DAY,
    Rhythm,
    is_one_off,
    parse_clock,
    parse_every,
    window_due,
)
from briefing.errors import PeriodError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.config.schema import DeskConfig, EditionConfig
    from briefing.config.yaml import KeyPath, Yaml
    from briefing.model.span import DateRange

LONGEST_LAG = 45
"""Days between a window's end and the day its issue is due, at most."""
_SAMPLE_START = date(2025, 1, 6)
_SAMPLE_DAYS = 70


def slot_faults(
    edition: EditionConfig, *, yaml: Yaml, path: KeyPath, desk: DeskConfig
) -> list[str]:
    """Find what is wrong with when an edition is made and what it covers."""
    faults = []
    for key, words in (
        ("every", edition.every),
        ("covers", edition.covers),
        ("cut_off", edition.cut_off),
    ):
        try:
            if words is not None:
                _try_reading(key, words, desk)
        except PeriodError as error:
            faults.append(fault(yaml, (*path, key), str(error), value=True))
    if faults or edition.every is None:
        return faults
    if is_one_off(edition.covers, day_one=desk.day_one):
        return []
    return list(_rhythm_faults(edition, yaml, path))


def _try_reading(key: str, words: str, desk: DeskConfig) -> None:
    match key:
        case "every":
            parse_every(words)
        case "cut_off":
            parse_clock(words)
        case _:
            parse_period(words, today=_SAMPLE_START, day_one=desk.day_one)


def windows_near(
    rhythm: Rhythm, covers: str, last: date
) -> Iterator[tuple[date, DateRange]]:
    """Give the slots, as (day due, window), that may have a window that ends on `last`.

    They come oldest first.
    """
    for lag in range(-1, LONGEST_LAG):
        day = last + timedelta(days=lag)
        if rhythm.falls_on(day):
            yield day, window_due(covers, day)


def _rhythm_faults(edition: EditionConfig, yaml: Yaml, path: KeyPath) -> Iterator[str]:
    """Try the edition on ten weeks of a calendar."""
    rhythm = parse_every(edition.every or "")
    cut_off = parse_clock(edition.cut_off) if edition.cut_off else END_OF_DAY
    sample = [_SAMPLE_START + timedelta(days=n) for n in range(_SAMPLE_DAYS)]
    slots = [
        (day, window_due(edition.covers, day)) for day in sample if rhythm.falls_on(day)
    ]
    for day, window in slots:
        if datetime.combine(window.last, cut_off) > datetime.combine(day, rhythm.at):
            yield fault(
                yaml, (*path, "every"), _too_early(day, window, rhythm, cut_off)
            )
            return
    for (_, before), (_, after) in itertools.pairwise(slots):
        if after.last <= before.last:
            what = f"two issues would cover {before.first} to {before.last}"
            yield fault(yaml, (*path, "every"), f"{what}; change every or covers")
            return
    yield from _first_faults(edition, rhythm, yaml, path)


def _too_early(day: date, window: DateRange, rhythm: Rhythm, cut_off: time) -> str:
    return (
        f"an issue due on {day:%A} {rhythm.at:%H:%M} is before its own cut-off, "
        f"{window.last:%A} {cut_off:%H:%M}; set an earlier cut_off, a later time, "
        "or cover days that are over"
    )


def _first_faults(
    edition: EditionConfig, rhythm: Rhythm, yaml: Yaml, path: KeyPath
) -> Iterator[str]:
    """Issue 1 must be an issue: a window ends on its `first` day."""
    first = edition.first
    if first is None:
        return
    ends = [window.last for _, window in windows_near(rhythm, edition.covers, first)]
    if first not in ends:
        nearest = min(ends, key=lambda end: abs(end - first))
        what = (
            f"no issue ends on {first:%A} {first}; "
            f"the nearest ends on {nearest:%A} {nearest}"
        )
        yield fault(yaml, (*path, "first"), what, value=True)
