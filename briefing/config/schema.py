"""What a config may say: the desk, its sources, topics and editions.

Every key has a sane default, so that a config says only what differs. Unknown
keys are errors. The JSON Schema that editors use for completion is generated
from these classes (`briefing schema config`).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

SectionName = Literal[
    "takeaways",
    "figures",
    "topics",
    "ahead",
    "timeline",
    "background",
    "sources",
    "colophon",
]
FormatName = Literal["md", "html", "pdf", "json", "desk.md", "eml"]
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
FORMATS: tuple[FormatName, ...] = get_args(FormatName)
FOR_READERS: tuple[FormatName, ...] = ("md", "html", "pdf", "json")
"""The formats of an issue; the desk copy is made only when asked for."""


class Strict(BaseModel):
    """Base of all config sections: unknown keys are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_defaults(cls, value: Any) -> Any:  # noqa: ANN401 - raw YAML
        """Read a key with nothing under it as one with all its defaults."""
        return {} if value is None else value


class DeskConfig(Strict):
    """Facts of the house that all its editions share."""

    name: str | None = Field(None, description="Name of the desk, printed on top.")
    timezone: str = Field("UTC", description="IANA time zone whose days count.")
    language: str = Field("en", description="Language of the labels.")
    day_one: date | None = Field(
        None, description="The day that counts as day 1 in labels and periods."
    )


def _terms_as_topic(value: Any) -> Any:  # noqa: ANN401 - raw YAML
    return {"any": value} if isinstance(value, list | str) else value


def _listed(value: Any) -> Any:  # noqa: ANN401 - raw YAML
    return [value] if isinstance(value, str) else value


def _none_as_empty(value: Any) -> Any:  # noqa: ANN401 - raw YAML
    return {} if value is None else value


Terms = Annotated[
    tuple[str, ...],
    BeforeValidator(_listed, json_schema_input_type=str | list[str]),
]


class TopicConfig(Strict):
    """What a reader asked to follow. A bare list means `any`."""

    title: str | None = Field(None, description="Heading; made from the id if absent.")
    any: Terms = Field(
        (),
        description="At least one of these words, names or 'a within 5 words of b' "
        "occurs.",
    )
    all: Terms = Field((), description="Each of these occurs.")
    none: Terms = Field((), description="None of these occurs.")


Topic = Annotated[
    TopicConfig,
    BeforeValidator(
        _terms_as_topic, json_schema_input_type=TopicConfig | list[str] | str
    ),
]


class RequireConfig(Strict):
    """Least contents of an issue; below that it is not made (exit code 1)."""

    articles: int = Field(1, ge=0, description="Articles quoted as news.")
    items: int = Field(1, ge=0, description="Items printed.")


class BudgetConfig(Strict):
    """How much is printed."""

    takeaways: int = Field(5, ge=0, description="Sentences that lead the issue.")
    figures: int = Field(12, ge=0, description="Rows of key figures.")
    sentences: int = Field(4, ge=1, description="Sentences a topic, takeaways apart.")
    ahead: int = Field(5, ge=0, description="Announcements, over all topics.")
    timeline: int = Field(10, ge=0, description="Days told in the timeline.")
    background: int = Field(
        3, ge=0, description="Sentences on earlier days, over all topics."
    )
    illustrations: int = Field(
        3, ge=0, description="Pictures that articles bring, at most one a topic."
    )


class WeightsConfig(Strict):
    """What makes a sentence worth printing: points for each thing in full measure.

    A sentence that has half of it gets half the points; `briefing explain` prints the
    sum. 0 leaves a thing out of account.
    """

    relevance: float = Field(
        1.0, ge=0, le=10, description="Speaks much of the topic, as articles go."
    )
    topic: float = Field(
        1.0, ge=0, le=10, description="Is about the topic itself, not in passing."
    )
    centrality: float = Field(
        1.0, ge=0, le=10, description="Tells what most articles on the topic tell."
    )
    day: float = Field(1.0, ge=0, le=10, description="Happened in the period.")
    recency: float = Field(
        0.4, ge=0, le=10, description="Was published late in the period."
    )
    place: float = Field(0.5, ge=0, le=10, description="Stands early in its article.")
    figures: float = Field(0.6, ge=0, le=10, description="Gives numbers.")
    gravity: float = Field(
        0.8, ge=0, le=10, description="Tells of people killed, hurt or captured."
    )
    names: float = Field(0.4, ge=0, le=10, description="Names who and where.")
    attributed: float = Field(0.5, ge=0, le=10, description="Says who says so.")
    corroboration: float = Field(
        1.0, ge=0, le=10, description="Comes from several independent origins."
    )
    balance: float = Field(
        1.2, ge=0, le=10, description="Gives a side its share of a topic."
    )
    diversity: float = Field(
        3.0, ge=0, le=10, description="Taken off: repeats what is chosen already."
    )
    tabled: float = Field(
        2.5, ge=0, le=10, description="Taken off: totals that the table prints."
    )
    quote: float = Field(0.3, ge=0, le=10, description="Taken off: direct speech.")
    leaning: float = Field(
        0.8, ge=0, le=10, description="Taken off: names must be lent to it."
    )
    judgement: float = Field(
        1.5,
        ge=0,
        le=10,
        description="Taken off: nobody's judgement; less, what only may be.",
    )
    vague: float = Field(
        2.0, ge=0, le=10, description="Taken off: tells nothing that happened."
    )
    secondary: float = Field(
        1.5, ge=0, le=10, description="Taken off: a translation; less, a roundup."
    )
    length: float = Field(
        0.6, ge=0, le=10, description="Taken off: much too short or too long."
    )


class PinConfig(Strict):
    """A figure that an issue shows whenever it is reported, under a fixed label."""

    label: str = Field(description="How the issue names it.")
    any: Terms = Field(
        (), description="At least one of these is in what is counted, befell it, where."
    )
    all: Terms = Field((), description="Each of these is.")
    none: Terms = Field((), description="None of these is.")
    side: str | None = Field(
        None, description="Side that is counted: a party of the names file."
    )


class EditionConfig(Strict):
    """A recurring briefing: its period, topics, style and least contents."""

    like: str | None = Field(None, description="Edition whose keys it takes over.")
    title: str | None = Field(None, description="Title; made from the id if absent.")
    timezone: str | None = Field(
        None, description="Overrides the desk's zone, whose days count."
    )
    language: str | None = Field(
        None, description="Overrides the desk's language, of the labels."
    )
    every: str | None = Field(
        None, description="When it is made: 'saturday 06:00', 'daily 06:00'."
    )
    covers: str = Field("yesterday", description="The days it covers: see periods.")
    cut_off: str | None = Field(
        None, description="Time of the last day covered; its end if absent: '18:00'."
    )
    first: date | None = Field(
        None, description="Last day covered by issue 1, which numbers all others."
    )
    label: str | None = Field(
        None, description="Second line of the title, with {first_day} and {last_day}."
    )
    style: str = Field("roundup", description="Name or folder of the house style.")
    topics: Terms = Field((), description="Ids of topics, in order; all if absent.")
    sources: Terms | None = Field(None, description="Overrides the desk's sources.")
    sections: tuple[SectionName, ...] = Field(
        SECTIONS, description="Its parts, in the order in which they are printed."
    )
    formats: tuple[FormatName, ...] = FOR_READERS
    require: RequireConfig = RequireConfig()
    budget: BudgetConfig = BudgetConfig()
    weights: WeightsConfig = WeightsConfig()
    pins: tuple[PinConfig, ...] = Field(
        (), description="Figures that are shown whenever they are reported."
    )
    history: bool = Field(
        False, description="Say what figures were in the issue before, from its JSON."
    )
    when_empty: Literal["omit", "say"] | None = Field(
        None,
        description="`omit` an empty section, or `say` that it is empty; if absent, "
        "what the style does: sitrep says, the others omit.",
    )
    max_share: float = Field(
        0.4, gt=0, le=1, description="Largest share of one article's words printed."
    )


def house_of(desk: DeskConfig, edition: EditionConfig) -> DeskConfig:
    """Give the desk's facts as an edition has them: its own zone and language."""
    own = {"timezone": edition.timezone, "language": edition.language}
    said = {name: value for name, value in own.items() if value is not None}
    return desk.model_copy(update=said) if said else desk


class FactsConfig(Strict):
    """Publication facts for the files that match a glob."""

    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    headline: str | None = None
    byline: str | None = None
    language: str | None = None
    kind: (
        Literal["original", "agency", "roundup", "aggregator", "machine_translation"]
        | None
    ) = None


MayBeNothing = BeforeValidator(_none_as_empty)


class Config(Strict):
    """A whole config file."""

    desk: DeskConfig = DeskConfig()
    sources: Terms = Field(("seeds/",), description="Files and folders of articles.")
    names: str | None = Field(None, description="File of listed names.")
    facts: Annotated[dict[str, FactsConfig], MayBeNothing] = Field(
        default_factory=dict, description="Publication facts by glob of the path."
    )
    topics: Annotated[dict[str, Topic], MayBeNothing] = Field(
        default_factory=dict, description="What readers follow, by id."
    )
    editions: Annotated[dict[str, EditionConfig], MayBeNothing] = Field(
        default_factory=dict, description="The briefings; the first is the default."
    )
