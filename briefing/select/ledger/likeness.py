"""Whether what two statements count, and where, may be one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import is_rate
from briefing.select.ledger.places import meet
from briefing.select.ledger.scales import is_sum
from briefing.select.ledger.sense_words import HUMANS
from briefing.select.ledger.senses import is_known
from briefing.select.ledger.wording import PADDING
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry

ONE_EVENT = 3
"""Days that one event lasts at most."""
DESTROYED = frozenset({"downed", "destroyed"})
"""Of things that fly, and are shot at, one event."""
SHOT = frozenset({"downed", "killed"})
"""Of people one event: those shot are dead, unless a text says otherwise."""
PAID = frozenset({"spent", "lost"})
"""Of money one event: what is cost is lost."""

GENERIC = frozenset({"people", "casualty"})
"""Words for people of any kind."""

COUNTRIES = {
    "britain": "uk",
    "great britain": "uk",
    "united kingdom": "uk",
    "united state": "us",
    "usa": "us",
    "america": "us",
    "united arab emirate": "uae",
    "russian federation": "russia",
    "holland": "netherland",
}
"""Countries that news calls by several names, in base form."""
PHRASE = 2
"""Words of a phrase that tells by itself which sum or share is meant."""


def same_kind(one: Entry, other: Entry) -> bool:
    """Say whether both tell one event of one thing: two values are then rivals."""
    if one.figure.kind in ("measure", "rate", "money"):
        known = one.event == other.event and is_known(one.event)
        alike = one.head == other.head and one.head is not None
        if one.event is None or other.event is None:
            return False
        if is_rate(one) and is_sum(one.amount):
            return alike and events_agree(one, other)
        return known or (alike and events_agree(one, other))
    return (
        one.event == other.event
        and one.head == other.head
        and (one.event is not None or one.head is not None)
    )


def events_agree(one: Entry, other: Entry) -> bool:
    """Say whether two events may be one: unknown words tell too little to part them."""
    if one.event is None or other.event is None or one.event == other.event:
        return True
    if {one.event, other.event} <= DESTROYED:
        return one.head == other.head
    if one_happening(one, other):
        return True
    if {one.event, other.event} <= PAID:
        return is_sum(one.amount) and is_sum(other.amount)
    return not (is_known(one.event) and is_known(other.event))


def one_happening(one: Entry, other: Entry) -> bool:
    """Say whether both tell of one event: people who are shot are killed."""
    if one.event is None or other.event is None:
        return False
    if {one.event, other.event} == SHOT:
        return {one.head, other.head} <= HUMANS | GENERIC
    return one.event == other.event


def heads_agree(one: Entry, other: Entry) -> bool:
    """Say whether what is counted may be one: "people" may be anybody."""
    if one.head is None or other.head is None or one.head == other.head:
        return True
    if one.figure.kind in ("measure", "rate"):
        return one.event == other.event or one.amount == other.amount
    if one.head in GENERIC or other.head in GENERIC:
        return {one.head, other.head} <= HUMANS | GENERIC
    return False


def same_phrase(one: Entry, other: Entry) -> bool:
    """Say whether a sum or share is named by one phrase: "cost of the repair".

    Where one of two has no name at all, its sentence must hold the other's.
    """
    if one.figure.kind == "count" or one.head == other.head is None:
        return False
    first, second = _phrase(one), _phrase(other)
    if one.head is not None and other.head is not None:
        alike = one.head == other.head and (first <= second or second <= first)
        return alike and min(len(first), len(second)) >= PHRASE
    if one.head is None:
        first, other = second, one
    return len(first) >= PHRASE and first <= set(words(other.candidate.sentence.text))


def _phrase(entry: Entry) -> frozenset[str]:
    return frozenset(w for w in words(entry.figure.what or "") if w not in PADDING)


def strangers(one: Entry, other: Entry) -> bool:
    """Say whether each counts a people of its own: Russians, North Koreans."""
    return bool(one.peoples and other.peoples and not (one.peoples & other.peoples))


@lru_cache(maxsize=1 << 12)
def housed(places: frozenset[str]) -> frozenset[str]:
    """Give places by one name each: "Britain" and "the United Kingdom" are the UK."""
    return frozenset(COUNTRIES.get(place, place) for place in places)


def apart(one: Entry, other: Entry) -> bool:
    """Say whether each names a place, and none is the other's."""
    first, second = housed(one.where.own), housed(other.where.own)
    if not first or not second or meet(first, second):
        return False
    if one.where.listed or other.where.listed:
        return True
    if any(place.startswith("-") for place in first | second):
        # Outside a place is another than in it, though both sentences name it.
        return True
    return not (
        meet(first, housed(other.where.around))
        or meet(second, housed(one.where.around))
        or _is_told(one, other)
        or _is_told(other, one)
    )


def one_place(one: Entry, other: Entry) -> bool:
    """Say whether both name the same places, or none."""
    first, second = housed(one.where.own), housed(other.where.own)
    if first == second:
        return True
    return len(first) == len(second) == 1 and meet(first, second)


def same_place(one: Entry, other: Entry) -> bool:
    """Say whether a place ties both, be it that of the article or the paragraph."""
    if one.place is not None and one.place == other.place:
        return True
    first = housed(one.where.own or one.where.before)
    if meet(first, housed(other.where.own or other.where.before)):
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


def one_event(one: Entry, other: Entry) -> bool:
    """Say whether both tell of one day and one scene, and neither lists places."""
    days = one.time.days
    return (
        one.scene is not None
        and one.scene == other.scene
        and days is not None
        and days == other.time.days
        and len(days) <= ONE_EVENT
        and all(_at_scene(entry) for entry in (one, other))
    )


def _at_scene(entry: Entry) -> bool:
    """Say whether a statement names its article's place, its region or none at all."""
    here = entry.where
    if here.listed or entry.scene is None:
        return False
    return not here.own or here.area or base_form(entry.scene) in here.own
