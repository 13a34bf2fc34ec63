"""Rough word classes of a sentence, from short lists and endings.

No parser and no model: enough to tell a noun phrase from the verb that follows it
("81 drones | were shot down", "909 Russian soldiers | captured"). Only sentences
with a figure are tagged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.grammar_words import (
    ADVERBS,
    BASES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    IRREGULAR_PLURALS,
    MODALS,
    NO_ADVERBS,
    NOT_GERUNDS,
    NOT_VERBS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SINGULAR_S,
    SUBORDINATORS,
    THIRD_PERSONS,
)
from briefing.text.numbers import NUMBER_WORDS, VAGUE_WORDS

if TYPE_CHECKING:
    from briefing.model.span import Span

_WORD = re.compile(
    r"(?:Adm|Brig|Capt|Col|Dr|Gen|Gov|Lt|Maj|Mrs?|Ms|Prof|Rep|Rev|Sen|Sgt)\.(?=\s[A-Z])"
    r"|(?:[$€£]\s?)?(?:\d[\d,.]*\d(?!\w)|[^\W_](?:[\w'’&./‑-]*[^\W_])?)%?|[^\w\s]"
)
_SHORTEST = 4
_NOUNS_TOO = frozenset(("cost", "cut", "hit", "spread", "split", "shed"))
_KNOWN: dict[str, str] = {
    **dict.fromkeys(PREPOSITIONS, "P"),
    **dict.fromkeys(DETERMINERS, "D"),
    **dict.fromkeys(SUBORDINATORS, "S"),
    **dict.fromkeys(CONJUNCTIONS, "C"),
    **dict.fromkeys(PRONOUNS, "R"),
    **dict.fromkeys(ADVERBS, "A"),
    **dict.fromkeys(BE, "B"),
    **dict.fromkeys(HAVE, "H"),
    **dict.fromkeys(MODALS, "M"),
    **dict.fromkeys(NUMBER_WORDS | VAGUE_WORDS, "#"),
    "&": "N",
    "what": "R",
}
_PREDICATES = frozenset("VGFBHM")


class Word(NamedTuple):
    """A word or mark with its class."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    low: str
    """The word in lower case, apostrophes straight."""
    tag: str
    """N noun or adjective, V past or participle, G -ing form, F finite present,
    B be, H have, M modal, P preposition, D determiner, S subordinator,
    C conjunction, R pronoun, A adverb, # number, "." mark."""
    name: bool = False
    """Whether it begins with a capital."""


def tag_words(text: str, sentence: Span) -> tuple[Word, ...]:
    """Split a sentence into words and marks, each with its class."""
    words: list[Word] = []
    # The last word that is no adverb: what a verb form is read against.
    solid: Word | None = None
    # The class of the last verb: "will search houses and arrest" goes on with it.
    verb = ""
    for found in _WORD.finditer(text, sentence.start, sentence.end):
        written = found.group()
        low = written.lower()
        if "’" in low:
            low = low.replace("’", "'")
        tag = _KNOWN.get(low)
        if tag is None or low == "that" or written != low:
            tag = _tag(written, low, words[-1] if words else None, solid)
        if tag in "VBHM" and words and _is_mistaken(words[-1]):
            words[-1] = words[-1]._replace(tag="N")
        if tag == "N" and verb in ("F", "M") and _goes_on(low, solid):
            tag = "F"
        word = Word(found.start(), found.end(), low, tag, written[0].isupper())
        words.append(word)
        if tag != "A":
            solid = word
        if tag in _PREDICATES:
            verb = tag
    return tuple(words)


def _goes_on(low: str, last: Word | None) -> bool:
    """Say whether a base form is joined to the verb before: "die" in "and die"."""
    return last is not None and last.tag == "C" and low in BASES


def _is_mistaken(last: Word) -> bool:
    """Say whether a noun was taken for a verb: "attacks" in "the attacks were"."""
    return last.tag == "F" and last.low.endswith("s")


def _tag(written: str, low: str, last: Word | None, solid: Word | None) -> str:
    """Tell the class of a word from its looks, the word before and the last solid."""
    inside = last is not None and last.tag != "."
    if written[0].isupper() and inside and _is_name(low):
        return "N"
    if len(written) > 1 and written.isupper() and written.isalpha():
        # "WHO", "US", "IT" are names.
        return "N"
    known = _KNOWN.get(low)
    if known:
        return "D" if low == "that" and last and last.tag == "P" else known
    if not written[0].isalnum():
        return "#" if written[0] in "$€£" and len(written) > 1 else "."
    if written[0].isdigit():
        return "#"
    if low in _NOUNS_TOO and last is not None and _is_owned(last):
        return "N"
    if solid is not None and solid.tag == "M" and solid is not last:
        return "F" if low in BASES else _shape(low)
    return _tag_open(low, solid)


def _is_owned(last: Word) -> bool:
    """Say whether a noun must follow: "the cost", "the fund's cut"."""
    return last.tag == "D" or last.low.endswith("'s")


def _is_name(low: str) -> bool:
    """Say whether a capital inside a sentence makes a name: also "Per", "Till"."""
    return _KNOWN.get(low) in (None, "P")


def _tag_open(low: str, last: Word | None) -> str:
    """Tell verbs, -ing forms and adverbs from nouns."""
    shape = _shape(low)
    if shape != "N" or last is None:
        return shape
    if last.tag == "M" or (low in BASES and _takes_base(last)):
        return "F"
    after_noun = last.tag in "NR" and not is_plural(last.low)
    leads = after_noun or last.low in RELATIVES
    return "F" if leads and low in THIRD_PERSONS else "N"


@lru_cache(maxsize=16384)
def _shape(low: str) -> str:
    """Tell the class of a word from the word alone."""
    if low in IRREGULAR_PLURALS:
        return "N"
    if low in PAST:
        return "V"
    if low.endswith("ed") and len(low) >= _SHORTEST:
        return "N" if low in NOT_VERBS else "V"
    if low.endswith("ing") and len(low) > _SHORTEST:
        return "N" if low in NOT_GERUNDS else "G"
    return "A" if low.endswith("ly") and low not in NO_ADVERBS else "N"


def _takes_base(last: Word) -> bool:
    return last.tag == "R" or last.low in ("to", "who") or is_plural(last.low)


@lru_cache(maxsize=16384)
def is_plural(low: str) -> bool:
    """Say whether a word looks like a plural noun."""
    if low in IRREGULAR_PLURALS:
        return True
    if "." in low:
        # "U.S." is cut before its last stop.
        return False
    return (
        low.endswith("s")
        and low not in SINGULAR_S
        and not low.endswith(("ss", "'s", "us", "is"))
    )
