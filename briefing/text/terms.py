"""What a config may write as one term of a topic: words, phrases, words near others.

    Kursk                          a word or a listed name
    oil refinery                   words side by side
    fire within 6 words of refinery     both, at most six words apart, in either order

The sides of the third may be phrases and listed names. "Apart" counts as a reader
would with a finger: in "a fire at the old refinery" the two are four words apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.text.words import word_set

FARTHEST = 30
"""Words apart, at most: what is farther stands in another sentence."""

LONGEST = 500
"""Characters of a term that is looked into."""
_NEAR = re.compile(r"\s*(.*?)\s*\bwithin\s+(\S+)\s+words?\b\s*(?:of\b)?\s*(.*?)\s*")

_SMALL = word_set(
    "who us it is as am are be an in on at to of or so if he me my by up do go no not "
    "all any out off own per via may can will was has had how why what when where "
    "which aids"
)
"""Words that are something else in capitals: WHO, US, IT, AIDS."""


class Near(NamedTuple):
    """Two terms of which each must stand close to the other."""

    one: str
    """What stands before "within"."""
    other: str
    """What stands after "words of"."""
    words: int
    """How many words apart they may be; side by side is 1."""


def read_near(term: str) -> Near | None:
    """Read a term that asks for nearness; None for words and phrases."""
    found = _NEAR.fullmatch(term) if len(term) < LONGEST else None
    if found is None or term_fault(term):
        return None
    return Near(found[1], found[3], int(found[2]))


def is_also_a_word(term: str) -> bool:
    """Say whether a term is an acronym that a text may have as a word: "WHO"."""
    bare = term.strip().replace(".", "")
    return bare.isupper() and bare.lower() in _SMALL


def term_fault(term: str) -> str | None:
    """Say what is wrong with a term, and what to write; None where nothing is."""
    if not any(char.isalnum() for char in term):
        return "an empty word; remove it" if not term.strip() else _no_word(term)
    found = _NEAR.fullmatch(term) if len(term) < LONGEST else None
    if found is None:
        return None
    one, number, other = found.groups()
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= FARTHEST:
        example = f"'{one or 'fire'} within 6 words of {other or 'refinery'}'"
        return f"'{number}' is no number up to {FARTHEST}; write it as {example}"
    if not any(map(str.isalnum, one)) or not any(map(str.isalnum, other)):
        return (
            "words are needed on both sides, such as "
            f"'fire within {int(number)} words of refinery'"
        )
    if _NEAR.fullmatch(other) or _NEAR.fullmatch(one):
        return "two distances in one term; make two terms, under 'all'"
    return None


def _no_word(term: str) -> str:
    return f"'{term}' has no letter or digit; nothing could match it"
