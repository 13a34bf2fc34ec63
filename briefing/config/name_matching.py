"""Which name each unknown form is likest: the comparing behind all proposals."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from briefing.config.name_census import Example, Form, folded
from briefing.config.name_likeness import Known, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.names import Name

LEAST = 0.5
"""Confidence below which nothing is proposed."""
LEAST_ARTICLES = 3
"""Articles that a new name must stand in."""


class Proposal(NamedTuple):
    """A spelling to add to a name."""

    name: Name
    """The name, as listed or as proposed."""
    variant: str
    """The spelling."""
    confidence: float
    """From 0 to 1."""
    reason: str
    """Why it is taken for this name."""
    times: int
    """How often articles write it."""
    articles: int
    """In how many articles."""
    examples: tuple[Example, ...]
    """Some of the places."""


class Suggestion(NamedTuple):
    """A name to add, with its spellings."""

    name: Name
    """The name; its kind is a guess."""
    times: int
    """How often articles write it, in all spellings."""
    articles: int
    """In how many articles."""
    examples: tuple[Example, ...]
    """Some of the places."""
    variants: tuple[Proposal, ...]
    """The spellings under it."""


def gather(name: Name, forms: Sequence[Form]) -> Known:
    """Give what articles know of a name, by the forms that hold it."""
    shorts: Counter[str] = Counter()
    for form in forms:
        shorts += form.shorts
    return Known(
        name,
        frozenset().union(*(form.articles for form in forms)),
        sum(form.count for form in forms),
        shorts,
    )


def match_forms(
    forms: Iterable[Form], known: Sequence[Known], surnames: Mapping[str, int]
) -> tuple[list[Proposal], list[Form]]:
    """Give each form to the name that it is likest, if it is like any."""
    blocks = _blocks(known)
    proposals, rest = [], []
    for form in forms:
        near = {
            one.name: one for block in _block_of(form) for one in blocks.get(block, ())
        }
        likest = max(
            (
                (*like, one.times, one.name)
                for one in near.values()
                if (like := likeness(form, one, surnames)) and like.confidence >= LEAST
            ),
            key=lambda found: found[:3],
            default=None,
        )
        if likest is None:
            rest.append(form)
        elif form.inside:
            confidence, reason, _, name = likest
            proposals.append(_proposal(form, name, confidence, reason))
    return proposals, rest


def _blocks(known: Iterable[Known]) -> dict[str, list[Known]]:
    """Sort names by the first letter of their words, as slips keep it."""
    blocks: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        letters = {
            word[0]
            for spelling in one.name.spellings
            for word in folded(spelling.split())
            if word
        }
        for letter in sorted(letters):
            blocks[letter].append(one)
    return blocks


def _block_of(form: Form) -> set[str]:
    return {word[0] for word in folded((form.words[0], form.words[-1])) if word}


def _proposal(form: Form, name: Name, confidence: float, reason: str) -> Proposal:
    return Proposal(
        name,
        form.text,
        round(confidence, 2),
        reason,
        form.count,
        len(form.articles),
        tuple(form.examples),
    )


def rank(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Put the surest first, and of those the most frequent."""
    return tuple(
        sorted(
            proposals,
            key=lambda one: (-round(one.confidence, 1), -one.articles, one.variant),
        )
    )
