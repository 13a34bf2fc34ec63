"""From chosen passages to printed items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose.edits import apply_edits, edits_of
from briefing.model.section import Item, ItemSentence, PrintedDaysFrom, SentenceTimex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.passage import DayReading
    from briefing.model.selection import Chosen, Cluster, Quantity, Source

Lead = tuple[str, int, int]


def build_item(
    chosen: Chosen,
    *,
    id: str,
    article: Article,
    numbers: Mapping[Source, int],
    ledger: Sequence[Quantity],
    leads: frozenset[Lead],
    label: str | None,
    language: str,
    year: int,
) -> Item:
    """Make the item of a chosen passage.

    Args:
        chosen: The passage with the sentences to print.
        id: The item's id.
        article: The passage's article.
        numbers: The citation number of each cited sentence.
        ledger: All quantities, for those that the item states.
        leads: Keys of the sentences printed as takeaways, apart from the item.
        label: Run-in label of the side that speaks.
        language: Language of the days put in.
        year: Year of the issue.
    """
    sentences = []
    before: Cluster | None = None
    for cluster in chosen.clusters:
        follows = (
            before is not None
            and before.lead.index + 1 == cluster.lead.index
            and (before.lead.key in leads) == (cluster.lead.key in leads)
        )
        sentences.append(
            _build_sentence(
                cluster,
                article,
                numbers=numbers,
                follows=follows,
                language=language,
                year=year,
            )
        )
        before = cluster
    sources = {cluster.lead.source for cluster in chosen.clusters}
    return Item(
        id=id,
        text=" ".join(sentence.text for sentence in sentences),
        role=chosen.role,
        citations=tuple(
            dict.fromkeys(n for s in sentences for n in (s.citation, *s.also))
        ),
        figures=tuple(
            f"f{at}"
            for at, quantity in enumerate(ledger, start=1)
            if any(statement.source in sources for statement in quantity.statements)
        ),
        scores=dict(chosen.best.lead.scores),
        sentences=tuple(sentences),
        article=article.id,
        label=label,
        outlets=max(cluster.outlets for cluster in chosen.clusters),
        origins=max(cluster.origins for cluster in chosen.clusters),
        in_takeaways=tuple(
            at
            for at, cluster in enumerate(chosen.clusters)
            if cluster.lead.key in leads
        ),
    )


def _build_sentence(
    cluster: Cluster,
    article: Article,
    *,
    numbers: Mapping[Source, int],
    follows: bool,
    language: str,
    year: int,
) -> ItemSentence:
    sentence = cluster.lead.sentence
    edits = edits_of(
        cluster.lead.passage,
        sentence,
        follows=follows,
        language=language,
        year=year,
    )
    return ItemSentence(
        text=apply_edits(article.text, sentence.span, edits),
        event_days=tuple(day for run in cluster.event_days for day in run),
        said_on=sentence.said_on,
        attribution=sentence.attribution.text if sentence.attribution else None,
        citation=numbers[cluster.lead.source],
        also=tuple(sorted(numbers[other.source] for other in cluster.others)),
        edits=edits,
        days_from=_days_from(cluster),
        timexes=tuple(_timex(reading) for reading in sentence.readings),
        pinned=cluster.lead.hand == "pin",
    )


def _days_from(cluster: Cluster) -> PrintedDaysFrom | None:
    sentence = cluster.lead.sentence
    elsewhere = cluster.event_days and not sentence.event_days
    return "another report" if elsewhere else sentence.days_from


def _timex(reading: DayReading) -> SentenceTimex:
    timex, days = reading.timex, reading.days
    return SentenceTimex(
        timex.text,
        timex.value,
        days.first if days else None,
        days.last if days else None,
        timex.rule,
        timex.why,
        reading.part,
    )
