"""Where a run of printed words differs from the sentence that it should be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefing.verify.printed import STOPS, Printed
from briefing.verify.words import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.verify.words import Word

_MOST_STARTS = 12
_MOST_WORDS = 400
"""Longer runs are no sentence; comparing them would cost too much."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a printed sentence a run of words is."""

    sentence: Printed
    """The sentence."""
    start: int
    """Where in the run it begins."""
    share: float
    """Share of the sentence's words that stand in the run, in order."""
    covered: float
    """Share of the run's words, from `start`, that are the sentence's."""


def most_like(
    words: Sequence[Word], sentences: Iterable[Printed], *, least: float = 0.0
) -> Likeness | None:
    """Give the sentence that a run of words is most like.

    Sentences that share fewer than `least` of the words, of the shorter of the two,
    are passed over; None when all are.
    """
    run = [word.text for word in words[:_MOST_WORDS]]
    counts = Counter(run)
    best: Likeness | None = None
    for sentence in sentences:
        common = sum((Counter(sentence.words) & counts).values())
        if common < least * min(len(sentence.words), len(run)):
            continue
        if best and common <= best.share * len(sentence.words) * 0.9:
            continue
        likeness = _like(run, sentence)
        if best is None or _rank(likeness) > _rank(best):
            best = likeness
    return best


def _rank(likeness: Likeness) -> float:
    return likeness.share + likeness.covered


def _like(run: list[str], sentence: Printed) -> Likeness:
    starts = [0, *(at + 1 for at, word in enumerate(run[:-1]) if word in STOPS)]
    return max(
        (_from(run, start, sentence) for start in starts[:_MOST_STARTS]), key=_rank
    )


def _from(run: list[str], start: int, sentence: Printed) -> Likeness:
    part = run[start : start + 2 * len(sentence.words) + 2 * _MOST_STARTS]
    blocks = SequenceMatcher(a=sentence.words, b=part, autojunk=False)
    same = sum(block.size for block in blocks.get_matching_blocks())
    return Likeness(
        sentence, start, same / max(1, len(sentence.words)), same / max(1, len(part))
    )


def changes(words: Sequence[Word], likeness: Likeness) -> list[tuple[int, str]]:
    """Give line and description of each change that was made to a sentence."""
    part = list(words[likeness.start :])
    was = likeness.sentence.words
    matcher = SequenceMatcher(a=was, b=[word.text for word in part], autojunk=False)
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        line = part[min(c, len(part) - 1)].line
        if kind == "delete" and c:
            line = part[c - 1].line
        before, after = spell(was[a:b]), spell([word.text for word in part[c:d]])
        found.append((line, f"(was: {before!r}, is: {after!r})"))
    return found
