"""Which issue of an edition is meant: its days, its cut-off, its number.

A slot is one turn of an edition. Due moments and cut-offs are what a clock on the
wall of the desk shows. An hour that the clocks skip in spring is moved on by that
hour; one that they repeat in autumn means its second turn, so that nothing
published in the first is lost. A cut-off at the end of a day is its last second.

Worked example: an edition made `saturday 06:00` that covers `monday to friday`, with
2025-01-31 as the `first` day that an issue ends on. On Sunday 9 February 2025 its last
slot is issue 2: Monday 3 to Friday 7 February, for articles published after Friday
31 January, 23:59:59, up to Friday 7 February, 23:59:59.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing.config.periods import parse_period
from briefing.config.rhythm import (
    END_OF_DAY,
    Rhythm,
    is_one_off,
    parse_clock,
    parse_every,
    window_due,
)
from briefing.config.slots import LONGEST_LAG, windows_near
from briefing.errors import UsageError
from briefing.model.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.config.load import Edition
    from briefing.config.schema import DeskConfig
    from briefing.model.span import DateRange

_DAY = timedelta(days=1)


def slot_for(
    edition: Edition,
    desk: DeskConfig,
    *,
    now: datetime,
    window: DateRange | None = None,
    as_of: datetime | None = None,
) -> Slot:
    """Give the slot that a build on demand is for.

    Args:
        edition: the edition.
        desk: the desk's zone and day one.
        now: the present moment, for what is still running.
        window: the days asked for. One of the edition's own windows gives the regular
            slot, with its number; any other a one-off. None means the last regular
            slot whose cut-off has passed, or what `covers` names.
        as_of: the moment to speak for. None means the cut-off of a window that is
            over, and `now` for one still running.
    """
    moment = (as_of or now).astimezone(UTC)
    if window is None:
        regular = _latest_regular(edition, desk, moment)
    else:
        regular = _regular_with(edition, desk, window)
    if regular is None:
        zone = ZoneInfo(desk.timezone)
        today = moment.astimezone(zone).date()
        regular = _one_off(
            edition,
            zone,
            window
            or parse_period(edition.config.covers, today=today, day_one=desk.day_one),
        )
    return _speaking_for(regular, as_of or min(moment, regular.cut_off))


def due_slots(
    edition: Edition, desk: DeskConfig, *, as_of: datetime
) -> tuple[Slot, ...]:
    """Give the slots that are due by `as_of`, oldest first.

    With a `first` these are all since then, without one only the latest. Each speaks
    for its own cut-off, so that an issue made late is the one that would have been
    made in time.

    Raises:
        UsageError: when the edition has no `every`, or covers fixed days.
    """
    rhythm = _rhythm(edition, desk)
    if rhythm is None:
        message = (
            f"edition '{edition.id}' is never due: it needs 'every' and a 'covers' "
            "that moves with it; build it with 'briefing build'"
        )
        raise UsageError(message)
    zone = ZoneInfo(desk.timezone)
    moment = as_of.astimezone(UTC)
    today = moment.astimezone(zone).date()
    start = _start(edition, rhythm)
    days = [
        day
        for day in _days(start or today - LONGEST_LAG * _DAY, today)
        if rhythm.falls_on(day) and wall(day, rhythm.at, zone) <= moment
    ]
    if start is None:
        return tuple(_regular(edition, desk, rhythm, day, None) for day in days[-1:])
    return tuple(
        _regular(edition, desk, rhythm, day, number)
        for number, day in enumerate(days, start=1)
    )


def is_regular(edition: Edition, desk: DeskConfig) -> bool:
    """Say whether the edition comes due by itself."""
    return _rhythm(edition, desk) is not None


def wall(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Give the moment at which a wall clock in `zone` shows this day and time.

    A skipped time is moved on by what was skipped; of a repeated one it is the second.
    """
    early = datetime.combine(day, clock, tzinfo=zone)
    real = early.astimezone(UTC).astimezone(zone)
    skipped = real.replace(tzinfo=None) != early.replace(tzinfo=None)
    return real if skipped else early.replace(fold=1)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * _DAY for n in range((last - first).days + 1))


def _rhythm(edition: Edition, desk: DeskConfig) -> Rhythm | None:
    """Give when the edition is made; None for one that is only made on demand."""
    config = edition.config
    if config.every is None or is_one_off(config.covers, day_one=desk.day_one):
        return None
    return parse_every(config.every)


def _cut_off(edition: Edition, zone: ZoneInfo, last: date) -> datetime:
    words = edition.config.cut_off
    return wall(last, parse_clock(words) if words else END_OF_DAY, zone)


def _regular(
    edition: Edition, desk: DeskConfig, rhythm: Rhythm, day: date, number: int | None
) -> Slot:
    """Make the slot that is due on `day`."""
    zone = ZoneInfo(desk.timezone)
    covers = edition.config.covers
    window = window_due(covers, day)
    previous = window_due(covers, _next_due(rhythm, day, -_DAY))
    cut_off = _cut_off(edition, zone, window.last)
    return Slot(
        window=window,
        since=_cut_off(edition, zone, previous.last),
        cut_off=cut_off,
        as_of=cut_off,
        previous=previous,
        due=wall(day, rhythm.at, zone),
        number=number,
        next=window_due(covers, _next_due(rhythm, day, _DAY)).last,
    )


def _next_due(rhythm: Rhythm, day: date, step: timedelta) -> date:
    """Give the next (or with a step of minus one day the last) day with an issue."""
    day += step
    while not rhythm.falls_on(day):
        day += step
    return day


def _start(edition: Edition, rhythm: Rhythm) -> date | None:
    """Give the day on which issue 1 is due; None without a `first`."""
    first = edition.config.first
    if first is None:
        return None
    near = windows_near(rhythm, edition.config.covers, first)
    return next(day for day, window in near if window.last == first)


def _numbered(edition: Edition, desk: DeskConfig, rhythm: Rhythm, day: date) -> Slot:
    """Make the slot that is due on `day`, with its number if it has one."""
    start = _start(edition, rhythm)
    count = sum(rhythm.falls_on(due) for due in _days(start, day)) if start else 0
    return _regular(edition, desk, rhythm, day, count or None)


def _regular_with(edition: Edition, desk: DeskConfig, window: DateRange) -> Slot | None:
    """Find the regular slot that covers exactly these days."""
    rhythm = _rhythm(edition, desk)
    if rhythm is None:
        return None
    for day, covered in windows_near(rhythm, edition.config.covers, window.last):
        if covered == window:
            return _numbered(edition, desk, rhythm, day)
    return None


def _latest_regular(
    edition: Edition, desk: DeskConfig, moment: datetime
) -> Slot | None:
    """Find the last regular slot whose cut-off is not after `moment`."""
    rhythm = _rhythm(edition, desk)
    if rhythm is None:
        return None
    zone = ZoneInfo(desk.timezone)
    today = moment.astimezone(zone).date()
    for lag in range(LONGEST_LAG, -LONGEST_LAG, -1):
        day = today + lag * _DAY
        if not rhythm.falls_on(day):
            continue
        last = window_due(edition.config.covers, day).last
        if _cut_off(edition, zone, last) <= moment:
            return _numbered(edition, desk, rhythm, day)
    return None


def _one_off(edition: Edition, zone: ZoneInfo, window: DateRange) -> Slot:
    """Make a slot outside the edition's rhythm."""
    cut_off = _cut_off(edition, zone, window.last)
    since = wall(window.first - _DAY, END_OF_DAY, zone)
    return Slot(window=window, since=since, cut_off=cut_off, as_of=cut_off)


def _speaking_for(slot: Slot, as_of: datetime) -> Slot:
    return replace(slot, as_of=as_of.astimezone(slot.cut_off.tzinfo))
