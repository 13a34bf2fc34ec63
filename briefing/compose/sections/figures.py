"""Key figures, in groups that count over one stretch of time; parts follow their whole.

First what the config pins, in its order, then what an article takes back, then topic
by topic: running totals by the day from which they count, what happened in the days
of the issue, what happened before them, and what states no time. Within each of
these civilians and the military stand apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing.model.ledger import OTHERS_TOLD
from briefing.model.section import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose.draft import Draft
    from briefing.model.selection import Quantity, Selection, Source
    from briefing.model.span import DateRange

NAME = "figures"
STRETCHES = ("since", "during", "before", "open")
PEOPLE = (None, "civilian", "military")


def build(draft: Draft) -> tuple[Section, ...]:
    """Point to the figures that are printed, wholes before their parts."""
    ledger = draft.selection.ledger
    printed = [at for at, quantity in enumerate(ledger) if quantity.printed]
    rows = [
        at
        for at in printed
        if ledger[at].pin is not None or ledger[at].part_of not in printed
    ]
    entries: list[Entry] = []
    for whole in sorted(rows, key=lambda at: _place(at, draft)):
        parts = [
            at
            for at in printed
            if ledger[at].part_of == whole and ledger[at].pin is None
        ]
        topic = ledger[whole].topic
        entries.extend(
            Entry(figure=f"f{at + 1}", topic=topic, title=draft.topic_title(topic))
            for at in (whole, *parts)
        )
    return (Section(NAME, "figures", "Key figures", None, entries=tuple(entries)),)


def cited(selection: Selection) -> Iterator[Source]:
    """Yield what the section cites, in the order of printing."""
    for quantity in selection.ledger:
        if quantity.printed:
            yield from _told(quantity)


def _told(quantity: Quantity) -> Iterator[Source]:
    """Yield what a row cites: all who give its number, and one for each other told."""
    seen: list[tuple[object, ...]] = []
    for statement in quantity.statements:
        claim = statement.claim
        number = (claim.value, claim.low, claim.high)
        if number in seen[1:] or (number not in seen and len(seen) > OTHERS_TOLD):
            continue
        if number not in seen:
            seen.append(number)
        yield statement.source


def stretch_of(
    counted: DateRange | None, window: DateRange
) -> Literal["since", "during", "before", "open"]:
    """Say how the time over which something was counted lies to the issue's days.

    since: longer than these days, and up to them; during: in them; before: over when
    they began; open: not stated.
    """
    if counted is None:
        return "open"
    if counted.first >= window.first:
        return "during"
    if counted.last < window.first:
        return "before"
    return "since" if len(counted) > len(window) else "during"


def _place(at: int, draft: Draft) -> tuple[int, ...]:
    """Give what a row is sorted by; rows of one place keep the ledger's order."""
    quantity = draft.selection.ledger[at]
    if quantity.pin is not None:
        labels = [pin.label for pin in draft.edition.pins]
        return (0, labels.index(quantity.pin) if quantity.pin in labels else 0)
    if draft.earlier and any(one.withdrawn for one in draft.earlier[at][:1]):
        return (1,)
    topics = list(draft.topics)
    topic = topics.index(quantity.topic) if quantity.topic in topics else len(topics)
    stretch = stretch_of(quantity.counted, draft.slot.window)
    return (
        2,
        topic,
        STRETCHES.index(stretch),
        _first_day(quantity) if stretch == "since" else 0,
        PEOPLE.index(quantity.people),
    )


def _first_day(quantity: Quantity) -> int:
    return quantity.counted.first.toordinal() if quantity.counted else 0
