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
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.speech import is_saying_day
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.figure import Figure, Scope
    from briefing.model.span import Span

_SCOPED = frozenset(("count", "vague", "money", "measure"))
_BEFORE, _AFTER = 48, 60
_REACH, _LONGEST = 200, 3000
_BREAK = 60
"""What a mark behind the end of a clause counts as further off, in characters."""
_UNIT = r"(?:hours?|days?|nights?|weeks?|weekend|months?|years?)"
_EVENT = (
    r"(?:attacks?|strikes?|airstrikes?|raids?|explosions?|blasts?|bombings?|shellings?"
    r"|clash(?:es)?|battles?|assaults?|ambush(?:es)?|crash|incidents?|shootings?"
    r"|massacres?|earthquake|quake|fires?|protests?|exchange|swap|operation|violence"
    r"|collapse|barrage|salvo)"
)
_LETTERS = re.compile("[a-z]+")
_HINTS = word_set(
    "since far date all total overall altogether cumulative cumulatively now course "
    "war conflict invasion uprising campaign outbreak pandemic start beginning outset "
    "overnight yesterday monday tuesday wednesday thursday friday saturday sunday "
    "past last previous single same this that attack attacks strike strikes airstrike "
    "airstrikes raid raids explosion explosions blast blasts bombing bombings shelling "
    "shellings clash clashes battle battles assault assaults ambush ambushes crash "
    "incident incidents shooting shootings massacre massacres earthquake quake fire "
    "fires protest protests exchange swap operation violence collapse barrage salvo "
    "hours"
)
"""Words of which each mark has one."""
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
        rf"{_EVENT}\b))"
    )


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(r"[;:()]|,\s(?:but|while|although|bringing|raising|taking)\b")


class Mark(NamedTuple):
    """Words that tell over what time the figures of a sentence were counted."""

    start: int
    end: int
    scope: Scope


def find_marks(text: str, sentence: Span) -> tuple[Mark, ...]:
    """Find the words of a sentence that tell totals from increments, in order."""
    if sentence.end - sentence.start > _LONGEST:
        return ()
    low = text[sentence.start : sentence.end].lower()
    longer = len(low) != sentence.end - sentence.start
    if longer or _HINTS.isdisjoint(_LETTERS.findall(low)):
        return ()
    found = []
    for match in _marks().finditer(low):
        scope: Scope = "total" if match["total"] else "increment"
        start, end = sentence.start + match.start(), sentence.start + match.end()
        mark = Mark(start, end, scope)
        if scope == "total" or not _is_said(text, mark, sentence):
            found.append(mark)
    return tuple(found)


def tell_scope(
    text: str, figure: Figure, sentence: Span, marks: Sequence[Mark]
) -> Scope | None:
    """Tell whether a figure is a total or an increment.

    Args:
        text: The article's text.
        figure: The figure.
        sentence: The sentence it stands in.
        marks: The sentence's marks, from `find_marks`.

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
    return _nearest(text, start, end, marks)


def _nearest(text: str, start: int, end: int, marks: Sequence[Mark]) -> Scope | None:
    """Take the nearest mark; one beyond the end of a clause counts as further off."""
    best: tuple[int, Scope] | None = None
    for mark in marks:
        before = mark.end <= start
        between = (mark.end, start) if before else (end, mark.start)
        off = between[1] - between[0]
        if off < 0 or off > _REACH or (best is not None and off >= best[0]):
            continue
        if _clause_end().search(text, *between):
            off += _BREAK
        if best is None or off < best[0]:
            best = (off, mark.scope)
    return best[1] if best else None


def _is_said(text: str, mark: Mark, sentence: Span) -> bool:
    """Say whether a day is that of saying: "said on Tuesday that"."""
    day = _a_day().search(text, mark.start, mark.end)
    if day is None:
        return False
    return is_saying_day(text, day.start(), mark.end, sentence.start, sentence.end)


@cache
def _a_day() -> re.Pattern[str]:
    return re.compile(rf"{_DAY}|yesterday", re.IGNORECASE)
