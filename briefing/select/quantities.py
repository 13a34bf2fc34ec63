"""When two statements are of one quantity, and when they give it one value.

They are of one quantity when dimension, thing counted, what happened, side, place and
time do not clash, and either the values are near enough to be one number told twice
(16,000 and 16,100) and something besides the number ties them, or the values differ and
more than that ties them: one source that counts again, one place and running totals,
one place and day. A number whose place and time nobody states is never set against
another.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefing.select.places import meet
from briefing.select.scales import close, equal, reaches, rounds
from briefing.select.sense_words import ANYBODY, HUMANS
from briefing.select.senses import is_known, is_short_for
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate, Statement
    from briefing.select.periods import Time
    from briefing.select.places import Where
    from briefing.select.scales import Amount

REVISING = re.compile(
    r"\b(?:withdr(?:ew|awn|aws)|t(?:ook|aken?|akes) back)\s(?:\w+\s){0,3}"
    r"(?:figures?|numbers?|counts?|tolls?|estimates?|claims?|statements?|totals?)\b|"
    r"\b(?:figures?|numbers?|counts?|tolls?|estimates?|claims?|totals?)\b[^.;]{0,30}"
    r"\bwithdrawn\b|\b(?:correct(?:ed|s|ion)|revis(?:ed|es|ion)|retract(?:ed|s))\b",
    re.IGNORECASE,
)
"""Words with which a source takes back a number it gave before."""
RARE = 100
"""From here on a number is rarely the same in two places by chance."""
SHORT, LONG = 7, 14
"""Days of a time that is short, and of one that is long: never one time."""
START_SLACK = 3
"""Days by which two tellings of when a count began may differ, or ..."""
START_SHARE = 5
"""... this part of the time counted: one fifth."""
TIED, TIED_WELL = 2, 3
"""Telling words that two sentences must share where little, or nothing else, ties."""
LARGE_SUM = 10**6
LONGEST_PARTICLE = 5
FAR, FAR_BY_ONE = 4, 10
"""How many times as large a value may be that is counted again, by anyone and by one
source: a toll of 45 is no earlier state of one of 8,000."""
DESTROYED = frozenset({"downed", "destroyed"})
"""Of things that fly, and are shot at, one event."""
GENERIC = frozenset({"people", "casualty"})
"""Words for people of any kind."""


class Entry(NamedTuple):
    """One statement with what it is compared by."""

    candidate: Candidate
    figure: Figure
    statement: Statement
    event: str | None
    """The class of what happened, or its last word."""
    head: str | None
    """The class of what is counted, or its last word."""
    side: str | None
    place: str | None
    """The one place it is printed with."""
    kind: str
    """How its source came by its words."""
    publisher: str
    """Who published its article."""
    scene: str | None
    """The place that its article speaks of most."""
    amount: Amount | None
    """Its value in the base unit; None for a vague one."""
    where: Where
    """All places that its words name."""
    time: Time
    """Over which time it was counted."""
    marks: frozenset[str]
    """What makes it a count of another kind: "more", "unsure"."""
    peoples: frozenset[str]
    """The peoples or names that what is counted is of."""
    told: frozenset[str]
    """Telling words of its sentence, besides number, thing, event and source."""
    revises: bool
    """Whether its sentence takes a number back."""
    source: frozenset[str]
    """Whoever says so, in words that can be compared; empty for nobody."""


def same_quantity(one: Entry, other: Entry) -> bool:
    """Say whether two statements are of one quantity, whatever its value."""
    if not _same_dimension(one, other) or _clash(one.side, other.side):
        return False
    if is_revision(one, other):
        return True
    if one.marks != other.marks or _strangers(one, other):
        return False
    if same_value(one, other):
        return _told_twice(one, other)
    return _counted_again(one, other)


def same_value(one: Entry, other: Entry) -> bool:
    """Say whether two statements give one value, rounded or copied badly at most."""
    return (
        close(one.amount, other.amount)
        or rounds(one.figure, other.figure)
        or reaches(one.amount, one.figure.comparator, other.amount)
        or reaches(other.amount, other.figure.comparator, one.amount)
    )


def equal_value(one: Entry, other: Entry) -> bool:
    """Say whether two statements give exactly one value, comparator and unit apart."""
    return equal(one.amount, other.amount)


def same_source(one: Entry, other: Entry) -> bool:
    """Say whether one source says both, under a longer or a shorter name."""
    if not one.source or not other.source:
        return False
    if is_short_for(one.source, other.source):
        return True
    shared = len((one.source & other.source) - ANYBODY)
    return shared > 0 and shared >= min(TIED, len(one.source), len(other.source))


def _same_dimension(one: Entry, other: Entry) -> bool:
    return (
        one.amount is not None
        and other.amount is not None
        and one.amount.dimension == other.amount.dimension
    )


def _told_twice(one: Entry, other: Entry) -> bool:
    """Say whether one number, met twice, is of one quantity."""
    if not _events_agree(one, other):
        return False
    if not _heads_agree(one, other) and not _is_sum(one):
        return False
    if _times_clash(one.time, other.time) or _in_one_sentence(one, other):
        return False
    known = one.event == other.event and one.event is not None
    if not known and one.head != other.head:
        return _is_sum(one) and len(one.told & other.told) > 0
    here = _same_place(one, other)
    shared = len(one.told & other.told)
    sourced = same_source(one, other)
    if _apart(one, other):
        return _is_rare(one) and sourced and shared >= TIED
    if _is_rare(one):
        return known or shared >= TIED_WELL or (shared >= TIED and (here or sourced))
    tied = here + sourced + _same_days(one, other)
    return (
        shared >= TIED_WELL
        or (tied > 0 and shared >= 1 and known)
        or (tied > 1 and (known or one.head == other.head))
    )


def _is_sum(entry: Entry) -> bool:
    """Say whether it is a large sum of money, which is told in many words."""
    value = entry.figure.value or Decimal(0)
    return entry.figure.kind == "money" and abs(value) >= LARGE_SUM


def _counted_again(one: Entry, other: Entry) -> bool:
    """Say whether two values are of one quantity: all else must agree, and tie them."""
    if (
        one.candidate.topic != other.candidate.topic
        or one.candidate.article == other.candidate.article
        or one.peoples != other.peoples
        or not _same_kind(one, other)
        or not _times_agree(one, other)
    ):
        return False
    if _one_event(one, other):
        return True
    if not _in_reach(one, other):
        return False
    sourced = same_source(one, other)
    if not _one_place(one, other):
        measured = one.figure.kind not in ("count", "money") and _both_run(one, other)
        if one.where.own and other.where.own:
            return False
        return measured or (sourced and one.figure.kind in ("count", "money"))
    if sourced:
        return True
    if _both_run(one, other):
        return True
    dated = one.time.days is not None and one.time.days == other.time.days
    placed = bool(one.where.own) or (one.scene is not None and one.scene == other.scene)
    return dated and (placed or _same_reach(one, other))


def _in_reach(one: Entry, other: Entry) -> bool:
    """Say whether one value may have grown from the other, or be a rival of it."""
    if one.amount is None or other.amount is None:
        return False
    low, high = sorted((abs(one.amount.high), abs(other.amount.high)))
    return high <= low * (FAR_BY_ONE if same_source(one, other) else FAR)


def _one_place(one: Entry, other: Entry) -> bool:
    """Say whether both name the same places, or none."""
    first, second = one.where.own, other.where.own
    if first == second:
        return True
    return len(first) == len(second) == 1 and meet(first, second)


def _both_run(one: Entry, other: Entry) -> bool:
    """Say whether both are rates, or totals still running, of one thing.

    Where only the tense makes them totals, the sentences must share a telling word.
    """
    if _is_rate(one) and _is_rate(other):
        return True
    if not one.time.scope == other.time.scope == "total":
        return False
    weak = one.time.weak and other.time.weak and not one.where.own
    return not weak or bool(one.told & other.told)


def _is_rate(entry: Entry) -> bool:
    return entry.amount is not None and "/" in entry.amount.unit


def _is_flow(entry: Entry) -> bool:
    """Say whether it is so much a day, which is estimated anew; a price is not."""
    return entry.figure.kind != "money" and _is_rate(entry) and is_known(entry.event)


def _same_reach(one: Entry, other: Entry) -> bool:
    """Say whether neither names a place, or holds for a whole country."""
    return not one.where.own and not other.where.own and one.scene == other.scene


def _same_kind(one: Entry, other: Entry) -> bool:
    if one.figure.kind in ("measure", "rate", "money"):
        known = one.event == other.event and is_known(one.event)
        alike = one.head == other.head and one.head is not None
        if one.event is None or other.event is None:
            return False
        return known or (alike and _events_agree(one, other))
    return (
        one.event == other.event
        and one.head == other.head
        and (one.event is not None or one.head is not None)
    )


def _events_agree(one: Entry, other: Entry) -> bool:
    """Say whether two events may be one: unknown words tell too little to part them."""
    if one.event is None or other.event is None or one.event == other.event:
        return True
    if {one.event, other.event} <= DESTROYED:
        return one.head == other.head
    return not (is_known(one.event) and is_known(other.event))


def _heads_agree(one: Entry, other: Entry) -> bool:
    if one.head is None or other.head is None or one.head == other.head:
        return True
    if one.figure.kind in ("measure", "rate"):
        return one.event == other.event or one.amount == other.amount
    if one.head in GENERIC or other.head in GENERIC:
        return {one.head, other.head} <= HUMANS | GENERIC
    return False


def _strangers(one: Entry, other: Entry) -> bool:
    """Say whether each counts a people of its own: Russians, North Koreans."""
    return bool(one.peoples and other.peoples and not (one.peoples & other.peoples))


def _apart(one: Entry, other: Entry) -> bool:
    """Say whether each names a place, and none is the other's."""
    first, second = one.where, other.where
    if not first.own or not second.own or meet(first.own, second.own):
        return False
    if first.listed or second.listed:
        return True
    return not (meet(first.own, second.around) or meet(second.own, first.around))


def _same_place(one: Entry, other: Entry) -> bool:
    if one.place is not None and one.place == other.place:
        return True
    first = one.where.own or one.where.before
    if meet(first, other.where.own or other.where.before):
        return True
    if _is_told(one, other) or _is_told(other, one):
        return True
    return _in_scene(one, other) or _in_scene(other, one)


def _is_told(one: Entry, other: Entry) -> bool:
    """Say whether one statement's place is a word of the other's sentence."""
    return any(set(place.split()) <= other.told for place in one.where.own)


def _in_scene(one: Entry, other: Entry) -> bool:
    """Say whether a statement without a place of its own is of its article's."""
    placed = one.where.own or one.place
    return (
        not placed and one.scene is not None and one.scene in (other.place, other.scene)
    )


def _one_event(one: Entry, other: Entry) -> bool:
    """Say whether both tell of one day and one scene, and neither lists places."""
    days = one.time.days
    return (
        one.scene is not None
        and one.scene == other.scene
        and days is not None
        and days == other.time.days
        and len(days) <= START_SLACK
        and all(_at_scene(entry) for entry in (one, other))
    )


def _at_scene(entry: Entry) -> bool:
    """Say whether a statement names its article's place, its region or none at all."""
    here = entry.where
    if here.listed or entry.scene is None:
        return False
    return not here.own or here.area or base_form(entry.scene) in here.own


def _same_days(one: Entry, other: Entry) -> bool:
    first, second = one.time.days, other.time.days
    return first is not None and second is not None and first.overlaps(second)


def _times_clash(one: Time, other: Time) -> bool:
    """Say whether one number cannot be of both times."""
    first, second = one.days, other.days
    if first is None or second is None:
        return False
    if not first.overlaps(second):
        return True
    short, long = sorted((len(first), len(second)))
    return short <= SHORT and long > LONG


def _times_agree(one: Entry, other: Entry) -> bool:
    """Say whether two values are of one time, or of one total that goes on."""
    first, second = one.time, other.time
    if _is_flow(one) and _is_flow(other):
        return True
    if first.days is None and second.days is None:
        return first.scope == second.scope and _begin_alike(first, second)
    if not _begin_alike(first, second):
        return False
    if first.scope == second.scope == "total":
        return _begin_together(first, second)
    if first.days is not None and second.days is not None:
        return first.days == second.days or _both_long(first, second)
    # One is dated, the other not: only totals that run can be one.
    dated, undated = (first, second) if first.days else (second, first)
    return (
        undated.scope == "total"
        and dated.days is not None
        and len(dated.days) > 1
        and dated.scope == "total"
    )


def _begin_alike(first: Time, second: Time) -> bool:
    """Say whether what two counts run from may be one: "since the mission began"."""
    for one, other in ((first, second), (second, first)):
        if one.words and one.days is None and not (one.weak and other.weak):
            told = {w for w in words(one.words) if len(w) > LONGEST_PARTICLE}
            if told and not told & set(words(other.words or "")):
                return False
    return True


def _both_long(first: Time, second: Time) -> bool:
    return (
        {first.scope, second.scope} == {"total", "increment"}
        and _begin_together(first, second)
        and first.days is not None
        and second.days is not None
        and min(len(first.days), len(second.days)) > START_SLACK
    )


def _begin_together(first: Time, second: Time) -> bool:
    if first.days is None or second.days is None:
        return True
    apart = abs((first.days.first - second.days.first).days)
    length = max(len(first.days), len(second.days))
    return apart <= max(START_SLACK, length // START_SHARE)


def is_revision(one: Entry, other: Entry) -> bool:
    """Say whether a source takes back one of two numbers that it gave.

    Its own name, or that of the publisher, must be the same, and it must be the same
    thing that is counted; where neither statement has a name, they stand in the same
    sentence as what it corrects.
    """
    if not (one.revises or other.revises) or one.head is None:
        return False
    if one.head != other.head:
        return False
    first, second = one.statement.claim, other.statement.claim
    names = {first.attribution_name, second.attribution_name}
    return one.publisher == other.publisher or (len(names) == 1 and None not in names)


def _is_rare(entry: Entry) -> bool:
    """Say whether a number is large enough not to be met twice by chance."""
    figure = entry.figure
    return (
        figure.unit != "count" or abs(figure.value or figure.high or Decimal(0)) >= RARE
    )


def _in_one_sentence(one: Entry, other: Entry) -> bool:
    return one.candidate.key == other.candidate.key


def _clash(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def repeats(entry: Entry, member: Entry) -> bool:
    """Say whether an article states again what it has stated already, by one source."""
    return (
        entry.candidate.article == member.candidate.article
        and same_value(entry, member)
        and entry.statement.claim.party == member.statement.claim.party
    )
