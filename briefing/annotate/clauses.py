"""Tense of the clause around an expression, from verb forms alone.

There is no parser here. Words are told apart by short lists and by their endings,
and the verb nearest before an expression in its own clause decides, else the first
one after it. "said on Thursday that Russia will attack" is past for Thursday;
"said the committee will meet Thursday" is future. "to meet" is future after a word
of planning ("plans to meet"), and otherwise passed over ("failed to meet").
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Literal

from briefing.annotate.present_plans import (
    is_whole,
    opens_plan,
    plans_after,
    plans_before,
)
from briefing.annotate.verb_words import (
    AUXILIARY_PAST,
    BREAKS,
    FUTURE,
    HELPERS,
    IRREGULAR_PAST,
    NO_TENSE_AFTER,
    NOT_PAST,
    PERFECT,
    PLANNED,
    PLANS,
    PRESENT,
    REFUSED,
    SOUGHT,
    TIMETABLE,
    TIMETABLE_PLURAL,
)

Tense = Literal["past", "perfect", "present", "future", ""]
"""What the nearest verb tells; empty when there is none."""

_REACH = 240
_LONGEST_WORD = 20
_SHORTEST_PAST = 4
_PLAN = 4
_TURNING = frozenset({"to", "set", "could", "would", "wouldn't", "wouldn’t"})
_LEANING = frozenset({"set", "about", "going", "likely", "due"})
"""Words that make a plan only before "to"."""


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|--|[,;:()—–“”\"]")


def split_words(text: str, start: int, end: int) -> list[str]:
    """Give the words and the marks that part clauses, in order."""
    return _word_pattern().findall(text, start, end)


def verb_tense(word: str, before: str, after: str, later: str = "") -> Tense:
    """Tell the tense of one word, if it is a verb form that shows it.

    Args:
        word: The word, as written.
        before: The word in front of it, in lower case.
        after: The word after it, in lower case.
        later: The word after that, in lower case.
    """
    low = word.lower()
    if low in _TURNING or low in PLANS:
        return _turning_tense(low, before, after, later)
    if low in FUTURE or low in TIMETABLE or low.endswith(("'ll", "’ll")):
        return "" if word == "May" else "future"
    if low in TIMETABLE_PLURAL:
        return "" if before in HELPERS else "future"
    if low in PERFECT:
        return "future" if after == "to" else "perfect"
    if low in PRESENT:
        return "future" if _is_to_come(after, later) else "present"
    return "past" if before not in NO_TENSE_AFTER and is_past(word) else ""


def _turning_tense(low: str, before: str, after: str, later: str) -> Tense:
    """Tell the tense of a word that is past or future by what stands around it."""
    if low == "to":
        to_come = before in PLANNED or (after == "be" and not is_past(before))
        return "future" if to_come and after else ""
    if low == "set":
        return "future" if after in {"to", "for"} else "past"
    if low in {"would", "wouldn't", "wouldn’t"}:
        refused = later if after == "not" else after
        return "past" if refused in REFUSED and "n" in low + after[:1] else "future"
    if low == "could":
        sought = after == "be" and later in SOUGHT
        return "past" if after == "not" or sought else "future"
    return "future" if after == "to" else ""


def _is_to_come(after: str, later: str) -> bool:
    """Say whether "is" opens a plan: "is to meet", "is set to", "is meeting"."""
    if after in _LEANING:
        return later == "to"
    return after == "to" or after in PLANNED or after.endswith("ing")


def is_past(word: str) -> bool:
    """Say whether a word looks like a verb in the past tense."""
    low = word.lower()
    if not low:
        return False
    if low in IRREGULAR_PAST or low in AUXILIARY_PAST:
        return True
    regular = low.endswith("ed") and len(low) >= _SHORTEST_PAST and word[0].islower()
    return regular and low not in NOT_PAST


def clause_tense(text: str, start: int, end: int, lo: int, hi: int) -> Tense:
    """Tell the tense of the clause around `start` to `end`.

    Args:
        text: The article's text.
        start: Where the expression begins.
        end: Where it ends.
        lo: Where its sentence begins.
        hi: Where its sentence ends.
    """
    before = tense_before(text, start, lo)
    if before not in {"", "present"}:
        return before
    whole = is_whole(text, lo, hi)
    left = split_words(text, max(lo, start - _REACH), start) if whole else []
    # "Two launches on Sunday failed": what stands before the day is a noun then.
    if plans_before(left) and not is_past(_word_after(text, end, hi)):
        return "future"
    after = before or tense_after(text, end, hi)
    if after in {"", "present"} and whole and _opens_plan(text, start, end, lo, hi):
        return "future"
    return after


def _word_after(text: str, end: int, hi: int) -> str:
    """Give the word right after an expression, or nothing before a mark."""
    if text[end : end + 1] != " ":
        return ""
    return next(iter(split_words(text, end, min(hi, end + _LONGEST_WORD))), "")


def _opens_plan(text: str, start: int, end: int, lo: int, hi: int) -> bool:
    """Say whether a day opens a clause that tells of plans in the present tense."""
    if opens_plan(text, start, lo):
        return True
    return plans_after(split_words(text, end, min(hi, end + _REACH)))


def tense_before(text: str, start: int, lo: int) -> Tense:
    """Tell the tense of the nearest verb before `start`, back to the clause's begin."""
    words = split_words(text, max(lo, start - _REACH), start)
    after = later = ""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.lower() in BREAKS:
            break
        before = words[place - 1].lower() if place else ""
        tense = verb_tense(word, before, after, later)
        if tense == "future" and _was_planned(words[max(0, place - _PLAN) : place]):
            return "past"
        if tense:
            return tense
        after, later = word.lower(), after
    return ""


def _was_planned(words: list[str]) -> bool:
    """Say whether a plan is told of as gone by: "had been due to expire"."""
    return any(pair == ("had", "been") for pair in pairwise(words))


def tense_after(text: str, end: int, hi: int) -> Tense:
    """Tell the tense of the first verb after `end` in its sentence."""
    words = split_words(text, end, min(hi, end + _REACH))
    for place, word in enumerate(words):
        after = words[place + 1].lower() if place + 1 < len(words) else ""
        before = words[place - 1].lower() if place else ""
        later = words[place + 2].lower() if place + 2 < len(words) else ""
        tense = verb_tense(word, before, after, later)
        if tense:
            return tense
    return ""
