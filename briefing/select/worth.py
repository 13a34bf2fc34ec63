"""Which articles are worth annotating for an issue: what it costs follows its window.

An archive grows, a week does not. Articles of the issue's own time are all read. Of
older ones only background can come: none where the edition prints none, but for
recent articles, which may bear out what is news; and none of an article in which no
term of a topic stands. In recent articles terms are looked for as `topics` does; in
the archive behind them only as they are spelled in the config and the names file.
"""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.select.membership import publication_day
from briefing.select.topics import topics_of
from briefing.text.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from zoneinfo import ZoneInfo

    from briefing.config.schema import TopicConfig
    from briefing.model.article import Article
    from briefing.model.names import NameList
    from briefing.model.selection import Use
    from briefing.model.slot import Slot
    from briefing.select.topics import Term

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
    followed = topics_of(topics, names)
    terms = [term for topic in followed for term in (*topic.any, *topic.all)]
    stems = _stems(terms)
    start = min(_window_before(slot), slot.window.first - RECENT)

    def is_worth(article: Article) -> bool:
        use = uses[article.id]
        if use != "older":
            return use == "in"
        day = publication_day(article, zone)
        recent = day is not None and day >= start
        if not (background or recent):
            return False
        # The cheap look settles most; only recent articles get the thorough one.
        return _mentions(article.text, stems) or (
            recent and _speaks_of(article.text, terms)
        )

    return frozenset(article.id for article in articles if is_worth(article))


def _window_before(slot: Slot) -> date:
    """Give the first day of the window before, or of as many days as the window has."""
    if slot.previous:
        return slot.previous.first
    return slot.window.first - (slot.window.end - slot.window.first)


def _speaks_of(text: str, terms: Iterable[Term]) -> bool:
    words = Words.of(text)
    return any(term.occurs(words) for term in terms)


def _stems(terms: Iterable[Term]) -> frozenset[tuple[str, ...]]:
    """Give each spelling of each term as strings that a text with it must contain."""
    return frozenset(
        tuple(_stem(form) for form in phrase)
        for term in terms
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
