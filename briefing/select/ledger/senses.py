"""What a figure counts and what happened to it, as classes of words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.select.ledger.sense_words import (
    EVENTS,
    HAPPENS_TO_PEOPLE,
    HEADS,
    TELLING_HEADS,
    UNSURE,
)
from briefing.text.fold import base_form, fold, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.figure import Figure

HEAD_END = re.compile(r"\b(?:of|in|from|on|at|with|who|that|to|for|by|outside)\b")
GROUP = re.compile(
    r"^(?:number|amount|total|group|crowd|members?|dozens|majority)\sof\s(?:the\s)?(.+)",
    re.IGNORECASE,
)
"""A word that only counts what follows it: "members of the security forces"."""


@cache
def _classes(table: str) -> Mapping[str, str]:
    source = EVENTS if table == "events" else HEADS
    return {word: name for name, listed in source.items() for word in listed.split()}


def known_event(word: str) -> str | None:
    """Give the class of a word in base form, or None when it is in no class."""
    return _classes("events").get(word)


def is_listed(word: str) -> bool:
    """Say whether a word in base form is one of a class, of events or of things."""
    return word in _classes("events") or word in _classes("heads")


def event_class(event: str | None) -> str | None:
    """Give the class of an event ("have fallen" is killed), or its last word."""
    found = words(event or "")
    classes = _classes("events")
    for word in reversed(found):
        if word in classes:
            return classes[word]
    return found[-1] if found else None


def is_known(event: str | None) -> bool:
    """Say whether an event's class is one of the listed ones."""
    return event in EVENTS


def head_word(what: str | None) -> str | None:
    """Give the head of what is counted: its last word before any preposition."""
    whole = what or ""
    group = GROUP.match(whole)
    whole = group[1] if group else whole
    found = words(HEAD_END.split(whole, maxsplit=1)[0]) or words(whole)
    return found[-1] if found else None


def head_class(what: str | None) -> str | None:
    """Give the class of what is counted ("Russian soldiers" are troops), or its head.

    "rebel fighters" are fighters by either word; "oil workers' camps" are camps.
    """
    head = head_word(what)
    return None if head is None else _classes("heads").get(head, head)


def thing_class(what: str | None, event: str | None) -> str | None:
    """Give what is counted, deaths and the dead being people.

    Args:
        what: What is counted, in the article's words.
        event: The class of what happened to it.
    """
    head = head_word(what)
    if head is None:
        return "people" if event in HAPPENS_TO_PEOPLE else None
    if TELLING_HEADS.get(head) not in (None, "lost"):
        return "people"
    if head not in _classes("heads") and is_people(what):
        return "people"
    return head_class(what)


def is_people(what: str | None) -> bool:
    """Say whether what is counted is named by its country: "Syrians"."""
    last = re.findall(r"[\w’'-]+", HEAD_END.split(what or "", maxsplit=1)[0])[-1:]
    return bool(
        last and last[0][0].isupper() and last[0].endswith(("ans", "is", "ese"))
    )


def told_by_head(what: str | None) -> str | None:
    """Give the event that what is counted tells by itself: deaths, cases, arrests."""
    head = head_word(what)
    return TELLING_HEADS.get(head) if head else None


MORE = re.compile(
    r"\b(?:another|further|additional|extra)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
MORE_AFTER = re.compile(r"\s(?:more|further|additional)\b(?!\sthan)")
OF_GROUP = re.compile(
    r"\sof\s(?:the|them|those|these|its|his|her|their|wh(?:om|ich))\b"
)
"""Words that make a number a part of a group told of elsewhere."""
BESIDE = 30
"""How many characters beside a number may hold such words."""


def natures(text: str, start: int, end: int, what: str | None) -> frozenset[str]:
    """Give what makes a count one of another kind: "more" than before, "unsure".

    Args:
        text: The sentence.
        start: Where the number begins in it.
        end: Where it ends.
        what: What is counted.
    """
    found = set()
    before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    if MORE.search(before) or MORE_AFTER.match(after):
        found.add("more")
    if OF_GROUP.match(after):
        found.add("part")
    if UNSURE.intersection(words(what or "")):
        found.add("unsure")
    return frozenset(found)


ADJECTIVE_ENDINGS = frozenset("n an ian ean ish ese i".split())  # noqa: SIM905
SHORTEST_STEM = 4
SUFFERING = frozenset({"suffer", "suffers", "suffered"})
AUXILIARIES = frozenset(
    "has have had was were is are been be being did do does will would now also "  # noqa: SIM905
    "already".split()
)


LEVELS = frozenset(
    "rose risen rises rising climbed jumped leapt soared grew grown increased "  # noqa: SIM905
    "dropped declined reached reaches passed topped exceeded surpassed stood "
    "stands stand remained totalled totaled numbered number takes take took taking "
    "brings bring bringing brought raised raising include includes included ranged "
    "revised corrected".split()
)
"""Verbs that tell how high a number is, and nothing that happened to what it counts."""


def label_of(figure: Figure) -> str:
    """Name a figure as a table does: what is counted, then what happened to it.

    The words are the source's own; auxiliary verbs are left out ("troops lost" for
    "had lost ... troops"), and a verb in -ing is named by its class ("killed").
    """
    event = [
        word for word in (figure.event or "").split() if fold(word) not in AUXILIARIES
    ]
    if figure.unit == "count" and event and fold(event[0]) in LEVELS:
        # "people risen" and "death toll rose" name what is counted, and no more.
        event = []
    elif event and event[-1].endswith("ing"):
        event = [event_class(figure.event) or ""]
    elif event and event[-1] in SUFFERING:
        event = [] if head_class(figure.what) == "casualty" else ["lost"]
    parts = (figure.what, *event) if figure.unit == "count" else (*event, figure.what)
    return " ".join(part for part in parts if part)


def is_adjective(form: str, country: str) -> bool:
    """Say whether a word is a country's adjective: Ukraine, Ukrainian."""
    stem = country.rstrip("aeiouy")
    return (
        len(stem) >= SHORTEST_STEM
        and form.startswith(stem)
        and form[len(stem) :] in ADJECTIVE_ENDINGS
    )


def is_short_for(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one of two names is the other's initials: UN, United Nations."""
    for short, long in ((one, other), (other, one)):
        if len(short) == 1 and len(long) > 1:
            (letters,) = short
            if sorted(letters) == sorted(word[0] for word in long):
                return True
    return False


def origins(what: str | None) -> frozenset[str]:
    """Give the peoples that what is counted is said to be of: "North Korean"."""
    return frozenset(
        base_form(word)
        for word in re.findall(
            r"\b[A-Z][\w.’'-]+", HEAD_END.split(what or "", maxsplit=1)[0]
        )
        if base_form(word) not in _classes("heads") and not word.isupper()
    )
