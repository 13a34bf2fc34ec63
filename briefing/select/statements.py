"""From a figure in a sentence to a statement that can be compared with others."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.briefing import Claim
from briefing.model.selection import Source, Statement
from briefing.select.quantities import REVISING, Entry
from briefing.select.senses import event_class, head_class, side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.figure import Figure
    from briefing.model.names import NameList
    from briefing.model.passage import Passage
    from briefing.model.selection import Candidate

LOSSES = "casualty"
LEDGER_KINDS = frozenset({"count", "money", "percent", "measure", "rate"})
ALL_BUT = re.compile(r"\ball but\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Words that turn a number into what was left out."""
OFTEN = 2
"""Least mentions of the place that an article speaks of most."""
FEW_PLACES = 3
"""A sentence that lists more places says nothing of where."""


def scene_of(passages: Iterable[Passage], names: NameList) -> str | None:
    """Give the place that an article speaks of most, or None when none stands out.

    Countries and capitals do not count: they speak more often than they are meant.
    """
    speakers = {name.name for name in names.names if name.party}
    counts = Counter(
        mention.name
        for passage in passages
        for mention in passage.mentions
        if mention.kind == "place" and mention.name not in speakers
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < OFTEN:
        return None
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def counts(figure: Figure, candidate: Candidate) -> bool:
    """Say whether a figure belongs in the ledger: it counts or measures something."""
    if figure.unit == "count" and not figure.what:
        return False
    if ALL_BUT.search(candidate.sentence.text, 0, _place_in(figure, candidate)):
        return False
    return figure.kind in LEDGER_KINDS and bool(figure.what or figure.event)


def make_entry(
    candidate: Candidate,
    figure: Figure,
    names: NameList,
    days: Mapping[str, date | None],
    scenes: Mapping[str, str],
    articles: Mapping[str, Article],
) -> Entry:
    """Give what a figure states, with all that it is compared by."""
    sentence = candidate.sentence
    start = figure.comparator_span.start if figure.comparator_span else None
    begin = min(figure.span.start, start if start is not None else figure.span.start)
    stretch = candidate.passage.text[
        begin - candidate.passage.span.start : figure.span.end
        - candidate.passage.span.start
    ]
    attribution = sentence.attribution
    said = figure.attribution or (attribution.text if attribution else None)
    name = figure.attribution_name or (attribution.name if attribution else None)
    party = next(
        (listed.party for listed in names.names if listed.name == name),
        attribution.party if attribution else None,
    )
    claim = Claim(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        comparator=figure.comparator,
        text=stretch,
        attribution=said,
        attribution_name=name,
        party=party,
        as_of=sentence.said_on or days.get(candidate.article),
        citation=0,
    )
    return Entry(
        candidate=candidate,
        figure=figure,
        statement=Statement(claim, Source(candidate.article, sentence.span)),
        event=_event(figure),
        head=head_class(figure.what),
        side=side_of(figure, candidate, names) if figure.unit == "count" else None,
        place=_place(candidate, figure),
        kind=articles[candidate.article].kind,
        publisher=articles[candidate.article].publisher or candidate.article,
        scene=scenes.get(candidate.article),
    )


def _event(figure: Figure) -> str | None:
    """Give the class of what happened; taking a number back is no event of its own."""
    if head_class(figure.what) == LOSSES:
        return "lost"
    if figure.event and REVISING.search(figure.event):
        return None
    return event_class(figure.event)


def _place(candidate: Candidate, figure: Figure) -> str | None:
    """Give the listed place nearest to the figure in its sentence."""
    places = [
        mention
        for mention in candidate.passage.mentions
        if mention.kind == "place"
        and mention.party is None
        and candidate.sentence.span.covers(mention.span)
    ]
    if len(places) > FEW_PLACES:
        return None
    nearest = min(
        places,
        key=lambda mention: abs(mention.span.start - figure.span.start),
        default=None,
    )
    return nearest.name if nearest else None


def _place_in(figure: Figure, candidate: Candidate) -> int:
    return figure.span.start - candidate.sentence.span.start
