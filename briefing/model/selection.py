"""What was chosen for an issue, what was left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.model.article import Article
from briefing.model.hand import Deed
from briefing.model.passage import Passage, Sentence
from briefing.model.section import ItemRole

if TYPE_CHECKING:
    from datetime import date

    from briefing.model.figure import People, Scope
    from briefing.model.ledger import Claim, Status
    from briefing.model.span import DateRange, Span

Use = Literal["in", "older", "late", "undated"]
"""in: published in the issue's time; older: before it, background at most; late: after
its cut-off; undated: no publication day is stated."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be printed under a topic."""

    article: str
    """Id of its article."""
    passage: Passage
    """The passage it stands in."""
    index: int
    """Which sentence of the passage it is, from 0."""
    topic: str
    """Id of the topic that it fits best."""
    role: ItemRole
    """news, ahead or background, by what its days say."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """The weighted parts of its rank; "total" is their sum."""
    barred: str | None = None
    """Why it cannot be printed; None when it can."""
    hand: Deed | None = None
    """pin where the editor wants it printed; None where nothing was decided."""

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.passage.sentences[self.index]

    @property
    def key(self) -> tuple[str, int, int]:
        """Article, passage and sentence: unique, and the order of reading."""
        return (self.article, self.passage.index, self.index)

    @property
    def source(self) -> Source:
        """Where the sentence stands."""
        return Source(self.article, self.sentence.span)

    @property
    def total(self) -> float:
        """Its rank among all candidates; higher is better."""
        return self.scores.get("total", 0.0)


class Source(NamedTuple):
    """A sentence elsewhere that reports the same, or states a claim."""

    article: str
    """Id of its article."""
    span: Span
    """Where the sentence stands."""


class Cluster(NamedTuple):
    """Sentences that report the same thing, led by the one that is printed."""

    lead: Candidate
    """The sentence that stands for all."""
    others: tuple[Candidate, ...] = ()
    """The others, in the order of their sources."""
    origins: int = 1
    """How many independent origins report it."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the sentences stand, the printed one first."""
        return tuple(member.source for member in (self.lead, *self.others))

    @property
    def event_days(self) -> tuple[DateRange, ...]:
        """The days of the event: the printed sentence's, else those another names."""
        named = (member.sentence.event_days for member in (self.lead, *self.others))
        return next((days for days in named if days), ())

    @property
    def outlets(self) -> int:
        """How many articles report it."""
        return len({member.article for member in (self.lead, *self.others)})


class Chosen(NamedTuple):
    """One passage chosen for a topic, with the clusters that its sentences lead."""

    topic: str
    """Id of the topic."""
    clusters: tuple[Cluster, ...]
    """Its printed sentences, in the order of the article."""

    @property
    def role(self) -> ItemRole:
        """Role of the item: news if any of its sentences is, else that of its best."""
        roles = {cluster.lead.role for cluster in self.clusters}
        return "news" if "news" in roles else self.best.lead.role

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.clusters[0].lead.passage

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where its sentences, and those that report the same, stand."""
        return tuple(source for c in self.clusters for source in c.sources)

    @property
    def best(self) -> Cluster:
        """The cluster of its best sentence."""
        return max(self.clusters, key=lambda cluster: cluster.lead.total)


class Takeaway(NamedTuple):
    """A sentence that leads the issue, and the one that disputes it."""

    topic: str
    """Id of its topic."""
    candidate: Candidate
    """The sentence."""
    dispute: Candidate | None = None
    """A sentence in which the other side disputes it; printed with it."""
    caveat: Candidate | None = None
    """The sentence behind it that limits it; printed with it."""

    @property
    def keys(self) -> tuple[tuple[str, int, int], ...]:
        """Keys of the sentence, of its caveat and of its dispute."""
        told = (self.candidate, self.caveat, self.dispute)
        return tuple(candidate.key for candidate in told if candidate is not None)


class Statement(NamedTuple):
    """One article's statement of a quantity, before it has a citation number."""

    claim: Claim
    """The claim; its `citation` is 0 until the issue is numbered."""
    source: Source
    """The sentence that states it."""


class Quantity(NamedTuple):
    """The same quantity as several articles state it."""

    label: str
    """The source's own noun phrase, with its event."""
    what: str | None
    """What is counted."""
    event: str | None
    """What happened to it."""
    place: str | None
    """Where."""
    side: str | None
    """The side counted."""
    period: str | None
    """Since when or over what time, in the article's words."""
    unit: str
    """count, %, km, USD ..."""
    status: Status
    """How the claims stand to each other."""
    statements: tuple[Statement, ...]
    """The claims, the best attested first."""
    topic: str
    """Id of the topic."""
    rank: float
    """Higher is printed first."""
    origins: int = 1
    """How many independent origins state it."""
    part_of: int | None = None
    """Position in the ledger of the quantity of which this is a part."""
    telling: bool = True
    """Whether a reader would look for it: not "two lessons", not "one village"."""
    printed: bool = False
    """Whether it is among the key figures."""
    people: People | None = None
    """Whether it counts civilians or the military; None where nothing tells."""
    scope: Scope | None = None
    """total or increment; None where nothing tells."""
    counted: DateRange | None = None
    """The days over which it was counted; None if not stated."""
    pin: str | None = None
    """The config's own label for it, where the config pins it."""
    inferred: bool = False
    """Whether the first of these days is inferred from what is said elsewhere."""


class Withheld(NamedTuple):
    """Something relevant that is not printed, and why."""

    what: str
    """The sentence, or a name for the article."""
    why: str
    """The reason."""
    article: str
    """Id of the article."""
    source: Source | None = None
    """Where the sentence stands; None for a whole article."""


class Moment(NamedTuple):
    """A day of the timeline, and the sentence that tells it."""

    day: date
    """The day, or the first of a run."""
    last_day: date | None
    """Last day of a run; None for a single day."""
    candidate: Candidate
    """The sentence."""


@dataclass(frozen=True, slots=True)
class Selection:
    """All that an issue prints, in the order of its topics."""

    articles: tuple[Article, ...]
    """The articles that existed at `as_of`, in the order of reading."""
    uses: Mapping[str, Use]
    """For each article id, how the issue may use it."""
    topics: tuple[tuple[str, tuple[Chosen, ...]], ...]
    """For each topic id, the chosen passages, best first."""
    takeaways: tuple[Takeaway, ...] = ()
    """What leads the issue; each sentence is also in `topics`."""
    ahead: tuple[Chosen, ...] = ()
    """What is announced and leads no topic."""
    background: tuple[Chosen, ...] = ()
    """What is older."""
    trimmed: Mapping[str, int] = field(default_factory=dict)
    """For each article id, how many sentences `max_share` left no room for."""
    timeline: tuple[Moment, ...] = ()
    """Which days mattered; each sentence is also in `topics`."""
    ledger: tuple[Quantity, ...] = ()
    """Every quantity that matches a topic."""
    withheld: tuple[Withheld, ...] = ()
    """Relevant but not printable."""

    def passages(self) -> Iterator[Chosen]:
        """Yield the chosen passages of all topics, in order."""
        for _, chosen in self.topics:
            yield from chosen
