"""Headlines with a capital on every word: "Police Say 12 Officials Were Injured"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.annotate.tagging import is_plural, tag_words
from briefing.model.span import Span

if TYPE_CHECKING:
    from briefing.annotate.tagging import Word

_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
_FOLLOWING = re.compile(r"\s([A-Z][\w’'-]+)(?:\s([A-Z][\w’'-]+))?")
_FEWEST, _LONGEST = 4, 200
_MOSTLY = 0.8


def is_headline(text: str, sentence: Span) -> bool:
    """Say whether nearly all longer words of a sentence begin with a capital."""
    if sentence.end - sentence.start > _LONGEST:
        return False
    return _is_headline(text[sentence.start : sentence.end])


@lru_cache(maxsize=256)
def _is_headline(line: str) -> bool:
    words = _WORD.findall(line)
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST and capital >= _MOSTLY * len(words)


def counts_in_headline(text: str, sentence: Span, end: int) -> bool:
    """Say whether a plural with a capital follows a number of a headline."""
    found = _FOLLOWING.match(text, end, sentence.end)
    if found is None or not is_headline(text, sentence):
        return False
    return any(word is not None and is_plural(word.lower()) for word in found.groups())


def tag_headline(text: str, sentence: Span) -> tuple[Word, ...]:
    """Give the words of a headline with the classes they have in small letters."""
    low = text[sentence.start : sentence.end].lower()
    if len(low) != sentence.end - sentence.start:
        return tag_words(text, sentence)
    off = sentence.start
    return tuple(
        word._replace(start=word.start + off, end=word.end + off)
        for word in tag_words(low, Span(0, len(low)))
    )
