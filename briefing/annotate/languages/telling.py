"""Which language each block of a text is in, told from its words.

A text without any probe of another language is English at the price of a few
searches. Else it is counted how many of the frequent words of each language stand in
a block; a block that is short or unclear is in the language of the article. Where
two languages have as many of them, the words of their calendars and verbs decide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.languages.data import read_language
from briefing.annotate.languages.forms import fold
from briefing.annotate.languages.signs import ENGLISH, signs
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 1500
"""Characters of a block, or of an article, that are looked at."""
_FEWEST = 3
_FEWEST_ALONE = 2
"""As many words are enough where none of the expected language's stand beside them."""
_SHORT = 300
"""Texts so short may lack any probe."""
_MOST = 0.4
"""Share of a text's characters from which on it is written in a script."""
_MARGIN = 1.5
"""How many times more of its words than of the expected language's a block needs."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _probes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for sign in signs().values() for p in sign.probes))


@cache
def _script(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]")


def tell_languages(
    text: str, spans: Sequence[Span], stated: str | None = None
) -> list[str]:
    """Tell the language of each block.

    Args:
        text: The article's text.
        spans: Its blocks.
        stated: What the article says of its language; taken as likely, not as law.

    Returns:
        A language code a block: one that has a data file here.
    """
    likely = (stated or ENGLISH).replace("_", "-").split("-")[0].lower()
    if likely not in signs():
        likely = ENGLISH
    short = len(text) < _SHORT
    if likely == ENGLISH and not short and not _has_probe(text):
        return [ENGLISH] * len(spans)
    article = _tell(text, likely)
    return [
        _tell(block, article)
        if article != ENGLISH or short or _has_probe(block)
        else ENGLISH
        for block in (span.cut(text) for span in spans)
    ]


def tell_language(text: str, stated: str | None = None) -> str:
    """Tell the language of a whole text; one that has no file here is as stated.

    Args:
        text: The text.
        stated: What it says of its language, if anything.
    """
    if stated and stated.replace("_", "-").partition("-")[0].lower() not in signs():
        return stated.replace("_", "-")
    return tell_languages(text, [Span(0, len(text))], stated)[0]


def _has_probe(text: str) -> bool:
    """Say whether a text may hold words of another language than English."""
    return any(probe in text for probe in _probes())


def _tell(text: str, likely: str) -> str:
    """Tell the language of a text; the likely one when it does not say."""
    cut = text[:_SAMPLE].lower()
    words = set(_words().findall(cut))
    known = signs()
    scores = {
        code: len(words & known[code].words)
        + any(letter in cut for letter in known[code].letters)
        for code in _of_script(cut)
    }
    if not scores:
        return likely
    best = _best(scores, words)
    if likely not in scores:
        # Another script than the article's: any of its words will do.
        return best if scores[best] or ENGLISH not in scores else ENGLISH
    found = scores[best]
    if best != likely and _FEWEST_ALONE <= found < max(_FEWEST, scores[likely] * 2):
        # So few words leave doubt, which a month or a verb may end.
        found += len(words & _vocabulary(best)) if best != ENGLISH else 0
    clear = found >= _FEWEST and found >= _MARGIN * scores[likely]
    alone = scores[best] >= _FEWEST_ALONE and not scores[likely]
    letters = signs()[best].script and scores[best] and not scores[likely]
    return best if clear or alone or letters else likely


def _best(scores: dict[str, int], words: set[str]) -> str:
    """Give the language with the most words; of equals, by all words of their files."""
    most = max(scores.values())
    equal = [code for code, score in scores.items() if score == most]
    if len(equal) == 1 or ENGLISH in equal:
        return equal[0]
    return max(equal, key=lambda code: len(words & _vocabulary(code)))


@cache
def _vocabulary(code: str) -> frozenset[str]:
    """Give the words of a language's slots and verbs that are frequent in none."""
    language = read_language(code)
    forms = {fold(form) for table in language.slots.values() for form in table}
    for marks in (language.future, language.past):
        forms |= marks.words.words
    own = set(_words().findall(" ".join(forms | language.saying.words)))
    return frozenset(own.difference(*(sign.words for sign in signs().values())))


def _of_script(cut: str) -> list[str]:
    """Give the languages in whose letters a block is written for the most part."""
    mine = ""
    if not cut.isascii():
        for script in sorted({sign.script for sign in signs().values()} - {""}):
            if len(_script(script).findall(cut)) > _MOST * len(cut):
                mine = script
    return [code for code, sign in signs().items() if sign.script == mine]
