"""A figure among the words of its sentence, and what all figures ask of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.figures.events import find_event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.annotate.figure_words.scene import FigureCandidate
    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.tagging import Word

_BRACKETED = 8
Found = tuple[str | None, str | None]
"""What is counted and what happened, in the article's words."""


def _nobody() -> None:
    return None


class Surroundings(NamedTuple):
    """A figure among the words of its sentence."""

    text: str
    """The article's text."""
    words: Sequence[Word]
    """The sentence."""
    before: int
    """The last word before the figure and its comparator; -1 for none."""
    after: int
    """The first word after the figure and its comparator."""
    candidate: FigureCandidate
    """The figure."""
    last: Surroundings | None
    """The figure before it in the same sentence."""
    what: str | None = None
    """What is counted, once found."""
    event: str | None = None
    """What happened, once found."""
    counted: Surroundings | None = None
    """The last count before it in the same sentence."""
    persons: Surroundings | None = None
    """The last count of people before it in the same sentence."""
    earlier: Callable[[], str | None] = _nobody
    """Gives the people that the sentences before tell of."""

    def with_findings(self, what: str | None, event: str | None) -> Surroundings:
        """Give the same with what was found; the chain back is cut to one figure."""
        last = self.last and self.last._replace(last=None, counted=None, persons=None)
        return self._replace(
            what=what, event=event, last=last, counted=None, persons=None
        )

    def cut(self, run: Run | None) -> str | None:
        """Give the words of a phrase as they stand in the article."""
        if run is None or run[0] >= run[1]:
            return None
        words = self.text[self.words[run[0]].start : self.words[run[1] - 1].end]
        return " ".join(words.split()) or None


def read_event(
    around: Surroundings, after: int, *, led: bool = False
) -> tuple[Run | None, str | None]:
    """Find the verb that governs the figure, and give its words."""
    run = find_event(around.words, around.before, after, led=led)
    return run, around.cut((run[0], run[1] + 1) if run else None)


def after_brackets(around: Surroundings) -> int:
    """Give the first word after the figure and a bracketed conversion."""
    words, after = around.words, around.after
    if after < len(words) and words[after].low == "(":
        for at in range(after, min(len(words), after + _BRACKETED)):
            if words[at].low == ")":
                return at + 1
    return after


def continues_list(around: Surroundings) -> bool:
    """Say whether only a short list lies between this figure and the one before."""
    last = around.last
    if last is None or last.candidate.kind != around.candidate.kind:
        return False
    between = around.words[last.after : around.before + 1]
    return not any(
        word.tag in ("B", "H", "M", "F", "S") or word.low in (";", ":")
        for word in between
    )


def copula_before(around: Surroundings) -> int | None:
    """Find "is", "has reached" and the like right before the figure."""
    at = around.before
    while at > 0 and around.words[at].tag in ("A", "P", "M"):
        at -= 1
    return at if around.words[at].tag == "B" else None
