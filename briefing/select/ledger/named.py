"""Whether a figure's label names anything that can be counted or measured.

Captions and lists that ran together leave labels of a verb, a direction or a lone name
("placed over", "to the main valve", "10 km from the border"). Such figures stay in the
ledger, and nobody would look for them among the key figures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.ledger.senses import is_known, is_listed, is_people
from briefing.text.fold import base_form, fold, words

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry

_LIES = re.compile(
    r"(?:north|south|east|west|off|outside|away|inland|from|down|up|of|to|over|into|"
    r"across|behind|inside|between|along|around|near|towards?|through|within|past)\b",
    re.IGNORECASE,
)
"""How a distance is told that only says where a place lies."""
_GOING = frozenset({"advanced"})
"""Events that are measured by a way."""
_LENGTHS = frozenset({"km", "mi", "m", "nmi"})
_UNITS = frozenset(
    "sq square mile miles km kilometre kilometer metre meter foot feet inch yard acre "  # noqa: SIM905
    "hectare tonne ton pound percent cent".split()
)
"""Words that measure and are not measured themselves."""


def names_something(entry: Entry) -> bool:
    """Say whether what is counted, or what happened, is told by a noun or a known verb.

    Args:
        entry: The claim that names a quantity.
    """
    what, event = entry.figure.what, entry.event
    if entry.figure.unit in _LENGTHS and (not what or _LIES.match(what)):
        return event in _GOING
    if not what:
        return is_known(event)
    if _LIES.match(what) and not is_known(event):
        return False
    told = words(what)
    if told and all(word in _UNITS for word in told):
        return False
    return entry.figure.unit != "count" or not _is_lone_name(what)


def _is_lone_name(what: str) -> bool:
    """Say whether a label is a name alone: "BP"; Syrians, "US Marines" are people."""
    parts = what.split()
    last = parts[-1]
    if not all(part[0].isupper() for part in parts) or is_people(what):
        return False
    plural = base_form(last) != fold(last)
    return not plural and not is_listed(base_form(fold(last)))
