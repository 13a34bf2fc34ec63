"""Over which days a figure was counted, and whether it is a running total.

"since August 6" runs to the day of saying, "over the past six months" begins six
months before it, "on Tuesday" is a day. Without such words nothing is assumed.

Published on 7 February 2025: "909 captured over the past six months" was counted from
7 August 2024 to 7 February 2025.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.span import DateRange, Span
from briefing.select.ledger.asides import befell, is_as_of, is_aside
from briefing.select.ledger.stretches import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.figure import Figure, Scope
    from briefing.model.selection import Candidate
    from briefing.model.timex import Timex
    from briefing.select.ledger.stretches import Stretch

SINCE = re.compile(r"\bsince\b(?!\s+when)", re.IGNORECASE)
REACH = 90
"""How many characters after "since" may name the day."""
PAST = re.compile(
    r"\b(?:over|in|during|within|for|throughout|of)\s+(?:about\s+)?(?:the\s+|its\s+)?"
    r"(?:past|last|previous)?\s*(?:about\s+|nearly\s+|almost\s+)?$",
    re.IGNORECASE,
)
"""Words before a length of time over which something was counted."""
SPENT = re.compile(r"\sof\s(?:the\s)?[a-z]+(?:ing\b|\b(?=\s(?:in|have|has|had)\b))")
"""What makes a length of time the one just past: "six months of fighting"."""
BACK = re.compile(r"\b(?:past|last|previous)\b", re.IGNORECASE)
COURSE = re.compile(
    r"\b(?:over|in|during|throughout)\s+the\s+(?:whole\s+)?(?:course|entirety)\s+of\s+"
    r"(?:the\s+)?[\w’'-]+(?:\s(?:war|campaign|operation|siege|conflict))?",
    re.IGNORECASE,
)
SAME_TIME = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:the\s+same|that)\s+"
    r"(?:time\s?frame|timeframe|period|time|span|stretch)(?:\s+of\s+time)?\b",
    re.IGNORECASE,
)
"""Words that point to the time of the figure before."""
RUNNING = re.compile(
    r"\b(?:so far|to date|until now|up to now|in total|altogether|all told|overall|"
    r"total of|death toll|toll|(?:now )?stands? at|(?:has|have|had) (?:now |also |"
    r"already )?(?:risen|climbed|grown|reached|topped|passed|exceeded|surpassed))\b|"
    r"\b(?:rose|climbed) to\b",
    re.IGNORECASE,
)
"""Words of a total that is still running."""
PERFECT = re.compile(r"\b(?:has|have|had)\b|[’']ve\b", re.IGNORECASE)
LENGTH = re.compile(r"P(T?)(\d+)([HDWMY])")
YEAR = re.compile(r"\b\d{4}\b|\byear\b")
STOP = re.compile(
    r"[.,;:]|\s--|\s[-–—]\s|[\"”)]|(?<=\bthen)\s|"
    r"\s(?:has|have|had|is|are|was|were|say|says|said|some|about|at least|more than)\s"
)
"""Where the words of "since ..." end."""
HOURS, WEEK, MONTHS = 24, 7, 12
LAST_SAFE_DAY = 28
COMING = re.compile(
    r"\b(?:will|shall|would|could|may|might|plans?|planned|expects?|expected|due|is to|"
    r"are to|scheduled|set to|hopes?)\b|[’']ll\b",
)
"""Words of a clause that tells what is still to come."""
OWN = frozenset({"event", "ahead"})
POSSESSIVE = re.compile(r"[’']s?\s")
"""What makes a day that of the thing counted: "in Monday's strike"."""
APART = re.compile(r"[\s,–—-]*(?:\w+\s){0,2}(?:after|before|since|when|until)\b")
"""How a clause begins that tells of another day than the sentence."""


class Time(NamedTuple):
    """Over which time a figure was counted, as far as its words say."""

    days: DateRange | None = None
    """The days; None where they are not stated."""
    words: str | None = None
    """The words that say so."""
    scope: Scope | None = None
    """total: since something began, and running; increment: within stated days."""
    weak: bool = False
    """Whether only the tense ("have died") makes it a total."""
    inferred: bool = False
    """Whether its first day is that which another statement names."""


def time_of(
    figure: Figure,
    candidate: Candidate,
    stretch: Stretch,
    *,
    until: date | None,
    before: Time | None,
) -> Time:
    """Give over which time a figure was counted.

    Args:
        figure: The figure.
        candidate: The sentence that states it.
        stretch: The part of the sentence that tells of it.
        until: The day of saying, or of publication.
        before: The time of the figure before it in the article.
    """
    text = candidate.sentence.text
    if before is not None and any(
        SAME_TIME.search(span.cut(text)) for span in stretch.around
    ):
        same = SAME_TIME.search(text)
        words = before.words or (same[0] if same else None)
        return before._replace(words=words, scope=figure.scope or before.scope)
    found = (
        _since(figure, candidate, stretch, until)
        or _length(candidate, stretch, until)
        or _until(_dated(figure, candidate, stretch), candidate, stretch, until)
        or Time()
    )
    if found.days is None and found.words is None:
        course = COURSE.search(text)
        found = found._replace(words=course[0] if course else None)
    return _scoped(found, figure, stretch.own.cut(text))


def _until(
    found: Time | None, candidate: Candidate, stretch: Stretch, until: date | None
) -> Time | None:
    """End days that are still going on, as "this week", with the day of saying.

    What is only to come keeps its days.
    """
    if found is None or found.days is None or until is None:
        return found
    days = found.days
    going_on = days.first <= until and DateRange.through(until, until).end < days.end
    clause = stretch.own.cut(candidate.sentence.text)
    if not going_on or candidate.role == "ahead" or COMING.search(clause):
        return found
    return found._replace(days=DateRange.through(days.first, until))


def _scoped(found: Time, figure: Figure, clause: str) -> Time:
    if found.days is not None and len(found.days) == 1:
        # "so far on Saturday" begins that morning.
        return found._replace(scope="increment")
    if figure.scope is not None:
        return found._replace(scope=figure.scope)
    if found.scope is not None:
        return found
    if RUNNING.search(clause):
        return found._replace(scope="total")
    if found.days is not None:
        return found._replace(scope="increment")
    if PERFECT.search(clause):
        return found._replace(scope="total", weak=True)
    return found


def _timexes(candidate: Candidate) -> Iterator[tuple[Timex, Span]]:
    """Yield the time expressions of a sentence, each with its place in it."""
    sentence = candidate.sentence
    for timex in within(candidate.passage.timexes, sentence.span):
        begin = timex.span.start - sentence.span.start
        yield timex, Span(begin, timex.span.end - sentence.span.start)


def _since(
    figure: Figure, candidate: Candidate, stretch: Stretch, until: date | None
) -> Time | None:
    text = candidate.sentence.text
    since = next(
        (
            found
            for span in stretch.around
            if (found := SINCE.search(text, span.start, span.end))
        ),
        None,
    )
    if since is None:
        return None
    # "Since then" may stand clauses before the number, the day clauses after it.
    for timex, place in _timexes(candidate):
        between = text[since.end() : place.start]
        if (
            place.start >= since.end()
            and len(between) <= REACH
            and not re.search(r"[.;]|,", between)
            and timex.days is not None
        ):
            on = figure.span.start - candidate.sentence.span.start
            if befell(text, (since.end(), place.start), (place.end, on)):
                # "since it sank on 20 April, killing 11": on that day.
                return Time(timex.days, text[place.start : place.end], "increment")
            words = text[since.start() : place.end]
            first = _past(timex.days.first, timex, until)
            return Time(_run(first, until), words, "total")
    stop = STOP.search(text, since.end())
    end = min(stop.start() if stop else len(text), since.end() + REACH)
    return Time(None, text[since.start() : end].strip(), "total")


def _past(first: date, timex: Timex, until: date | None) -> date:
    """Give the day meant by "since": one before the day of saying."""
    if until is None or first <= until or YEAR.search(timex.text):
        return first
    return first.replace(year=first.year - 1, day=min(first.day, LAST_SAFE_DAY))


def _run(first: date, last: date | None) -> DateRange | None:
    return DateRange.through(first, last) if last and first <= last else None


def _length(candidate: Candidate, stretch: Stretch, until: date | None) -> Time | None:
    text = candidate.sentence.text
    for timex, place in _timexes(candidate):
        if timex.type != "DURATION" or not _within(place, stretch):
            continue
        if not (LENGTH.fullmatch(timex.value) or BACK.search(timex.text)):
            # "for days" tells no time over which anything was counted.
            continue
        led_in = PAST.search(text, 0, place.start)
        spent = SPENT.match(text, place.end)
        if led_in is None and spent is None:
            continue
        begin = led_in.start() if led_in else place.start
        words = text[begin : spent.end() if spent else place.end]
        if until is None or not (spent or BACK.search(words)):
            return Time(None, words.strip())
        first = _earlier(until, timex.value)
        scope: Scope = "increment"
        return Time(_run(first, until) if first else None, words.strip(), scope)
    return None


def _earlier(day: date, value: str) -> date | None:
    """Give the day that lies a TIMEX3 length before another."""
    length = LENGTH.fullmatch(value)
    if length is None:
        return None
    number = min(int(length[2]), day.year * MONTHS - MONTHS)
    if length[1]:
        return day - timedelta(days=-(-number // HOURS)) if length[3] == "H" else None
    if length[3] in "DW":
        return day - timedelta(days=number * (WEEK if length[3] == "W" else 1))
    months = day.year * MONTHS + day.month - 1
    months -= number * (MONTHS if length[3] == "Y" else 1)
    if months < MONTHS:
        return None
    return date(months // MONTHS, months % MONTHS + 1, min(day.day, LAST_SAFE_DAY))


def _within(place: Span, stretch: Stretch) -> bool:
    return any(span.covers(place) for span in stretch.around)


def _dated(figure: Figure, candidate: Candidate, stretch: Stretch) -> Time | None:
    """Give the days that the figure's own words name, or else the sentence's only."""
    sentence = candidate.sentence
    text = sentence.text
    own = []
    for reading in sentence.readings:
        begin = reading.timex.span.start - sentence.span.start
        place = (
            Span(begin, reading.timex.span.end - sentence.span.start)
            if begin >= 0
            else None
        )
        if reading.days is None or place is None or not _within(place, stretch):
            continue
        if is_aside(figure, candidate, place) or is_as_of(text, place):
            continue
        if reading.part in OWN or POSSESSIVE.match(text, place.end):
            own.append(reading.days)
    if own:
        return Time(DateRange(min(d.first for d in own), max(d.end for d in own)))
    if len(sentence.event_days) != 1 or APART.match(stretch.own.cut(text)):
        return None
    dated = [place for timex, place in _timexes(candidate) if timex.days is not None]
    if dated and all(
        is_aside(figure, candidate, place) or is_as_of(text, place) for place in dated
    ):
        return None
    return Time(sentence.event_days[0])
