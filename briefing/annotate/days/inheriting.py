"""Sentences without a day of their own: which go on with the sentence before.

Told in the past, a sentence goes on with the event before when it opens with what
points back ("It", "That convoy", "The convoy" after "a convoy"), with those whom the
event harmed ("At least four people were killed"), or takes up its word again ("made
the pledge" after "pledged"). Another event does not ("Pilots also struck"), nor does
history ("had been", "for years", "once").

Any other sentence told in the past, and not as history, is known to speak at the
latest of the publication day.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.clauses import is_past, split_words
from briefing.annotate.verb_words import SAYING
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.aspect import Telling
    from briefing.model.span import Span
    from briefing.model.timex import Timex

_HEAD = 90
_BEFORE = 600
_STEM = 5
_STATES = word_set(
    "was were had wanted knew believed lived owned loved liked thought felt grew "
    "worked served studied remained seemed appeared"
)
"""Verbs of what lasts: after "she" they tell of her life, not of the event."""


@cache
def _short_length() -> re.Pattern[str]:
    return re.compile(r"P(?:T|[\dX]+[DW])")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:But|And|Instead|Then|So|Yet|However|Later|Soon\safter(?:wards?)?|Afterwards?"
        r"|As\sa\sresult|In\sresponse|In\sall|Altogether|During\sthe\s\w+),?\s)?(?=\w)"
    )


@cache
def _harmed() -> re.Pattern[str]:
    """Those who were hurt or not, as the next sentence tells of them."""
    return re.compile(
        r"(?:A|Another)\s(?:\w+\s)?fire\b"
        r"|No\s(?:casualties|injuries|deaths|one)\b|Nobody\b|Rescuers\b|Firefighters\b"
        r"|(?:At\sleast\s|More\sthan\s|Another\s)?(?:\d+|[A-Za-z]{3,9})\s(?:other\s|more\s)?"
        r"(?:people|civilians|others|residents|soldiers|children)\s(?:were|was|died|had)\b"
    )


@cache
def _event() -> re.Pattern[str]:
    """Events that a definite noun takes up, whatever they were called before."""
    return re.compile(
        r"(?:[Tt]he|[Tt]h(?:is|at|ese|ose))\s(?:\w+\s)?(?:strikes?|attacks?|explosions?"
        r"|blasts?|fires?|raids?|assaults?|shelling|incidents?|crash|collision|drones?"
        r"|missiles?|quake|earthquake|storm|shooting|clash(?:es)?|talks|meeting|vote"
        r"|accident|debris)\b"
    )


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(r"([Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s(?:(?:also|then|later)\s)?(\w+)")


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(
        r"(?:[Tt]he|[Tt]h(?:is|at|ese|ose))\s((?:[a-z]+\s){1,3})(?=[a-z]+|[A-Z])"
    )


@cache
def _taken_up() -> re.Pattern[str]:
    """A name, a verb and a definite noun: "Petrov made the pledge"."""
    return re.compile(
        r"(?:[A-Z][\w’'.-]*\s){1,3}([a-z]+)\s(?:the|this|that)\s([a-z]{4,})"
    )


@cache
def _history() -> re.Pattern[str]:
    return re.compile(
        r"\bhad\s(?:(?:already|long|also|never|not|once|[a-z]+ly)\s)?(?:been\b|[a-z]+(?:ed|en|wn)\b)"
        r"|\b(?:once|formerly|previously|historically|used\sto\s(?:be|have|live|work|belong|serve)|for\s(?:years|decades"
        r"|centuries|generations)|in\sthe\spast)\b|\bin\s(?:his|her|their)\s(?:youth"
        r"|childhood|teens|\w+ies)\b|\bborn\b",
        re.IGNORECASE,
    )


@cache
def _said() -> re.Pattern[str]:
    """Words behind which "had been" only takes up the past of the telling."""
    return re.compile(
        r"\b(?:that|whether|which|who|because|if|while|said|says|told|added|reported)\b"
    )


def goes_on(
    sentence: Span,
    text: str,
    timexes: Sequence[Timex],
    telling: Telling,
    before: Span | None,
) -> bool:
    """Say whether a sentence without a day goes on with the one before.

    Args:
        sentence: The sentence.
        text: The article's text.
        timexes: Its time expressions.
        telling: How it tells what it tells.
        before: The sentence before it.
    """
    if telling.quote or telling.tense not in {"past", ""} or before is None:
        return False
    if _is_elsewhen(timexes):
        return False
    head = text[sentence.start : min(sentence.end, sentence.start + _HEAD)]
    linked = _link().match(head)
    head = head[linked.end() :] if linked else head
    head = head[:1].upper() + head[1:]
    if _harmed().match(head) or _event().match(head):
        return True
    if _history().search(head):
        return False
    earlier = text[before.start : min(before.end, before.start + _BEFORE)].lower()
    return _points_back(head) or _takes_up(head, earlier)


def tells_news(
    sentence: Span, text: str, timexes: Sequence[Timex], telling: Telling
) -> bool:
    """Say whether a sentence without a day tells of what happened of late."""
    if telling.quote or telling.tense != "past" or _is_elsewhen(timexes):
        return False
    start = sentence.start
    end = min(sentence.end, start + _BEFORE)
    said = _said().search(text, start, end)
    return _history().search(text, start, said.start() if said else end) is None


def _is_elsewhen(timexes: Sequence[Timex]) -> bool:
    """Say whether vague times or long ones set a sentence apart: "for two years"."""
    return any(
        timex.days is None
        and timex.value != "PRESENT_REF"
        and not _short_length().match(timex.value)
        for timex in timexes
    )


def _points_back(head: str) -> bool:
    found = _pronoun().match(head)
    if found is None:
        return False
    verb = found[2].lower()
    if found[1] in {"It", "They"}:
        return is_past(verb)
    return is_past(verb) and verb not in _STATES and verb not in SAYING


def _takes_up(head: str, earlier: str) -> bool:
    """Say whether a sentence opens with a noun of the one before, or does it again."""
    found = _definite().match(head)
    if found is not None:
        words = split_words(head, found.start(1), len(head))
        return _noun_again(words, earlier)
    object_ = _taken_up().match(head)
    if object_ is None or not is_past(object_[1]) or object_[1] in SAYING:
        return False
    return object_[2][:_STEM] in earlier


def _noun_again(words: list[str], earlier: str) -> bool:
    """Say whether the noun before the first verb stands in the sentence before."""
    for at, word in enumerate(words[1:5], start=1):
        if not is_past(word):
            continue
        noun = words[at - 1].lower()
        said = word.lower() in SAYING
        return not said and len(noun) >= _STEM - 1 and noun[:_STEM] in earlier
    return False
