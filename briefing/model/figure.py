"""Figures: quantities as an article reports them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefing.model.span import Span

Comparator = Literal["=", "~", "<", "<=", ">", ">="]
"""= exactly; ~ some, about; > more than; >= at least; < fewer than; <= up to."""


People = Literal["civilian", "military"]
"""Whom a figure counts."""
Scope = Literal["total", "increment"]
"""total: since something began; increment: within a day, a week, one event."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as reported: how much of what, what happened, who says so."""

    span: Span
    """Where number and unit stand (comparator words are outside)."""
    text: str
    """The words of that span."""
    value: Decimal | None
    """The number; None for a range or a vague quantity."""
    low: Decimal | None
    """Lower end of a range."""
    high: Decimal | None
    """Upper end of a range."""
    comparator: Comparator
    """How the number is meant."""
    unit: str
    """count, %, km, USD, barrel/day ..."""
    kind: str
    """count, money, percent, measure, rate, duration, age or vague."""
    what: str | None
    """What is counted, in the article's words: "Russian soldiers"."""
    event: str | None
    """What happened to it, in the article's words: "killed"."""
    attribution: str | None
    """Who says so, in the article's words; None when the sentence names nobody."""
    attribution_name: str | None
    """The full name that `attribution` stands for; None when unresolved."""
    rule: str
    """Name of the rule that read it."""
    comparator_span: Span | None = None
    """Where the words of the comparator stand ("more than")."""
    people: People | None = None
    """Whether it counts civilians or the military; None where the words do not say."""
    scope: Scope | None = None
    """Whether it is a running total or what was added; None where nothing tells."""
    doubt: str | None = None
    """Words that cast doubt on it: "could not be verified"; None without any."""
