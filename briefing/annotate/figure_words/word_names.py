"""Number words that name, tell the hour, or count nothing: "year seven", "at four"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.number_names import is_school_year
from briefing.text.numbers import SCALES
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.figure_words.numeral import Numeral
    from briefing.model.span import Span

_FIRST_WORD = re.compile(r"[A-Za-z]+")
_REACH = 20
_LED = re.compile(r"\s(?!of\b|the\b|in\b|on\b)[a-z]{2,}\Z")
_COUNTED = re.compile(r"\s(?:[a-z-]{3,15}\s){0,2}(?:[a-z]{3,15}s|people|men|women)\b")
_NOON = 12
# "The shop opens at four.", "ten minutes to six".
_CLOCK_BEFORE = re.compile(
    r"\b(?:(?:open|start|begin|clos|end|leav|arriv|wake)\w*\sat|minutes\s(?:to|past)"
    r"|half\spast)\s\Z"
)
_STEPS = word_set("step phase chapter stage grade act level war part volume option")
_BELOW = re.compile(r"\b(?:below|above|sub|the)\s\Z", re.IGNORECASE)


def is_word_name(text: str, sentence: Span, numeral: Numeral) -> bool:
    """Say whether a number word is a name, or "one" used as a pronoun."""
    first = _FIRST_WORD.match(text, numeral.start, numeral.end)
    if first and first.group().lower() in SCALES:
        # "several thousand" is vague; a scale alone counts nothing.
        return True
    back = text[max(sentence.start, numeral.start - _REACH) : numeral.start]
    if back.rstrip().rpartition(" ")[2].lower() in _STEPS:
        return True
    if _tells_hour(text, numeral, back) or _is_nought(text, numeral, back):
        return True
    if is_school_year(numeral.value, back, text, numeral.end):
        return True
    return _is_part(text, sentence, numeral) or _is_capital(text, sentence, numeral)


def _tells_hour(text: str, numeral: Numeral, back: str) -> bool:
    follows = text[numeral.end : numeral.end + 1]
    closed = not follows or follows in '.,;)"”’'
    return numeral.value <= _NOON and closed and _CLOCK_BEFORE.search(back) is not None


def _is_nought(text: str, numeral: Numeral, back: str) -> bool:
    """Say whether "zero" is a point of a scale: "below zero", "zero-sum"."""
    if numeral.value != 0:
        return False
    return text[numeral.end : numeral.end + 1] == "-" or bool(_BELOW.search(back))


def _is_part(text: str, sentence: Span, numeral: Numeral) -> bool:
    """Say whether a number word is part of another word, or owns something."""
    owns = text[numeral.end : numeral.end + 2] in ("'s", "’s")
    if text[numeral.start - 1 : numeral.start] not in ("-", "‑") and not owns:
        return False
    ranged = text[max(sentence.start, numeral.start - 4) : numeral.start]
    return not ranged.endswith(("-to-", "-or-"))


def _is_capital(text: str, sentence: Span, numeral: Numeral) -> bool:
    """Say whether a capital inside a sentence makes it a name."""
    if not text[numeral.start].isupper() or numeral.start == sentence.start:
        return False
    if text[numeral.start - 1] in "\"“‘'(":
        return False
    back = text[max(sentence.start, numeral.start - _REACH) : numeral.start].rstrip(" ")
    if _LED.search(back) and _COUNTED.match(text, numeral.end, sentence.end):
        # "doctors confirmed Nine new cases"
        return False
    return not back.endswith((".", ":", "!", "?", "“", '"', "—", "–", "-", ";", "•"))
