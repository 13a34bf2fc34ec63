"""From the days of a timeline to its printed sentences, each with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose.edits import apply_edits, edits_of
from briefing.compose.references import cite, list_references, number_citations
from briefing.model.selection import Selection
from briefing.model.timeline import Timeline, TimelineDay, TimelineSentence
from briefing.text.days import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.selection import Source
    from briefing.model.span import DateRange
    from briefing.model.timeline import Day, Told


def write_timeline(
    days: Sequence[Day],
    articles: Sequence[Article],
    *,
    window: DateRange,
    topic: str | None = None,
    language: str = "en",
) -> Timeline:
    """Give a timeline as it is printed.

    Args:
        days: The chosen days, in order of time.
        articles: The articles that they come from, and others.
        window: The span.
        topic: Id of the topic.
        language: Language of the days put in.
    """
    by_id = {article.id: article for article in articles}
    cited = dict.fromkeys(told.article for day in days for told in day.told)
    selection = Selection(
        articles=tuple(by_id[id] for id in cited),
        uses=dict.fromkeys(cited, "in"),
        topics=(),
    )
    numbers, printed = number_citations(
        selection, (told.source for day in days for told in day.told)
    )
    citations = cite(numbers, printed, by_id)
    return Timeline(
        topic=topic,
        first=window.first,
        last=window.last,
        days=tuple(
            TimelineDay(
                day.day,
                day.score,
                day.articles,
                tuple(
                    _write_sentence(
                        told, day.day, by_id[told.article], numbers, language
                    )
                    for told in day.told
                ),
            )
            for day in days
        ),
        citations=citations,
        articles=list_references(selection, citations),
    )


def _write_sentence(
    told: Told,
    day: date,
    article: Article,
    numbers: Mapping[Source, int],
    language: str,
) -> TimelineSentence:
    sentence = told.sentence
    # The day under which a sentence stands need not be put in once more.
    own = f" [{day_words(day, language)}]"
    edits = tuple(
        edit
        for edit in edits_of(
            told.passage, sentence, follows=False, language=language, year=day.year
        )
        if edit.text != own
    )
    return TimelineSentence(
        text=apply_edits(article.text, sentence.span, edits),
        event_days=tuple(each for run in sentence.event_days for each in run),
        said_on=sentence.said_on,
        attribution=sentence.attribution.text if sentence.attribution else None,
        citation=numbers[told.source],
        edits=edits,
        days_from=sentence.days_from,
    )
