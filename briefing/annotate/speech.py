"""Whether a day belongs to the saying or to what happened.

"the Institute said on February 7 that forces advanced" dates the saying;
"forces advanced on February 6, the Institute said" dates the advance. A day belongs
to the saying when only its place or manner stands between the verb of saying and
the day ("said in his address on February 6", "told reporters Sunday"), when it opens
a clause whose next verb is one of saying ("On Thursday, the staff said"), or when
it dates a noun of saying ("a Feb. 7 address", "in a speech on Wednesday").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.clauses import is_past, split_words
from briefing.annotate.grammar_words import BASES
from briefing.annotate.verb_words import (
    BREAKS,
    FUTURE,
    PERFECT,
    PREPOSITIONS,
    PRESENT,
    SAYING,
    SPEECH,
)
from briefing.text.words import word_set

if TYPE_CHECKING:
    from datetime import date

    from briefing.annotate.candidate import Scene
    from briefing.model.span import Span

_REACH = 200
_WORDS_BETWEEN = 14
_SPEECH_BEFORE = 6
_OPENING = 5
_OPENERS = word_set(
    "also on in at earlier late later early and but the a an meanwhile however "
    "speaking then this last"
)
_QUOTE_REACH = 600
_PASSIVE = frozenset({"was", "were", "been", "being"})
_PASSIVE_AGENTS = frozenset({"by", "in"})
_SUBJECT = 8
_ANNOUNCING = word_set("announced announces confirmed revealed disclosed")
_LONGEST_OBJECT = 8
_MADE_PUBLIC = word_set("published released issued posted aired printed broadcast")
_DOCUMENTS = word_set(
    "report reports study survey poll statement data figures letter interview document "
    "documents analysis paper article video statistics estimate estimates survey"
)
"""Nouns for what says something once it is made public."""
_ADDRESSEES = frozenset({"told", "tells"})
_QUOTES = '“”"'


@cache
def _quote_marks() -> re.Pattern[str]:
    return re.compile(r"[“”\"]|``|''")


@cache
def _closing_quote() -> re.Pattern[str]:
    return re.compile(r"[”\"]|''")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?](?=\s+[A-Z“\"]|\s*\Z)|\n")


def in_quotes(text: str, at: int, span: Span) -> bool:
    """Say whether a place stands between quotation marks that open in its paragraph."""
    opened = False
    for mark in _quote_marks().finditer(text, max(span.start, at - _REACH * 4), at):
        sign = mark.group()
        opened = (
            True
            if sign in {"“", "``"}
            else False
            if sign in {"”", "''"}
            else not opened
        )
    return opened


def is_saying_day(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Say whether the day at `start` to `end` is that of saying, not of the event.

    Args:
        text: The article's text.
        start: Where the day's words begin.
        end: Where they end.
        low: Where the sentence begins.
        high: Where it ends.
    """
    left = split_words(text, max(low, start - _REACH), start)
    right = split_words(text, end, min(high, end + _REACH))
    if right and right[0].lower() in SPEECH:
        return True
    return (
        _after_saying(left, right)
        or _beside_saying(left, right)
        or _before_saying(left, right)
        or _dates_speech(left)
        or _dates_document(left)
    )


def _after_saying(left: list[str], right: list[str]) -> bool:
    """Say whether only place or manner stands between a verb of saying and the day."""
    last = len(left) - 1
    for place in range(last, max(-1, last - _WORDS_BETWEEN), -1):
        word = left[place].lower()
        if word in SAYING:
            rest = left[place + 1 :]
            if place and left[place - 1].lower() in _PASSIVE:
                # "it was announced on Monday that": the clause is what was said.
                return not rest[1:] and bool(right) and right[0].lower() == "that"
            if len(rest) > 1 and rest[0].lower() == "to" and rest[1].lower() in BASES:
                # "footage said to show": others say so, on no day.
                return False
            return not rest or _is_manner(word, rest) or _is_announced(word, rest)
        if _parts(left[place]):
            return False
    return False


def _beside_saying(left: list[str], right: list[str]) -> bool:
    """Say whether the day stands between a speaker and the verb of saying.

    "The minister on Friday warned that", but not "The strike on Friday reported by".
    """
    verb = right[1:] if right and right[0].lower() == "also" else right
    if not left or not verb or verb[0].lower() not in SAYING:
        return False
    if len(verb) > 1 and verb[1].lower() in _PASSIVE_AGENTS:
        return False
    for word in reversed(left[-_SUBJECT:]):
        if word in {",", ";"} or word.lower() in BREAKS:
            return True
        if is_past(word):
            return False
    return True


def _is_announced(verb: str, rest: list[str]) -> bool:
    """Say whether a thing stands there that is made known: "announced plans Monday"."""
    return verb in _ANNOUNCING and len(rest) < _LONGEST_OBJECT


def _is_manner(verb: str, rest: list[str]) -> bool:
    first = rest[0]
    if first.lower() in PREPOSITIONS:
        return True
    return verb in _ADDRESSEES or (
        first[0].isupper() and rest[-1].lower() == "on" and verb == "said"
    )


def _parts(word: str) -> bool:
    """Say whether a word parts the day from a verb before it."""
    low = word.lower()
    if word in {",", *_QUOTES} or low in BREAKS:
        return True
    return is_past(word) or low in FUTURE or low in PERFECT or low in PRESENT


def _before_saying(left: list[str], right: list[str]) -> bool:
    """Say whether the day opens a clause whose next verb is one of saying."""
    opening = left[-_OPENING:]
    while opening and any(word in {",", ";"} or word in _QUOTES for word in opening):
        opening = opening[1:]
    if len(opening) == _OPENING or any(
        word.lower() not in _OPENERS for word in opening
    ):
        return False
    if right and right[0] == ",":
        right = right[1:]
    for word in right[:_WORDS_BETWEEN]:
        if word.lower() in SAYING:
            return True
        # A comma may set off who speaks: "the ruler of Ruthenia, Rudolf V, said".
        if word != "," and _parts(word):
            return False
    return False


def _dates_speech(left: list[str]) -> bool:
    """Say whether the words before the day end in "a speech on", "an address of"."""
    tail = [word.lower() for word in left[-_SPEECH_BEFORE:]]
    for place in range(len(tail) - 1, -1, -1):
        if _parts(tail[place]):
            return False
        if tail[place] in SPEECH:
            return place + 1 < len(tail) and tail[place + 1] in PREPOSITIONS
    return False


def _dates_document(left: list[str]) -> bool:
    """Say whether a document that says something is dated: "a report published on".

    "The report was published on Tuesday" tells of the publishing itself.
    """
    words = [word.lower() for word in left[-_SPEECH_BEFORE:]]
    while words and words[-1] in PREPOSITIONS:
        words.pop()
    if len(words) == len(left) or not words or words[-1] not in _MADE_PUBLIC:
        return False
    return len(words) > 1 and words[-2] in _DOCUMENTS


def day_of_speech(scene: Scene) -> date | None:
    """Give the day on which the quoted words around a scene were said, if named."""
    closing = _closing_quote().search(scene.text, scene.end, scene.end + _QUOTE_REACH)
    if closing is None or not scene.near:
        return None
    after = closing.end()
    stop = _sentence_end().search(scene.text, after, after + _REACH)
    high = stop.start() if stop else after + _REACH
    for timex in scene.near:
        span = timex.span
        if timex.days is None or len(timex.days) > 1 or not after <= span.start < high:
            continue
        if is_saying_day(scene.text, span.start, span.end, after, high):
            return timex.days.first
    return None
