"""What is announced, among all that looks ahead.

An announcement tells an act that somebody plans, or a day that is set: "will open the
dam", "is due in Bodo on 20 May". What may come about, what somebody hopes or fears,
what a plan would do for others ("the cap will help"), and what befalls people ("more of
them will catch it") is a forecast.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.passage import Sentence
    from briefing.model.slot import Slot


_HAPPENED = re.compile(
    r"\b(?:was|were|did|woke|[A-Z][\w’'-]*\s(?!(?:need|agreed)\b)[a-z]{2,}ed)\b"
)
"""What tells something done, however the day of it was read."""
_LONGEST = 31
"""A longer time is no date: "this year"."""


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:plan(?:s|ned|ning)?\s(?:to|for)|(?:is|are|was|were|be|being|been)\s"
        r"(?:now\s|also\s|still\s)?(?:set|due|scheduled|planning|planned|going|preparing"
        r"|expected|about|slated|ready)\s(?:to|for|in|on|at|by|after|before)"
        r"|agreed\sto|vow(?:s|ed)?\sto|promis\w+\sto|pledg\w+\sto|intends?\sto"
        r"|aims?\sto|decided\sto|announced\s(?:that|plans|a|an|the|it|they)"
        r"|(?:is|are|was|were)\sto\s(?!do\b|be\sseen\b))"
    )


@cache
def _set_down() -> re.Pattern[str]:
    # "a visit, set to take place on Monday"; of what has happened it is an aside.
    return re.compile(
        r"\b(?:set|due|scheduled|slated|planned)\s(?:to|for|in|on|after)\b"
    )


@cache
def _modal() -> re.Pattern[str]:
    # "will", or the "would" of reported speech, with the verb that follows.
    return re.compile(
        r"(?:\b(?P<will>will)|\b(?P<would>would))(?P<not>\snot)?"
        r"(?P<between>(?:\s(?:also|now|then|soon|again|only|probably|likely|still|never"
        r"|not|[a-z]+ly))*)\s(?P<verb>[a-z]+)(?P<after>(?:\s[a-z]+)?)"
    )


_EFFECTS = word_set(
    "help do mean make cover cause lead affect reduce require depend prove work show "
    "need catch die suffer become see face remain continue find feel happen spread "
    "grow rise fall know like want get seem look appear allow stem cost last lose "
    "indicate suggest determine encourage improve hurt benefit harm inevitably have "
    "love hate think believe understand realise realize stay keep come never succeed "
    "fail win survive disappear erode damage boost raise give"
)
"""What comes about, with nobody who sets out to do it."""
_STATES = word_set(
    "able too enough hard difficult easy better worse responsible held a an the no not "
    "more less very so as because possible impossible like important used useful clear "
    "needed necessary"
)
"""Behind "will be": no act either, where "will be closed" is one."""


@cache
def _hedged() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:could|might|(?-i:may)|hop(?:e|es|ed|ing)|fear(?:s|ed)?|worr(?:y|ies|ied)"
        r"|risks?|danger|estimat\w+|predict\w+|forecast\w*|(?:purpose|point|aim|goal)\s"
        r"of|expect(?:s|ed|ing)?\sto\ssee|had\sto|doubt\w*|probably|likely|unlikely|if|unless)\b",
        re.IGNORECASE,
    )


@cache
def _foreseen() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:fear(?:s|ed|ing)|worr(?:y|ies|ied)|predict\w*|forecast\w*|estimat\w+"
        r"|speculat\w+|imagin\w+)\b"
    )


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:purpose|point|aim|goal|idea|task|job|question|problem|challenge)\b"
        r"[^;]{0,80}\b(?:is|are|was|were)\s"
    )


def is_plan(sentence: Sentence, slot: Slot) -> bool:
    """Say whether a sentence announces an act or a day, and guesses at neither."""
    text = sentence.text
    sourced = sentence.attribution is not None
    opens = sentence.aspect == "ahead"
    planned = _planned().search(text) or (opens and _set_down().search(text))
    if _foreseen().search(text) and not planned:
        return False
    acts = (
        _is_act(each) and (sourced or not (each["not"] or each["would"]))
        for each in _modal().finditer(text)
    )
    if any(acts) or (planned and not _purpose().search(text)):
        return sourced or not text.startswith("If ")
    return (
        opens
        and _is_dated(sentence, slot)
        and _hedged().search(text) is None
        and _HAPPENED.search(text) is None
    )


def _is_dated(sentence: Sentence, slot: Slot) -> bool:
    """Say whether a sentence sets a day or a month that is still to come."""
    return any(
        run.first >= slot.window.end and len(run) <= _LONGEST
        for run in sentence.event_days
    )


def _is_act(modal: re.Match[str]) -> bool:
    """Say whether "will" or "would" tells an act."""
    verb, after = modal["verb"], modal["after"].strip()
    guessed = any(word in modal["between"] for word in ("probably", "likely"))
    if verb in _EFFECTS or guessed:
        return False
    return verb != "be" or (bool(after) and after not in _STATES)
