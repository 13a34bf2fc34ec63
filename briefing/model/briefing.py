"""The finished briefing: what house styles see and what the JSON holds.

Field names here are the JSON's names (schema `briefing/1`) and the names that
templates use; `from_` alone is written `from` there. Dates are ISO strings in
JSON and templates (`2025-02-07`), numbers are JSON numbers, spans never leave.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefing.model.article import Kind
from briefing.model.illustration import Illustration
from briefing.model.ledger import LedgerFigure
from briefing.model.passage import DayPart
from briefing.model.problem import Problem

SCHEMA = "briefing/1"
"""Version of the contract of house styles and of the JSON."""

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
class EditionInfo:
    """The recurring briefing that an issue belongs to."""

    id: str
    """Its id in the config."""
    title: str
    """Its title: "Weekly roundup"."""
    style: str
    """Name of the house style it was set in."""
    desk: str | None = None
    """Name of the desk that publishes it."""
    language: str = "en"
    """Language of the labels, BCP 47."""
    timezone: str = "UTC"
    """Time zone whose days the edition counts."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One dated appearance of an edition."""

    id: str
    """The last day of its window: "2025-02-07"."""
    number: int | None
    """Its number, counted from the edition's first issue; None without a first."""
    label: str | None
    """The edition's label filled in: "Days 1,076-1,080"."""
    from_: date
    """First day of the window (`from` in JSON and templates)."""
    to: date
    """Last day of the window, included."""
    cut_off: datetime
    """Articles published later are not in."""
    as_of: datetime
    """The moment the issue speaks for; nothing published later exists for it."""
    next: date | None = None
    """Last day of the next issue's window; None when unknown (a one-off)."""
    first_day: int | None = None
    """Number of the window's first day, counted from the desk's `day_one`."""
    last_day: int | None = None
    """Number of the window's last day, counted from the desk's `day_one`."""


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


@dataclass(frozen=True, slots=True)
class Quiet:
    """A story that led the issue before and that no new article takes up."""

    what: str
    """What that issue printed of it."""
    topic: str | None
    """Id of its topic."""
    citation: int
    """Number of its citation in that issue."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The issue before, and what changed since."""

    issue: str
    """Its id: its last day."""
    number: int | None
    """Its number; None where the edition counts none."""
    file: str
    """Path of its JSON in the folder of issues."""
    sha256: str
    """SHA-256 of that file, hexadecimal."""
    new: int = 0
    """Items of this issue whose story that one did not tell."""
    developing: int = 0
    """Items that go on with a story of that one."""
    revised: tuple[str, ...] = ()
    """Ids of the printed figures that are now given otherwise."""
    withdrawn: tuple[str, ...] = ()
    """Ids of the figures that were taken back."""
    quiet: tuple[Quiet, ...] = ()
    """Stories that have gone quiet."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The numbered pointer from a printed sentence to the words it came from."""

    number: int
    """Its number, in the order of first printing, from 1."""
    article: str
    """Id of the article."""
    start: int
    """Offset of the quote's first character in the article's text."""
    end: int
    """Offset after its last character."""
    quote: str
    """The words, exactly: `article.text[start:end]`."""
    sha256: str
    """SHA-256 of the quote in UTF-8, hexadecimal."""
    paragraph: int = 0
    """Which paragraph of the article it stands in, from 1, junk not counted."""
    printed: bool = True
    """Whether the issue prints its number; else it backs the ledger or what is held."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An article in the closing list."""

    id: str
    """The article's id."""
    path: str
    """Path relative to the source's root."""
    url: str | None
    """Its address, http or https only."""
    headline: str | None
    """Its title."""
    publisher: str | None
    """Who published it; None when not stated."""
    kind: Kind
    """original, agency, roundup, aggregator or machine_translation."""
    byline: str | None
    """Who wrote it."""
    published: str | None
    """Publication day or moment, ISO; None when unknown. An interval, with a slash,
    where it is inferred from the text: "2025-02-07/.." is not before 7 February."""
    published_evidence: str | None
    """What states it: "sidecar: published: 2025-02-07"."""
    sha256: str
    """SHA-256 of the article's text in UTF-8."""
    number: int = 0
    """Its place in the closing list, from 1."""
    use: Literal["news", "background", "none"] = "none"
    """How the issue uses it."""
    credits: tuple[str, ...] = ()
    """Agencies that it credits."""
    citations: tuple[int, ...] = ()
    """Numbers of the citations that quote it."""
    late: bool = False
    """Whether it came late: published for the issue before, which did not have it."""
    language: str | None = None
    """Language of a quoted article, BCP 47, as it states or its words tell."""


@dataclass(frozen=True, slots=True)
class Held:
    """Something relevant that cannot be printed, and why."""

    what: str
    """The sentence, or the article."""
    why: str
    """The reason, in a few words."""
    citation: int | None = None
    """Its citation; None for a whole article."""
    article: str | None = None
    """Id of the article."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a reader would expect and the sources do not give."""

    what: str
    """What is missing, in one sentence."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts that header and colophon print."""

    read: int = 0
    """Articles read that existed at `as_of`."""
    news: int = 0
    """Articles quoted as news."""
    background: int = 0
    """Articles quoted as background only."""
    undated: int = 0
    """Articles held because no publication day is stated."""
    outlets: int = 0
    """Publishers quoted."""
    inferred: int = 0
    """Articles quoted whose publication day is inferred from their words."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """One finished issue: everything that is printed, and where it came from."""

    edition: EditionInfo
    """The edition."""
    issue: Issue
    """The issue."""
    sections: tuple[Section, ...]
    """Its sections, in printing order."""
    figures: tuple[LedgerFigure, ...]
    """Every figure that matches a topic, printed or not."""
    citations: tuple[Citation, ...]
    """All citations, by number."""
    articles: tuple[Reference, ...]
    """All articles that existed for the issue, in the order of the closing list."""
    illustrations: tuple[Illustration, ...] = ()
    """Pictures that articles bring, in the order of printing."""
    held: tuple[Held, ...] = ()
    """Relevant but not printable: the editor's copy, not the reader's."""
    gaps: tuple[Gap, ...] = ()
    """What is missing."""
    problems: tuple[Problem, ...] = ()
    """What went wrong without stopping the issue."""
    tally: Tally = Tally()
    """Counts for header and colophon."""
    version: str = ""
    """Version of the program that made it."""
    compared: Compared | None = None
    """The issue before, if it was read for what figures were."""
    schema: str = SCHEMA
    """Version of this contract."""
    seal: str = ""
    """SHA-256 of the JSON without it, by which a change by hand is told."""
