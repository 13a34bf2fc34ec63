"""Whether a figure is a running total or what was added.

Words that stand right at the number tell first: "another 40", "two more", "a total of
12", "15 so far", "raising the toll to 60". Else the nearest words of the sentence
count: a total is what has been reached since something began ("since the start of the
war", "to date", "overall"), an increment what came in a day, a night, a week or in one
event ("in the past day", "overnight", "on Tuesday", "in the attack"). A day on which
something was only said tells nothing ("said on Tuesday that"). A rate ("2,000 a day"),
an age and a length of time have no scope.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.speech import is_saying_day

if TYPE_CHECKING:
    from briefing.model.figure import Figure, Scope
    from briefing.model.span import Span

_SCOPED = frozenset(("count", "vague", "money", "measure"))
_BEFORE, _AFTER = 48, 60
_BREAK = 60
"""What a mark behind the end of a clause counts as further off, in characters."""
_UNIT = r"(?:hours?|days?|nights?|weeks?|weekend|months?|years?)"
_EVENT = (
    r"(?:attacks?|strikes?|airstrikes?|raids?|explosions?|blasts?|bombings?|shellings?"
    r"|clash(?:es)?|battles?|assaults?|ambush(?:es)?|crash|incidents?|shootings?"
    r"|massacres?|earthquake|quake|fires?|protests?|exchange|swap|operation|violence"
    r"|collapse|barrage|salvo)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"


@cache
def _lead() -> re.Pattern[str]:
    """Words right before a number (and its comparator)."""
    return re.compile(
        r"(?P<increment>\b(?:another|an?\s(?:further|additional|extra)|(?:some|about)\s"
        r"(?:additional|further)|additional|further)\s)\Z"
        r"|(?P<total>\b(?:total(?:s|l?ed|l?ing|\snumber)?(?:\sof)?|in\sall,?"
        r"|(?:toll|total|tally|number|count|losses|casualties)[^.;:()]{0,30}?\s"
        r"(?:to|at|reached|hit|is|was|stands?|exceeded|exceeds|passed|topped))\s)\Z",
        re.IGNORECASE,
    )


@cache
def _tail() -> re.Pattern[str]:
    """Words right behind a figure."""
    return re.compile(
        r"\s(?P<increment>(?:more|further|additional|extra|new|newly)\b(?!\sthan))"
        r"|[^.,;:()]{0,30}?\s(?P<total>so\sfar|to\sdate|in\s(?:all|total)|overall"
        r"|altogether)\b",
        re.IGNORECASE,
    )


@cache
def _marks() -> re.Pattern[str]:
    """Words of a sentence that tell over what time its figures were counted."""
    return re.compile(
        r"\b(?:(?P<total>since\b|so\sfar\b|to\sdate\b|in\sall\b|in\stotal\b|overall\b"
        r"|altogether\b|cumulative(?:ly)?\b|until\snow\b|up\sto\snow\b"
        rf"|(?:over|in|during|throughout)\sthe\s(?:entire\s|whole\s)?(?:course|war|conflict"
        r"|invasion|uprising|campaign|outbreak|pandemic)\b"
        r"|from\sthe\s(?:start|beginning|outset)\b)"
        rf"|(?P<increment>overnight\b|yesterday\b|(?:on\s)?{_DAY}\b"
        rf"|(?:in|over|during|within|for)\s(?:the|a)\s(?:past|last|previous|single|same)\s"
        rf"(?:[\w-]+\s)?{_UNIT}\b|(?:last|this|that)\s{_UNIT}\b"
        rf"|(?:over|in|within)\s(?:just\s)?(?:24|48|72)\shours\b"
        rf"|(?:in|during|by|from|after)\s(?:the|an?|that|this|one)\s(?:[\w’'-]+\s){{0,3}}?"
        rf"{_EVENT}\b))",
        re.IGNORECASE,
    )


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(r"[;:()]|,\s(?:but|while|although|bringing|raising|taking)\b")


def tell_scope(text: str, figure: Figure, sentence: Span) -> Scope | None:
    """Tell whether a figure is a total or an increment.

    Args:
        text: The article's text.
        figure: The figure.
        sentence: The sentence it stands in.

    Returns:
        None where nothing tells.
    """
    if figure.kind not in _SCOPED:
        return None
    span, compared = figure.span, figure.comparator_span
    start = min(span.start, compared.start) if compared else span.start
    end = max(span.end, compared.end) if compared else span.end
    lead = _lead().search(text, max(sentence.start, start - _BEFORE), start)
    found = lead or _tail().match(text, end, min(sentence.end, end + _AFTER))
    if found:
        return "total" if found["total"] else "increment"
    return _nearest(text, start, end, sentence)


def _nearest(text: str, start: int, end: int, sentence: Span) -> Scope | None:
    """Take the nearest mark of the sentence that is not the day of saying."""
    best: tuple[int, Scope] | None = None
    low = max(sentence.start, start - _REACH)
    high = min(sentence.end, end + _REACH)
    for mark in _marks().finditer(text, low, high):
        if start <= mark.start() < end:
            continue
        between = (mark.end(), start) if mark.end() <= start else (end, mark.start())
        off = between[1] - between[0]
        if _clause_end().search(text, *between):
            off += _BREAK
        told: Scope = "total" if mark["total"] else "increment"
        if best is not None and off >= best[0]:
            continue
        if told == "increment" and _is_said(text, mark, sentence):
            continue
        best = (off, told)
    return best[1] if best else None


_REACH = 200


def _is_said(text: str, mark: re.Match[str], sentence: Span) -> bool:
    """Say whether a day is that of saying: "said on Tuesday that"."""
    day = _a_day().search(mark.group())
    if day is None:
        return False
    at = mark.start() + day.start()
    return is_saying_day(text, at, mark.end(), sentence.start, sentence.end)


@cache
def _a_day() -> re.Pattern[str]:
    return re.compile(rf"{_DAY}|yesterday", re.IGNORECASE)
