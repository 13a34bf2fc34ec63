"""A timeline: the days of a span that mattered, and what happened on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.briefing import Citation, Reference
from briefing.model.passage import DaysFrom
from briefing.model.section import Edit
from briefing.model.selection import Source

if TYPE_CHECKING:
    from briefing.model.passage import Passage, Sentence


class Told(NamedTuple):
    """A sentence that was chosen for a day."""

    article: str
    """Id of its article."""
    passage: Passage
    """The passage that holds it."""
    at: int
    """Which sentence of the passage it is, from 0."""

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.passage.sentences[self.at]

    @property
    def source(self) -> Source:
        """Where it stands."""
        return Source(self.article, self.sentence.span)


class Day(NamedTuple):
    """A day that was chosen, and the sentences that tell it."""

    day: date
    """The day."""
    score: float
    """Its rank among the days of the span; higher is better."""
    articles: int
    """How many articles name it."""
    told: tuple[Told, ...]
    """The sentences, best first."""


@dataclass(frozen=True, slots=True)
class TimelineSentence:
    """A sentence as it is printed."""

    text: str
    """The source's own words as printed; [ ] are ours, […] marks a cut."""
    event_days: tuple[date, ...]
    """Days of what happened, each day of a run; empty when none is named."""
    said_on: date | None
    """Day on which it was said, where stated."""
    attribution: str | None
    """Who says so, in the article's words; None when nobody is named."""
    citation: int
    """Number of the citation that quotes it."""
    edits: tuple[Edit, ...]
    """How the printed text differs from the quote."""
    days_from: DaysFrom | None
    """What its day rests on; publication, or None, where the sentence names none and
    only its article is of the day or of the day after."""


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """A day as it is printed."""

    day: date
    """The day."""
    score: float
    """Its rank among the days of the span; higher is better."""
    articles: int
    """How many articles name it as the day of an event."""
    sentences: tuple[TimelineSentence, ...]
    """What happened, the most telling sentence first."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days of a span that mattered, with their sources."""

    topic: str | None
    """Id of the topic; None when all articles were followed."""
    first: date
    """First day of the span."""
    last: date
    """Its last day, included."""
    days: tuple[TimelineDay, ...]
    """The days, in order of time."""
    citations: tuple[Citation, ...]
    """The words that are printed, by number."""
    articles: tuple[Reference, ...]
    """The articles that they come from."""
