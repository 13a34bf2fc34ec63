"""Numbers of nothing by themselves: "the number", which is that of the figure before.

"Forty people were killed, the army said. Rebels put the number at twelve": the twelve
are people killed, in the same place and on the same day. Where the sentence before
counts several things, nothing tells which is meant, and the number stays bare.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.select.ledger.likeness import heads_agree
from briefing.select.ledger.parts import names_its_own
from briefing.select.ledger.sense_words import HAPPENS_TO_PEOPLE
from briefing.select.ledger.senses import is_known
from briefing.select.ledger.taken_back import taken_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.select.ledger.entry import Entry

BARE = frozenset(
    "number figure count total tally toll estimate statement claim report sum amount "  # noqa: SIM905
    "announcement".split()
)
"""What is counted where only the counting is named."""
SENTENCES_BACK = 3
"""How many sentences before a bare number may say what it is of."""
BEFORE = 90
"""How many characters before a number may point back."""


@cache
def _definite() -> re.Pattern[str]:
    """Words before a number that count again what was just counted."""
    return re.compile(
        r"\b(?:put|puts|putting|place[sd]?|estimated|estimates)\s"
        r"(?:the|its|that)\s[\w’' -]{2,40}\sat\s(?:[\w’'-]+\s){0,3}$",
        re.IGNORECASE,
    )


def is_bare(entry: Entry) -> bool:
    """Say whether nothing tells what a statement counts."""
    return entry.head in BARE


def lean(entry: Entry, told: Sequence[Entry]) -> Entry:
    """Give a bare number what it counts, after what its article counted just before.

    Args:
        entry: The statement.
        told: The statements of its article before it, in order.
    """
    if is_bare(entry):
        if is_known(entry.event) and entry.event in HAPPENS_TO_PEOPLE:
            entry = entry._replace(head="people")
        before = _meant(entry, told)
        return entry if before is None else _like(entry, before)
    if entry.event is None and not names_its_own(entry) and _points_back(entry):
        before = _meant(entry, told)
        if before is not None and heads_agree(entry, before):
            return _like(entry, before)
    return entry


def _points_back(entry: Entry) -> bool:
    sentence = entry.candidate.sentence
    at = entry.figure.span.start - sentence.span.start
    return _definite().search(sentence.text[max(0, at - BEFORE) : at]) is not None


def _meant(entry: Entry, told: Sequence[Entry]) -> Entry | None:
    """Give the statement that a bare number counts again, if only one can be meant."""
    near = [each for each in told if _may_be_meant(entry, each)]
    if not near:
        return None
    last = near[-1]
    where = _place(last)
    rivals = [
        each
        for each in near
        if _place(each) == where
        and (each.head, each.event) != (last.head, last.event)
        and taken_back(each) is None
    ]
    return None if rivals else last


def _place(entry: Entry) -> tuple[int, int]:
    """Give the sentence in which a statement stands."""
    return entry.candidate.passage.index, entry.candidate.index


def _may_be_meant(entry: Entry, each: Entry) -> bool:
    if each.amount is None or entry.amount is None or is_bare(each):
        return False
    if each.amount.dimension != entry.amount.dimension:
        return False
    if is_known(entry.event) and entry.event != each.event:
        return False
    (passage, index), (at, position) = _place(entry), _place(each)
    if passage == at:
        return index - position <= SENTENCES_BACK
    return passage - at == 1


def _like(entry: Entry, before: Entry) -> Entry:
    """Give a statement all that it leaves to the one before it."""
    own = entry.time.days is not None or entry.time.words is not None
    placed = bool(entry.where.own)
    return entry._replace(
        figure=replace(
            entry.figure,
            what=before.figure.what,
            event=before.figure.event,
            people=entry.figure.people or before.figure.people,
        ),
        event=before.event,
        head=before.head,
        side=entry.side or before.side,
        place=entry.place or before.place,
        where=entry.where if placed else before.where,
        time=entry.time if own else before.time,
        marks=before.marks,
        peoples=before.peoples,
        told=entry.told | before.told,
    )
