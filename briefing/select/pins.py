"""Figures that an edition's config pins: shown whenever an article reports them.

A pin is found as a topic is, by words in any of their spellings, but only among the
words that name the quantity: what is counted, what befell it, and where.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.config.schema import TopicConfig
from briefing.model.problem import Problem
from briefing.select.topics import topics_of
from briefing.text.wording import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.config.schema import PinConfig
    from briefing.model.names import NameList
    from briefing.model.selection import Quantity, Selection
    from briefing.select.topics import Term, Topic

BROAD = 4
"""Figures that one pin may fit before it is told to be broad."""
NOT_SHOWN = "machine_translation"
"""What only such articles say is kept in the ledger and not shown, pinned or not."""


def pin_figures(
    selection: Selection, pins: Sequence[PinConfig], *, names: NameList
) -> tuple[Selection, tuple[str, ...], tuple[Problem, ...]]:
    """Mark the quantities that pins name, to be printed whatever the budget.

    All quantities that a pin fits are shown, since to choose one would hide the
    others; what fits two pins stands under the first.

    Args:
        selection: What was chosen, with all quantities.
        pins: The edition's pins, in its order.
        names: The desk's names, whose spellings stand for each other.

    Returns:
        The selection with these marked; the labels of the pins that fit none; and a
        note for each pin that fits so many that its label says little.
    """
    if not pins:
        return selection, (), ()
    shown = {a.id for a in selection.articles if a.kind != NOT_SHOWN}
    wanted = {pin.label: TopicConfig(any=pin.any, all=pin.all) for pin in pins}
    barred = {pin.label: TopicConfig(any=pin.none) for pin in pins}
    found = topics_of(wanted, names), topics_of(barred, names)
    queries = list(zip(pins, *found, strict=True))
    reported: set[str] = set()
    marked = []
    for quantity in selection.ledger:
        words = _words_of(quantity)
        fitting = [
            pin.label
            for pin, query, bar in queries
            if pin.side in (None, quantity.side)
            and _fits(words, query)
            and not any(_occurs(words, term) for term in bar.any)
        ]
        sources = {statement.source.article for statement in quantity.statements}
        if not fitting or not sources & shown:
            marked.append(quantity)
            continue
        reported.update(fitting)
        marked.append(quantity._replace(pin=fitting[0], printed=True))
    counts = Counter(quantity.pin for quantity in marked)
    broad = tuple(
        Problem(
            f"pins: {pin.label}",
            f"fits {counts[pin.label]} figures; narrow it with all, none or side",
            note=True,
        )
        for pin in pins
        if counts[pin.label] > BROAD
    )
    unreported = tuple(pin.label for pin in pins if pin.label not in reported)
    return replace(selection, ledger=tuple(marked)), unreported, broad


def _words_of(quantity: Quantity) -> Words:
    told = (quantity.label, quantity.what, quantity.event, quantity.place)
    return Words.of(" | ".join(part for part in told if part))


def _fits(words: Words, query: Topic) -> bool:
    return all(_occurs(words, term) for term in query.all) and (
        not query.any or any(_occurs(words, term) for term in query.any)
    )


def _occurs(words: Words, term: Term) -> bool:
    return term.occurs(words)
