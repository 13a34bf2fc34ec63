"""Whether a passage goes on with what the one before it told.

Repeated words hold the parts of a text together (Halliday and Hasan, "Cohesion in
English", 1976), but a single one may be chance: it takes a name or a figure that is not
everywhere, or several words. So do words that point back ("this operation", "The
ministry"), also in direct speech, and the one who spoke last and speaks on, himself or
by his office.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.fold import base_form, words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.passage import Passage

PROPER = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{3,}")
LONG_NUMBER = 3
LONG_WORD = 5
SHARED_WORDS = 3
WORD_SHARE = 0.12
"""The same for words that are no names: three of them must be shared."""
COMMON, COMMON_SHARE = 4, 0.05
"""A name in more passages, and in more than this share of all, ties none together."""
_NAMELESS = word_set(
    "the a an of and for in on he she they it who official officials spokesman "
    "spokeswoman spokesperson president minister ministry prime foreign defence "
    "defense general office staff witness witnesses resident residents source "
    "sources expert experts analyst analysts state media police government"
)
"""Words that name no speaker by themselves."""
_HERE = word_set(
    "week month year morning afternoon evening night day time weekend country point "
    "kind sort way moment stage case newspaper article story season summer winter "
    "spring autumn fall decade century world report page will means have were been "
    "that with from said they what when could would should than more about"
)
"""Behind "this", what points at no passage before."""


class Thread(NamedTuple):
    """What makes a passage recognisable to the next."""

    marks: frozenset[str] = frozenset()
    """Names and large figures that are not everywhere, and longer words."""
    speakers: frozenset[str] = frozenset()
    """Words of the names of those who speak in it."""
    nouns: frozenset[str] = frozenset()
    """Base forms of its words, that "this" may stand with again."""

    def joined(self, other: Thread) -> Thread:
        """Give what both passages have; only the later one's speakers."""
        return Thread(
            self.marks | other.marks,
            self.speakers or other.speakers,
            self.nouns | other.nouns,
        )


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Tt]his|[Tt]hese|[Ss]uch\san?)\s([a-z]{4,})(?:\s([a-z]{4,}))?"
    )


@cache
def _office() -> re.Pattern[str]:
    # "Nordmann's office", "the office of Nordmann"
    return re.compile(
        r"\b([A-Z][\w-]+)['’]s?\s(?:office|spokes\w+|aides?|press\s\w+|adviser|lawyers?"
        r"|administration|team|deputy)\b|\boffice\sof\s(?:[A-Z]\w+\s)?([A-Z][\w-]+)"
    )


def thread_of(passage: Passage, common: frozenset[str]) -> Thread:
    """Give what a later passage may share with this one.

    Args:
        passage: The passage.
        common: Marks that stand in too many passages.
    """
    return Thread(
        marks_of(passage) - common,
        frozenset(_speakers(passage)),
        frozenset(words(passage.text)),
    )


def continues(passage: Passage, own: Thread, before: Thread) -> bool:
    """Say whether a passage goes on with the one before it."""
    first = passage.sentences[0]
    return (
        first.continues
        or bool(first.needs)
        or _tied(own.marks & before.marks)
        or not own.speakers.isdisjoint(before.speakers)
        or _points_back(passage.text, before)
    )


def _points_back(text: str, before: Thread) -> bool:
    """Say whether "this operation" stands for what the passage before told."""
    return any(
        found[1] not in _HERE
        and any(
            base_form(word) in before.nouns
            for word in found.groups()
            if word and word not in _HERE
        )
        for found in _pointed().finditer(text)
    )


def _speakers(passage: Passage) -> Iterator[str]:
    """Yield the words that name those who speak in a passage."""
    for sentence in passage.sentences:
        said_by = sentence.attribution
        if said_by is None:
            continue
        name = said_by.name or said_by.text
        if name[:1].isupper() or said_by.name:
            last = [word for word in words(name) if word not in _NAMELESS][-1:]
            yield from last
        for found in _office().finditer(f"{said_by.text} {name}"):
            yield from words(found[1] or found[2])


def marks_of(passage: Passage) -> frozenset[str]:
    """Give what makes a passage recognisable: names, large figures, longer words."""
    figures = {
        figure.text
        for figure in passage.figures
        if figure.unit != "count" or len(figure.text) >= LONG_NUMBER
    }
    content = {word for word in words(passage.text) if len(word) >= LONG_WORD}
    return frozenset(figures.union(PROPER.findall(passage.text), content))


def _tied(shared: frozenset[str]) -> bool:
    """Say whether shared marks tie two passages: one name or figure, or three words."""
    names = sum(mark[0].isupper() or mark[0].isdigit() for mark in shared)
    return names > 0 or len(shared) >= SHARED_WORDS


def common_marks(passages: Sequence[Passage]) -> frozenset[str]:
    """Give the names that stand in too many passages to tie two of them together."""
    seen = Counter(mark for passage in passages for mark in marks_of(passage))
    names = max(COMMON, COMMON_SHARE * len(passages))
    most = WORD_SHARE * len(passages)
    return frozenset(
        mark
        for mark, count in seen.items()
        if count > (max(names, most) if mark.islower() else names)
    )
