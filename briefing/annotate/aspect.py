"""How a sentence tells what it tells: in which tense, for certain or as a guess.

The verb of the main clause decides. Words between quotation marks are passed over
(what was promised inside them was, outside, said), and so are subordinate clauses
("While most were intercepted, ..."). After a verb of saying the verb of what was
said decides: "said Russia had lost 40,000" is told in the past.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.annotate.clauses import Tense, split_words, verb_tense
from briefing.annotate.speech import in_quotes
from briefing.annotate.verb_words import (
    DETERMINERS,
    EPISTEMIC,
    PARTICIPLES,
    PRESENT,
    SAYING,
    SUBORDINATE,
)
from briefing.model.span import Span

_FEWEST_WORDS = 3
_QUOTE = "“"
"""What stands in place of a quoted sentence."""
_PRESENT_MODALS = frozenset({"should", "must"})
_REACH = 1200
_PARAGRAPH = 2000


class Telling(NamedTuple):
    """The tense in which a sentence tells its main point, and on whose word."""

    tense: Tense
    """Tense of the main clause, or of what is said in it."""
    guess: bool
    """Whether it is told as possible only ("may", "could", "is likely")."""
    sourced: bool
    """Whether the sentence names a verb of saying or quotes someone."""
    quote: bool
    """Whether it is direct speech and nothing else."""


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[“\"][^“”\"]{0,1000}(?:[”\"]|\Z)")


@cache
def _judgement() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:may|might|could)\s(?:suggest|indicate|signal|mean|point|reflect)\b"
        r"|\bsuggests\sthat\b|\b(?:is|are|seems?|appears?|looks?|increasingly)\slikely\b|\bit\scan\sbe\ssaid\b|\b[Pp]erhaps\b"
        r"|\bpotential\s(?:\w+\s)?(?:for|ramifications|consequences|implications)\b"
    )


def read_telling(text: str, sentence: Span) -> Telling:
    """Read how a sentence tells its main point."""
    words_only, quoted = _outside_quotes(text, sentence)
    words = split_words(words_only, 0, len(words_only))
    quote = quoted and len(words) < _FEWEST_WORDS
    if quote:
        words_only = sentence.cut(text)[:_REACH]
        words = split_words(words_only, 0, len(words_only))
    low = words_only.lower()
    named = any(word.lower() in SAYING for word in words) and "can be said" not in low
    sourced = quoted or named or "according to" in low
    tense, modal = _main_tense(words)
    guess = modal or _judgement().search(words_only) is not None
    return Telling(tense, guess, sourced, quote)


def _outside_quotes(text: str, sentence: Span) -> tuple[str, bool]:
    """Give the words outside quotation marks, and whether any stood inside."""
    start = sentence.start
    words = text[start : min(sentence.end, start + _REACH)]
    low = max(0, start - _PARAGRAPH)
    begun = max(low, text.rfind("\n", low, start))
    inside = in_quotes(text, start, Span(begun, sentence.end))
    if inside:
        closing = re.search(r"[”\"]", words)
        words = words[closing.end() :] if closing else ""
    left = _quotation().sub(_blank, words)
    return left, inside or left != words


def _blank(found: re.Match[str]) -> str:
    """Put a noun in place of a short quotation, and nothing in place of a sentence."""
    quoted = found.group().split()
    return (
        f" {quoted[0].strip('“”')} " if len(quoted) <= _FEWEST_WORDS else f" {_QUOTE} "
    )


def _main_tense(words: list[str]) -> tuple[Tense, bool]:
    """Give the tense of the main clause, and whether it is only a possibility."""
    aside = said = False
    for place, word in enumerate(words):
        low = word.lower()
        if low in SUBORDINATE:
            aside = not said or place == 0
        elif word == ",":
            aside = False
        if aside:
            continue
        if low in SAYING and not said:
            if _QUOTE in words[:place]:
                return "past", False
            said = True
            continue
        tense = _finite_tense(words, place)
        if tense:
            return tense, low in EPISTEMIC and tense == "future"
    return ("past", False) if said else ("", False)


def _finite_tense(words: list[str], place: int) -> Tense:
    """Tell the tense of a word that can be the verb of a clause."""
    word, low = words[place], words[place].lower()
    before = words[place - 1].lower() if place else ""
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    later = words[place + 2].lower() if place + 2 < len(words) else ""
    if low in PARTICIPLES or low == "to":
        return ""
    if low in _PRESENT_MODALS or (
        low in PRESENT and after.endswith("ing") and after != "going"
    ):
        return "present"
    if low.endswith("ed") and (before in DETERMINERS or before.endswith(("’s", "'s"))):
        return ""
    return verb_tense(word, before, after, later)
