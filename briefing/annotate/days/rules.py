"""Rules by which a day in a sentence is none of the event: see `parts`.

Each looks at the words right before or after a day; none knows what the story tells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.days.asides import is_by_the_way, is_unreal
from briefing.annotate.days.place import OLD

if TYPE_CHECKING:
    from briefing.annotate.days.place import Place
    from briefing.model.passage import DayPart

_CLAUSE = 200


@cache
def _filed_before() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Z .'’/-]{2,40},\s\Z")


@cache
def _filed_after() -> re.Pattern[str]:
    return re.compile(
        r",?(?:\s\d{4})?\s?(?:[(/][^()/\n]{1,40}[)/])?\s?(?:--|[-–—_])(?!\d)"
    )


@cache
def _begin() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:since|dating\s(?:back\s)?(?:to|from)"
        r"|anniversary\sof)\s(?:(?!and\b|but\b|or\b)\w+\s){0,5}\Z",
        re.IGNORECASE,
    )


@cache
def _state() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:as\s(?:of|at)\s(?:the\s)?"
        r"|(?:is|are|was|were|remain(?:s|ed)?)(?:n['’]t)?\s(?:(?:not|still|yet|immediately)\s){0,3}"
        r"(?:clear|unclear|known|unknown|certain|uncertain)\s(?:(?:late|early)\s)?(?:on\s)?)\Z",
        re.IGNORECASE,
    )


@cache
def _compared() -> re.Pattern[str]:
    """Words that hold another time against this one."""
    return re.compile(
        r"\b(?:than|compar(?:ed|able|ison)\s(?:with|to)"
        r"|(?:up|down)\sfrom)\s(?:(?!and\b|but\b|after\b|before\b)[\w$£€.,%-]+\s){0,5}\Z",
        re.IGNORECASE,
    )


@cache
def _until() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:until|till|through)\s(?:at\sleast\s)?(?:the\s|late\s|early\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(r"\bfrom\s(?:the\s)?\Z", re.IGNORECASE)


@cache
def _moving() -> re.Pattern[str]:
    """Words of moving a date: "until Tuesday" behind them is the new day."""
    return re.compile(
        r"\b(?:postpon|delay(?:ed|s|ing)?\b|adjourn|defer(?:red|s)?\b|reschedul|put\soff"
        r"|(?:push|mov|bring|brought)\w*\s(?:\w+\s){0,3}?(?:back|forward|up)\b"
        r"|(?:mov|shift)\w*\s(?:\w+\s){0,3}?from\b)",
        re.IGNORECASE,
    )


@cache
def _called_off() -> re.Pattern[str]:
    """Words by which a plan is dropped."""
    return re.compile(
        r"\b(?:cancel|call(?:ed|s|ing)?\soff|scrap(?:ped|s|ping)?\b|abandon|shelv)"
        r"|\b(?:postpon|reschedul|put\soff|adjourn)",
        re.IGNORECASE,
    )


@cache
def _planned() -> re.Pattern[str]:
    """Words that put a day to a plan: "talks scheduled for", "due to open on"."""
    return re.compile(
        r"\b(?:scheduled|planned|slated|due|set|meant|expected|supposed)\s"
        r"(?:to\s)?(?:\w+\s){0,4}\Z",
        re.IGNORECASE,
    )


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:the|a|an|its|their|his|her)|[’']s)\s\Z", re.IGNORECASE)


@cache
def _described() -> re.Pattern[str]:
    """An article and one more word before a bare year: "the original 1998 virus"."""
    return re.compile(
        r"\b(?:the|a|an|its|their|his|her)\s(?!(?:in|of|by|from|for|to|on|at|year|end"
        r"|start|beginning|middle)\b)[a-z]+\s\Z"
    )


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s|-)(?!(?:and|or|but|to|in|on|at|of|for|with|by|when|as|that|after|before"
        r"|was|were|is|are|has|had|will|would)\b)[A-Za-z]"
    )


@cache
def _year_ago() -> re.Pattern[str]:
    """A year back, as business news compares: "down from 9 million a year ago"."""
    return re.compile(
        r"(?:a|one|the)\s(?:year|quarter|month)\s(?:ago|earlier|before)\Z|last\s(?:year|quarter)\Z"
        r"|the\s(?:same|previous|prior|year-(?:ago|earlier))\s(?:\w+\s)?\w+\Z",
        re.IGNORECASE,
    )


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:up|down|increase|decrease|rise|drop|fall)\s(?:from|of|in)|compared\s(?:with|to)|against"
        r"|versus|than|from)\s[$£€]?\d"
    )


def _filed(place: Place) -> DayPart | None:
    """A dateline: "KYIV, Feb. 6 (Agency) --"."""
    span, where, text = place.timex.span, place.sentence, place.text
    before = _filed_before().match(text, where.start, span.start)
    if before is None or before.end() != span.start:
        return None
    return "filed" if _filed_after().match(text, span.end, where.end) else None


def _bounds(place: Place) -> DayPart | None:
    """What only begins, ends or measures a time."""
    text, low, start = place.text, place.low, place.timex.span.start
    if _begin().search(text, low, start):
        return "begin"
    if _state().search(text, low, start):
        return "state"
    if _compared().search(text, low, start) or _is_measure(place):
        return "compared"
    if _until().search(text, low, start):
        clause = max(place.sentence.start, start - _CLAUSE)
        moved = _moving().search(text, clause, start)
        return None if moved or _is_end_of_run(place) else "end"
    return None


def _is_measure(place: Place) -> bool:
    """Say whether a number of another time is held against that of this one."""
    if not _year_ago().match(place.timex.text):
        return False
    start = place.timex.span.start
    return _measured().search(place.text, place.low, start) is not None


def _is_end_of_run(place: Place) -> bool:
    """Say whether "until Friday" ends what began on a day named: "from Monday"."""
    start = place.timex.span.start
    words = place.text[place.low : start].lower().split()[:-1]
    return bool(words) and (
        "from" in words or words[-1].isdecimal() or words[-1].endswith("day")
    )


def _put_off(place: Place) -> DayPart | None:
    """The day of a plan that was dropped or moved: "postponed from Monday"."""
    text, where, start = place.text, place.sentence, place.timex.span.start
    clause = max(where.start, start - _CLAUSE)
    if _from().search(text, place.low, start) and _moving().search(text, clause, start):
        return "off"
    if not _planned().search(text, place.low, start):
        return None
    high = min(where.end, place.timex.span.end + _CLAUSE)
    return "off" if _called_off().search(text, clause, high) else None


def _named(place: Place) -> DayPart | None:
    """Part of a name: "the 2012 Games", "its May 2019 raid"."""
    text, span, low = place.text, place.timex.span, place.low
    if not _noun_after().match(text, span.end, place.sentence.end):
        return None
    year = place.timex.value.isdecimal() and place.timex.text.isdecimal()
    if year and _described().search(text, low, span.start):
        return "name"
    owned = place.timex.text.lower().startswith("the ")
    if not owned and not _owned().search(text, low, span.start):
        return None
    old = place.published is not None and place.days.last < place.published - OLD
    return "name" if old or place.timex.value.isdecimal() else None


RULES = (_filed, _bounds, _put_off, _named, is_by_the_way, is_unreal)
"""In the order in which they are asked."""
