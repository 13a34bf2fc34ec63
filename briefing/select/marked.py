"""Which sentence an editor's decision means.

A decision names a sentence by words that stand in it. It is never guessed which one
was meant: words that stand in several sentences, or in none, stop the issue, with the
sentences that they may mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import UsageError, did_you_mean
from briefing.model.article import PRINTABLE
from briefing.model.selection import Source
from briefing.text.fold import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.hand import Mark
    from briefing.model.passage import Passage
    from briefing.model.selection import Use

Key = tuple[str, int, int]
"""Article, passage and sentence."""

_NAMED = 5
"""Sentences that a message names."""
_SHOWN = 90
"""Characters of a sentence that a message shows."""


class Place(NamedTuple):
    """A sentence that words may mean."""

    article: Article
    """Its article."""
    passage: Passage
    """Its passage."""
    at: int
    """Which sentence of the passage it is, from 0."""

    @property
    def key(self) -> Key:
        """Article, passage and sentence."""
        return (self.article.id, self.passage.index, self.at)

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.sentences[self.at].text


class Hand(NamedTuple):
    """What the editor decided, each decision with its one sentence."""

    pins: Mapping[Key, Mark] = {}
    """Sentences that must be in."""
    spikes: Mapping[Key, Mark] = {}
    """Sentences that must not."""
    places: Mapping[Key, Place] = {}
    """Where the sentences stand."""


def mentions(article: Article, words: str) -> bool:
    """Say whether an article's text may hold a sentence with such words."""
    return holds(article.text, words)


def holds(text: str, words: str) -> bool:
    """Say whether words stand in a text, in their order; case and accents are free."""
    return _flat(words) in _flat(text)


def read_hand(
    marks: Sequence[Mark],
    articles: Iterable[Article],
    passages: Mapping[str, Sequence[Passage]],
    uses: Mapping[str, Use],
) -> Hand:
    """Find the sentence that each decision means.

    Args:
        marks: The decisions.
        articles: The articles that exist for the issue.
        passages: The passages of those that it may use, by article id.
        uses: How the issue may use each article, by id.

    Raises:
        UsageError: With a line for every decision that means no sentence, or several.
    """
    articles = tuple(articles)
    pins: dict[Key, Mark] = {}
    spikes: dict[Key, Mark] = {}
    places: dict[Key, Place] = {}
    faults: list[str] = []
    for mark in marks:
        found = tuple(find_places(mark, articles, passages))
        if len({_flat(place.text) for place in found}) != 1:
            faults.append(_fault(mark, found, articles, uses))
            continue
        for place in found:
            (pins if mark.deed == "pin" else spikes)[place.key] = mark
            places[place.key] = place
    faults += [
        f"{pins[key].where}: is pinned and, at {spikes[key].where}, spiked; "
        "take one of them out"
        for key in pins.keys() & spikes.keys()
    ]
    if faults:
        raise UsageError("\n".join(faults))
    return Hand(pins, spikes, places)


def find_places(
    mark: Mark, articles: Iterable[Article], passages: Mapping[str, Sequence[Passage]]
) -> Iterator[Place]:
    """Give every sentence that holds a decision's words."""
    wanted = _flat(mark.words)
    for article in articles:
        if mark.article not in (None, article.id):
            continue
        for passage in passages.get(article.id, ()):
            if passage.role in PRINTABLE:
                for index, sentence in enumerate(passage.sentences):
                    if wanted in _flat(sentence.text):
                        yield Place(article, passage, index)


def _fault(
    mark: Mark,
    found: Sequence[Place],
    articles: Sequence[Article],
    uses: Mapping[str, Use],
) -> str:
    """Say what is wrong with a decision, and what it may mean."""
    place = f"{mark.where}: " if mark.where else ""
    said = f"{place}{mark.deed}: “{_short(mark.words)}”"
    if found:
        lines = [f"  {place.article.id}: {_short(place.text)}" for place in found]
        more = [f"  ... and {len(found) - _NAMED} more"] if len(found) > _NAMED else []
        count = len(found)
        head = f"{said} stands in {count} sentences; give more of the words, or article"
        return "\n".join([head, *lines[:_NAMED], *more])
    if mark.article and mark.article not in uses:
        known = did_you_mean(mark.article, uses)
        return f"{said}: no article '{mark.article}' is in reach{known}"
    unusable = [
        f"{article.id} ({'after the cut-off' if use == 'late' else 'no day'})"
        for article in articles
        if (use := uses[article.id]) in ("late", "undated")
        and mentions(article, mark.words)
    ]
    if unusable:
        return (
            f"{said} stands only in {', '.join(unusable)}, which the issue cannot use"
        )
    near = _nearest(mark.words, articles)
    return f"{said} stands in no sentence of the issue's articles{near}"


def _nearest(words: str, articles: Iterable[Article]) -> str:
    """Give the articles that hold most of some words, to look in."""
    wanted = {fold(word) for word in WORD.findall(words)}
    shares = (
        (len(wanted.intersection(map(fold, WORD.findall(one.text)))), one.id)
        for one in articles
    )
    best = sorted(shares, key=lambda share: (-share[0], share[1]))
    near = [id for count, id in best[:_NAMED] if 2 * count > len(wanted)]
    return f"; most of its words are in {', '.join(near)}" if near else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()} ..."


def _flat(text: str) -> str:
    """Give a text's words, folded, each between two spaces."""
    return f" {' '.join(map(fold, WORD.findall(text)))} "


def source_of(place: Place) -> Source:
    """Give where a sentence stands."""
    return Source(place.article.id, place.passage.sentences[place.at].span)
