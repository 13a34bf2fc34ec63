"""Sentences that cannot be printed, and why.

Only what a reader would take for a fault: a sentence that is cut off or has no verb,
half a quotation, a list item, broken syntax. A slip that leaves the sense whole ("said
in in") is no flaw; `needs` cuts the doubled word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.grammar_words import BASES
from briefing.annotate.tagging import tag_words

if TYPE_CHECKING:
    from briefing.annotate.attribution.reader import Sourced
    from briefing.annotate.tagging import Word
    from briefing.model.span import Span

_MOST_WORDS = 90
_LONGEST = 2000
# A longer sentence without a verb in our lists has one that they lack.
_SHORT = 9
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_OPENS = re.compile(r"[\s\"'“”‘’«»(\[—–-]*")
_LIST_ITEM = re.compile(r"(?:\(?\d{1,2}\)|[-–—•*·]\s|\d{1,2}\.\s)")
_SURE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said"
    r"|says|did|does|do)\b"
)
# "claimed on Friday that the town, ..., claimed that it": a clause lost its subject.
_DOUBLED_CLAUSE = re.compile(
    r"\b(\w+ed)\s(?:on\s\w+\s)?that\b[^.;]{0,200},\s\1\sthat\b", re.IGNORECASE
)
# A small word with a capital inside a sentence: two sentences ran together.
_RUN_TOGETHER = re.compile(
    r"[a-z]\s(?:To|And|Of|With|From|In|On|At|By|That|Which|Was|Were|Is)\s[a-z]"
)


def find_flaw(text: str, span: Span, *, sourced: Sourced, last: bool) -> str | None:
    """Say why a sentence cannot be printed; None when it can.

    Args:
        text: The article's text.
        span: The sentence.
        sourced: The sentence with its sources and quotations.
        last: Whether it is the last of its paragraph.
    """
    if span.end - span.start > _LONGEST:
        return "too long to print"
    words = span.cut(text)
    return (
        _broken_form(words, last=last)
        or _broken_quotation(words, sourced)
        or _broken_syntax(text, span, words)
    )


def _broken_form(words: str, *, last: bool) -> str | None:
    opening = _OPENS.match(words)
    first = words[opening.end() :] if opening else words
    if _LIST_ITEM.match(words):
        return "a list item"
    if not first:
        return "no words"
    if first[0].islower() and not first[1:2].isupper():
        return "begins in the middle"
    if words.endswith((":", ";")):
        return "announces what does not follow"
    if last and not _ENDS.search(words):
        return "cut off at the end"
    if words.count(" ") >= _MOST_WORDS:
        return "too long to print"
    if words.endswith("?") and _is_headline(first):
        return "a headline"
    return None


def _is_headline(words: str) -> bool:
    """Say whether most words of a question begin with a capital."""
    letters = [word for word in words.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    return len(letters) > 2 and capitals * 3 > len(letters) * 2  # noqa: PLR2004


def _broken_quotation(words: str, sourced: Sourced) -> str | None:
    """Find half a quotation, but for one that only lost its beginning."""
    opens = words.count("“") + words.count("«")
    closes = words.count("”") + words.count("»")
    straight = words.count('"')
    if sourced.opens_quoted:
        balanced = closes - opens == 1 or straight % 2 == 1
        return None if balanced and sourced.sayings else "part of a longer quotation"
    if opens != closes or straight % 2:
        return "a quotation that is not closed"
    return None


def _broken_syntax(text: str, span: Span, words: str) -> str | None:
    doubled = words.count(" that") > 1 and _DOUBLED_CLAUSE.search(words)
    if doubled or _RUN_TOGETHER.search(words):
        return "broken syntax"
    if _SURE_VERB.search(words):
        return None
    tagged = tag_words(text, span)
    if len(tagged) > _SHORT or any(_could_be_verb(word) for word in tagged):
        return None
    return "no verb"


def _could_be_verb(word: Word) -> bool:
    """Say whether a word may be a verb, or shows that there must be one.

    Verbs are many: any small word in -s may be one, and a pronoun or a plural is
    seldom without.
    """
    if word.tag in ("V", "F", "B", "H", "M", "R") or word.low.startswith("nobody"):
        return True
    return (not word.name and word.low.endswith("s")) or word.low in BASES
