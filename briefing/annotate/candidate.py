"""What a rule proposes, and what it is read against.

A rule proposes where an expression stands (`Candidate`) and how to read it. It is
read only once it has won its place, in the order of the text, against a `Scene`:
the publication day, the last date named, the tense of its clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from briefing.model.span import DateRange, Span
    from briefing.model.timex import Timex, TimexType


class Token(NamedTuple):
    """A word or a run of digits that makes rules look closer."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    word: str
    """The word in lower case."""


class Reading(NamedTuple):
    """What an expression means."""

    value: str
    """The value in TIMEX3 form."""
    days: DateRange | None = None
    """The days meant, where known."""
    relative: bool = False
    """Whether a reader needs another day to know the days meant."""
    why: str = ""
    """How it was found."""
    period: Period | None = None
    """What a later "a day before" or "that week" refers to."""


class Scene(NamedTuple):
    """What an expression is read against."""

    text: str
    """The article's text."""
    start: int
    """Where the expression begins."""
    end: int
    """Where it ends."""
    sentence: Span
    """The sentence it stands in."""
    published: date | None
    """The publication day; None when unknown."""
    day_one: date | None
    """The first day of the desk's day count."""
    last: Period | None
    """The last date named before it."""
    named: Mapping[str, Period]
    """The last period of each unit named before it."""
    lasting: str
    """Value of the last duration named before it, or nothing."""
    near: tuple[Timex, ...] = ()
    """The expressions of the same paragraph; only for candidates read late."""

    def base(self, unit: str) -> Period | None:
        """Give what "the following day" or "a year later" counts from.

        That is the last date named; for days it must be a day. Where no date was
        named at all it is the publication day.
        """
        if unit == "day" and self.last is not None:
            return self.named.get("day")
        if self.last is None and self.published is not None:
            return Period("day", self.published)
        return self.last


class Candidate(NamedTuple):
    """A rule's proposal, before overlaps are resolved."""

    start: int
    """Where the expression begins."""
    end: int
    """Where it ends."""
    type: TimexType
    """DATE, TIME, DURATION or SET."""
    rule: str
    """Name of the rule."""
    read: Callable[[Scene], Reading | None]
    """Gives its meaning, or None when it turns out to be no date."""
    late: bool = False
    """Whether it is read after its neighbours, because it may lean on them."""


def day_words(day: date) -> str:
    """Write a day as `explain` prints it: "Friday 7 February"."""
    return f"{day:%A} {day.day} {day:%B}"


def published_words(scene: Scene) -> str:
    """Say which publication day a reading rests on."""
    if scene.published is None:
        return "publication day unknown"
    return f"published {day_words(scene.published)}"


def read_period(period: Period, why: str = "", *, relative: bool = False) -> Reading:
    """Give the plain reading of a period."""
    return Reading(period.value, period.days, relative, why, period)
