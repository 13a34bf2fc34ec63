"""Which topic a sentence belongs to.

A topic is a query: words, phrases, listed names and words near others, of which any,
all or none must occur. A term that is a listed name stands for all its spellings and
their transliterations; other terms match in all forms that `briefing.text.forms` can
tell, whatever their case and accents.

A term counts less where it is not what the sentence is about: in a clause that
merely leads in ("As Ukraine pushes forward in Kursk, ...") and in a list of
origins ("launched from Oryol, Kursk and Bryansk"); `briefing.text.emphasis` weighs
that. A rare term counts more than a common one, by inverse document frequency
(Spärck Jones, "A statistical interpretation of term specificity", 1972). A sentence
that matches two topics belongs to the one that it fits best.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import ConfigError
from briefing.text.alike import Alike, alike_of
from briefing.text.emphasis import emphasis
from briefing.text.fold import fold
from briefing.text.names import spelling_pattern
from briefing.text.terms import is_also_a_word, read_near, term_fault
from briefing.text.wording import Phrase, Words, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.config.schema import TopicConfig
    from briefing.model.names import Name, NameList
    from briefing.text.names import SpellingPattern

IN_PASSING = 0.3
"""A sentence that fits less names the topic only in passing."""


class Term(NamedTuple):
    """One term of a topic, in all its spellings."""

    name: str
    """As written in the config."""
    phrases: tuple[Phrase, ...]
    """Its spellings as runs of word forms; for words near others, those of both."""
    alike: tuple[Alike, ...] = ()
    """Its transliterations."""
    sides: tuple[Term, ...] = ()
    """For words near others: the two terms, of which each must stand close."""
    apart: int = 0
    """How many words apart they may be."""
    first: frozenset[str] = frozenset()
    """The first words of its phrases, of which a text must have one,"""
    firm: frozenset[str | None] = frozenset()
    """or else the firm letters of a transliteration."""
    capitals: bool = False
    """Whether it must stand in capitals: WHO, which is not "who"."""

    def runs(self, words: Words) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word, by number, of each place of the term."""
        if not may_hold(self, words):
            return
        if self.sides:
            yield from self._near(words)
            return
        for phrase in self.phrases:
            for first, last in words.runs(phrase):
                if not self.capitals or words.is_acronym(first):
                    yield first, last
        for alike in self.alike:
            yield from words.runs_alike(alike)

    def places(self, words: Words) -> tuple[int, ...]:
        """Give the offset of each place of the term, in order, each once."""
        return tuple(sorted({words.starts[first] for first, _ in self.runs(words)}))

    def occurs(self, words: Words) -> bool:
        """Say whether the term occurs."""
        return next(self.runs(words), None) is not None

    def _near(self, words: Words) -> Iterator[tuple[int, int]]:
        one, other = self.sides
        those = sorted(set(other.runs(words)))
        for first, last in one.runs(words) if those else ():
            # The nearest are those that begin around this one.
            at = bisect_left(those, (first, last))
            for begin, end in those[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]:
                gap = begin - last if begin > last else first - end
                if 1 <= gap <= self.apart:
                    yield min(first, begin), max(last, end)


def may_hold(sought: Term | Topic, words: Words) -> bool:
    """Say whether there is anything to look for, as there nearly never is."""
    return not (
        sought.first.isdisjoint(words.vocabulary)
        and (not sought.firm or sought.firm.isdisjoint(words.heads))
    )


NEIGHBOURS = 3
"""Places on either side that may be the nearest; longer phrases may overlap."""


class Topic(NamedTuple):
    """A topic ready to be matched."""

    id: str
    any: tuple[Term, ...]
    all: tuple[Term, ...]
    none: tuple[Term, ...]
    title: frozenset[str]
    """Forms of the words of its title, to break ties."""
    first: frozenset[str]
    """What the terms of `any` and `all` may begin with,"""
    firm: frozenset[str | None]
    """and the firm letters of their transliterations."""


def topics_of(config: Mapping[str, TopicConfig], names: NameList) -> tuple[Topic, ...]:
    """Make the topics of an edition ready to be matched, in their order.

    Raises:
        ConfigError: For a term that cannot be read, with the topic's key.
    """
    owners: dict[str, Name] = {}
    for name in names.names:
        for spelling in name.spellings:
            owners.setdefault(spelling, name)
    listed = spelling_pattern(owners)

    def terms(id: str, key: str, written: Iterable[str]) -> tuple[Term, ...]:
        for text in written:
            if wrong := term_fault(text):
                message = f"topics.{id}.{key}: {wrong}"
                raise ConfigError(message)
        return tuple(_term(text, listed, owners) for text in written)

    return tuple(
        _topic(
            id,
            topic.title or id.replace("-", " "),
            terms(id, "any", topic.any),
            terms(id, "all", topic.all),
            terms(id, "none", topic.none),
        )
        for id, topic in config.items()
    )


def _topic(
    id: str,
    title: str,
    any: tuple[Term, ...],
    all: tuple[Term, ...],
    none: tuple[Term, ...],
) -> Topic:
    sought = (*any, *all)
    return Topic(
        id,
        any,
        all,
        none,
        frozenset(form for phrase in phrases_of(title) for form in phrase),
        frozenset().union(*(term.first for term in sought)),
        frozenset().union(*(term.firm for term in sought)),
    )


def _term(text: str, listed: SpellingPattern, owners: Mapping[str, Name]) -> Term:
    near = read_near(text)
    if near is not None:
        sides = tuple(_term(side, listed, owners) for side in near[:2])
        phrases = {phrase for side in sides for phrase in side.phrases}
        return Term(
            text,
            tuple(sorted(phrases)),
            sides=sides,
            apart=near.words,
            first=frozenset().union(*(side.first for side in sides)),
            firm=frozenset().union(*(side.firm for side in sides)),
        )
    name = _listed_name(text, listed, owners)
    spellings = (text, *name.spellings) if name else (text,)
    found = {phrase for spelling in spellings for phrase in phrases_of(spelling)}
    alike = tuple(one for _, one in alike_of(name)) if name else ()
    return Term(
        text,
        tuple(sorted(found)),
        alike,
        first=frozenset(phrase[0] for phrase in found),
        firm=frozenset().union(*(one.firm for one in alike)),
        capitals=not name and is_also_a_word(text),
    )


def _listed_name(
    text: str, listed: SpellingPattern, owners: Mapping[str, Name]
) -> Name | None:
    """Give the listed name that a whole term is a spelling of."""
    bare = text.strip()
    for spelling, name in owners.items():
        if fold(spelling) == fold(bare):
            return name
    found = next(listed.finditer(bare), None)
    if found is None or found[0].start or found[0].end != len(bare):
        return None
    return owners[found[1]]


def term_weights(
    topics: Sequence[Topic], sentences: Iterable[Words]
) -> dict[str, float]:
    """Weigh each term by how rare it is among all sentences, between 0.5 and 1."""
    seen: Counter[str] = Counter()
    total = 0
    terms = {term.name for topic in topics for term in (*topic.any, *topic.all)}
    for sentence in sentences:
        total += 1
        seen.update(
            {
                term.name
                for topic in topics
                if may_hold(topic, sentence)
                for term in (*topic.any, *topic.all)
                if term.occurs(sentence)
            }
        )
    scale = math.log(1 + max(total, 1))
    return {
        name: 0.5 + 0.5 * math.log((1 + total) / (1 + seen[name])) / scale
        for name in terms
    }


def topic_fits(
    sentence: Words, topics: Sequence[Topic], weights: Mapping[str, float]
) -> dict[str, float]:
    """Say how well a sentence fits each topic that it matches; higher is better."""
    fits = {}
    for topic in topics:
        if not may_hold(topic, sentence):
            continue
        fit = _fit(sentence, topic, weights)
        if fit >= IN_PASSING:
            overlap = len(topic.title.intersection(sentence.forms))
            fits[topic.id] = fit + 0.05 * overlap
    return fits


def _fit(sentence: Words, topic: Topic, weights: Mapping[str, float]) -> float:
    if any(term.occurs(sentence) for term in topic.none):
        return 0.0
    if not all(term.occurs(sentence) for term in topic.all):
        return 0.0
    found = sorted(
        (
            weights.get(term.name, 1.0) * _emphasis(sentence, term)
            for term in (*topic.any, *topic.all)
            if term.occurs(sentence)
        ),
        reverse=True,
    )
    # A second and third term of the same topic add less and less.
    return sum(weight / (1 + rank) for rank, weight in enumerate(found))


def _emphasis(sentence: Words, term: Term) -> float:
    """Weigh the term's best place in the sentence."""
    return max(emphasis(sentence.text, at) for at in term.places(sentence))
