"""Who tells what, and when, in a language with a data file.

The mirror of `aspect.read_telling`, `speech.is_saying_day` and `days.parts.read_parts`
for other languages. A day belongs to the saying when its own clause has a verb of
saying: "sagte am Donnerstag, dass" and "Am Donnerstag teilte das Amt mit," but not
"teilte mit, am Donnerstag seien".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.aspect import Telling
from briefing.annotate.languages.forms import (
    find_patterns,
    fold,
    has_form,
    words_of,
)
from briefing.annotate.languages.openers import find_opener
from briefing.annotate.languages.tense import clause_around, verb_marks
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
    return has_form(language.saying, text, first, last)


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
    said = has_form(language.saying, told, 0, len(told))
    guess = has_form(language.guess, told, 0, len(told))
    return Telling(_main_tense(language, told, said=said), guess, said or quoted, quote)


def _main_tense(language: Language, told: str, *, said: bool) -> Tense:
    """Give the tense of the first verb that is no verb of saying."""
    high = len(told)
    saying = {one.start() for one in find_patterns(language.saying, told, 0, high)}
    marks = [
        mark
        for mark in verb_marks(language, told, 0, high)
        if fold(told[mark.start : mark.end]) not in language.saying.words
        and mark.start not in saying
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
    ahead = published is not None and timex.days.first > published
    opened = find_opener(language.code, text, timex.span, sentence.start)
    if opened and not (ahead and opened.mild):
        return _OPENED[opened.kind]
    return "ahead" if ahead else "event"
