"""The issue while it is being composed: what the section builders read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.config.schema import EditionConfig, TopicConfig
    from briefing.model.article import Article
    from briefing.model.ledger import Earlier
    from briefing.model.section import Item
    from briefing.model.selection import Candidate, Selection, Source
    from briefing.model.slot import Slot


class Draft(NamedTuple):
    """A selection with its items built and its citations numbered."""

    selection: Selection
    """What was chosen."""
    edition: EditionConfig
    """The edition's sections, budgets and habits."""
    topics: Mapping[str, TopicConfig]
    """The topics in printing order, by id."""
    slot: Slot
    """The issue's window and cut-offs."""
    articles: Mapping[str, Article]
    """The articles, by id."""
    numbers: Mapping[Source, int]
    """The number of each cited sentence."""
    items: Mapping[tuple[str, int, int], Item]
    """The printed items, by the key of their best sentence: a passage may give one to
    its topic and another to what is ahead."""
    earlier: Sequence[Sequence[Earlier]] = ()
    """What earlier issues gave for each quantity; empty where none was read."""
    unreported: Sequence[str] = ()
    """Labels of the pins that no article reports."""

    def topic_title(self, topic: str) -> str:
        """Give the heading of a topic: its title, else its id in words."""
        return self.topics[topic].title or topic.replace("-", " ").capitalize()


def place_of(draft: Draft, candidate: Candidate) -> tuple[str, int]:
    """Give the item that prints a candidate, and which of its sentences it is."""
    number = draft.numbers[candidate.source]
    return next(
        (item.id, at)
        for item in draft.items.values()
        for at, sentence in enumerate(item.sentences)
        if sentence.citation == number
    )
