"""Figures of a sentence: how much, of what, what happened to it.

The families in `figure_rules` propose, `resolve` decides; then each figure that
stands takes the comparator before it, and from the words around it what is counted
and what happened. Who says so is filled in by `annotate`, which knows the speakers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.figure_rules import FIGURE_RULES
from briefing.annotate.figure_words.comparators import Comparison, read_comparator
from briefing.annotate.figure_words.headlines import is_headline, tag_headline
from briefing.annotate.figure_words.numerals import find_numerals, has_number_word
from briefing.annotate.figure_words.scene import FigureCandidate, FigureScene, Quantity
from briefing.annotate.figure_words.shared_units import share_units
from briefing.annotate.figure_words.units import read_unit
from briefing.annotate.figures.people import is_people
from briefing.annotate.figures.subjects import find_subject
from briefing.annotate.figures.surroundings import Surroundings
from briefing.annotate.resolve import resolve
from briefing.annotate.tagging import tag_words
from briefing.model.figure import Figure
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.annotate.tagging import Word

# A longer "sentence" is no prose (a table, a list of numbers, a hostile line): its
# figures are found, but what they count is not looked for.
_LONGEST_PROSE = 3000


class _Placed(NamedTuple):
    """A proposal that stands, with its comparator."""

    candidate: FigureCandidate
    compared: Comparison

    @property
    def start(self) -> int:
        span = self.compared.span
        return min(span.start, self.candidate.start) if span else self.candidate.start


def find_figures(
    text: str,
    sentence: Span,
    *,
    taken: Sequence[Span],
    words: tuple[Word, ...] | None = None,
    earlier: Callable[[], str | None] | None = None,
) -> tuple[Figure, ...]:
    """Find the figures of a sentence.

    Args:
        text: The article's text.
        sentence: The sentence.
        taken: Places that are something else: dates, clock times, names with digits;
            in order.
        words: The sentence's words with their classes, where they are known already.
        earlier: Gives the people that the sentences before tell of, for a number that
            stands alone ("six were freed").

    Returns:
        The figures in order, none overlapping another or a place in `taken`, without
        attribution.
    """
    if not has_number_word(text, sentence):
        return ()
    quantities = tuple(
        Quantity(numeral, read_unit(text, numeral.start, numeral.end, sentence.end))
        for numeral in find_numerals(text, sentence)
        if not _is_taken(numeral.start, numeral.end, taken)
    )
    low = text[sentence.start : sentence.end].lower()
    scene = FigureScene(text, sentence, quantities, low)
    candidates = share_units(
        text,
        resolve(
            candidate
            for rule in FIGURE_RULES
            for candidate in rule.propose(scene)
            if not _is_taken(candidate.start, candidate.end, taken)
        ),
    )
    if not candidates:
        return ()
    if words is not None and is_headline(text, sentence):
        words = None
    if words is None:
        prose = sentence.end - sentence.start <= _LONGEST_PROSE
        tag = tag_headline if is_headline(text, sentence) else tag_words
        words = tag(text, sentence) if prose else ()
    return tuple(_describe(text, sentence, candidates, words, earlier or _nobody))


def _nobody() -> None:
    return None


def _is_taken(start: int, end: int, taken: Sequence[Span]) -> bool:
    """Say whether any place in `taken` (in order, apart) overlaps."""
    at = bisect_left(taken, end, key=lambda span: span.start)
    return at > 0 and taken[at - 1].end > start


def _describe(
    text: str,
    sentence: Span,
    candidates: Sequence[FigureCandidate],
    words: Sequence[Word],
    earlier: Callable[[], str | None],
) -> Iterator[Figure]:
    """Give each candidate its comparator, subject and event."""
    around: Surroundings | None = None
    counted: Surroundings | None = None
    persons: Surroundings | None = None
    for candidate in candidates:
        compared = _compare(text, candidate, sentence)
        placed = _Placed(candidate, compared)
        around = Surroundings(
            text,
            words,
            _last_before(words, placed.start),
            _first_after(words, _after_comparator(placed)),
            candidate,
            around,
            counted=counted,
            persons=persons,
            earlier=earlier,
        )
        what, event = find_subject(around) if words else (None, None)
        around = around.with_findings(what, event)
        if candidate.kind in ("count", "vague"):
            counted = around
            persons = around if is_people(what) else persons
        span = Span(candidate.start, candidate.end)
        yield Figure(
            span=span,
            text=span.cut(text),
            value=candidate.value,
            low=candidate.low,
            high=candidate.high,
            comparator=compared.comparator,
            unit=candidate.unit,
            kind=candidate.kind,
            what=what,
            event=event,
            attribution=None,
            attribution_name=None,
            rule=candidate.rule,
            comparator_span=compared.span,
        )


def _compare(text: str, candidate: FigureCandidate, sentence: Span) -> Comparison:
    found = read_comparator(text, candidate.start, candidate.end, sentence)
    if candidate.comparator is None:
        return found
    return Comparison(candidate.comparator, found.span)


def _after_comparator(placed: _Placed) -> int:
    span, end = placed.compared.span, placed.candidate.end
    # In "140 letters or fewer" the noun comes first.
    return span.end if span and end <= span.start <= end + 1 else end


def _first_after(words: Sequence[Word], end: int) -> int:
    return bisect_left(words, end, key=lambda word: word.start)


def _last_before(words: Sequence[Word], start: int) -> int:
    return bisect_right(words, start, key=lambda word: word.end) - 1
