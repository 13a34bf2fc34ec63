"""Places in a text, and runs of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of an article's text."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""

    def cut(self, text: str) -> str:
        """Give the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """A run of days from `first` (included) to `end` (excluded)."""

    first: date
    """The first day."""
    end: date
    """The day after the last day."""

    def __post_init__(self) -> None:
        if self.end <= self.first:
            message = f"a run of days must not be empty: {self.first} to {self.end}"
            raise ValueError(message)

    @classmethod
    def through(cls, first: date, last: date) -> DateRange:
        """Make the run from `first` to `last`, both included."""
        return cls(first, last + timedelta(days=1))

    @classmethod
    def day(cls, day: date) -> DateRange:
        """Make a run of one day."""
        return cls.through(day, day)

    @property
    def last(self) -> date:
        """The last day, included."""
        return self.end - timedelta(days=1)

    def __str__(self) -> str:
        """Write the days as ISO does, both ends included."""
        one = self.first == self.last
        return f"{self.first}" if one else f"{self.first} to {self.last}"

    def __len__(self) -> int:
        return (self.end - self.first).days

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day < self.end

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(len(self)))

    def overlaps(self, other: DateRange) -> bool:
        """Say whether the two share at least one day."""
        return self.first < other.end and other.first < self.end
