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

DaysFrom = Literal["words", "sentence before", "publication"]
"""words: the sentence names its day itself; sentence before: it goes on with what the
sentence before dates; publication: told in the past without a day, so at the latest
on the day of publication. That last is no day of the event: `event_days` stay empty,
it is never printed, and it moves no sentence into an issue or out of it."""

DayPart = Literal[
    "event",
    "ahead",
    "said",
    "begin",
    "end",
    "state",
    "compared",
    "name",
    "aside",
    "off",
    "unreal",
    "filed",
    "quoted",
    "inherited",
    "no day",
]
"""What a time expression does in its sentence.

event: the day of what happened; ahead: of what is still to come; said: of the saying;
begin, end: only begins or ends a time ("since May", "until Friday"); state: up to
when something is known ("as of Friday"); compared: another time held against this one
("than in January"); name: part of a name ("the 2012 Games"); aside: of something told
by the way ("which opened in 2009", "after Monday's strike"); off: of what was put off
or called off; unreal: of what might have been; filed: in a dateline; quoted: the day
of saying once more, in quoted words; inherited: of the event, named in the sentence
before; no day: a length of time or a vague time."""


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
class DayReading:
    """A time expression of a sentence, and what it does there."""

    timex: Timex
    """The expression."""
    part: DayPart
    """Whether its days are those of the event, of saying, or neither."""
    days: DateRange | None = None
    """The days meant, in the edition's zone where the words name zone and hour."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, with what it says about when and who."""

    span: Span
    """Where it stands in the article's text."""
    text: str
    """Its words, exactly."""
    event_days: tuple[DateRange, ...] = ()
    """Days of what happened or is to come; empty when neither the sentence nor, where
    it goes on with that, the one before names any."""
    days_inherited: bool = False
    """Whether `event_days` come from an earlier sentence."""
    said_on: date | None = None
    """Day on which it was said, where the sentence names one."""
    aspect: Aspect = "reported"
    """Whether it reports, announces, recalls or judges."""
    days_from: DaysFrom | None = None
    """What its day rests on; None when nothing tells."""
    readings: tuple[DayReading, ...] = ()
    """Its time expressions, in order, each with what it does; before them those of the
    sentence before whose days it inherits."""
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
