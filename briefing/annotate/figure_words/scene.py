"""What the families of figures see, and what they propose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from briefing.annotate.figure_words.numeral import Numeral
    from briefing.annotate.figure_words.units import Unit
    from briefing.model.figure import Comparator
    from briefing.model.span import Span


class Quantity(NamedTuple):
    """A number that could be a figure, with its unit."""

    numeral: Numeral
    """The number as written."""
    unit: Unit
    """Its unit; "count" when none stands beside it."""

    @property
    def value(self) -> Decimal:
        """The number in its unit: 0.05 for "5 cents"."""
        value = self.numeral.value * self.unit.factor
        whole = value.to_integral_value()
        return whole if whole == value else value


class FigureScene(NamedTuple):
    """One sentence, made ready for the families of figures."""

    text: str
    """The article's text."""
    sentence: Span
    """The sentence."""
    quantities: tuple[Quantity, ...]
    """Its numbers with their units, in order."""
    low: str
    """The sentence in lower case, for a quick look at what it can hold."""


class FigureCandidate(NamedTuple):
    """A rule's proposal, before overlaps are resolved."""

    start: int
    """Where number and unit begin."""
    end: int
    """Where they end."""
    rule: str
    """Name of the rule."""
    value: Decimal | None = None
    """The number; None for a range or a vague quantity."""
    low: Decimal | None = None
    """Lower end of a range."""
    high: Decimal | None = None
    """Upper end of a range."""
    unit: str = "count"
    """Its unit."""
    kind: str = "count"
    """count, money, percent, measure, rate, duration, age or vague."""
    comparator: Comparator | None = None
    """How the words themselves mean it ("dozens"); None to read what stands before."""
