"""Time expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.span import DateRange, Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""The four types of TimeML (ISO 24617-1)."""


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that denote a time, and the days they stand for."""

    span: Span
    """Where the words stand."""
    text: str
    """The words."""
    type: TimexType
    """DATE, TIME, DURATION or SET."""
    value: str
    """The value in TIMEX3 form: 2025-02-06, 2025-02, P6M, PRESENT_REF."""
    days: DateRange | None
    """The days meant; None where the words name none (a duration, a set)."""
    rule: str
    """Name of the rule that read it."""
    relative: bool = False
    """Whether a reader needs the publication day to know the day meant."""
    why: str = ""
    """How the days were found, for `explain`: "published Friday 7 February, past"."""
