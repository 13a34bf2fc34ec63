"""Words that count the same thing or tell the same event, as data."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.fold import base_form, fold, words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.names import NameList
    from briefing.model.selection import Candidate

EVENTS = {
    "killed": "killed kill killing dead death died dies fallen fell slain perished",
    "wounded": "wounded wound wounding injured injury injuring hurt",
    "captured": "captured capture capturing prisoner seized seizing captive",
    "lost": "lost lose losing loss casualty suffered suffering",
    "downed": "downed shot intercepted intercepting destroyed neutralised neutralized",
    "launched": "launched launch launching fired firing sent",
    "fled": "fled fleeing evacuated displaced left",
    "advanced": "advanced advance advancing penetrated moved pushed progress gained",
    "living": "living live remain remaining stay",
}
HEADS = {
    "troops": "troop soldier serviceman servicemen personnel force fighter men",
    "people": "people person civilian resident inhabitant victim",
    "drone": "drone uav shahed",
    "missile": "missile rocket",
    "settlement": "settlement village town hamlet",
}


@cache
def _classes(table: str) -> dict[str, str]:
    source = EVENTS if table == "events" else HEADS
    return {word: name for name, listed in source.items() for word in listed.split()}


def event_class(event: str | None) -> str | None:
    """Give the class of an event ("have fallen" is killed), or its last word."""
    found = words(event or "")
    classes = _classes("events")
    for word in reversed(found):
        if word in classes:
            return classes[word]
    return found[-1] if found else None


def head_class(what: str | None) -> str | None:
    """Give the class of what is counted ("Russian soldiers" are troops), or its head.

    The head of an English noun phrase is its last word before any preposition.
    """
    phrase = re.split(r"\b(?:of|in|from|on|at|with|who|that|to)\b", what or "")[0]
    found = words(phrase) or words(what or "")
    classes = _classes("heads")
    for word in reversed(found):
        if word in classes:
            return classes[word]
    return found[-1] if found else None


ADJECTIVE_ENDINGS = frozenset("n an ian ean ish ese i".split())  # noqa: SIM905
SHORTEST_STEM = 4
SUFFERING = frozenset({"suffer", "suffers", "suffered"})
AUXILIARIES = frozenset(
    "has have had was were is are been be being did do does will would".split()  # noqa: SIM905
)


def label_of(figure: Figure) -> str:
    """Name a figure as a table does: what is counted, then what happened to it.

    The words are the source's own; auxiliary verbs are left out ("troops lost" for
    "had lost ... troops"), and a verb in -ing is named by its class ("killed").
    """
    event = [
        word for word in (figure.event or "").split() if fold(word) not in AUXILIARIES
    ]
    if event and event[-1].endswith("ing"):
        event = [event_class(figure.event) or ""]
    elif event and event[-1] in SUFFERING:
        event = [] if head_class(figure.what) == "casualty" else ["lost"]
    parts = (figure.what, *event) if figure.unit == "count" else (*event, figure.what)
    return " ".join(part for part in parts if part)


LOSING = re.compile(r"\b(?:lost|lose[sd]?|losing|suffered|suffers)\b", re.IGNORECASE)


def side_of(figure: Figure, candidate: Candidate, names: NameList) -> str | None:
    """Give the side that is counted, or None when the words do not say.

    "Russian soldiers" names it itself; "Russia had lost 40,000 troops" names it as
    the subject that lost them.
    """
    own = _party_in(figure.what or "", names)
    if own is not None:
        return own
    passage, sentence = candidate.passage, candidate.sentence
    before = passage.text[
        sentence.span.start - passage.span.start : figure.span.start
        - passage.span.start
    ]
    losing = list(LOSING.finditer(before))
    if not losing:
        return None
    return _party_in(before[: losing[-1].start()], names, last=True)


@cache
def _sides(names: NameList) -> tuple[tuple[str, str], ...]:
    """Give the single words that name a side by themselves: its countries, itself."""
    found = {
        spelling: name.party
        for name in names.names
        if name.party and name.kind == "place"
        for spelling in map(base_form, name.spellings)
    }
    for party, _ in names.parties:
        if party != "neutral":
            found.setdefault(base_form(party), party)
    return tuple(sorted(found.items()))


def is_adjective(form: str, country: str) -> bool:
    """Say whether a word is a country's adjective: Ukraine, Ukrainian."""
    stem = country.rstrip("aeiouy")
    return (
        len(stem) >= SHORTEST_STEM
        and form.startswith(stem)
        and form[len(stem) :] in ADJECTIVE_ENDINGS
    )


def _party_in(text: str, names: NameList, *, last: bool = False) -> str | None:
    sides = _sides(names)
    hits = [
        party
        for form in words(text)
        for country, party in sides
        if form == country or is_adjective(form, country)
    ]
    if not hits:
        return None
    return hits[-1] if last else hits[0]
