"""Which articles are worth annotating for an issue: what it costs follows its window.

An archive grows, a week does not. Articles of the issue's own time are all read. Of
older ones only background can come: none where the edition prints none, but for
recent articles, which may bear out what is news; and none of an article in which no
term of a topic stands. That is looked up in the bare text, by a rule that never
misses what `topics` would find.
"""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.select.membership import publication_day
from briefing.select.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from zoneinfo import ZoneInfo

    from briefing.config.schema import TopicConfig
    from briefing.model.article import Article
    from briefing.model.names import NameList
    from briefing.model.selection import Use
    from briefing.model.slot import Slot

RECENT = timedelta(days=7)
"""How long before the window an article may still bear out what is news."""


def worth_annotating(
    articles: Iterable[Article],
    *,
    uses: Mapping[str, Use],
    slot: Slot,
    topics: Mapping[str, TopicConfig],
    names: NameList,
    background: bool,
    zone: ZoneInfo,
) -> frozenset[str]:
    """Give the ids of the articles whose sentences the issue may need.

    Args:
        articles: The articles.
        uses: How the issue may use each; undated and late ones are never needed.
        slot: The issue's window and cut-offs.
        topics: The topics to follow.
        names: The desk's names, whose spellings count as terms.
        background: Whether the edition prints background.
        zone: The zone whose days count.
    """
    stems = _stems(topics, names)
    start = min(_window_before(slot), slot.window.first - RECENT)

    def is_worth(article: Article) -> bool:
        use = uses[article.id]
        if use != "older":
            return use == "in"
        day = publication_day(article, zone)
        recent = day is not None and day >= start
        return (background or recent) and _mentions(article.text, stems)

    return frozenset(article.id for article in articles if is_worth(article))


def _window_before(slot: Slot) -> date:
    """Give the first day of the window before, or of as many days as the window has."""
    if slot.previous:
        return slot.previous.first
    return slot.window.first - (slot.window.end - slot.window.first)


def _stems(
    topics: Mapping[str, TopicConfig], names: NameList
) -> frozenset[tuple[str, ...]]:
    """Give each spelling of each term as strings that a text with it must contain."""
    return frozenset(
        tuple(_stem(form) for form in phrase)
        for topic in topics_of(topics, names)
        for term in (*topic.any, *topic.all)
        for phrase in term.phrases
    )


def _stem(form: str) -> str:
    """Cut a base form down to what its plural has too: "refiner" of "refineries"."""
    return form.removesuffix("y")


def _mentions(text: str, stems: Iterable[tuple[str, ...]]) -> bool:
    folded = text.casefold()
    if not folded.isascii():
        flat = unicodedata.normalize("NFKD", folded)
        folded = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return any(all(part in folded for part in stem) for stem in stems)
