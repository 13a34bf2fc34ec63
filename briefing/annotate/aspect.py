"""How a sentence tells what it tells: in which tense, for certain or as a guess.

The verb of the main clause decides. Words between quotation marks are passed over
(what was promised inside them was, outside, said), and so are subordinate clauses
("While most were intercepted, ..."). After a verb of saying the verb of what was
said decides: "said Russia had lost 40,000" is told in the past.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate import verb_words
from briefing.annotate.clauses import Tense, split_words, verb_tense
from briefing.annotate.grammar_words import IRREGULAR_PARTICIPLES, PREPOSITIONS
from briefing.annotate.speech import in_quotes
from briefing.annotate.verb_words import (
    AUXILIARY_PAST,
    DETERMINERS,
    EPISTEMIC,
    PARTICIPLES,
    PRESENT,
    SAYING,
    SUBORDINATE,
)
from briefing.model.span import Span
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST_WORDS = 3
_CONDITIONS = frozenset({"if", "unless", "once", "until", "when"})
_SAYS = frozenset(word for word in SAYING if word.endswith("s"))
_PRESENT_MODALS = frozenset({"should", "must", "can", "cannot"})
_QUOTE = "“"
"""What stands in place of a quoted sentence."""
_FORMS = frozenset({",", "to", "set", "could", "would", "wouldn't", "wouldn’t"}).union(
    *(words for words in vars(verb_words).values() if isinstance(words, frozenset))
)
"""All words of the lists that tell tense; none else does, but for its ending."""
_ENDINGS = ("ed", "'ll", "’ll")
_UNREAL = frozenset({"would", "could"})
"""Modals that before "have" tell of what did not come about."""
_JUDGING = word_set(
    "suggest indicate signal mean point reflect seem appear exist know want need "
    "explain contain include represent"
)
"""Verbs after "may" that judge of what is, not of what is to come."""
_BE_ABLE = word_set("able ready forced willing allowed")
"""Words after "may be" that look ahead."""
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
    aside = False
    said: Tense = ""
    for place, low in _telling_words(words):
        if low in SUBORDINATE:
            aside = not said or place == 0 or _opens_condition(words, place)
        elif low == ",":
            aside = False
        aside = aside or _is_reduced(words, place)
        if aside:
            continue
        if low in SAYING and not said:
            if _QUOTE in words[:place]:
                return "past", False
            said = "present" if low in _SAYS else "past"
            continue
        tense, guess = _told_tense(words, place)
        if tense:
            return tense, guess
    return said, False


def _is_reduced(words: list[str], place: int) -> bool:
    """Say whether a participle only describes: ", based at the harbour, ..."."""
    low = words[place].lower()
    if place == 0 or words[place - 1] != "," or low in SAYING:
        return False
    after = words[place + 1 : place + 2]
    irregular = (
        low in IRREGULAR_PARTICIPLES and bool(after) and after[0] in PREPOSITIONS
    )
    return (low.endswith("ed") or irregular) and "," in words[place + 1 :]


def _telling_words(words: list[str]) -> Iterator[tuple[int, str]]:
    """Give the words that may tell tense, and the marks between clauses."""
    for place, word in enumerate(words):
        low = word.lower()
        if low in _FORMS or low.endswith(_ENDINGS):
            yield place, low


def _told_tense(words: list[str], place: int) -> tuple[Tense, bool]:
    """Give the tense of a verb, and whether it tells a possibility only."""
    tense = _finite_tense(words, place)
    if tense == "future" and words[place].lower() in EPISTEMIC:
        return _judged_tense(words, place), True
    return tense, False


def _opens_condition(words: list[str], place: int) -> bool:
    """Say whether what is said begins with an aside: "said that if talks fail, ..."."""
    before = words[place - 1].lower()
    return words[place].lower() in _CONDITIONS and (
        before == "that" or before in SAYING
    )


def _judged_tense(words: list[str], place: int) -> Tense:
    """Tell of when a judgement speaks: "may have left", "may be a sign", "may strike".

    Only the last is of what is to come; so is a passive: "may be held".
    """
    after = [word.lower() for word in words[place + 1 : place + 4]]
    after = [word for word in after if word not in {"not", "well", "also", "now"}]
    if after[:1] == ["have"]:
        return "past"
    if after[:1] == ["be"] and len(after) > 1:
        passive = after[1].endswith("ed") or after[1] in IRREGULAR_PARTICIPLES
        return "future" if passive or after[1] in _BE_ABLE else "present"
    return "present" if after[:1] and after[0] in _JUDGING else "future"


def _is_described(before: str, agent: list[str]) -> bool:
    """Say whether "seen by" describes: by somebody, and with no auxiliary before."""
    if before in AUXILIARY_PAST or not agent:
        return False
    return agent[0].lower() in DETERMINERS or agent[0][0].isupper()


def _is_cause(words: list[str], place: int) -> bool:
    """Say whether "is due to" names a cause: "is due to the frost"."""
    return len(words) > place + 3 and words[place + 3].lower() in DETERMINERS


def _finite_tense(words: list[str], place: int) -> Tense:
    """Tell the tense of a word that can be the verb of a clause."""
    word, low = words[place], words[place].lower()
    before = words[place - 1].lower() if place else ""
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    later = words[place + 2].lower() if place + 2 < len(words) else ""
    if low in PARTICIPLES or low == "to":
        return ""
    if low in _PRESENT_MODALS or (low in _UNREAL and after == "have"):
        return "present"
    if low in PRESENT and after.endswith("ing") and after != "going":
        return "present"
    if low in PRESENT and after == "due" and _is_cause(words, place):
        return "present"
    if (
        low.endswith("ed")
        and after == "by"
        and _is_described(before, words[place + 2 :])
    ):
        return ""
    if low.endswith("ed") and (
        before in DETERMINERS or before in PREPOSITIONS or before.endswith(("’s", "'s"))
    ):
        return ""
    return verb_tense(word, before, after, later)
