"""Time expressions of a text, with the days they stand for.

    from datetime import date
    from briefing.annotate.timexes import find_timexes

    found = find_timexes("Es geschah am Donnerstag.", published=date(2025, 2, 7))
    found[0].text, found[0].value   # "Donnerstag", "2025-02-06"
    found[0].days                   # 6 February 2025, one day
    found[0].why                    # "published Friday 7 February, past tense"

The result is a tuple of `Timex`: the words and their place (`text`, `span`), `type`
and `value` as TIMEX3 writes them, `days` (None where the words name no days: a length
of time, a set, or a weekday without a publication day), whether a reader needs another
day to know them (`relative`), and the rule that read them and its reasons (`rule`,
`why`).

The words are scanned once; a word that rules listen to makes those rules propose an
expression around it (`timex_rules`, or the phrases of another language), `resolve`
decides between proposals, and what stands is read in the order of the text, each
against the dates named before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Reading, Scene
from briefing.annotate.languages import (
    ENGLISH,
    propose_english,
    propose_phrases,
    tell_languages,
)
from briefing.annotate.resolve import resolve
from briefing.model.span import Span
from briefing.model.timex import Timex
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.period import Period

_NEIGHBOURHOOD = 600
"""How far from an expression its neighbours may lie, in characters."""


def find_timexes(
    text: str,
    spans: Sequence[Span] | None = None,
    *,
    published: date | None,
    language: str | None = None,
    day_one: date | None = None,
) -> tuple[Timex, ...]:
    """Find the time expressions of a text and the days they stand for.

    Published on Friday 7 February 2025, "The talks ended on Thursday." gives one
    expression: text "Thursday", type "DATE", value "2025-02-06", days that one day,
    rule "weekdays", why "published Friday 7 February, past tense". A German
    paragraph beside it ("Sie sollen am Montag weitergehen.") is read as German: value
    "2025-02-10", rule "de.weekdays".

    Args:
        text: The article's text.
        spans: The blocks to read, in order; no expression crosses their ends, and
            "a day later" in one leans on the last date named before it. None: the
            paragraphs of the text, parted by empty lines, or else its lines.
        published: The publication day; None when unknown. Then only words that carry
            their year get days.
        language: BCP 47 code that the article states. It is taken as likely: each
            block is read in the language of its own words, when these are clear.
            None, or a code without a data file in `languages/`: English is likely.
        day_one: First day of the desk's day count, for "day 1,076".

    Returns:
        The expressions in order, none overlapping another.

    Raises:
        TypeError: when `published` is no date.
        ConfigError: when a data file of a language is faulty.
    """
    published = _as_day(published)
    blocks = _paragraphs(text) if spans is None else spans
    reader = _Reader(text, published, day_one)
    told = tell_languages(text, blocks, language)
    return tuple(
        timex
        for span, code in zip(blocks, told, strict=True)
        for timex in reader.read_block(span, code)
    )


def _as_day(published: object) -> date | None:
    """Give a publication day as a date; texts are refused before they do harm."""
    if isinstance(published, datetime):
        return published.date()
    if published is None or isinstance(published, date):
        return published
    msg = (
        f"published is {published!r}; give a datetime.date, as in "
        "date.fromisoformat('2025-02-07'), or None where the day is unknown"
    )
    raise TypeError(msg)


@cache
def _paragraph(mark: str) -> re.Pattern[str]:
    line = r"[^\n]+"
    return re.compile(line if mark == "\n" else rf"{line}(?:\n(?![^\S\n]*\n){line})*")


def _paragraphs(text: str) -> list[Span]:
    """Give the paragraphs of a text: between empty lines, or else its lines."""
    mark = "\n\n" if "\n\n" in text else "\n"
    return [Span(*found.span()) for found in _paragraph(mark).finditer(text)]


class _Reader:
    """Reads the blocks of one text in order, minding the dates named so far."""

    def __init__(self, text: str, published: date | None, day_one: date | None) -> None:
        self.text = text
        self.published = published
        self.day_one = day_one
        self.last: Period | None = None
        self.named: dict[str, Period] = {}
        self.lasting = ""

    def read_block(self, span: Span, language: str) -> list[Timex]:
        """Read the expressions of one block, in its language."""
        if language == ENGLISH:
            candidates = resolve(propose_english(self.text, span))
        else:
            candidates = resolve(propose_phrases(language, self.text, span))
        if not candidates:
            return []
        places = [Span(each.start, each.end) for each in candidates]
        sentences = join_sentences(split_sentences(self.text, span), places)
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


def join_sentences(
    sentences: Sequence[Span], whole: Sequence[Span]
) -> tuple[Span, ...]:
    """Join sentences that were parted inside an expression: "am 7. | Februar".

    Args:
        sentences: The sentences of a block, in order.
        whole: What must not be parted, in order.
    """
    joined: list[Span] = []
    places = iter(whole)
    place = next(places, None)
    for sentence in sentences:
        while place and place.end <= sentence.start:
            place = next(places, None)
        if joined and place and place.start < sentence.start:
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return tuple(joined)


def _beside(candidate: Candidate, found: list[Timex]) -> tuple[Timex, ...]:
    """Give the expressions found around a candidate, in order."""
    starts = (candidate.start - _NEIGHBOURHOOD, candidate.end + _NEIGHBOURHOOD)
    low, high = (bisect_right(found, at, key=_start) for at in starts)
    return tuple(found[low:high])


def _start(timex: Timex) -> int:
    return timex.span.start
