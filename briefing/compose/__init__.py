"""From a selection to a briefing: items, figures, sections, citations.

`compose` is the whole stage: it numbers the citations in the order of printing,
builds the items and lets each section type lay out its part.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.compose.changes import find_changes
from briefing.compose.counts import find_shares, tally_of
from briefing.compose.draft import Draft
from briefing.compose.figures import build_figures
from briefing.compose.gaps import find_gaps, quiet_gaps
from briefing.compose.items import build_item
from briefing.compose.references import cite, list_references, number_citations
from briefing.compose.sections import SECTIONS
from briefing.model.briefing import Briefing, EditionInfo, Held, Issue
from briefing.model.section import Section
from briefing.text.days import day_number, day_words, interval_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefing.compose.changes import Changes
    from briefing.compose.history import Before
    from briefing.config.schema import DeskConfig, EditionConfig, TopicConfig
    from briefing.model.article import Article
    from briefing.model.ledger import Earlier
    from briefing.model.names import NameList
    from briefing.model.problem import Problem
    from briefing.model.section import Item
    from briefing.model.selection import Chosen, Selection, Source
    from briefing.model.slot import Slot

BUILDERS = {section.NAME: section for section in SECTIONS}
STANDING = frozenset({"sources", "colophon"})
_RANGE = re.compile(r"\{first_day\} ?(?:[-‐‑–—]| to ) ?\{last_day\}")
"""A run of days in a label; for a period of one day the last of them is enough."""
"""Sections that are never empty."""


def compose(
    selection: Selection,
    *,
    edition_id: str,
    edition: EditionConfig,
    desk: DeskConfig,
    slot: Slot,
    topics: Mapping[str, TopicConfig],
    names: NameList,
    style: str,
    problems: Sequence[Problem],
    version: str,
    earlier: Sequence[Sequence[Earlier]] = (),
    before: Before | None = None,
    unreported: Sequence[str] = (),
    late: Collection[str] = (),
) -> Briefing:
    """Make the briefing that is printed from what was selected.

    Args:
        selection: What was chosen.
        edition_id: Id of the edition.
        edition: Its sections, budgets and habits.
        desk: The house: name, language, zone, first day.
        slot: The issue's window, cut-offs and number.
        topics: The topics in printing order, by id.
        names: The desk's names, for the labels of the sides.
        style: Name of the house style it will be set in.
        problems: What went wrong before.
        version: Version of the program.
        earlier: For each quantity what earlier issues gave, if these were read.
        before: The issue in which they are given.
        unreported: Labels of the pinned figures that no article reports.
        late: Ids of the articles that came late.
    """
    articles = {article.id: article for article in selection.articles}
    numbers, printed = number_citations(
        selection,
        (
            source
            for name in edition.sections
            for source in BUILDERS[name].cited(selection)
        ),
    )
    draft = Draft(
        selection=selection,
        edition=edition,
        topics=topics,
        slot=slot,
        articles=articles,
        numbers=numbers,
        items=_items(selection, numbers, names, slot, desk.language, edition.sections),
        earlier=earlier,
        unreported=unreported,
    )
    citations = cite(numbers, printed, articles)
    references = list_references(selection, citations, late=late)
    sections = _sections(draft)
    figures = build_figures(selection.ledger, numbers, earlier)
    changes = None
    if before:
        changes = find_changes(
            before, sections, figures, selection.articles, selection.uses
        )
        sections = _with_changes(sections, changes)
    return Briefing(
        edition=EditionInfo(
            id=edition_id,
            title=edition.title or edition_id.replace("-", " ").capitalize(),
            style=style,
            desk=desk.name,
            language=desk.language,
            timezone=desk.timezone,
        ),
        issue=_issue(edition, desk, slot),
        sections=sections,
        figures=figures,
        citations=citations,
        articles=references,
        held=tuple(
            Held(
                held.what,
                held.why,
                numbers[held.source] if held.source else None,
                held.article,
            )
            for held in selection.withheld
        ),
        gaps=(
            *find_gaps(draft, dict(names.parties), language=desk.language),
            *quiet_gaps(changes.compared if changes else None, language=desk.language),
        ),
        problems=tuple(
            sorted({*problems, *find_shares(draft, sections, language=desk.language)})
        ),
        tally=tally_of(selection, references),
        version=version,
        compared=changes.compared if changes else None,
    )


def _items(
    selection: Selection,
    numbers: Mapping[Source, int],
    names: NameList,
    slot: Slot,
    language: str,
    sections: Sequence[str],
) -> dict[tuple[str, int, int], Item]:
    leads = frozenset(key for t in selection.takeaways for key in t.keys)
    articles = {article.id: article for article in selection.articles}
    labels = dict(names.parties)
    groups: list[tuple[str, Sequence[Chosen]]] = [
        *(selection.topics if "topics" in sections else ()),
        ("ahead", selection.ahead),
        ("background", selection.background),
    ]
    return {
        chosen.best.lead.key: build_item(
            chosen,
            id=f"{group}-{at}",
            article=articles[chosen.best.lead.article],
            numbers=numbers,
            ledger=selection.ledger,
            leads=leads,
            label=_label(chosen, labels)
            if selection.uses[chosen.best.lead.article] != "older"
            else _publication(articles[chosen.best.lead.article], language),
            language=language,
            year=slot.window.last.year,
        )
        for group, members in groups
        for at, chosen in enumerate(members, start=1)
    }


def _publication(article: Article, language: str) -> str | None:
    """Give the day on which an older article came out, for its run-in label."""
    published = article.published
    if published.value is not None and published.day:
        return day_words(published.day, language, with_year=True)
    if published.not_before is None and published.not_after is None:
        return None
    return interval_words(published.not_before, published.not_after, language)


def _label(chosen: Chosen, labels: Mapping[str, str]) -> str | None:
    """Give the label of the side that alone speaks in a passage, if it has one."""
    speakers = [cluster.lead.sentence.attribution for cluster in chosen.clusters]
    parties = {speaker.party if speaker else None for speaker in speakers}
    return labels.get(parties.pop() or "") if len(parties) == 1 else None


def _issue(edition: EditionConfig, desk: DeskConfig, slot: Slot) -> Issue:
    first = last = None
    if desk.day_one is not None:
        first = (slot.window.first - desk.day_one).days + 1
        last = (slot.window.last - desk.day_one).days + 1
    label = edition.label
    if label is not None:
        if first == last:
            label = _RANGE.sub("{last_day}", label)
        label = label.format(
            first_day=day_number(first, desk.language) if first is not None else "",
            last_day=day_number(last, desk.language) if last is not None else "",
            number=slot.number if slot.number is not None else "",
            first=slot.window.first.isoformat(),
            last=slot.window.last.isoformat(),
        )
    return Issue(
        id=slot.window.last.isoformat(),
        number=slot.number,
        label=label,
        from_=slot.window.first,
        to=slot.window.last,
        cut_off=slot.cut_off,
        as_of=slot.as_of,
        next=slot.next,
        first_day=first,
        last_day=last,
    )


def _sections(draft: Draft) -> tuple[Section, ...]:
    built = (
        section
        for name in draft.edition.sections
        for section in BUILDERS[name].build(draft)
    )
    return tuple(
        _marked_empty(section) if _is_empty(section) else section
        for section in built
        if draft.edition.when_empty == "say" or not _is_empty(section)
    )


def _with_changes(
    sections: tuple[Section, ...], changes: Changes
) -> tuple[Section, ...]:
    return tuple(
        replace(
            section,
            items=tuple(
                replace(item, change=changes.of.get(item.id)) for item in section.items
            ),
        )
        for section in sections
    )


def _is_empty(section: Section) -> bool:
    return not (section.items or section.entries or section.type in STANDING)


def _marked_empty(section: Section) -> Section:
    return Section(section.id, section.type, section.title, section.topic, empty=True)
