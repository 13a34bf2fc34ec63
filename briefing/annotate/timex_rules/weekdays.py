"""Weekdays: "on Tuesday", "last Friday", "next Monday", "Friday night".

"Monday week" and "a week on Monday" are the Monday after the next one, as in Britain.

A bare weekday looks back, the publication day included, unless its clause is told
in the future tense, or in the present of a diary ("Leeds host Everton on Sunday"):
then it looks ahead, the publication day included too. Where a report says on which day
it was filed, it is read from that day; "since Friday" lies before the day of saying.
"last"
never means the publication day, and neither does "next". A weekday with a newspaper
or a feast behind it ("Sunday Times", "Black Friday") is no weekday here.

Example: published Friday 7 February 2025, "said on Thursday" is 2025-02-06, "hit on
Friday" 2025-02-07 and "will meet on Tuesday" 2025-02-11.

Left to others: weekdays in a date (full_dates, partial_dates), "every Friday" and
"Fridays" (sets), feasts (holidays).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, partial

from briefing.annotate.calendar_words import (
    NUMBERS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.datelines import as_filed
from briefing.annotate.day_frame import DayFrame, frame_day, framed
from briefing.annotate.nearest import scene_tense, tense_words
from briefing.annotate.period import Period
from briefing.annotate.speech import is_saying_day
from briefing.annotate.weekday_names import is_named_for_weekday
from briefing.model.span import Span

_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items()}
TRIGGERS = frozenset(WEEKDAYS) | frozenset(SHORT_WEEKDAYS) | frozenset(_PLURALS)
_WEEK = 7
_AGO = " ago"
_REACH = 16
_WEEKS = {"last": 0, "week": 1, "fortnight": 2, "before last": -1, "after next": 1}
_LOOKS = {
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "this": 0,
    "previous": -2,
    "following": 2,
}


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile(r"\b(?:(?:the|a|one)\s)?day\s(before|after)\s\Z", re.IGNORECASE)


@cache
def _weeks_on() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:(?:week|fortnight|last)(?=\s?[.,;:)”\"]|\s?\Z)|(?:before\slast|after\snext)\b)"
    )


@cache
def _week_ahead() -> re.Pattern[str]:
    return re.compile(r"\ba\sweek\s(?:on|from)\s\Z", re.IGNORECASE)


@cache
def _look() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the\s)?(?:this\s)?(last|past|next|coming|this|previous|following)\s\Z",
        re.IGNORECASE,
    )


@cache
def _so_many() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<figure>[2-9])|(?P<word>two|three|four|five|six))\s\Z", re.IGNORECASE
    )


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a weekday."""
    if token.word in _PLURALS:
        return _propose_ago(text, token, span)
    number = WEEKDAYS.get(token.word)
    start, end = token.start, token.end
    if number is None:
        number = SHORT_WEEKDAYS[token.word]
        end += 1
        if text[token.end : end] != ".":
            return None
    low = max(span.start, start - _REACH)
    if not text[start].isupper() or is_named_for_weekday(text, start, end, span):
        return None
    look = _look().search(text, low, start)
    frame = frame_day(text, look.start() if look else start, end, span)
    word = look[1].lower() if look else ""
    if not look and not frame.suffix:
        british = _propose_on(text, number, Span(start, end), span)
        if british:
            return british
    return _propose_framed(text, frame, number, word, span)


def _propose_framed(
    text: str, frame: DayFrame, number: int, look: str, span: Span
) -> Candidate:
    """Propose a weekday with what stands around it: "the day before", "since"."""
    low = max(span.start, frame.start - _REACH)
    beyond = _beyond().search(text, low, frame.start)
    if beyond:
        step = 1 if beyond[1].lower() == "after" else -1
        read = partial(_read_beside, number, look, step)
        return framed(frame._replace(start=beyond.start()), "weekdays", read)
    if not look and _since().search(text, low, frame.start):
        return framed(frame, "weekdays", partial(_read_since, number), late=True)
    return framed(frame, "weekdays", partial(_read, number, look))


def _propose_ago(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose "two Sundays ago"."""
    found = _so_many().search(text, max(span.start, token.start - _REACH), token.start)
    if found is None or text[token.end : token.end + len(_AGO)] != _AGO:
        return None
    weeks = int(found["figure"] or 0) or NUMBERS[found["word"].lower()]
    read = partial(_read_back, _PLURALS[token.word], weeks - 1)
    return Candidate(found.start(), token.end + len(_AGO), "DATE", "weekdays", read)


def _read_back(number: int, weeks: int, scene: Scene) -> Reading | None:
    """Read the last such weekday, some weeks further back."""
    reading = _read(number, "last", scene)
    if reading is None or reading.period is None:
        return reading
    period = reading.period.move(-weeks, "week")
    return Reading(period.value, period.days, True, reading.why, period)


@cache
def _since() -> re.Pattern[str]:
    return re.compile(r"\bsince\s\Z", re.IGNORECASE)


def _read_since(number: int, scene: Scene) -> Reading | None:
    """Read "since Friday": before the day on which it was said, or published."""
    reading = _read(number, "", scene)
    if reading is None or reading.period is None or scene.published is None:
        return reading
    limit = min([scene.published, *_days_of_saying(scene)])
    period = reading.period
    while period.first >= limit:
        period = period.move(-1, "week")
    return Reading(period.value, period.days, True, reading.why, period)


def _days_of_saying(scene: Scene) -> list[date]:
    """Give the days of saying that the sentence names."""
    where, text = scene.sentence, scene.text
    return [
        timex.days.first
        for timex in scene.near
        if timex.days
        and len(timex.days) == 1
        and where.covers(timex.span)
        and is_saying_day(
            text, timex.span.start, timex.span.end, where.start, where.end
        )
    ]


def _propose_on(text: str, number: int, named: Span, span: Span) -> Candidate | None:
    """Propose "Monday week", "Thursday last", "a week on Monday"."""
    start, end = named.start, named.end
    week = _weeks_on().match(text, end, span.end)
    if week:
        beyond = len(week.group().split()) > 1
        if beyond and text[max(span.start, start - 4) : start].lower() == "the ":
            start -= len("the ")
        read = partial(_read_on, number, week.group().lower())
        return Candidate(start, week.end(), "DATE", "weekdays", read)
    ahead = _week_ahead().search(text, max(span.start, start - _REACH), start)
    if ahead is None:
        return None
    read = partial(_read_on, number, "week")
    return Candidate(ahead.start(), end, "DATE", "weekdays", read)


def _read(number: int, look: str, scene: Scene) -> Reading | None:
    scene = scene if look in {"previous", "following"} else as_filed(scene)
    if scene.published is None:
        return Reading(
            f"XXXX-WXX-{number}", relative=True, why="publication day unknown"
        )
    if look in {"previous", "following"}:
        return _read_from_last(number, _LOOKS[look], scene)
    today = scene.published
    since = (today.isoweekday() - number) % _WEEK
    back, ahead = today - timedelta(days=since), today + timedelta(days=-since % _WEEK)
    if look in {"last", "past"}:
        day = back if since else back - timedelta(days=_WEEK)
        why = f'{published_words(scene)}, "{look}"'
    elif look in {"next", "coming"}:
        day = ahead if since else ahead + timedelta(days=_WEEK)
        why = f'{published_words(scene)}, "{look}"'
    else:
        tense = scene_tense(scene)
        day = ahead if tense == "future" else back
        why = tense_words(scene, tense)
    period = Period("day", day)
    return Reading(period.value, period.days, True, why, period)


def _read_on(number: int, word: str, scene: Scene) -> Reading | None:
    """Read "Monday week", "a week on Monday", "Monday fortnight", "Thursday last"."""
    look = "last" if word.endswith("last") else "next"
    words = " ".join(word.split())
    reading = _read(number, look, scene)
    if reading is None or reading.period is None:
        return None
    weeks = _WEEKS[words]
    period = reading.period.move(weeks, "week")
    return Reading(period.value, period.days, True, reading.why, period)


def _read_beside(number: int, look: str, step: int, scene: Scene) -> Reading | None:
    """Read "the day before Tuesday"."""
    reading = _read(number, look, scene)
    if reading is None or reading.period is None:
        return None
    period = reading.period.move(step)
    return Reading(period.value, period.days, True, reading.why, period)


def _read_from_last(number: int, look: int, scene: Scene) -> Reading | None:
    named = scene.base("day")
    if named is None:
        return None
    base, step = named.first, 1 if look > 0 else -1
    told = scene.last is None and scene_tense(scene) in {"past", "perfect"}
    if told and step > 0:
        # It followed something that the story does not date.
        return Reading(f"XXXX-WXX-{number}", relative=True, why="no day to count from")
    gap = (step * (number - base.isoweekday()) - 1) % _WEEK + 1
    period = Period("day", base + timedelta(days=step * gap))
    return Reading(
        period.value, period.days, True, f"counted from {base.isoformat()}", period
    )
