"""Passages: paragraphs with their findings, the unit of selecting and citing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.model.article import Role
from briefing.model.figure import Figure
from briefing.model.names import NameKind
from briefing.model.span import DateRange, Span
from briefing.model.timex import Timex

Aspect = Literal["reported", "ahead", "background", "opinion"]
"""reported: said to have happened or to be so; ahead: announced, planned, feared;
background: history that the words themselves set in the past ("in August 2024");
opinion: a judgement or forecast with nobody named for it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who, in the story, is said to have said it."""

    text: str
    """The source's name or description, verbatim: "the ministry"."""
    span: Span
    """Where it stands (in this or an earlier sentence)."""
    name: str | None
    """The listed or full name it stands for; None when unresolved."""
    party: str | None
    """The side it belongs to, from the names file."""
    verb: str | None = None
    """The word of saying: "said", "claimed"."""
    inherited: bool = False
    """Whether it was carried over from an earlier sentence."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A listed name, found in the text."""

    span: Span
    """Where it stands."""
    name: str
    """The house's spelling of it."""
    kind: NameKind
    """Person, place or organisation."""
    party: str | None = None
    """The side it belongs to, from the names file."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, with what it says about when and who."""

    span: Span
    """Where it stands in the article's text."""
    text: str
    """Its words, exactly."""
    event_days: tuple[DateRange, ...] = ()
    """Days of what happened; empty when the sentence names none."""
    days_inherited: bool = False
    """Whether `event_days` come from an earlier sentence."""
    said_on: date | None = None
    """Day on which it was said, where the sentence names one."""
    aspect: Aspect = "reported"
    """Whether it reports, announces, recalls or judges."""
    attribution: Attribution | None = None
    """Who says so; None when the sentence names nobody."""
    quoted: bool = False
    """Whether it is, or holds, direct speech."""
    continues: bool = False
    """Whether it leans on the sentence before ("the ministry", "in the same time")."""
    needs: tuple[Need, ...] = ()
    """Words to be filled in before it can stand alone."""
    flaw: str | None = None
    """Why it cannot be printed (no verb, doubled words); None when it can."""


@dataclass(frozen=True, slots=True)
class Need:
    """A word that leans on an earlier sentence, and what would fill it."""

    span: Span
    """Where the leaning words stand ("The ministry", "He")."""
    text: str
    """The leaning words."""
    fill: str | None
    """The name to put in square brackets, from the article's own words; None when
    unknown: then the sentence cannot stand alone."""
    drop: bool = False
    """Whether the words may be cut and marked […] instead ("Meanwhile,", "Also")."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an article with its findings."""

    article: str
    """Id of its article."""
    index: int
    """Which block of the article it is, from 0."""
    span: Span
    """Where it stands in the article's text."""
    text: str
    """Its words, exactly: `article.text[start:end]`."""
    role: Role
    """What the block is."""
    is_lede: bool = False
    """Whether it is the first paragraph of its article."""
    heading: str | None = None
    """The subheading it stands under."""
    sentences: tuple[Sentence, ...] = ()
    """Its sentences, in order."""
    timexes: tuple[Timex, ...] = ()
    """Its time expressions, in order."""
    figures: tuple[Figure, ...] = ()
    """Its figures, in order."""
    mentions: tuple[Mention, ...] = ()
    """The listed names in it, in order."""
