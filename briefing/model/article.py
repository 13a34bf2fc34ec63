"""An article as it was read, and what is known about its publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefing.model.illustration import StatedPicture
from briefing.model.span import Span

Role = Literal[
    "headline",
    "standfirst",
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "caption",
    "byline",
    "dateline",
    "credit",
    "junk",
]
"""What a line of an article is. A repeated headline is `junk`."""

PRINTABLE: frozenset[Role] = frozenset(
    {"paragraph", "list_item", "quote", "standfirst"}
)
"""Roles whose sentences may be printed in an issue."""

Kind = Literal["original", "agency", "roundup", "aggregator", "machine_translation"]
"""How a source came by its words."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of an article, with its role and who gave it."""

    span: Span
    """Where it stands, without surrounding white space."""
    role: Role
    """What it is."""
    rule: str
    """Name of the rule that gave the role."""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and on what evidence.

    What no source states may be inferred from the text, as an interval of days.
    """

    value: date | datetime | None = None
    """The day, or the moment where the source gives one; None if not stated."""
    source: str | None = None
    """Where it was stated: sidecar, config, front matter, record, page; or inferred."""
    evidence: str | None = None
    """The words or key that state it, as found."""
    rule: str | None = None
    """Name of the rule that read it."""
    not_before: date | None = None
    """Earliest day that the article's words allow; None when stated or unknown."""
    not_after: date | None = None
    """Latest day that they allow; None when stated or unknown."""
    tied: bool = True
    """Whether a stated or inferred day is sure enough for news; an article that only
    names a year or a month of the past is background at most."""

    @property
    def day(self) -> date | None:
        """The day its words are read against: stated, else the earliest it is tied to.

        A stated moment gives the day in its own zone.
        """
        if isinstance(self.value, datetime):
            return self.value.date()
        return self.value or (self.not_before if self.tied else None)

    @property
    def written(self) -> str | None:
        """How records write it: ISO, or an EDTF interval where it is inferred.

        "2025-02-07/.." is not before 7 February 2025, "2024-08-10/2024-08-16" lies
        between two days (Extended Date/Time Format, ISO 8601-2:2019).
        """
        if self.value is not None:
            return self.value.isoformat()
        if self.not_before is None and self.not_after is None:
            return None
        ends = (self.not_before, self.not_after)
        return "/".join(day.isoformat() if day else ".." for day in ends)


@dataclass(frozen=True, slots=True)
class Article:
    """One published story, as read from a file or a record."""

    id: str
    """Unique in a build and stable: the path without its ending, or the record's id."""
    path: str
    """Path relative to the root of its source, with forward slashes."""
    text: str
    """All its text; every offset counts into this. For plain text the decoded file."""
    sha256: str
    """SHA-256 of `text` in UTF-8, hexadecimal."""
    blocks: tuple[Block, ...]
    """Its lines and paragraphs, in order, not overlapping."""
    reader: str
    """Name of the reader that read it: plain, markdown, records, html."""
    published: Published = Published()
    """When it was published, and on what evidence."""
    headline: str | None = None
    """Its title."""
    byline: str | None = None
    """Who wrote it."""
    publisher: str | None = None
    """Who published it; None when nowhere stated."""
    url: str | None = None
    """Its address, http or https only."""
    language: str | None = None
    """Language as a BCP 47 code."""
    kind: Kind = "original"
    """How the source came by its words."""
    kind_evidence: str | None = None
    """What says so; None when the kind is merely assumed."""
    modified: date | datetime | None = None
    """When the source last changed it."""
    retrieved: date | datetime | None = None
    """When we obtained it."""
    credits: tuple[str, ...] = ()
    """Agencies that the article credits, as named in it."""
    pictures: tuple[StatedPicture, ...] = ()
    """The pictures that it brings, not read yet."""
