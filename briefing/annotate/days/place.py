"""A day named in a sentence, and what its part there is judged by."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from briefing.annotate.clauses import Tense
    from briefing.model.span import DateRange, Span
    from briefing.model.timex import Timex

OLD = timedelta(days=30)
"""A day further back than this is history, where the past tense tells it."""
REACH = 60
"""How far before a day the words that rule it may stand, in characters."""


class Place(NamedTuple):
    """A day named in a sentence, and what it is judged by."""

    timex: Timex
    """The expression."""
    days: DateRange
    """The days it stands for."""
    sentence: Span
    """The sentence it stands in."""
    text: str
    """The article's text."""
    published: date | None
    """The publication day; None when unknown."""
    tense: Tense
    """Tense of the sentence's main clause."""

    @property
    def low(self) -> int:
        """Where the words right before the day begin."""
        return max(self.sentence.start, self.timex.span.start - REACH)
