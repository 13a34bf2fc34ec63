"""The present, the past and the future at large: "now", "recently", "soon".

These name no day. Their values are the standard's PRESENT_REF, PAST_REF, FUTURE_REF.

Example: "is now being held" is PRESENT_REF.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.clauses import tense_after, tense_before

if TYPE_CHECKING:
    from briefing.model.span import Span

_VALUES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "past": "PAST_REF",
    "soon": "FUTURE_REF",
    "future": "FUTURE_REF",
    "lately": "PAST_REF",
}
_PHRASES = {
    "days": (("these", "PRESENT_REF"), ("those", "PAST_REF")),
    "day": (("the other", "PAST_REF"),),
    "moment": (("at the", "PRESENT_REF"),),
    "present": (("at", "PRESENT_REF"),),
    "ago": (("long", "PAST_REF"), ("moments", "PAST_REF")),
}
"""Phrases of these words, by the words before."""
TRIGGERS = frozenset(_VALUES) | frozenset(_PHRASES)
_REACH = 12
_WORD = 22


@cache
def _not_time() -> re.Pattern[str]:
    return re.compile(
        r"(?<=soon)\sas\b|\sthat\sthe\b|\s(?:year|month|week|quarter|season|account)s?\b"
    )


@cache
def _stream() -> re.Pattern[str]:
    """A word before "current" that makes it a noun: "Gulf Stream current"."""
    return re.compile(
        r"\b(?:[A-Z]\w{2,20}|ocean|electric|alternating|direct|strong)\s\Z"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(
        r"[\s-](?:(?!and\b|but\b|is\b|that\b)\w+\s){0,3}(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|of|tense|seasons?|summers?|winters?)\b"
    )


@cache
def _the() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|near)\s\Z", re.IGNORECASE)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose the present, past or future at large."""
    word, start = token.word, token.start
    if word in _PHRASES:
        return _propose_phrase(text, token, span)
    if text[start].isupper() and text[token.end : token.end + 2].strip().isupper():
        return None
    if word == "current" and _stream().search(
        text, max(span.start, start - _WORD), start
    ):
        return None
    the = _the().search(text, max(span.start, start - _REACH), start)
    if word in {"past", "future"}:
        if not the or _goes_on().match(text, token.end, span.end):
            return None
        start = the.start()
    if (
        _not_time().match(text, token.end, span.end)
        or text[token.end : token.end + 1] == "-"
    ):
        return None
    return Candidate(start, token.end, "DATE", "vague", partial(_read, _VALUES[word]))


def _propose_phrase(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "these days", "the other day", "at the moment"."""
    before = text[max(span.start, token.start - _REACH) : token.start].lower()
    if token.word != "ago" and _goes_on_phrase().match(text, token.end, span.end):
        return None
    for words, value in _PHRASES[token.word]:
        if (
            before.endswith(f"{words} ")
            and not before[: -len(words) - 1][-1:].isalpha()
        ):
            start = token.start - len(words) - 1
            start += len("at ") if words.startswith("at ") else 0
            return Candidate(start, token.end, "DATE", "vague", partial(_read, value))
    return None


@cache
def _goes_on_phrase() -> re.Pattern[str]:
    """What makes it some moment or some days: "at the moment when", "these days of"."""
    return re.compile(
        r"\s(?:of|when|that|before|after|he|she|they|it|we|in|to)\b|-|['’]"
    )


def _read(value: str, scene: Scene) -> Reading | None:
    # "soon became", "was soon released": soon after something, not soon from now.
    if scene.text[scene.start : scene.end].lower() == "soon" and _is_told(scene):
        return None
    return Reading(value, why="no day is named")


def _is_told(scene: Scene) -> bool:
    """Say whether the verbs around an expression are all past."""
    before = tense_before(scene.text, scene.start, scene.sentence.start)
    after = tense_after(scene.text, scene.end, scene.sentence.end)
    return {before, after} <= {"past", "perfect", ""} and bool(before or after)
