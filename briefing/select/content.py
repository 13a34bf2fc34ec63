"""What a sentence tells: its telling words, the places and names in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefing.select.telling import telling_words
from briefing.text.fold import base_form, words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.selection import Candidate

CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december"
)
SIDED = ("ian", "ish", "ese", "ans")
"""Endings of adjectives that name a people, not a place."""


@lru_cache(maxsize=1 << 13)
def _content(text: str) -> frozenset[str]:
    return frozenset(
        word for word in telling_words(text) - CALENDAR if not word.isdigit()
    )


def content_of(candidate: Candidate) -> frozenset[str]:
    """Give the telling words of a sentence; its speaker, days and numbers left out."""
    return _content(candidate.sentence.text) - spoken_in(candidate)


def spoken_in(candidate: Candidate) -> frozenset[str]:
    """Give the words of a sentence's speaker."""
    said_by = candidate.sentence.attribution
    if said_by is None:
        return frozenset()
    return telling_words(f"{said_by.text} {said_by.name or ''}")


def places_in(candidate: Candidate) -> frozenset[str]:
    """Give the listed places of a sentence, but for those that speak for a side."""
    return frozenset(
        mention.name
        for mention in candidate.passage.mentions
        if mention.kind == "place"
        and mention.party is None
        and candidate.sentence.span.covers(mention.span)
    )


def names_of(candidate: Candidate) -> frozenset[str]:
    """Give the proper names of a sentence, but for speakers, sides and days."""
    sentence = candidate.sentence
    spoken = sentence.attribution.text if sentence.attribution else ""
    sides = {
        word
        for mention in candidate.passage.mentions
        if mention.party
        for word in words(mention.name)
    }
    found = {base_form(name) for name in _proper().findall(sentence.text)}
    left_out = CALENDAR | sides | set(words(spoken))
    return places_in(candidate) | {
        name for name in found - left_out if not name.endswith(SIDED)
    }


@cache
def _proper() -> re.Pattern[str]:
    return re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w’'-]{2,}")
