"""Time expressions of a text, with the days they stand for.

    from datetime import date
    from briefing.annotate.timexes import find_timexes
    find_timexes(text, [Span(0, len(text))], published=date(2025, 2, 7))

The words are scanned once; a word that rules listen to makes those rules propose an
expression around it (`timex_rules`), `resolve` decides between proposals, and what
stands is read in the order of the text, each against the dates named before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene, Token
from briefing.annotate.resolve import resolve
from briefing.annotate.timex_rules import TIMEX_RULES
from briefing.model.span import Span
from briefing.model.timex import Timex
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.annotate.period import Period

_YEAR_DIGITS = 4
_MOST_DIGITS = 4
_NEIGHBOURHOOD = 600
"""How far from an expression its neighbours may lie, in characters."""


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


@cache
def _listeners() -> dict[
    str, tuple[Callable[[str, Token, Span], Candidate | None], ...]
]:
    """Give for each trigger the rules that listen to it, in their order."""
    words = sorted({word for rule in TIMEX_RULES for word in rule.TRIGGERS})
    return {
        word: tuple(rule.propose for rule in TIMEX_RULES if word in rule.TRIGGERS)
        for word in words
    }


def find_timexes(
    text: str,
    spans: Sequence[Span],
    *,
    published: date | None,
    language: str = "en",
    day_one: date | None = None,
) -> tuple[Timex, ...]:
    """Find the time expressions of a text and the days they stand for.

    Args:
        text: The article's text.
        spans: The blocks to read, in order; no expression crosses their ends, and
            "a day later" in one leans on the last date named before it.
        published: The publication day; None when unknown. Then only words that carry
            their year get days.
        language: BCP 47 code of the text; only English is read.
        day_one: First day of the desk's day count, for "day 1,076".

    Returns:
        The expressions in order, none overlapping another.
    """
    if language.split("-")[0].lower() != "en":
        return ()
    if isinstance(published, datetime):
        published = published.date()
    reader = _Reader(text, published, day_one)
    return tuple(timex for span in spans for timex in reader.read_block(span))


class _Reader:
    """Reads the blocks of one text in order, minding the dates named so far."""

    def __init__(self, text: str, published: date | None, day_one: date | None) -> None:
        self.text = text
        self.published = published
        self.day_one = day_one
        self.last: Period | None = None
        self.named: dict[str, Period] = {}
        self.lasting = ""

    def read_block(self, span: Span) -> list[Timex]:
        """Read the expressions of one block."""
        candidates = resolve(_propose(self.text, span))
        if not candidates:
            return []
        sentences = split_sentences(self.text, span)
        starts = [sentence.start for sentence in sentences]
        found: list[Timex] = []
        for late in (False, True):
            near = found.copy() if late else []
            for candidate in candidates:
                if candidate.late is late:
                    place = max(0, bisect_right(starts, candidate.start) - 1)
                    beside = _beside(candidate, near)
                    timex = self._read(candidate, sentences[place], beside)
                    found += [timex] if timex else []
        return sorted(found, key=lambda timex: timex.span)

    def _read(
        self, candidate: Candidate, sentence: Span, near: tuple[Timex, ...]
    ) -> Timex | None:
        span = Span(candidate.start, candidate.end)
        scene = Scene(
            self.text,
            candidate.start,
            candidate.end,
            sentence,
            self.published,
            self.day_one,
            self.last,
            self.named,
            self.lasting,
            near,
        )
        try:
            reading = candidate.read(scene)
        except (ValueError, OverflowError):
            # A day that does not exist (31 June), or years beyond the calendar.
            return None
        if reading is None:
            return None
        self._remember(candidate, reading)
        return Timex(
            span,
            span.cut(self.text),
            candidate.type,
            reading.value,
            reading.days,
            candidate.rule,
            reading.relative,
            reading.why,
        )

    def _remember(self, candidate: Candidate, reading: Reading) -> None:
        if candidate.type == "DURATION":
            self.lasting = reading.value
        period = reading.period
        if period is not None and not candidate.late:
            self.last = period
            if not self._is_beside_the_topic(period):
                self.named[period.unit] = period

    def _is_beside_the_topic(self, period: Period) -> bool:
        """Say whether a quarter is only compared with the one the story is about."""
        topic = self.named.get("quarter")
        if period.unit != "quarter" or topic is None or self.published is None:
            return False
        over = topic.days.end <= self.published
        return over and not topic.first < period.days.end <= self.published


def _beside(candidate: Candidate, found: list[Timex]) -> tuple[Timex, ...]:
    """Give the expressions found around a candidate, in order."""
    starts = (candidate.start - _NEIGHBOURHOOD, candidate.end + _NEIGHBOURHOOD)
    low, high = (bisect_right(found, at, key=_start) for at in starts)
    return tuple(found[low:high])


def _start(timex: Timex) -> int:
    return timex.span.start


def _propose(text: str, span: Span) -> list[Candidate]:
    """Let the rules propose around each word they listen to."""
    listeners = _listeners()
    candidates = []
    for match in _tokens().finditer(text, span.start, span.end):
        word = match.group().lower()
        if word.isdecimal():
            length = len(word)
            if length > _MOST_DIGITS:
                continue
            rules = listeners["#4" if length == _YEAR_DIGITS else "#"]
        else:
            rules = listeners.get(word, ())
        for propose in rules:
            candidate = propose(text, Token(match.start(), match.end(), word), span)
            if candidate is not None:
                candidates.append(candidate)
    return candidates
