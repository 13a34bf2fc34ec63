"""What was inferred about an article's publication, and the words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import Published

if TYPE_CHECKING:
    from datetime import date

    from briefing.model.span import DateRange

SOURCE = "inferred"


class Finding(NamedTuple):
    """An interval in which an article was published, and what shows it."""

    not_before: date | None
    """The earliest day; None when nothing bounds it."""
    not_after: date | None
    """The latest day; None when nothing bounds it."""
    tied: bool
    """Whether the earliest day is that of the article's own news."""
    rule: str
    """Name of the rule that found it."""
    evidence: str
    """The words it rests on, with the days they stand for."""

    def as_published(self) -> Published:
        """Give the finding as an article's publication."""
        return Published(
            source=SOURCE,
            evidence=self.evidence,
            rule=self.rule,
            not_before=self.not_before,
            not_after=self.not_after,
            tied=self.tied,
        )


def day_words(day: date) -> str:
    """Write a day as evidence does: 7 February 2025."""
    return f"{day.day} {day:%B %Y}"


def run_words(days: DateRange) -> str:
    """Write a run of days, or a whole month, as evidence does."""
    if len(days) == 1:
        return day_words(days.first)
    if days.first.day == 1 and days.end.day == 1:
        return f"{days.first:%B %Y}"
    return f"{day_words(days.first)} to {day_words(days.last)}"
