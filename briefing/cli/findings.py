"""What was found in an article, in the form of `briefing inspect --jsonl`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.model.article import Article, Role
from briefing.model.figure import Comparator, Figure
from briefing.model.timex import Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.passage import Passage


@dataclass(frozen=True, slots=True)
class InspectedPublished:
    """When an article was published, and on what evidence."""

    value: str | None
    """The day or moment, ISO; null when nowhere stated."""
    from_: str | None
    """Where it was stated: sidecar, config, front matter, record, page."""
    evidence: str | None
    """The words or key that state it."""
    rule: str | None
    """Name of the rule that read it."""


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
            published.value.isoformat() if published.value else None,
            published.source,
            published.evidence,
            published.rule,
        ),
        blocks=tuple(
            InspectedBlock(block.span.start, block.span.end, block.role, block.rule)
            for block in article.blocks
        ),
        timexes=tuple(_timex(one) for passage in passages for one in passage.timexes),
        figures=tuple(_figure(one) for passage in passages for one in passage.figures),
        text=article.text,
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


def _timex(timex: Timex) -> InspectedTimex:
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
    )
