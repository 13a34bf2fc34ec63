"""Dates that lean on the last one named: "that week", "the day before", "the weekend".

"that", "the same" name the unit around the last date; "the previous", "the following"
and "the next" its neighbours; "the day before" and "the day after" count only at the
end of a clause, because "the day before the vote" leans on an event, not on a date.
"later in the day" is the last day named, "the end of the year" and "for the year"
the year of publication, "the weekend" the one just over, or ahead in the future tense.
"the same time frame" repeats the last duration.

Example: after "on February 5", "the following day" is 2025-02-06 and "that week"
2025-W06.

Left to others: "last week" (relative_periods), "a day later" (offsets), "the quarter"
(quarter_anaphora).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import DAY_PARTS, PERIOD_UNITS, UNITS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.nearest import scene_tense
from briefing.annotate.part_of_period import part_days, take_part
from briefing.annotate.period import period_around

if TYPE_CHECKING:
    from briefing.annotate.period import Period
    from briefing.model.span import Span

TRIGGERS = frozenset(
    {
        "day",
        "week",
        "weekend",
        "month",
        "quarter",
        "year",
        "decade",
        "period",
        "time",
        *DAY_PARTS,
    }
)
_REACH = 40
_APPOSED = 3
_WITHIN: dict[str, frozenset[str]] = {
    "week": frozenset(),
    "weekend": frozenset(),
    "month": frozenset({"month"}),
}
"""Units that are not known from longer ones, with those that are no longer."""
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}
_STEPS = {
    "that": 0,
    "that same": 0,
    "the same": 0,
    "same": 0,
    "the full": 0,
    "the entire": 0,
    "the whole": 0,
    "the previous": -1,
    "the preceding": -1,
    "the prior": -1,
    "the following": 1,
    "the next": 1,
}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<look>that(?:\ssame)?|the\s(?:same|full|entire|whole|previous|preceding|prior|following|next))\s(?:fiscal\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _in_the() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:early|late|earlier|later)\sin\sthe"
        r"|(?:\bthe\s)?\b(?:beginning|start|middle|end|rest|remainder|course)\sof\sthe"
        r"|(?<=\bfor\s)the|(?<=\bmonths\sof\s)the|(?<=\bhalf\sof\s)the"
        r"|(?<=\bend\s)the|(?<=\bended\s)the|(?<=\bending\s)the|(?<=\bfinish\s)the"
        r"|(?<=\bclose\s)the|(?<=\bclosed\s)the|(?<=\bfinished\s)the)\s\Z",
        re.IGNORECASE,
    )


@cache
def _appositive() -> re.Pattern[str]:
    return re.compile(
        r",\s(?:[A-Z][a-z]{5,8},\s)?(?:[A-Z][a-z]{2,8}\.?\s\d|\d{1,2}\s[A-Z])"
    )


@cache
def _ends_on() -> re.Pattern[str]:
    return re.compile(r"\s(?:that\s)?(?:ended|ending|ends)\s")


@cache
def _after_day() -> re.Pattern[str]:
    return re.compile(r"\s(before|after|earlier|previous)(?=\s?[.,;:”\"]|\s?\Z)")


@cache
def _frame() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s|that\s)?same\s\Z", re.IGNORECASE)


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a date that leans on the last one named."""
    low = max(span.start, token.start - _REACH)
    if token.word in {"time", "period"}:
        return _propose_frame(text, token, span, low)
    before = _before().search(text, low, token.start)
    if token.word in DAY_PARTS:
        return _propose_morning(token, before)
    if before:
        look = " ".join(before["look"].lower().split())
        part = take_part(text, before.start(), span)
        if token.word == "day" and _appositive().match(text, token.end, span.end):
            return Candidate(
                part.start, token.end, "DATE", "anaphora", _read_apposed, late=True
            )
        read = partial(_read, PERIOD_UNITS[UNITS[token.word]], _STEPS[look], part.name)
        return Candidate(part.start, token.end, "DATE", "anaphora", read)
    if token.word == "weekend":
        return _propose_weekend(text, token, low)
    return _propose_in_the(text, token, low) or _propose_day_before(
        text, token, span, low
    )


def _propose_morning(token: Token, before: re.Match[str] | None) -> Candidate | None:
    """Propose "the next morning", "that night"."""
    if before is None:
        return None
    step = _STEPS[" ".join(before["look"].lower().split())]
    suffix = f"T{DAY_PARTS[token.word]}"

    def read(scene: Scene) -> Reading | None:
        reading = _read("day", step, "", scene)
        return reading and reading._replace(value=reading.value + suffix)

    return Candidate(before.start(), token.end, "TIME", "anaphora", read)


def _propose_weekend(text: str, token: Token, low: int) -> Candidate | None:
    if text[max(low, token.start - 4) : token.start].lower() != "the ":
        return None
    return Candidate(token.start - 4, token.end, "DATE", "anaphora", _read_weekend)


def _propose_in_the(text: str, token: Token, low: int) -> Candidate | None:
    """Propose "later in the day", "the end of the year": the unit spoken of."""
    found = _in_the().search(text, low, token.start)
    if found is None or _ends_on().match(text, token.end):
        return None
    words = found.group().lower()
    part = "late" if words.startswith(("late ", "the end", "end of")) else ""
    part = "early" if "begin" in words or "start" in words else part
    read = partial(_read_in_the, PERIOD_UNITS[UNITS[token.word]], part)
    return Candidate(found.start(), token.end, "DATE", "anaphora", read)


def _propose_day_before(
    text: str, token: Token, span: Span, low: int
) -> Candidate | None:
    after = _after_day().match(text, token.end, span.end)
    if not after or text[max(low, token.start - 4) : token.start].lower() != "the ":
        return None
    step = 1 if after[1] == "after" else -1
    read = partial(_read, PERIOD_UNITS[UNITS[token.word]], step, "")
    return Candidate(token.start - 4, after.end(), "DATE", "anaphora", read)


def _propose_frame(text: str, token: Token, span: Span, low: int) -> Candidate | None:
    found = _frame().search(text, low, token.start)
    if found is None:
        return None
    end = token.end
    if token.word == "time":
        tail = re.compile(r"\s?(?:frame|period|span)\b").match(text, end, span.end)
        if tail is None:
            return None
        end = tail.end()
    return Candidate(found.start(), end, "DURATION", "anaphora", _read_frame)


def _read(unit: str, step: int, part: str, scene: Scene) -> Reading | None:
    base = scene.base(unit)
    if base is None:
        return None
    if _is_unknown(unit, step, base, scene):
        return Reading(
            _UNKNOWN.get(unit, "XXXX"), relative=True, why="no day to count from"
        )
    around = base.days.last if step > 0 else base.first
    period = period_around(unit, around).move(step)
    why = f"counted from {base.value}, " + (
        "the last date named" if scene.last else "published"
    )
    return Reading(period.value, part_days(period, part), True, why, period)


def _is_unknown(unit: str, step: int, base: Period, scene: Scene) -> bool:
    """Say whether the words count from nothing that is told.

    "That week" after "in December 2023" is some week of it; "the following year he
    moved" counts from what the story does not date, else it lay ahead.
    """
    known = {"day", "week", "weekend", *_WITHIN.get(unit, ())}
    if unit in _WITHIN and scene.last is not None and base.unit not in known:
        return True
    counted = scene.last is None and step > 0
    return counted and scene_tense(scene) in {"past", "perfect"}


def _read_apposed(scene: Scene) -> Reading | None:
    """Read "the next day, Jan. 28" by the date behind it."""
    for timex in scene.near:
        days = timex.days
        if 0 < timex.span.start - scene.end <= _APPOSED and days and len(days) == 1:
            why = "the date behind it"
            return Reading(days.first.isoformat(), days, True, why)
    return None


def _read_in_the(unit: str, part: str, scene: Scene) -> Reading | None:
    """Read "later in the day" by the last day named, longer units by publication."""
    named = scene.base("day") if unit == "day" else None
    if named is None and scene.published is None:
        return None
    period = named or period_around(unit, scene.published or date.min)
    days = part_days(period, part)
    return Reading(period.value, days, True, published_words(scene), period)


def _read_weekend(scene: Scene) -> Reading | None:
    if scene.published is None:
        return None
    tense = scene_tense(scene)
    period = period_around("weekend", scene.published)
    if period.first > scene.published and tense != "future":
        # "They expect frost at the weekend" may mean either: better none than wrong.
        if tense not in ("past", "perfect"):
            return None
        period = period.move(-1)
    return Reading(period.value, period.days, True, published_words(scene), period)


def _read_frame(scene: Scene) -> Reading | None:
    if not scene.lasting:
        return None
    return Reading(scene.lasting, why="the last duration named")
