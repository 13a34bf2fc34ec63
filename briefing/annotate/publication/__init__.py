"""When articles were published that do not say so, as an interval with evidence.

    from briefing.annotate.publication import infer_published
    articles = infer_published(reading.articles, day_one=date(2022, 2, 24))

An article is not published before the latest past day that it reports, and not
after the day on which it was retrieved. What its own words leave open, its
neighbours may settle: dated articles that report the same claims of the same days.
An article that nothing ties to a day keeps its bound, marked as not tied.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate import annotate
from briefing.annotate.publication.alone import find_alone
from briefing.annotate.publication.claims import find_claims, number_marks
from briefing.annotate.publication.events import (
    Dated,
    dated_events,
    place_by_event,
)
from briefing.annotate.publication.neighbours import (
    SHARE,
    SHARED_NAMES,
    Neighbour,
    Unplaced,
    place_by_claims,
    place_in_year,
    proper_names,
)
from briefing.annotate.publication.witnesses import BODY, find_witnesses
from briefing.annotate.timexes import find_timexes
from briefing.model.names import NameList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.annotate.publication.claims import Claim
    from briefing.annotate.publication.finding import Finding
    from briefing.annotate.publication.witnesses import Witness
    from briefing.model.article import Article, Published

NEAREST = 12
"""Neighbours that are looked at closely: those that share most long numbers."""
ROUNDS = 4
"""An article that was placed may place others, so many times in a row."""
SHORT_RUN = 7
WEAK = frozenset({"retrieved"})
"""Rules that neighbours may overrule, and that place no other article."""
_NO_NAMES = NameList()


def infer_published(
    articles: Sequence[Article], *, day_one: date | None = None
) -> tuple[Article, ...]:
    """Give the articles, each without a stated day with what its words allow.

    Articles whose day is stated are returned as they are; so are undated ones that
    give nothing away.

    Args:
        articles: All articles at hand: the dated ones help to place the others.
        day_one: First day of the desk's day count, for "Days 1,076-1,080".
    """
    undated = [one for one in articles if one.published.value is None]
    if not undated:
        return tuple(articles)
    work = _Work(articles, undated, day_one)
    work.place()
    return tuple(
        replace(one, published=_published(work.findings.get(one.id), one.published))
        for one in articles
    )


def _published(finding: Finding | None, stated: Published) -> Published:
    if finding is None or not (finding.not_before or finding.not_after):
        return stated
    return finding.as_published()


class _Work:
    """The undated articles of a reading on their way to being placed."""

    def __init__(
        self,
        articles: Sequence[Article],
        undated: Sequence[Article],
        day_one: date | None,
    ) -> None:
        self.day_one = day_one
        self.articles = {one.id: one for one in articles}
        self.days = {one.id: day for one in articles if (day := one.published.day)}
        self.witnesses = {
            one.id: find_witnesses(one, day_one=day_one) for one in undated
        }
        self.findings = {
            one.id: find_alone(one, self.witnesses[one.id]) for one in undated
        }
        self.marks = {one.id: number_marks(one.text) for one in articles}
        self.names = {one.id: proper_names(one.text) for one in articles}
        self.claims: dict[str, tuple[Claim, ...]] = {}
        self.neighbours: dict[str, Neighbour] = {}

    def place(self) -> None:
        """Place what can be placed, in rounds until nothing more is."""
        for _ in range(ROUNDS):
            self._learn()
            found = {id: self._by_neighbours(id) for id in self._open()}
            placed = {id: one for id, one in found.items() if one is not None}
            self.findings |= placed
            if not placed:
                break
        events = self._events()
        for id in self._open():
            text, witnesses = self.articles[id].text, self.witnesses[id]
            found_event = place_by_event(id, text, witnesses, events)
            if found_event and (within := self._within(id, found_event)):
                self.findings[id] = within

    def _open(self) -> list[str]:
        return [
            id
            for id, finding in self.findings.items()
            if not finding.tied or finding.rule in WEAK
        ]

    def _learn(self) -> None:
        """Count what was placed among the articles whose day is known."""
        for id, finding in self.findings.items():
            if finding.tied and finding.not_before and finding.rule not in WEAK:
                self.days.setdefault(id, finding.not_before)

    def _by_neighbours(self, id: str) -> Finding | None:
        article = Unplaced(id, self.witnesses[id], self._claims(id), self.names[id])
        shared = (
            (len(self.marks[id] & self.marks[other]), other) for other in self.days
        )
        near = sorted((-count, other) for count, other in shared if count)
        found = place_by_claims(
            article, [self._neighbour(other) for _, other in near[:NEAREST]]
        ) or place_in_year(article, self._namesakes(id))
        return self._within(id, found) if found else None

    def _namesakes(self, id: str) -> list[Neighbour]:
        """Give the dated articles that name most of the same people and places."""
        mine = self.names[id]
        least = max(SHARED_NAMES, SHARE * len(mine))
        counts = ((len(mine & self.names[other]), other) for other in self.days)
        near = sorted((-count, other) for count, other in counts if count >= least)
        return [self._neighbour(other) for _, other in near[:NEAREST]]

    def _within(self, id: str, found: Finding) -> Finding | None:
        """Bind a finding to the day of retrieval; None where they contradict."""
        limit = self.findings[id].not_after
        if limit is None or found.not_before is None:
            return found
        if found.not_before > limit:
            return None
        return found._replace(not_after=min(found.not_after or limit, limit))

    def _neighbour(self, id: str) -> Neighbour:
        if id not in self.neighbours:
            days = self._named_days(id) | {self.days[id]}
            self.neighbours[id] = Neighbour(
                id, self.days[id], days, self._claims(id), self.names[id]
            )
        return self.neighbours[id]

    def _named_days(self, id: str) -> frozenset[date]:
        """Give the days that an article names, read against its own day."""
        article = self.articles[id]
        timexes = find_timexes(
            article.text,
            [block.span for block in article.blocks if block.role in BODY],
            published=self.days[id],
            language=article.language,
            day_one=self.day_one,
        )
        runs = (timex.days for timex in timexes if timex.days)
        return frozenset(day for run in runs if len(run) <= SHORT_RUN for day in run)

    def _claims(self, id: str) -> tuple[Claim, ...]:
        if id not in self.claims:
            article = self.articles[id]
            if id not in self.witnesses:
                self.witnesses[id] = find_witnesses(article, day_one=self.day_one)
            passages = annotate(article, names=_NO_NAMES, day_one=self.day_one)
            self.claims[id] = find_claims(passages, self.witnesses[id])
        return self.claims[id]

    def _events(self) -> list[Dated]:
        """Give what the articles date with its year, if any article asks for it."""
        if not any(w.length for id in self._open() for w in self.witnesses[id]):
            return []
        asking = frozenset().union(*(self.names[id] for id in self._open()))
        return [
            event
            for id, article in sorted(self.articles.items())
            if any(name in article.text for name in asking)
            for event in dated_events(id, article.text, self._dates(id))
        ]

    def _dates(self, id: str) -> tuple[Witness, ...]:
        """Give what an article dates: of one whose day is known, "on Monday" too."""
        if id not in self.days:
            return self.witnesses[id]
        return find_witnesses(
            self.articles[id], day_one=self.day_one, published=self.days[id]
        )
