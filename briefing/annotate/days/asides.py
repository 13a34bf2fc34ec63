"""Days that a sentence names by the way, or of what might have been.

"The bridge, which opened in 2009, fell" and "met after Monday's strike" name days by
the way; "if they had met on Monday, it would have ended" one on which nothing was.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS, WEEKDAYS
from briefing.annotate.clauses import is_past, split_words, tense_before
from briefing.annotate.days.place import OLD, REACH
from briefing.annotate.grammar_words import IRREGULAR_PARTICIPLES
from briefing.annotate.verb_words import BREAKS, FUTURE, PERFECT, PRESENT, SAYING
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.days.place import Place
    from briefing.model.passage import DayPart
    from briefing.model.span import Span
    from briefing.model.timex import Timex

_CLAUSE = 200
_SIDE = word_set("which who whose whom where")
"""Words that open a clause about what a noun did or does by the way."""
_CHARGES = frozenset({"of", "for", "with", "over", "to", "about"})
"""Words before a form in -ing that tell what somebody is charged with."""
_JOINTS = frozenset({"and", "but", "or", "then"})
_LONGEST_ASIDE = 9
"""Words of an aside that a participle opens, and the comma before it."""
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_MARKS = frozenset({",", ";", ":", "(", ")", "—", "–", "--", "“", "”", '"'})


@cache
def _reference() -> re.Pattern[str]:
    """Words that set what happened after or before something that has a day."""
    return re.compile(
        r"\b(?:ahead\sof|before|after|following|prior\sto|in\sresponse\sto)\s"
        r"(?:(?!dawn\b|sunrise\b|dusk\b|sunset\b|dark\b|midnight\b|noon\b|nightfall\b)"
        r"[^\W\d_][\w’'-]*\s){0,6}\Z",
        re.IGNORECASE,
    )


@cache
def _due() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)\b(?:due|maturing)\s(?:in\s)?\Z"
    )


@cache
def _would_have() -> re.Pattern[str]:
    return re.compile(r"\b(?:would|could|might|should)(?:n['’]t|\snot)?\shave\b")


@cache
def _had_planned() -> re.Pattern[str]:
    """A plan told of as gone by: "had planned to open in January"."""
    return re.compile(
        r"\bhad\s(?:(?:once|first|originally|initially|long|also)\s)?"
        r"(?:planned|intended|hoped|wanted|meant)\s(?:to|on|for)\s[^.;:—–]{0,80}\Z"
    )


@cache
def _but() -> re.Pattern[str]:
    return re.compile(r"\b(?:but|when|until|before|and|then)\b")


@cache
def _if() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Ii]f|Had|unless)\s")


def is_by_the_way(place: Place) -> DayPart | None:
    """History in a clause about a noun, and what has yet to come before or after."""
    published = place.published
    if published is None:
        return None
    if place.days.first > published:
        if _falls_due(place):
            return "aside"
        told = place.tense in {"past", "perfect"}
        return "aside" if told and _is_reference_ahead(place) else None
    if place.days.last >= published - OLD:
        return None
    if _in_gerund(place) or describes(place.timex, place.sentence, place.text):
        return "aside"
    # "would look into the raid of May 2019": what is to come was not then.
    return "aside" if place.tense == "future" or _in_side_clause(place) else None


def _falls_due(place: Place) -> bool:
    """Say whether a paper is named by when it falls due: "notes due Oct. 15, 1999"."""
    if not re.search(r"\d{4}", place.timex.text):
        return False
    return _due().search(place.text, place.low, place.timex.span.start) is not None


def _is_reference_ahead(place: Place) -> bool:
    text, start = place.text, place.timex.span.start
    if not _reference().search(text, place.low, start):
        return False
    return tense_before(text, start, place.sentence.start) != "future"


def _in_side_clause(place: Place) -> bool:
    """Say whether a day stands in a clause that only describes a noun.

    Behind a comma ("the bridge, which opened in 2009, fell") it always does, and so it
    does where the clause is what is asked ("to find who sank it") or goes further back
    ("who had been there"); else only when the sentence tells of the present.
    """
    start = place.timex.span.start
    low = max(place.sentence.start, start - _CLAUSE)
    words = split_words(place.text, low, start)
    verbs, was_verb = 0, False
    for at in range(len(words) - 1, 0, -1):
        word = words[at]
        if word.lower() in _SIDE:
            apart = words[at - 1] in _MARKS or words[at + 1 : at + 2] == ["had"]
            apart = apart or _is_asked(words, at)
            return verbs <= 1 and (apart or place.tense in {"present", "perfect"})
        if word in _MARKS:
            return False
        verb = _is_verb(word)
        verbs += verb and not was_verb
        was_verb = verb
    return False


def _in_gerund(place: Place) -> bool:
    """Say whether a day belongs to what somebody is charged with: "of taking bribes".

    A finite verb between the form in -ing and the day would begin a clause.
    """
    start = place.timex.span.start
    low = max(place.sentence.start, start - _CLAUSE)
    words = split_words(place.text, low, start)
    for at in range(len(words) - 1, 0, -1):
        word = words[at].lower()
        if word in _MARKS or _is_verb(word) or word in _SIDE:
            return False
        if word.endswith("ing") and words[at - 1].lower() in _CHARGES:
            return any(_is_verb(each) for each in words[: at - 1])
    return False


def describes(timex: Timex, where: Span, text: str) -> bool:
    """Say whether a day stands in words that only describe the subject of a verb.

    "Those who robbed it in 2019 were jailed", "the mayor, elected in May, resigned".
    """
    end = timex.span.end
    low = max(where.start, timex.span.start - _CLAUSE)
    if text[end : end + 1] not in {" ", ","} or low == timex.span.start:
        return False
    after = split_words(text, end, min(where.end, end + REACH))[:2]
    if len(after) > 1 and after[0] == ",":
        if after[1].lower() in _JOINTS or "," not in text[low : timex.span.start]:
            return False
        return _is_reduced(split_words(text, low, timex.span.start))
    if not after or not _is_verb(after[0]):
        return False
    return _in_relative(split_words(text, low, timex.span.start))


def _is_reduced(left: list[str]) -> bool:
    """Say whether a participle opens what stands between a comma and the day."""
    for at in range(len(left) - 2, max(-1, len(left) - _LONGEST_ASIDE), -1):
        if left[at] == ",":
            low = left[at + 1].lower()
            formed = low.endswith("ed") or low in IRREGULAR_PARTICIPLES
            return at > 0 and formed and low not in SAYING
        if left[at] in _MARKS:
            return False
    return False


def _in_relative(left: list[str]) -> bool:
    """Say whether "who" or "that" behind a noun opens the clause of a day."""
    for at in range(len(left) - 1, 0, -1):
        word = left[at].lower()
        if word in _MARKS:
            return False
        if word in _SIDE:
            return True
        if word == "that":
            before = left[at - 1].lower()
            said = before in SAYING or before in BREAKS or _is_verb(before)
            return before.isalpha() and not said and before not in _DAYS
    return False


def _is_asked(words: list[str], at: int) -> bool:
    """Say whether a clause is what is asked: "to learn who", "to find out who"."""
    verb = at - 2 if words[at - 1].lower() != "out" else at - 3
    return verb >= 0 and words[verb].lower() == "to"


def _is_verb(word: str) -> bool:
    low = word.lower()
    return is_past(word) or low in PERFECT or low in PRESENT or low in FUTURE


def is_unreal(place: Place) -> DayPart | None:
    """What might have been: "if they had met on Monday, it would have ended"."""
    where, text = place.sentence, place.text
    low = max(where.start, place.timex.span.start - _CLAUSE)
    high = min(where.end, place.timex.span.end + _CLAUSE)
    plan = _had_planned().search(text, low, place.timex.span.start)
    if plan and not _but().search(plan.group()):
        return "unreal"
    if not _would_have().search(text, low, high):
        return None
    return "unreal" if _if().search(text, low, high) else None


def is_after_what(timex: Timex, where: Span, text: str) -> bool:
    """Say whether a day is only that of what went before: "after Monday's strike".

    "after troops left on Monday" tells of what happened on Monday, and is not meant.
    """
    start = timex.span.start
    low = max(where.start, start - REACH)
    found = _reference().search(text, low, start)
    return found is not None and not any(
        _is_verb(word) for word in split_words(text, found.start(), start)
    )
