"""What stands right before a day: "since", "until", or the first half of a run."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.annotate.languages.data import read_language
from briefing.annotate.languages.forms import fold
from briefing.annotate.languages.phrases import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.annotate.languages.data import Language
    from briefing.model.span import Span
    from briefing.model.timex import Timex

_NEAR = 40
_DAY = r"(?:[^\s,]{1,20}\s){1,3}"
"""Words of the first day of a run."""


class Opener(NamedTuple):
    """A word for "since" or "until" before a day."""

    kind: Literal["since", "until"]
    mild: bool
    """Whether it only begins a time, past or to come: "from Monday"."""


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    """What stands before a day: the first half of a run, or "since", or "until"."""
    after: re.Pattern[str]
    """What goes on to the last day of a run."""


def find_opener(code: str, text: str, day: Span, low: int) -> Opener | None:
    """Find a word for "since" or "until" right before a day.

    Args:
        code: The language.
        text: The article's text.
        day: Where the day's words stand.
        low: Where its sentence begins.
    """
    patterns = _patterns(code)
    found = patterns.before.search(text, max(low, day.start - _NEAR), day.start)
    # "from Monday until Wednesday" is a run of days, in whatever tense.
    if found is None or found["run"]:
        return None
    if found["until"]:
        return Opener("until", mild=False)
    mild = fold(found["since"]) in read_language(code).begin
    if mild and patterns.after.match(text, day.end, day.end + _NEAR):
        return None
    return Opener("since", mild)


def is_run(language: Language, text: str, first: Timex, last: Timex) -> bool:
    """Say whether two days are the ends of a run: "from Monday to Wednesday"."""
    begun = " " + fold(text[max(0, first.span.start - _NEAR) : first.span.start])
    between = fold(text[first.span.end : last.span.start])
    return any(
        between == goes_on and begun.endswith(f" {begins}")
        for begins, goes_on in _pairs(language)
    )


def _pairs(language: Language) -> Iterable[tuple[str, str]]:
    """Give the words before the first and before the last day of a run."""
    return [*product(language.begin, language.until), *language.runs]


@cache
def _patterns(code: str) -> _Patterns:
    language = read_language(code)
    halves = {
        rf"{_one_of([begins])}\s{_DAY}{_one_of([goes_on])}"
        for begins, goes_on in language.runs
    }
    halves.add(
        rf"{_one_of(language.begin)}\s{_DAY}{_one_of(language.until)}",
    )
    before = (
        rf"(?<!\w)(?:(?P<run>{'|'.join(sorted(halves))})"
        rf"|(?P<since>{_one_of(language.since)})"
        rf"|(?P<until>{_one_of(language.until)}))\s\Z"
    )
    goes_on = {*language.until, *(last for _, last in language.runs)}
    after = rf"\s{{1,3}}{_one_of(goes_on)}\s"
    return _Patterns(re.compile(before, re.I), re.compile(after, re.I))


def _one_of(words: Iterable[str]) -> str:
    """Write the pattern of any of some words; one that never matches for none."""
    ways = "|".join(literal(word) for word in sorted(words, key=_longest_first))
    return f"(?:{ways})" if ways else "(?!)"


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
