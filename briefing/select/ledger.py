"""The ledger: every quantity that the issue's articles state, and who states it.

A number that three papers take from one ministry stays one party's claim. Which
statements are of one quantity is decided in `quantities`.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.model.selection import Candidate, Quantity
from briefing.select.quantities import (
    Entry,
    repeats,
    same_quantity,
)
from briefing.select.senses import (
    is_adjective,
    label_of,
)
from briefing.select.standing import newest_first, origins_of, status_of
from briefing.select.statements import LOSSES, counts, make_entry
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.names import NameList

GRAVITY = {
    "killed": 2.0,
    "wounded": 1.6,
    "captured": 1.6,
    "lost": 1.6,
    "downed": 1.2,
    "launched": 1.2,
    "advanced": 1.2,
    "fled": 1.0,
}
FEW = 10
"""A smaller number is only telling when somebody was killed, hurt or taken."""
PERSONS = frozenset({"people", "troops", "child", "worker", "woman", "man"})
COUNTED_BY_SIDE = frozenset({"troops", LOSSES})
PART_EVENTS = frozenset(
    {
        ("lost", "killed"),
        ("lost", "wounded"),
        ("lost", "captured"),
        ("launched", "downed"),
    }
)
"""Which event is part of which: those killed are part of those lost."""
OVER = re.compile(
    r"\b(?:over|in|during|for|within|throughout)\s+(?:the\s+)?(?:past\s+|last\s+)?$",
    re.IGNORECASE,
)
"""Words that make a duration the time over which something was counted."""
DIGIT = 0.25
"""What each further digit of a figure adds to its weight."""
SECONDARY = frozenset({"roundup", "aggregator", "machine_translation"})


def build_ledger(
    candidates: Iterable[Candidate],
    articles: Mapping[str, Article],
    names: NameList,
    days: Mapping[str, date | None],
    scenes: Mapping[str, str],
) -> tuple[Quantity, ...]:
    """Give every quantity of the candidates' sentences, the most telling first.

    Args:
        candidates: Sentences that match a topic, printable or not.
        articles: The articles by id.
        names: The desk's names, for the sides.
        days: The publication day of each article, by id.
        scenes: The place that an article speaks of most, by id (see `scene_of`).
    """
    entries = [
        make_entry(candidate, figure, names, days, scenes, articles)
        for candidate in candidates
        if candidate.role != "background"
        for figure in candidate.passage.figures
        if candidate.sentence.span.covers(figure.span) and counts(figure, candidate)
    ]
    entries.sort(
        key=lambda e: (
            articles[e.candidate.article].kind in SECONDARY,
            e.candidate.key,
            e.figure.span,
        )
    )
    groups: list[list[Entry]] = []
    for entry in entries:
        for group in groups:
            if same_quantity(group[0], entry):
                if not any(repeats(entry, member) for member in group):
                    group.append(entry)
                break
        else:
            groups.append([entry])
    ledger = [(_quantity(group, names), group) for group in groups]
    ledger.sort(
        key=lambda entry: (
            -entry[0].rank,
            entry[0].statements[0].source.article,
            entry[0].label,
        )
    )
    ordered = [group for _, group in ledger]
    return tuple(
        quantity._replace(part_of=_whole_of(group, ordered))
        for quantity, group in ledger
    )


def _quantity(group: Sequence[Entry], names: NameList) -> Quantity:
    first = group[0]
    outlets = {entry.candidate.article for entry in group}
    if status_of(group) == "revised":
        # What holds now goes first; what it replaces is kept behind it.
        group = sorted(group, key=newest_first)
    figure = first.figure
    best = max(entry.candidate.total for entry in group)
    return Quantity(
        label=label_of(figure) + _sided(first, names),
        what=figure.what,
        event=figure.event,
        place=first.place,
        side=next((entry.side for entry in group if entry.side), None),
        period=_period(group),
        unit=figure.unit,
        status=status_of(group),
        statements=tuple(entry.statement for entry in group),
        topic=first.candidate.topic,
        rank=round(best / 2 + len(outlets) - 1 + _weight(first), 3),
        origins=max(1, len(origins_of(group))),
        telling=_is_telling(group),
    )


def _sided(entry: Entry, names: NameList) -> str:
    """Give the side whose people are counted, in brackets, where the words lack it."""
    if entry.side is None or entry.head not in COUNTED_BY_SIDE:
        return ""
    countries = (
        name.name
        for name in names.names
        if name.kind == "place" and name.party == entry.side
    )
    country = next(countries, entry.side)
    what = words(entry.figure.what or "")
    named = any(is_adjective(word, base_form(country)) for word in what)
    return "" if named else f" [{country}]"


def _is_telling(group: Sequence[Entry]) -> bool:
    """Say whether a reader would look for a quantity, and may be shown it.

    What a machine translation alone says is kept in the ledger, but not shown.
    """
    first = group[0]
    if all(entry.kind == "machine_translation" for entry in group):
        return False
    return (
        _size(first) >= FEW
        or first.figure.unit != "count"
        or (first.event in GRAVITY and first.head in PERSONS)
    )


def _weight(entry: Entry) -> float:
    """Say how much a reader looks for such a figure: by its event, then its size."""
    digits = math.log10(1 + _size(entry))
    return GRAVITY.get(entry.event or "", 0.0) + DIGIT * min(float(digits), 6.0)


def _size(entry: Entry) -> Decimal:
    figure = entry.figure
    return abs(figure.value or figure.high or figure.low or Decimal(1))


def _period(group: Sequence[Entry]) -> str | None:
    """Give the time over which a quantity was counted, in an article's own words."""
    for entry in group:
        sentence, passage = entry.candidate.sentence, entry.candidate.passage
        for timex in passage.timexes:
            if timex.type == "DURATION" and sentence.span.covers(timex.span):
                before = sentence.text[: timex.span.start - sentence.span.start]
                led_in = OVER.search(before)
                if led_in:
                    return f"{led_in[0]}{timex.text}"
    return None


def _whole_of(part: Sequence[Entry], groups: Sequence[Sequence[Entry]]) -> int | None:
    """Give the position of the larger quantity that a quantity is part of, or None."""
    return next(
        (
            at
            for at, whole in enumerate(groups)
            if whole is not part
            and any(_is_part(one, other) for one in part for other in whole)
        ),
        None,
    )


def _is_part(part: Entry, whole: Entry) -> bool:
    """Say whether one paragraph tells both, a loss and those killed in it."""
    return (
        (whole.event, part.event) in PART_EVENTS
        and part.figure.unit == whole.figure.unit
        and part.head == whole.head
        and part.candidate.key[:2] == whole.candidate.key[:2]
        and _size(part) < _size(whole)
    )
