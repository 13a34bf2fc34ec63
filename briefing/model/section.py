"""The parts of a briefing: sections, their items, and the sentences printed in them.

Field names here are the JSON's names and those that templates use, as in `briefing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.model.passage import DayPart

ItemRole = Literal["news", "ahead", "background"]
PrintedDaysFrom = Literal["words", "sentence before", "another report", "publication"]
"""What the day of a printed sentence rests on."""
SectionType = Literal[
    "takeaways",
    "figures",
    "topic",
    "ahead",
    "timeline",
    "background",
    "sources",
    "colophon",
]
Change = Literal["new", "developing"]
"""What an item is to the issue before: first told now, or going on."""
EditReason = Literal["day", "name", "cut"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a quoted sentence, always shown in square brackets."""

    start: int
    """Offset in the article's text where the change begins."""
    end: int
    """Offset where the words left out end; equal to `start` for an insertion."""
    text: str
    """What is printed there: "[4 February]", "[Russian Defense]", "[…]"."""
    why: EditReason
    """day: a relative day spelled out; name: a missing name; cut: words left out."""
    evidence: str | None = None
    """What it rests on: words of the article, or the reading of a date."""


@dataclass(frozen=True, slots=True)
class SentenceTimex:
    """A time expression of a printed sentence, and what it does there."""

    text: str
    """The words."""
    value: str
    """Their value in TIMEX3 form: 2025-02-06, P6M."""
    first_day: date | None
    """First day meant; None where the words name none."""
    last_day: date | None
    """Last day meant, included."""
    rule: str
    """Name of the rule that read them."""
    why: str
    """How the days were found: "published Friday 7 February, past tense"."""
    part: DayPart
    """event: the day of what happened; ahead: still to come; said: of the saying;
    inherited: of the event, from the sentence before; begin, end, state, compared,
    name, aside, off, unreal, filed, quoted, no day: none of these."""


@dataclass(frozen=True, slots=True)
class ItemSentence:
    """One printed sentence."""

    text: str
    """The source's own words as printed; [ ] are ours, […] marks a cut."""
    event_days: tuple[date, ...] = ()
    """Days of what happened, each day of a range; empty when none is named."""
    said_on: date | None = None
    """Day on which it was said, where stated."""
    attribution: str | None = None
    """Who says so, in the article's words; None when nobody is named."""
    citation: int = 0
    """Number of the citation that quotes it."""
    also: tuple[int, ...] = ()
    """Further citations: other articles that report the same."""
    edits: tuple[Edit, ...] = ()
    """How the printed text differs from the quote."""
    days_from: PrintedDaysFrom | None = None
    """What its day rests on. words: it names its day; sentence before: it goes on with
    what that dates; another report: a sentence in `also` names it;
    publication: told in the past without a day, so at the latest on the day of
    publication (`event_days` is then empty); None: nothing tells."""
    timexes: tuple[SentenceTimex, ...] = ()
    """Its time expressions, in order; first those of the sentence before that it
    inherits."""
    pinned: bool = False
    """Whether the editor's hand wants it printed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a section: printed sentences of one passage."""

    id: str
    """Unique in the issue: "kursk-1"."""
    text: str
    """Its printed sentences, joined by a space."""
    role: ItemRole
    """news, ahead (announced) or background (older)."""
    citations: tuple[int, ...]
    """All citations of its sentences, in order, never empty."""
    figures: tuple[str, ...]
    """Ids of the ledger's figures that it states."""
    scores: dict[str, float]
    """The parts of its rank, by name; "total" is their weighted sum."""
    sentences: tuple[ItemSentence, ...]
    """Its sentences, in the order of the article."""
    article: str = ""
    """Id of the article it is quoted from."""
    label: str | None = None
    """A short run-in label for the side that speaks, or None."""
    outlets: int = 1
    """How many articles report it."""
    origins: int = 1
    """How many independent origins those articles have."""
    in_takeaways: tuple[int, ...] = ()
    """Which of its sentences (from 0) are printed under Takeaways instead."""
    change: Change | None = None
    """new or developing; None where it is background or nothing was compared."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a section that points to items or figures told elsewhere."""

    item: str | None = None
    """Id of an item (takeaways, timeline)."""
    sentences: tuple[int, ...] = ()
    """Which of the item's sentences, from 0."""
    figure: str | None = None
    """Id of a figure (key figures)."""
    topic: str | None = None
    """Id of the topic it belongs to."""
    title: str | None = None
    """Title of that topic, or of the group of figures."""
    day: date | None = None
    """The day (timeline)."""
    last_day: date | None = None
    """Last day of a run of days (timeline); None for a single day."""
    dispute: str | None = None
    """Id of the item in which a party disputes this takeaway; printed with it."""
    dispute_sentences: tuple[int, ...] = ()
    """Which sentences of that item."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the briefing, in its place."""

    id: str
    """Unique in the issue; anchor of its heading."""
    type: SectionType
    """What kind of section it is; decides which template sets it."""
    title: str
    """Its heading."""
    topic: str | None
    """Id of its topic (type "topic"), else None."""
    items: tuple[Item, ...] = ()
    """Its items; empty for takeaways, figures, timeline, sources, colophon."""
    entries: tuple[Entry, ...] = ()
    """Its pointers; empty for the other types."""
    empty: bool = False
    """Whether it is printed only to say that there is nothing to print."""
