"""Who tells what, and when, in a language with a data file.

The mirror of `aspect.read_telling`, `speech.is_saying_day` and `day_parts.read_parts`
for other languages. A day belongs to the saying when its own clause has a verb of
saying: "sagte am Donnerstag, dass" and "Am Donnerstag teilte das Amt mit," but not
"teilte mit, am Donnerstag seien".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.aspect import Telling
from briefing.annotate.languages.data import fold
from briefing.annotate.languages.tense import (
    clause_around,
    opened_by,
    verb_marks,
    words_of,
)
from briefing.model.passage import DayReading
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.annotate.clauses import Tense
    from briefing.annotate.languages.data import Language
    from briefing.model.passage import DayPart
    from briefing.model.timex import Timex

_REACH = 1200
_FEWEST_WORDS = 3
_BEFORE = 24
_OPENED: dict[str, DayPart] = {"since": "begin", "until": "end"}


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[„«»“\"][^„«»“”\"]{0,1000}(?:[»«“”\"]|\Z)")


def is_saying_day(
    language: Language, text: str, start: int, end: int, low: int, high: int
) -> bool:
    """Say whether the day at `start` to `end` is that of saying, not of the event.

    Args:
        language: The language of the sentence.
        text: The article's text.
        start: Where the day's words begin.
        end: Where they end.
        low: Where the sentence begins.
        high: Where it ends.
    """
    first, last = clause_around(language, text, start, end, Span(low, high))
    return any(
        fold(word.group()) in language.saying for word in words_of(text, first, last)
    )


def read_telling(language: Language, text: str, sentence: Span) -> Telling:
    """Read how a sentence tells its main point.

    What stands in quotation marks is passed over, unless there is nothing else; a verb
    of saying gives way to the verb of what was said.
    """
    high = min(sentence.end, sentence.start + _REACH)
    whole = text[sentence.start : high]
    told = _quotation().sub(" ", whole)
    quoted = told != whole
    quote = quoted and sum(1 for _ in words_of(told, 0, len(told))) < _FEWEST_WORDS
    if quote:
        told = whole
    words = [fold(word.group()) for word in words_of(told, 0, len(told))]
    said = any(word in language.saying for word in words)
    guess = any(word in language.guess for word in words)
    return Telling(_main_tense(language, told, said=said), guess, said or quoted, quote)


def _main_tense(language: Language, told: str, *, said: bool) -> Tense:
    """Give the tense of the first verb that is no verb of saying."""
    marks = [
        mark
        for mark in verb_marks(language, told, 0, len(told))
        if fold(told[mark.start : mark.end]) not in language.saying
    ]
    listed = [mark for mark in marks if mark.listed]
    for mark in (*listed, *marks):
        return mark.tense
    return "past" if said else ""


def read_parts(
    language: Language,
    sentence: Span,
    text: str,
    timexes: Sequence[Timex],
    *,
    published: date | None,
) -> list[DayReading]:
    """Say what each time expression of a sentence does.

    Args:
        language: The language of the sentence.
        sentence: The sentence.
        text: The article's text.
        timexes: Its time expressions, in order.
        published: The publication day; None when unknown.
    """
    return [
        DayReading(timex, _part(language, sentence, text, timex, published), timex.days)
        for timex in timexes
    ]


def _part(
    language: Language,
    sentence: Span,
    text: str,
    timex: Timex,
    published: date | None,
) -> DayPart:
    start, end = timex.span.start, timex.span.end
    if timex.days is None or timex.type not in {"DATE", "TIME"}:
        return "no day"
    if is_saying_day(language, text, start, end, sentence.start, sentence.end):
        return "said"
    opened = opened_by(language.code, text, start, sentence.start)
    if opened:
        return _OPENED[opened]
    ahead = published is not None and timex.days.first > published
    return "ahead" if ahead else "event"


def is_run(language: Language, text: str, first: Timex, last: Timex) -> bool:
    """Say whether two days are the ends of a run: "from Monday to Wednesday"."""
    begun = fold(text[max(0, first.span.start - _BEFORE) : first.span.start])
    between = fold(text[first.span.end : last.span.start])
    opens = any(f" {begun}".endswith(f" {word}") for word in language.begin)
    return between in language.until and opens
