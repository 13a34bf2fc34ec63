"""The ledger: every quantity that the issue's articles state, and who states it.

A number that three papers take from one ministry stays one party's claim. Which
statements are of one quantity is decided in `quantities`.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.model.selection import Candidate, Quantity
from briefing.select.ledger.grouping import group_entries
from briefing.select.ledger.leaning import is_bare
from briefing.select.ledger.named import names_something
from briefing.select.ledger.parts import wholes_of
from briefing.select.ledger.sense_words import HUMANS
from briefing.select.ledger.senses import is_adjective, label_of
from briefing.select.ledger.standing import newest_first, origins_of, status_of
from briefing.select.ledger.starts import settle_starts
from briefing.select.ledger.statements import LOSSES, make_entries
from briefing.select.ledger.taken_back import counts_again, is_withdrawn
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.names import NameList
    from briefing.model.span import DateRange
    from briefing.select.ledger.entry import Entry

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
PERSONS = HUMANS | {"man"}
HARMED = frozenset({"killed", "wounded"})
"""What is only said of people and animals, whatever they are called."""
COUNTED_BY_SIDE = frozenset({"troops", LOSSES})
HEAP, COMMON = 20, 8
"""In a heap of so many articles, a word of one in eight tells none from another."""
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
    usable = (each for each in candidates if each.role != "background")
    told = list(make_entries(usable, names, days, scenes, articles))
    entries = sorted(
        _telling(settle_starts(told)),
        key=lambda e: (e.kind in SECONDARY, e.candidate.key, e.figure.span),
    )
    groups = [group for group in group_entries(entries) if _states(group)]
    ledger = [(_quantity(group, names), group) for group in groups]
    ledger.sort(
        key=lambda entry: (
            -entry[0].rank,
            entry[0].statements[0].source.article,
            entry[0].label,
        )
    )
    wholes = wholes_of([group for _, group in ledger])
    return tuple(
        quantity._replace(part_of=whole)
        for (quantity, _), whole in zip(ledger, wholes, strict=True)
    )


def _telling(entries: list[Entry]) -> list[Entry]:
    """Leave out of what sentences tell the words of every other article.

    In the articles on one war its leader's name ties no two of them.
    """
    told_by: dict[str, set[str]] = {}
    articles = {entry.candidate.article for entry in entries}
    if len(articles) < HEAP:
        return entries
    for entry in entries:
        for word in entry.told:
            told_by.setdefault(word, set()).add(entry.candidate.article)
    common = {w for w, by in told_by.items() if len(by) * COMMON > len(articles)}
    return [entry._replace(told=entry.told - common) for entry in entries]


def _states(group: Sequence[Entry]) -> bool:
    """Say whether claims state anything: no bare "number", nothing only taken back."""
    if all(is_bare(entry) for entry in group):
        return len({entry.source for entry in group}) > 1
    return not all(is_withdrawn(entry) for entry in group)


def _quantity(group: Sequence[Entry], names: NameList) -> Quantity:
    first = _naming(group)
    outlets = {entry.candidate.article for entry in group}
    if status_of(group) == "revised":
        # What holds now goes first; what it replaces is kept behind it.
        group = newest_first(group)
    figure = first.figure
    best = max(entry.candidate.total for entry in group)
    period, counted = _period(group)
    return Quantity(
        label=label_of(figure) + _sided(first, names),
        what=figure.what,
        event=figure.event,
        place=next((entry.place for entry in group if entry.place), None),
        side=next((entry.side for entry in group if entry.side), None),
        period=period,
        unit=figure.unit,
        status=status_of(group),
        statements=tuple(entry.statement for entry in group),
        topic=first.candidate.topic,
        rank=round(best / 2 + len(outlets) - 1 + _weight(first), 3),
        origins=max(1, len(origins_of(group))),
        telling=_is_telling(group),
        people=next((e.figure.people for e in group if e.figure.people), None),
        scope=next((e.time.scope for e in group if e.time.scope), None),
        counted=counted,
        inferred=_is_inferred(group, counted),
    )


def _naming(group: Sequence[Entry]) -> Entry:
    """Give the claim that names a quantity: no "toll" that "has risen"."""
    told = (entry for entry in group if not is_bare(entry) and not counts_again(entry))
    return next(told, group[0])


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
    if not names_something(_naming(group)):
        return False
    return (
        _size(first) >= FEW
        or first.figure.unit != "count"
        or first.event in HARMED
        or (first.event in GRAVITY and first.head in PERSONS)
    )


def _weight(entry: Entry) -> float:
    """Say how much a reader looks for such a figure: by its event, then its size."""
    digits = math.log10(1 + _size(entry))
    return GRAVITY.get(entry.event or "", 0.0) + DIGIT * min(float(digits), 6.0)


def _size(entry: Entry) -> Decimal:
    figure = entry.figure
    if figure.kind == "vague":
        # "Dozens" of anything are not few.
        return Decimal(FEW)
    return abs(figure.value or figure.high or figure.low or Decimal(1))


def _period(group: Sequence[Entry]) -> tuple[str | None, DateRange | None]:
    """Give the time over which a quantity was counted: the words for it, and its days.

    The words are the first that an article gives, the days those of the statement
    that gives the words, or else the fewest: "on Monday" rather than "this week".
    """
    told = next((e.time for e in group if e.time.words), None)
    if told is not None and told.days is not None:
        return told.words, told.days
    days = [e.time.days for e in group if e.time.days is not None]
    return told and told.words, min(days, key=len, default=None)


def _is_inferred(group: Sequence[Entry], counted: DateRange | None) -> bool:
    """Say whether nobody gives the first day of a time, and it is our inference."""
    times = [entry.time for entry in group if entry.time.days == counted]
    return counted is not None and bool(times) and all(t.inferred for t in times)
