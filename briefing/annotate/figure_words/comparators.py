"""Words that say how a number is meant: "more than", "up to", "some".

Only what is attached to the number counts: in "at least eight killed and 22
injured" the 22 is plain. "Nearly" and "almost" are read as "about".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.span import Span
from briefing.text.words import word_table

if TYPE_CHECKING:
    from briefing.model.figure import Comparator


class Comparison(NamedTuple):
    """A comparator and where its words stand."""

    comparator: Comparator
    """=, ~, <, <=, > or >=."""
    span: Span | None
    """Where its words stand; None for "="."""


_BEFORE: dict[str, str] = word_table("""
    >: more_than over exceeding greater_than in_excess_of upwards_of upward_of well_over
    >: just_over
    >: a_little_over slightly_over slightly_more_than just_more_than far_more_than
    >: well_above above
    >: a_little_more_than much_more_than higher_than larger_than longer_than far_over
    >: north_of
    >=: at_least no_fewer_than no_less_than not_less_than not_fewer_than minimum_of
    >=: a_minimum_of
    >=: as_few_as as_little_as as_low_as minimum
    <: less_than fewer_than under below just_under just_below well_under slightly_under
    <: slightly_less_than just_less_than lower_than shorter_than well_below
    <=: up_to as_many_as as_much_as as_high_as no_more_than not_more_than at_most
    <=: a_maximum_of
    <=: maximum_of anything_up_to as_far_as as_long_as as_large_as maximum not_exceeding
    ~: about around some approximately roughly nearly almost close_to estimated
    ~: an_estimated circa
    ~: something_like in_the_region_of ca. c. approx. approx on_the_order_of
    ~: somewhere_around virtually practically just_about near estimated_at
""")
_AFTER = word_table("""
    >=: or_more or_above and_more or_higher at_least
    ~: or_so or_thereabouts
    <=: or_less or_fewer at_most at_the_most
""")
_LONGEST = 4
_REACH = 48
_SHORT = 4
_SO = re.compile(r"\b[Ss]o\s\Z")
_WORD = re.compile(r"[^\W\d_]+\.?")
_PLUS = re.compile(r"[\s-]plus\s")
_TRAILING = re.compile(
    r"\s*\+|\s+(?:[a-z]+\s)?((?:or|at|and)\s(?:the\s)?[a-z]+)\b(?! than)"
)


def read_comparator(text: str, start: int, end: int, sentence: Span) -> Comparison:
    """Read the comparator of the quantity at `start` to `end`."""
    back = max(sentence.start, start - _REACH)
    words = [word.span() for word in _WORD.finditer(text, back, start)]
    while words and _follows_directly(text, words[-1][1], start):
        if text[slice(*words[-1])].lower() not in ("a", "an", "the"):
            break
        words.pop()
    found = _longest(text, words, start)
    if found is None and _PLUS.search(text, start, end):
        return Comparison(">=", None)
    return found or _read_after(text, end, sentence.end)


def _follows_directly(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return not between.strip(" \u00a0\n") or between.strip() in ("a", "an", "the")


def _longest(text: str, words: list[tuple[int, int]], start: int) -> Comparison | None:
    """Take the longest comparator that ends right before the quantity."""
    if not words or not _follows_directly(text, words[-1][1], start):
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        first, last = words[-count][0], words[-1][1]
        phrase = " ".join(text[first:last].lower().split())
        if phrase.startswith("far ") and _until_now(text, first):
            continue
        comparator = _BEFORE.get(phrase)
        if comparator:
            return Comparison(comparator, Span(first, last))  # type: ignore[arg-type]
    return None


def _until_now(text: str, start: int) -> bool:
    """Say whether "far" belongs to "so": "so far more than 20"."""
    return _SO.search(text, max(0, start - _SHORT), start) is not None


def _read_after(text: str, end: int, limit: int) -> Comparison:
    found = _TRAILING.match(text, end, limit)
    if found is None:
        return Comparison("=", None)
    if found.group(1) is None:
        return Comparison(">=", Span(found.start(), found.end()))
    comparator = _AFTER.get(" ".join(found.group(1).lower().split()))
    if comparator is None:
        return Comparison("=", None)
    return Comparison(comparator, Span(*found.span(1)))  # type: ignore[arg-type]
