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
from briefing.model.problem import Problem
from briefing.model.section import Section

SCHEMA = "briefing/1"
"""Version of the contract of house styles and of the JSON."""


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
