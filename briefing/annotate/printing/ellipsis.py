"""Endings that leave out what an earlier sentence told: "its own", "did so", "theirs".

"Neither harbour counts its own." counts what was told before; "The harbour closed its
quays and the fort its own" has told it itself. So such words lean unless something
that they may stand for comes before them: a noun behind the first verb or in a clause
before, or for "did so" and "did the same" a verb that is more than a word of saying or
wishing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.printing.making import make_need
from briefing.annotate.tagging import tag_words
from briefing.model.span import Span
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.annotate.tagging import Word
    from briefing.model.passage import Need

_VERBS = frozenset("VFBHM")
_WISHING = word_set(
    "said say says saying told tell tells asked urged refused refuse refuses failed "
    "declined plans planned plan wants wanted want hopes hoped hope expects expected "
    "expect promised vowed agreed agree warned announced threatened threatens "
    "intends intended able ready set due going reluctant unable free allowed forced "
    "called do did does done doing was were is are be been has have had will would "
    "could can may might must should need needs needed yet"
)
"""Words of saying and wishing: what somebody does so is not among them."""


@cache
def _elided() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\bon )(?<!\bof )(?<!\bby )(?<!\bfor )\b(?P<owned>(?:its|their|his|her)\s"
        r"own|theirs|hers)(?=[.!?;](?:\s|$|[\"”])|,\s|\s(?:and|but|yet|too|either)\b|$)"
        r"|\b(?P<one>(?:an?(?:other)?|the|no|this|that|such\san?)\s(?:[a-z]+\s)?ones?)"
        r"(?=[.!?;](?:\s|$)|$)"
        r"|\b(?P<done>(?:do|did|does|done|doing)\s(?:so|likewise|the\s(?:same|opposite))"
        r"|(?:said|says|say|thinks?|thought|hopes?|hoped|believes?)\s(?:so|the\ssame"
        r"|otherwise))(?=[.!?;,](?:\s|$)|\s(?:on|in|at|by|if|when|until|before|after"
        r"|because|as)\b|$)"
    )


_MARKS = (" own", "theirs", "hers", " one", " so", "likewise", "same", "otherwise")
"""One of these stands in every such ending: a cheap look."""


def find_ellipsis(text: str, at: int, sourced: Sourced) -> Iterator[Need]:
    """Yield endings whose noun or verb stands in an earlier sentence."""
    end = sourced.sentence.end
    words = text[at:end]
    if not any(mark in words for mark in _MARKS):
        return
    for found in _elided().finditer(text, at, end):
        if any(quote.start < found.start() < quote.end for quote in sourced.quotes):
            continue
        before = tag_words(text, Span(at, found.start()))
        told = _acts(before) if found["done"] else _nouns(before)
        if not told:
            yield make_need(text, found.start(), found.end(), None)


def _nouns(words: Sequence[Word]) -> bool:
    """Say whether a common noun stands behind the first verb, or in a clause before."""
    verb = next((at for at, word in enumerate(words) if word.tag in _VERBS), None)
    joints = [at for at, word in enumerate(words) if word.tag == "C" or word.low == ","]
    first = 0 if verb is None or (joints and joints[-1] > verb) else verb + 1
    return any(
        word.tag in "NG" and not word.name and word.low[0].isalpha()
        for word in words[first:]
        if word.low not in _WISHING
    )


def _acts(words: Sequence[Word]) -> bool:
    """Say whether a verb tells something that may be done so."""
    return any(
        word.tag in ("V", "F", "G") and word.low not in _WISHING and not word.name
        for word in words
    )
