"""Families of figures, one module each.

A family proposes; `resolve` keeps the longest proposal and, of equally long ones,
that of the family named first here. Each has `NAME` and `propose(scene)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing.annotate.figure_rules import (
    ages,
    count_digits,
    count_words,
    durations,
    fractions,
    measures,
    money,
    multiples,
    percent,
    ranges,
    rates,
    vague,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureCandidate, FigureScene


class FigureRule(Protocol):
    """What a family's module offers."""

    NAME: str

    def propose(self, scene: FigureScene) -> Iterator[FigureCandidate]:
        """Yield the family's candidates in a sentence."""


FIGURE_RULES: tuple[FigureRule, ...] = (
    rates,
    ranges,
    money,
    percent,
    ages,
    measures,
    multiples,
    durations,
    fractions,
    vague,
    count_digits,
    count_words,
)
