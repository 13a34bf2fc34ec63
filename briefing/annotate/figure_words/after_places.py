"""Numbers right behind a place or a weekday: "In Dnipro 14 people were hurt".

Behind a name a number mostly belongs to it ("Mirage 2000"). It counts where a
preposition of place opens the clause and people follow, or things come to harm, or
the number is too small for a model's: "In Ferrum 640 cockpits were changed" has none.
"""

from __future__ import annotations

import re

from briefing.annotate.figure_words.people_words import CIVILIAN, MILITARY, NEUTRAL

_PLACED = re.compile(
    r"(?:\A|[,;:.—–]\s|\band\s)(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Oo]n)\s"
    r"(?:the\s)?(?:[A-Z][\w’'-]{2,20}\s){1,3}\Z"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s\Z"
)
_WEEKDAY = re.compile(r"day\s\Z")
_SUBJECT = re.compile(
    r"\s(?:[a-z-]{3,15}\s){0,2}([a-z]{2,15}s|people|children|men|women|troops|police)\s"
    r"(?:(?:and|or)\s\w+\s[a-z]+\s)?"
    r"(?:were|was|are|had|have|died|burned|fled|fell|lost|went|came|[a-z]{2,12}ed)\b"
)
_PEOPLE = MILITARY | CIVILIAN | NEUTRAL
_HARM = re.compile(
    r"[^.;]{0,80}\b(?:destroy|damag|hit\b|burn|kill|injur|wound|hurt|shell|loot|flood"
    r"|collaps|wreck|struck|sank|sunk|shot|captur|seiz|evacuat|reported\b|recorded\b"
    r"|registered\b|confirmed\b|without\b|lost\b)"
)
_SMALLEST_MODEL = 3
"""Digits of the shortest number that makers give to a model."""


def counts_behind_place(written: str, before: str, text: str, end: int) -> bool:
    """Say whether a number behind a place or a weekday counts what follows it."""
    if not _PLACED.search(before):
        return False
    subject = _SUBJECT.match(text, end)
    if subject is None:
        return False
    small = len(written) < _SMALLEST_MODEL or "," in written
    dated = _WEEKDAY.search(before) is not None
    return small or dated or subject[1] in _PEOPLE or bool(_HARM.match(text, end))
