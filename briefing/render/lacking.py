"""A briefing in which everything lacks that may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing, Reference
    from briefing.model.ledger import LedgerFigure
    from briefing.model.section import Item, Section


def without_facts(sample: Briefing) -> Briefing:
    """Give a briefing without all that may lack; its sentences stay.

    No publisher, headline, day, byline or address; nobody named; no place or period
    of a figure; an issue without number or label.
    """
    return replace(
        sample,
        edition=replace(sample.edition, desk=None),
        issue=replace(
            sample.issue,
            number=None,
            label=None,
            next=None,
            first_day=None,
            last_day=None,
        ),
        sections=tuple(map(_bare_section, sample.sections)),
        figures=tuple(map(_bare_figure, sample.figures)),
        citations=tuple(replace(each, paragraph=0) for each in sample.citations),
        articles=tuple(map(_bare_article, sample.articles)),
        illustrations=tuple(
            replace(each, caption=None, credit=None) for each in sample.illustrations
        ),
        gaps=(),
        problems=(),
        compared=None,
    )


def _bare_section(section: Section) -> Section:
    return replace(
        section,
        items=tuple(map(_bare_item, section.items)),
        entries=tuple(
            replace(
                entry,
                title=None,
                topic=None,
                dispute=None,
                dispute_sentences=(),
            )
            for entry in section.entries
        ),
    )


def _bare_item(item: Item) -> Item:
    return replace(
        item,
        label=None,
        change=None,
        sentences=tuple(
            replace(
                sentence,
                event_days=(),
                said_on=None,
                attribution=None,
                also=(),
                days_from=None,
                timexes=(),
            )
            for sentence in item.sentences
        ),
    )


def _bare_figure(figure: LedgerFigure) -> LedgerFigure:
    return replace(
        figure,
        what=None,
        event=None,
        place=None,
        side=None,
        period=None,
        topic=None,
        people=None,
        scope=None,
        period_first=None,
        period_last=None,
        pin=None,
        was=(),
        claims=tuple(
            replace(
                claim,
                attribution=None,
                attribution_name=None,
                party=None,
                as_of=None,
                doubt=None,
            )
            for claim in figure.claims
        ),
    )


def _bare_article(article: Reference) -> Reference:
    return replace(
        article,
        url=None,
        headline=None,
        publisher=None,
        byline=None,
        published=None,
        published_evidence=None,
        credits=(),
    )
