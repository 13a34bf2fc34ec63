"""A slot: which days an issue covers, and which articles it may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from briefing.model.span import DateRange


@dataclass(frozen=True, slots=True)
class Slot:
    """One issue to be made: its window, its cut-off and its number."""

    window: DateRange
    """The days covered."""
    since: datetime
    """Articles published at or before this moment belonged to the issue before: the
    previous cut-off, or for a one-off the beginning of the window's first day."""
    cut_off: datetime
    """Articles published after this moment belong to the next issue."""
    as_of: datetime
    """The moment it speaks for: articles published later do not exist."""
    previous: DateRange | None = None
    """The window of the issue before; None for a one-off."""
    due: datetime | None = None
    """When it is to be made; None for a one-off."""
    number: int | None = None
    """Its number, from the edition's first issue; None without one."""
    next: date | None = None
    """Last day of the next window; None when unknown."""
