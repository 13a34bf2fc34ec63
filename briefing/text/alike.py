"""Spellings of a listed name that need not be listed: they follow from those that are.

A word of an article is the same name where it is written with a capital and shares a
key with the listed spelling, word for word (see `briefing.text.sounds`). A short name
has too little in it to be told by its sound, so it is left to its listed spellings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.origins import family_of, other_given
from briefing.text.sounds import Family, firm_letters, sounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.names import Name

WORDS = re.compile(r"[^\W\d_]+(?:['’ʼʹ′][^\W\d_]{2,}){0,3}")
"""Words of a name; an apostrophe inside is a soft sign or a hamza, not a genitive."""
_GAP = re.compile(r"[\s\u2010-\u2015-]{1,3}")
_END = re.compile(r"\w")
SHORTEST = {"slavic": 4, "place": 4, "arabic": 5}
"""Sounds that a name must have at least."""
SHORTEST_WORD = 3
"""The same for each word of a name of several."""


class Alike(NamedTuple):
    """A spelling as the keys of its words."""

    family: Family
    """The tables that it is read by."""
    words: tuple[frozenset[str], ...]
    """The keys of each word; a word is the same if it has one of them."""

    firm: frozenset[str | None]
    """The firm letters that its first word may have; None for another alphabet."""

    def is_said_by(self, words: Sequence[str]) -> bool:
        """Say whether some words, as many as its own, may be the same name."""
        return all(
            keys & sounds(word, self.family)
            for keys, word in zip(self.words, words, strict=True)
        )


def word_run(text: str, at: int, size: int) -> list[re.Match[str]]:
    """Give `size` words from offset `at` on; none if there are fewer side by side."""
    run: list[re.Match[str]] = []
    while len(run) < size:
        word = WORDS.match(text, at)
        if word is None or (_END.match(text, word.end())):
            return []
        run.append(word)
        gap = _GAP.match(text, word.end())
        at = gap.end() if gap else len(text)
    return run


@lru_cache(maxsize=1 << 12)
def alike_of(name: Name) -> tuple[tuple[str, Alike], ...]:
    """Give each spelling of a name that has transliterations, with its keys."""
    family = family_of(name)
    return tuple(_alike(name, family)) if family else ()


def _alike(name: Name, family: Family) -> Iterator[tuple[str, Alike]]:
    for spelling in name.spellings:
        words = WORDS.findall(spelling)
        keys = [sounds(word, family) for word in words]
        if len(words) > 1 and family == "slavic" and keys:
            keys[0] |= other_given(words[0])
        if _is_long_enough(keys, SHORTEST[family]):
            firm = frozenset({None, *map(firm_letters, keys[0])})
            yield spelling, Alike(family, tuple(keys), firm)


def _is_long_enough(keys: Sequence[frozenset[str]], least: int) -> bool:
    lengths = [min(map(len, one), default=0) for one in keys]
    return sum(lengths) >= least and all(length >= SHORTEST_WORD for length in lengths)
