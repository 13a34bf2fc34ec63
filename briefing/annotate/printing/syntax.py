"""Sentences whose words do not hang together, as a machine translation leaves them.

Doubled words and phrases, a clause without its verb, half a sentence, two sentences run
together. Only what a reader would take for a fault at once: without a parser, a verb
that the lists do not know must not be missed.
"""

from __future__ import annotations

import re
from functools import cache
from operator import eq
from typing import TYPE_CHECKING

from briefing.annotate.grammar_words import BASES
from briefing.annotate.tagging import tag_words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.tagging import Word
    from briefing.model.span import Span

# A longer sentence without a verb in our lists has one that they lack.
_SHORT = 9
_LONGEST_PHRASE = 8
_SHORTEST_PHRASE = 3
_SURE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said"
    r"|says|did|does|do)\b"
)
_REPEATABLE = word_set(
    "had that very many much no so far really long more again is was her bye ha there"
)
"""Words that may stand twice: "had had", "that that"."""


@cache
def _doubled_clause() -> re.Pattern[str]:
    # "claimed on Friday that the town, ..., claimed that it": its subject is lost.
    return re.compile(
        r"\b(\w+ed)\s(?:on\s\w+\s)?that\b[^.;]{0,200},\s\1\sthat\b", re.IGNORECASE
    )


@cache
def _run_together() -> re.Pattern[str]:
    # A small word with a capital inside a sentence: two sentences ran together.
    return re.compile(
        r"[a-z]\s(?:To|And|Of|With|From|In|On|At|By|That|Which|Was|Were|Is)\s[a-z]"
    )


@cache
def _doubled_word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])([a-z]{3,})\s\1(?![\w-])")


@cache
def _half() -> re.Pattern[str]:
    return re.compile(
        r"(?:Which|Who|Whom|Whose)\s(?![^?]*\?)|(?:Because|Unless|Whereas)\s[^,]*\Z"
        r"|(?:Although|Though|While|If|When|Since)\s[^,]{0,60}\.\Z"
    )


_CLAIM = re.compile(
    r"\b(?:said|says|claimed|claims|announced|reported|stated|confirmed|added|warned)\s"
    r"(?:on\s[A-Z]\w+\s)?that\s(?P<clause>[^;:“”\"]+)\Z"
)


def find_syntax(text: str, span: Span, words: str) -> str | None:
    """Say what is broken in a sentence, or None.

    Args:
        text: The article's text.
        span: The sentence.
        words: Its words.
    """
    doubled = words.count(" that") > 1 and _doubled_clause().search(words)
    if doubled or _run_together().search(words):
        return "broken syntax"
    if _repeats(words):
        return "words doubled"
    if _half().match(words):
        return "half a sentence"
    if _lost_verb(text, span, words):
        return "a verb is lost"
    if _SURE_VERB.search(words):
        return None
    tagged = tag_words(text, span)
    if len(tagged) > _SHORT or any(_could_be_verb(word) for word in tagged):
        return None
    return "no verb"


def _repeats(words: str) -> bool:
    """Say whether a word, or a run of three to eight words, stands twice in a row."""
    each = words.lower().split()
    if any(map(eq, each, each[1:])):
        for found in _doubled_word().finditer(words):
            if found[1] not in _REPEATABLE and not _is_small(found[1]):
                return True
    runs = list(zip(each, each[1:], each[2:], strict=False))
    return len(set(runs)) < len(runs) and any(
        each[at : at + size] == each[at + size : at + 2 * size]
        for size in range(_SHORTEST_PHRASE, _LONGEST_PHRASE + 1)
        for at in range(len(each) - 2 * size + 1)
    )


def _is_small(word: str) -> bool:
    """Say whether `needs` cuts one of the two: "in in"."""
    return word in ("the", "and", "for", "with", "from")


def _lost_verb(text: str, span: Span, words: str) -> bool:
    """Say whether the clause that is claimed has no verb ("claimed that the town")."""
    claim = _CLAIM.search(words)
    if claim is None:
        return False
    start = span.start + claim.start("clause")
    return not any(
        _could_be_verb(word) or word.tag == "G"
        for word in tag_words(text, type(span)(start, span.end))
    )


def _could_be_verb(word: Word) -> bool:
    """Say whether a word may be a verb, or shows that there must be one.

    Verbs are many: any small word in -s may be one, and a pronoun or a plural is
    seldom without.
    """
    if word.tag in ("V", "F", "B", "H", "M", "R") or word.low.startswith("nobody"):
        return True
    return (not word.name and word.low.endswith("s")) or word.low in BASES
