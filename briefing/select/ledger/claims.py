"""Who claims a figure, and what the article's own words are for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.ledger import Claim
from briefing.select.ledger.stretches import within
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from briefing.model.figure import Figure
    from briefing.model.names import NameList
    from briefing.model.passage import Attribution
    from briefing.model.selection import Candidate

ARTICLES = frozenset(("the", "a", "an"))
PRONOUNS = frozenset("he she it they who which we that".split())  # noqa: SIM905
"""Words that stand for the source of the sentence."""

NOBODY = PRONOUNS | frozenset(
    "him her them i you one one's his its their these those this another others".split()  # noqa: SIM905
)
"""Words that name nobody where it is not known for whom they stand."""


def claim_of(
    candidate: Candidate,
    figure: Figure,
    names: NameList,
    days: Mapping[str, date | None],
) -> Claim:
    """Give the claim that a sentence makes with a figure.

    Args:
        candidate: The sentence.
        figure: The figure.
        names: The desk's names, for the sides.
        days: The publication day of each article, by id.
    """
    sentence = candidate.sentence
    start = figure.comparator_span.start if figure.comparator_span else None
    begin = min(figure.span.start, start if start is not None else figure.span.start)
    stretch = candidate.passage.text[
        begin - candidate.passage.span.start : figure.span.end
        - candidate.passage.span.start
    ]
    shared = _shared(figure, candidate)
    said = figure.attribution or (shared.text if shared else None)
    name = figure.attribution_name or (shared.name if shared else None)
    if name is None and figure.attribution:
        name = _listed(figure.attribution, candidate)
    if name is None and said and frozenset(words(said)) - ARTICLES <= NOBODY:
        # Whom "he" stands for is not known, so that nobody is named.
        said = None
    party = next(
        (listed.party for listed in names.names if listed.name == name),
        shared.party if shared else None,
    )
    return Claim(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        comparator=figure.comparator,
        text=" ".join(stretch.split()),
        attribution=said,
        attribution_name=name,
        party=party,
        as_of=sentence.said_on or days.get(candidate.article),
        citation=0,
        doubt=figure.doubt,
    )


def _listed(said: str, candidate: Candidate) -> str | None:
    """Give the listed name that a sentence's own words for a source are."""
    told = set(words(said))
    passage = candidate.passage
    for mention in within(passage.mentions, candidate.sentence.span):
        begin = mention.span.start - passage.span.start
        spelled = passage.text[begin : mention.span.end - passage.span.start]
        if told and told - ARTICLES == set(words(spelled)) - ARTICLES:
            return mention.name
    return None


def _shared(figure: Figure, candidate: Candidate) -> Attribution | None:
    """Give the source of the sentence, where it may be the figure's, too.

    "Police put it at 50, while the opposition said 5": the five are not the police's.
    Nor is what a semicolon parts from "the ministry said".
    """
    attribution = candidate.sentence.attribution
    if attribution is None:
        return None
    own = words(figure.attribution or "")
    if own:
        known = {*words(attribution.text), *words(attribution.name or ""), *PRONOUNS}
        named = words(figure.attribution_name or "")
        return attribution if set(own) <= known or set(named) & known else None
    offset = candidate.sentence.span.start
    end, begin = figure.span.end - offset, attribution.span.start - offset
    parted = begin > end and ";" in candidate.sentence.text[end:begin]
    return None if parted else attribution
