"""What the issue before gave for the quantities of this one.

A running total is one quantity from issue to issue when all that names it agrees:
what is counted, what befell it, where, of which side, in which unit, and the day
from which it is counted. What is counted over a few days is one only when these are
the same days: the dead of one week are not those of the next. Where period or place
is not stated, nothing is compared but what a pin names, or what an article itself
takes back. A quantity that fits two of the other issue fits none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from briefing.model.ledger import Earlier
from briefing.select.ledger.senses import event_class, head_class

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefing.model.ledger import Claim, LedgerFigure
    from briefing.model.selection import Quantity, Selection

LONG = 14
"""From so many days on, a count whose first day is the same runs on."""
MOST = 12
"""Earlier issues that a figure remembers."""

Amount = tuple[object, object, object]


class Issue(Protocol):
    """The issue before, as far as it is needed here."""

    @property
    def issue(self) -> str:
        """Its id."""

    @property
    def number(self) -> int | None:
        """Its number; None where the edition counts none."""

    @property
    def figures(self) -> Sequence[LedgerFigure]:
        """Its ledger."""


def recall(
    selection: Selection, before: Issue | None, sections: Collection[str]
) -> tuple[Selection, tuple[tuple[Earlier, ...], ...]]:
    """Give for each quantity what the issue before gave, if one was read.

    What is taken back is printed whatever the budget: readers have seen it.

    Args:
        selection: What was chosen, with all quantities.
        before: The issue before; None where none was read.
        sections: The sections that this issue has.
    """
    if before is None:
        return selection, ()
    earlier = find_earlier(selection.ledger, before)
    ledger = tuple(
        quantity._replace(printed=True) if was and was[0].withdrawn else quantity
        for quantity, was in zip(selection.ledger, earlier, strict=True)
    )
    if "figures" not in sections:
        return selection, earlier
    return replace(selection, ledger=ledger), earlier


def find_earlier(
    ledger: Sequence[Quantity], before: Issue
) -> tuple[tuple[Earlier, ...], ...]:
    """Give for each quantity what the issue before, and those before it, gave."""
    pairs = [
        (at, old)
        for at, quantity in enumerate(ledger)
        for old in _likeliest([old for old in before.figures if same(quantity, old)])
    ]
    found: list[tuple[Earlier, ...]] = []
    for at, quantity in enumerate(ledger):
        own = [old for place, old in pairs if place == at]
        alone = len(own) == 1 and sum(old is own[0] for _, old in pairs) == 1
        found.append(_told(quantity, own[0], before) if alone else ())
    return tuple(found)


def same(quantity: Quantity, old: LedgerFigure) -> bool:
    """Say whether a figure of the issue before is of this quantity."""
    if not old.claims or quantity.unit != old.unit or _clash(quantity, old):
        return False
    if head_class(quantity.what) != head_class(old.what):
        return False
    if takes_back(quantity, old.claims[0]):
        return True
    if event_class(quantity.event) != event_class(old.event):
        return False
    if quantity.pin is not None and quantity.pin == old.pin:
        return (
            _same_days(quantity, old)
            or _no_days(quantity, old)
            or _both_long(quantity, old)
        )
    return (
        quantity.place is not None
        and quantity.place == old.place
        and _same_days(quantity, old)
    )


def takes_back(quantity: Quantity, claim: Claim) -> bool:
    """Say whether an article of this issue takes back what a claim says."""
    if quantity.status != "revised":
        return False
    now, *replaced = (amount_of(s.claim) for s in quantity.statements)
    if amount_of(claim) not in replaced:
        return False
    # Nothing but one number: it was taken back for no other.
    return amount_of(claim) != now or set(replaced) == {now}


def amount_of(claim: Claim) -> Amount:
    """Give what a claim says, to be compared."""
    return claim.value, claim.low, claim.high


def _told(quantity: Quantity, old: LedgerFigure, before: Issue) -> tuple[Earlier, ...]:
    claim = old.claims[0]
    withdrawn = takes_back(quantity, claim)
    last = Earlier(before.issue, before.number, claim.text, claim.value, withdrawn)
    return (last, *old.was)[:MOST]


def _likeliest(fitting: list[LedgerFigure]) -> list[LedgerFigure]:
    """Prefer what the issue before printed over what only its ledger held."""
    return [old for old in fitting if old.printed] or fitting


def _clash(quantity: Quantity, old: LedgerFigure) -> bool:
    pairs = (
        (quantity.side, old.side),
        (quantity.place, old.place),
        (quantity.people, old.people),
        (quantity.scope, old.scope),
    )
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _no_days(quantity: Quantity, old: LedgerFigure) -> bool:
    return quantity.counted is None and old.period_first is None


def _both_long(quantity: Quantity, old: LedgerFigure) -> bool:
    """Say whether both are running totals: "in six months" begins later each week."""
    run, first, last = quantity.counted, old.period_first, old.period_last
    if run is None or first is None or last is None:
        return False
    days = min(len(run), (last - first).days + 1)
    return days >= LONG and "increment" not in (quantity.scope, old.scope)


def _same_days(quantity: Quantity, old: LedgerFigure) -> bool:
    """Say whether both count over the same days, or since the same day."""
    run = quantity.counted
    if run is None or run.first != old.period_first:
        return False
    if old.period_last is None or run.last == old.period_last:
        return True
    days = min(len(run), (old.period_last - run.first).days + 1)
    return days >= LONG and "increment" not in (quantity.scope, old.scope)
