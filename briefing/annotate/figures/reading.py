"""The figures of a paragraph, with all that its sentences say of them.

`figures` finds them and what they count; here each gets who says so, whom it counts,
over what time, and what doubt is cast on it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate.attribution.markup import without_markup
from briefing.annotate.attribution.reader import figure_source
from briefing.annotate.figure_languages import find_foreign, has_figures
from briefing.annotate.figure_words.numerals import has_number_word
from briefing.annotate.figures.carried import counted_people, named_people
from briefing.annotate.figures.doubt import find_doubt, may_doubt
from briefing.annotate.figures.finding import find_figures
from briefing.annotate.figures.people import tell_people
from briefing.annotate.figures.scope import find_marks, tell_scope
from briefing.annotate.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.figure import Figure
    from briefing.model.span import Span


def read_figures(
    text: str,
    sourced: Sequence[Sourced],
    taken: Sequence[Span],
    *,
    language: str = ENGLISH,
) -> tuple[Figure, ...]:
    """Read the figures of a paragraph.

    Args:
        text: The article's text.
        sourced: The paragraph's sentences with their sources.
        taken: Places that are something else: dates, clock times, names with digits;
            in order.
        language: The paragraph's language, as `tell_languages` gives it.

    Returns:
        The figures in order.
    """
    text = without_markup(text)
    if language != ENGLISH:
        if not has_figures(language):
            # Read as English, "1.034" would be one, and "40.000" forty.
            return ()
        return tuple(
            figure
            for each in sourced
            for figure in find_foreign(text, each.sentence, language, taken=taken)
        )
    found: list[Figure] = []
    people: str | None = None
    for at, each in enumerate(sourced):
        figures = find_figures(
            text,
            each.sentence,
            taken=taken,
            words=each.words,
            earlier=_Earlier(text, sourced, at, people),
        )
        if figures:
            people = counted_people(figures) or people
            following = _comment_after(text, sourced, at)
            found.extend(_complete(text, each, figures, following))
    return tuple(found)


class _Earlier:
    """Whom the sentences before tell of; worked out only when a figure asks."""

    def __init__(
        self, text: str, sourced: Sequence[Sourced], at: int, counted: str | None
    ) -> None:
        self.text, self.sourced, self.at, self.counted = text, sourced, at, counted

    def __call__(self) -> str | None:
        if self.counted or not self.at:
            return self.counted
        last = self.sourced[self.at - 1]
        return named_people(self.text, last.sentence, last.words)


def _comment_after(text: str, sourced: Sequence[Sourced], at: int) -> Span | None:
    """Give the next sentence where it may doubt and has no number of its own."""
    if at + 1 >= len(sourced):
        return None
    following = sourced[at + 1].sentence
    if not may_doubt(text, following) or has_number_word(text, following):
        return None
    return following


def _complete(
    text: str, sourced: Sourced, figures: Sequence[Figure], following: Span | None
) -> Iterator[Figure]:
    """Give each figure its source, and whom, when and how surely it counts."""
    sentence = sourced.sentence
    doubtful = following is not None or may_doubt(text, sentence)
    marks = find_marks(text, sentence)
    for figure in figures:
        source = figure_source(sourced, text, figure)
        claimed = source is not None and (source.verb or "").startswith(
            ("claim", "alleg")
        )
        yield replace(
            figure,
            attribution=source.text if source else None,
            attribution_name=source.name if source else None,
            people=tell_people(figure.what) if figure.unit == "count" else None,
            scope=tell_scope(text, figure, sentence, marks),
            doubt=find_doubt(text, figure, sentence, following, source)
            if doubtful or claimed
            else None,
        )
