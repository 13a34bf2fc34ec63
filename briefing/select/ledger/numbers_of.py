"""What a number counts where "the number of" names it far before: "... is 102".

"The correct number of people killed in Homs is 102", "The army put the number of those
hurt on Monday at 50": what is counted stands behind "number of", and who puts it there
is no thing counted, but says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.select.ledger.senses import event_class, is_known
from briefing.text.fold import words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate

REACH = 160
"""How many characters before a number may say what it is of."""


@cache
def _number_of() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:number|total|count|tally)s?\sof\s(?P<of>(?:[\w’'-]+\s){1,6}?)"
        r"(?=(?:in|at|on|since|from|by|during|near|around|was|is|were|are|has|had|to|"
        r"stood|stands|rose|fell|reached|as|over|so|this|last|after|before)\b)"
        r"[^.;:\d]{0,90}$",
        re.IGNORECASE,
    )


@cache
def _put() -> re.Pattern[str]:
    """Who puts a number at so much, at the head of a clause."""
    return re.compile(
        r"(?:^|[;,:]\s|\b(?:and|but|while|whereas)\s)"
        r"(?P<by>(?:[Tt]he\s|[Aa]n?\s)?(?:[\w.’'-]+\s){1,5}?)"
        r"(?:has\s|had\s|have\s|later\s|now\s)?(?:puts?|gave|gives?|estimated|estimates)"
        r"\s(?:the|its|their)\s(?:\w+\s){0,2}?(?:number|total|count|tally)s?\sof\s"
        r"[^.;:\d]{0,110}$"
    )


def read_number_of(figure: Figure, candidate: Candidate) -> Figure:
    """Give a figure what is counted, and who says so, where "number of" tells it."""
    sentence = candidate.sentence
    at = figure.span.start - sentence.span.start
    before = sentence.text[max(0, at - REACH) : at]
    if figure.kind != "count":
        return figure
    put = _put().search(before)
    by = " ".join(put["by"].split()) if put else None
    if figure.what is not None and not (by and _is_within(figure.what, by)):
        bare = _bare().search(before)
        if bare and _puts(figure.what, sentence.text):
            return replace(figure, what=bare[1], event=None)
        return figure
    told = _number_of().search(before)
    if told is None:
        return figure
    counted = told["of"].split()
    event = None
    if len(counted) > 1 and is_known(event_class(counted[-1])):
        event = counted.pop()
    return replace(
        figure,
        what=" ".join(counted),
        event=event or figure.event,
        attribution=figure.attribution or by,
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        r"\bthe\s(number|figure|count|total|tally)\s(?:was|is|stood at|stands at|at)\s"
        r"(?:[^\W\d]+\s){0,3}$",
        re.IGNORECASE,
    )


def _puts(what: str, text: str) -> bool:
    """Say whether what is taken for the thing counted puts a number at so much."""
    at = text.find(what)
    return (
        at >= 0
        and re.match(r"\s(?:ha[sd]\s)?puts?\b", text[at + len(what) :]) is not None
    )


def _is_within(what: str, by: str) -> bool:
    return set(words(what)) <= set(words(by))
