"""Present-tense verbs that, beside a day, tell of what is planned: "play on Sunday".

News tells the past in the past tense; what "opens on Monday" or "takes effect on 1
July" is still to come. Only verbs of what stands in a diary are taken so: "Quake hits
coast on Monday" and "figures show" are headlines or showing. There is no parser: a
form in -s is a verb behind a noun, a form without an ending between a name or a plural
and what it acts on.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.annotate.calendar_words import MONTHS, WEEKDAYS
from briefing.annotate.grammar_words import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    third_persons,
)
from briefing.annotate.verb_words import BREAKS, DIARY, HELPERS, PRESENT
from briefing.text.words import word_set

_FORMS = third_persons(DIARY)
_ADVERBS = word_set("also then again now still finally first next")
_NO_SUBJECT = (DETERMINERS - {"this", "that", "all"}) | PREPOSITIONS | HELPERS | PRESENT
_PLURAL_PRONOUNS = frozenset({"they", "we", "you", "who"})
_ACTED_ON = DETERMINERS | PREPOSITIONS | frozenset({"again", "here", "there"})
_MOVES = frozenset({"is", "are", "isn't", "aren't", "isn’t", "aren’t"})
_LINKS = word_set("at on for from until midnight noon midday this next now only")
_DUMMIES = word_set("it today there tomorrow yesterday that this which he she they")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[.!?…:;][”\"’')\]]*\s*\Z")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:starting|beginning|effective|as)\s(?:on\s|from\s)?\Z", re.I
    )


def is_whole(text: str, lo: int, hi: int) -> bool:
    """Say whether a sentence ends as one; a headline does not."""
    return _end().search(text, max(lo, hi - 8), hi) is not None


def opens_plan(text: str, start: int, lo: int) -> bool:
    """Say whether "starting" or "effective" opens the words right before a day."""
    return _opening().search(text, max(lo, start - 20), start) is not None


def plans_before(words: list[str]) -> bool:
    """Say whether a verb of plans stands last in the clause that a day closes.

    Args:
        words: The words and marks before the day, as `split_words` gives them.
    """
    for place in range(len(words) - 1, -1, -1):
        low = words[place].lower()
        if low in BREAKS:
            return place + 1 < len(words) and _is_plan_after(words, place)
        if low in _MOVES:
            return _is_set(words, place)
        if _is_plan(words, place):
            return True
    return False


def plans_after(words: list[str]) -> bool:
    """Say whether the first verb behind an opening day is one of plans."""
    for place, word in enumerate(words):
        if word.lower() in BREAKS or word.lower() in PRESENT:
            return False
        if _is_plan(words, place):
            return True
    return False


def _is_plan_after(words: list[str], place: int) -> bool:
    """Say whether "which" and the like are followed by a verb: "which opens"."""
    low = words[place + 1].lower()
    return words[place].isalpha() and (low in _FORMS or low in DIARY)


def _is_set(words: list[str], place: int) -> bool:
    """Say whether only words of the day follow "is": "it is due at noon on"."""
    subject = words[place - 1].lower() if place else ""
    rest = words[place + 1 :]
    calendar = subject in WEEKDAYS or subject in MONTHS
    return (
        bool(subject)
        and subject.isalpha()
        and subject not in _DUMMIES
        and not calendar
        and all(word.lower() in _LINKS for word in rest)
    )


def _is_plan(words: list[str], place: int) -> bool:
    """Say whether a word is a verb of plans in the present tense."""
    word = words[place]
    if not word.islower() or place == 0:
        return False
    subject = words[place - 1]
    if subject.lower() in _ADVERBS and place > 1:
        subject = words[place - 2]
    if word in _FORMS:
        return _is_singular(subject)
    return word in DIARY and _is_several(subject) and _is_acted(words, place)


def _is_singular(subject: str) -> bool:
    """Say whether a word can be the end of a subject: "the team", "Parliament"."""
    low = subject.lower()
    if not subject[0].isalpha():
        return subject == ","
    if low in PRONOUNS:
        return low in {"he", "she", "it"}
    possessive = low.endswith(("'s", "’s"))
    return low not in _NO_SUBJECT and not possessive


def _is_several(subject: str) -> bool:
    """Say whether a word can be a plural, or a name that stands for several."""
    low = subject.lower()
    if not subject[0].isalpha() or low in _NO_SUBJECT or low in WEEKDAYS:
        return False
    if low in PRONOUNS:
        return low in _PLURAL_PRONOUNS
    plural = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us"))
    return plural or subject[0].isupper()


def _is_acted(words: list[str], place: int) -> bool:
    """Say whether what follows shows a verb: an object, a preposition, the day."""
    after = words[place + 1] if place + 1 < len(words) else ""
    return not after or after[0].isupper() or after.lower() in _ACTED_ON | {"shut"}
