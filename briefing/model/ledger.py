"""The ledger: quantities, with every claim that was made about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from briefing.model.figure import Comparator, People, Scope

Status = Literal["single", "claimed", "agreed", "differs", "contested", "revised"]
"""How the claims about a quantity stand to each other."""


OTHERS_TOLD = 3
"""Numbers that a row tells of a figure beside its first; the JSON has all."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as one article gives it."""

    value: Decimal | None
    """The number; None for a range or a vague quantity."""
    low: Decimal | None
    """Lower end of a range."""
    high: Decimal | None
    """Upper end of a range."""
    comparator: Comparator
    """=, ~, <, <=, >, >=."""
    text: str
    """The words as printed in the article, comparator included: "more than 16,000"."""
    attribution: str | None
    """Who says so, in the article's words; None when nobody is named."""
    attribution_name: str | None
    """The full name that this stands for."""
    party: str | None
    """The side that says so, from the names file."""
    as_of: date | None
    """The day for which it holds: said on, else published."""
    citation: int
    """Number of the citation."""
    doubt: str | None = None
    """Words that cast doubt on it, verbatim: "could not be verified"."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier issue of the edition gave for a quantity."""

    issue: str
    """Id of that issue: its last day."""
    number: int | None
    """Its number; None where the edition counts none."""
    text: str
    """The words it printed: "some 40,000"."""
    value: Decimal | None
    """The number; None for a range or a vague quantity."""
    withdrawn: bool = False
    """Whether an article of this issue takes it back."""


@dataclass(frozen=True, slots=True)
class LedgerFigure:
    """One quantity, with every claim that was made about it."""

    id: str
    """Unique in the issue: "f1"."""
    label: str
    """How it is named in a table: the source's own noun phrase."""
    what: str | None
    """What is counted."""
    event: str | None
    """What happened to it."""
    place: str | None
    """Where."""
    side: str | None
    """The side that is counted, from the names file."""
    period: str | None
    """Since when or over what time, in the article's words; None if not stated."""
    unit: str
    """count, %, km, USD ..."""
    status: Status
    """single, claimed, agreed, differs, contested or revised."""
    part_of: str | None
    """Id of the figure of which this is a part."""
    claims: tuple[Claim, ...]
    """The claims; the best attested first."""
    topic: str | None = None
    """Id of the topic it belongs to."""
    articles: int = 1
    """How many articles give it."""
    origins: int = 1
    """How many independent origins they have."""
    printed: bool = False
    """Whether the issue prints it."""
    people: People | None = None
    """Whether it counts civilians or the military; None where nothing tells."""
    scope: Scope | None = None
    """total or increment; None where nothing tells."""
    period_first: date | None = None
    """First day of the time over which it was counted; None if not stated."""
    period_last: date | None = None
    """Last day of that time; None if not stated."""
    period_inferred: bool = False
    """Whether its first day is our inference: "six months" that began when told."""
    pin: str | None = None
    """The config's own label for it, where the config pins it."""
    was: tuple[Earlier, ...] = ()
    """What earlier issues gave for it, the latest first."""
