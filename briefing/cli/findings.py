"""What was found in an article, in the form of `briefing inspect --jsonl`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.model.article import Article, Role
from briefing.model.figure import Comparator, Figure, People, Scope
from briefing.model.passage import Aspect, DayPart, DaysFrom
from briefing.model.timex import Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.passage import Passage, Sentence


@dataclass(frozen=True, slots=True)
class InspectedPublished:
    """When an article was published, and on what evidence."""

    value: str | None
    """The day or moment, ISO; an interval ("2025-02-07/..") where it is inferred; null
    when unknown."""
    from_: str | None
    """Where it was stated: sidecar, config, front matter, record, page."""
    evidence: str | None
    """The words or key that state it."""
    rule: str | None
    """Name of the rule that read it."""
    tied: bool = True
    """False where words only bound it: then the article is background at most."""


@dataclass(frozen=True, slots=True)
class InspectedBlock:
    """A line or paragraph of an article, with its role."""

    start: int
    """Offset of its first character in `text`."""
    end: int
    """Offset after its last character."""
    role: Role
    """What it is."""
    rule: str
    """Name of the rule that gave the role."""


@dataclass(frozen=True, slots=True)
class InspectedTimex:
    """A time expression."""

    start: int
    """Offset of its first character in `text`."""
    end: int
    """Offset after its last character."""
    text: str
    """The words."""
    type: TimexType
    """DATE, TIME, DURATION or SET."""
    value: str
    """Its value in TIMEX3 form."""
    first_day: date | None
    """First day meant; null where the words name none."""
    last_day: date | None
    """Last day meant, included."""
    rule: str
    """Name of the rule that read it."""
    why: str = ""
    """How the days were found."""
    part: DayPart = "no day"
    """What it does in its sentence: event, ahead, said, begin, end, state, compared,
    name, aside, off, unreal, filed, quoted or no day."""


@dataclass(frozen=True, slots=True)
class InspectedDays:
    """A run of days."""

    first_day: date
    """The first day."""
    last_day: date
    """The last day, included."""


@dataclass(frozen=True, slots=True)
class InspectedSentence:
    """A sentence, and which day it speaks of."""

    start: int
    """Offset of its first character in `text`."""
    end: int
    """Offset after its last character."""
    event_days: tuple[InspectedDays, ...]
    """Days of what happened or is to come."""
    days_from: DaysFrom | None
    """words: it names its day; sentence before: it goes on with what that dates;
    publication: told in the past without a day; null: nothing tells."""
    said_on: date | None
    """Day on which it was said, where the sentence names one."""
    aspect: Aspect
    """reported, ahead, background or opinion."""


@dataclass(frozen=True, slots=True)
class InspectedFigure:
    """A quantity as the article reports it."""

    start: int
    """Offset of its first character in `text`."""
    end: int
    """Offset after its last character."""
    text: str
    """The words of number and unit."""
    value: Decimal | None
    """The number; null for a range or a vague quantity."""
    low: Decimal | None
    """Lower end of a range."""
    high: Decimal | None
    """Upper end of a range."""
    comparator: Comparator
    """= ~ < <= > >=."""
    unit: str
    """count, %, km, USD ..."""
    kind: str
    """count, money, percent, measure, rate, duration, age or vague."""
    what: str | None
    """What is counted, in the article's words."""
    event: str | None
    """What happened to it, in the article's words."""
    attribution: str | None
    """Who says so, in the article's words."""
    attribution_name: str | None
    """The full name that this stands for."""
    rule: str
    """Name of the rule that read it."""
    people: People | None = None
    """Whom it counts: civilian or military."""
    scope: Scope | None = None
    """total or increment."""
    doubt: str | None = None
    """Words that cast doubt on it."""


@dataclass(frozen=True, slots=True)
class InspectedArticle:
    """An article with everything that was found in it."""

    id: str
    """Its id."""
    path: str
    """Path relative to the root of its source."""
    headline: str | None
    """Its title."""
    byline: str | None
    """Who wrote it."""
    publisher: str | None
    """Who published it."""
    published: InspectedPublished
    """When, and on what evidence."""
    blocks: tuple[InspectedBlock, ...]
    """All its lines and paragraphs, in order."""
    timexes: tuple[InspectedTimex, ...]
    """Its time expressions, in order."""
    figures: tuple[InspectedFigure, ...]
    """Its figures, in order."""
    text: str
    """The text that all offsets count into."""
    sentences: tuple[InspectedSentence, ...] = ()
    """The sentences of its paragraphs and captions, in order."""
    kind: str = "original"
    """How the source came by its words."""
    url: str | None = None
    """Its address."""


def gather_findings(article: Article, passages: Sequence[Passage]) -> InspectedArticle:
    """Put an article and its passages into the form that `inspect` prints."""
    published = article.published
    return InspectedArticle(
        id=article.id,
        path=article.path,
        headline=article.headline,
        byline=article.byline,
        publisher=article.publisher,
        published=InspectedPublished(
            published.written,
            published.source,
            published.evidence,
            published.rule,
            published.tied,
        ),
        blocks=tuple(
            InspectedBlock(block.span.start, block.span.end, block.role, block.rule)
            for block in article.blocks
        ),
        timexes=tuple(one for passage in passages for one in _timexes(passage)),
        figures=tuple(_figure(one) for passage in passages for one in passage.figures),
        text=article.text,
        sentences=tuple(
            _sentence(one) for passage in passages for one in passage.sentences
        ),
        kind=article.kind,
        url=article.url,
    )


def to_json(found: InspectedArticle) -> str:
    """Write findings as one line of JSON; `from_` is written `from`."""

    def named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {key.rstrip("_"): value for key, value in pairs}

    return json.dumps(
        asdict(found, dict_factory=named), ensure_ascii=False, default=_scalar
    )


def _scalar(value: Any) -> str | float:  # noqa: ANN401 - a day or a number
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _timexes(passage: Passage) -> Iterator[InspectedTimex]:
    parts = {
        reading.timex.span: reading.part
        for sentence in passage.sentences
        for reading in sentence.readings
        if reading.part != "inherited"
    }
    for timex in passage.timexes:
        yield _timex(timex, parts.get(timex.span, "no day"))


def _sentence(sentence: Sentence) -> InspectedSentence:
    return InspectedSentence(
        sentence.span.start,
        sentence.span.end,
        tuple(InspectedDays(run.first, run.last) for run in sentence.event_days),
        sentence.days_from,
        sentence.said_on,
        sentence.aspect,
    )


def _timex(timex: Timex, part: DayPart) -> InspectedTimex:
    return InspectedTimex(
        timex.span.start,
        timex.span.end,
        timex.text,
        timex.type,
        timex.value,
        timex.days.first if timex.days else None,
        timex.days.last if timex.days else None,
        timex.rule,
        timex.why,
        part,
    )


def _figure(figure: Figure) -> InspectedFigure:
    return InspectedFigure(
        figure.span.start,
        figure.span.end,
        figure.text,
        figure.value,
        figure.low,
        figure.high,
        figure.comparator,
        figure.unit,
        figure.kind,
        figure.what,
        figure.event,
        figure.attribution,
        figure.attribution_name,
        figure.rule,
        figure.people,
        figure.scope,
        figure.doubt,
    )
