"""Which topic a sentence belongs to.

A topic is a query: words, phrases and listed names, of which any, all or none
must occur. A term that is a listed name stands for all its spellings; other
terms match in singular and plural, whatever their case and accents.

A term counts less where it is not what the sentence is about: in a clause that
merely leads in ("As Ukraine pushes forward in Kursk, ...") and in a list of
origins ("launched from Oryol, Kursk and Bryansk"). A rare term counts more than
a common one, by inverse document frequency (Spärck Jones, "A statistical
interpretation of term specificity", 1972). A sentence that matches two topics
belongs to the one that it fits best.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.fold import WORD, base_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.config.schema import TopicConfig
    from briefing.model.names import NameList

Phrase = tuple[str, ...]

LEAD_IN = re.compile(
    r"(?:As|While|Since|Although|Though|Despite|After|Before|With|Even as|Following)\b"
)
ORIGIN = re.compile(
    r"\b(?:launch|fir(?:e|ed|ing)\b|sent\b|fl(?:ew|own|y)\b|took off|c[ao]m(?:e|ing)\b)"
    r"[^.;:]{0,120}\bfrom\b[^.;:]{0,160}$"
)
LEAD_IN_WEIGHT = 0.4
ORIGIN_WEIGHT = 0.25
IN_PASSING = 0.3
"""A sentence that fits less names the topic only in passing."""


class Term(NamedTuple):
    """One term of a topic, in all its spellings."""

    name: str
    """As written in the config."""
    phrases: tuple[Phrase, ...]
    """Its spellings as runs of base forms."""


class Topic(NamedTuple):
    """A topic ready to be matched."""

    id: str
    any: tuple[Term, ...]
    all: tuple[Term, ...]
    none: tuple[Term, ...]
    title: frozenset[str]
    """Base forms of the words of its title, to break ties."""


class Words(NamedTuple):
    """The words of a text in base form, with where each starts."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Cut a text into words."""
        found = list(WORD.finditer(text))
        return cls(
            text,
            tuple(base_form(match[0]) for match in found),
            tuple(match.start() for match in found),
        )

    def places(self, phrase: Phrase) -> Iterator[int]:
        """Yield the offset of each occurrence of a phrase."""
        first, size = phrase[0], len(phrase)
        if first not in self.forms:  # as nearly always: spare the walk
            return
        for at, form in enumerate(self.forms):
            if form == first and self.forms[at : at + size] == phrase:
                yield self.starts[at]


def phrase_of(text: str) -> Phrase:
    """Give a term as a run of base forms."""
    return tuple(base_form(found) for found in WORD.findall(text))


def topics_of(config: Mapping[str, TopicConfig], names: NameList) -> tuple[Topic, ...]:
    """Make the topics of an edition ready to be matched, in their order."""
    spellings = {
        phrase_of(spelling): name.spellings
        for name in names.names
        for spelling in name.spellings
    }

    def term(text: str) -> Term:
        listed = spellings.get(phrase_of(text), (text,))
        phrases = {phrase_of(spelling) for spelling in (text, *listed)}
        return Term(text, tuple(sorted(phrase for phrase in phrases if phrase)))

    return tuple(
        Topic(
            id,
            tuple(map(term, topic.any)),
            tuple(map(term, topic.all)),
            tuple(map(term, topic.none)),
            frozenset(phrase_of(topic.title or id.replace("-", " "))),
        )
        for id, topic in config.items()
    )


def term_weights(
    topics: Sequence[Topic], sentences: Iterable[Words]
) -> dict[str, float]:
    """Weigh each term by how rare it is among all sentences, between 0.5 and 1."""
    seen: Counter[str] = Counter()
    total = 0
    terms = [term for topic in topics for term in (*topic.any, *topic.all)]
    for sentence in sentences:
        total += 1
        forms = set(sentence.forms)
        seen.update(
            {
                term.name
                for term in terms
                if any(
                    phrase[0] in forms
                    and next(sentence.places(phrase), None) is not None
                    for phrase in term.phrases
                )
            }
        )
    scale = math.log(1 + max(total, 1))
    return {
        term.name: 0.5 + 0.5 * math.log((1 + total) / (1 + seen[term.name])) / scale
        for term in terms
    }


def topic_fits(
    sentence: Words, topics: Sequence[Topic], weights: Mapping[str, float]
) -> dict[str, float]:
    """Say how well a sentence fits each topic that it matches; higher is better."""
    fits = {}
    for topic in topics:
        fit = _fit(sentence, topic, weights)
        if fit >= IN_PASSING:
            overlap = len(topic.title.intersection(sentence.forms))
            fits[topic.id] = fit + 0.05 * overlap
    return fits


def _fit(sentence: Words, topic: Topic, weights: Mapping[str, float]) -> float:
    if any(_occurs(sentence, term) for term in topic.none):
        return 0.0
    if not all(_occurs(sentence, term) for term in topic.all):
        return 0.0
    found = sorted(
        (
            weights.get(term.name, 1.0) * _emphasis(sentence, term)
            for term in (*topic.any, *topic.all)
            if _occurs(sentence, term)
        ),
        reverse=True,
    )
    # A second and third term of the same topic add less and less.
    return sum(weight / (1 + rank) for rank, weight in enumerate(found))


def _occurs(sentence: Words, term: Term) -> bool:
    return any(
        next(sentence.places(phrase), None) is not None for phrase in term.phrases
    )


def _emphasis(sentence: Words, term: Term) -> float:
    """Weigh the term's best place in the sentence."""
    return max(
        _place_weight(sentence.text, at)
        for phrase in term.phrases
        for at in sentence.places(phrase)
    )


def _place_weight(text: str, at: int) -> float:
    comma = text.find(",")
    if at < comma and LEAD_IN.match(text):
        return LEAD_IN_WEIGHT
    if ORIGIN.search(text[:at]):
        return ORIGIN_WEIGHT
    return 1.0
