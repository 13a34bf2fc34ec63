"""Which side a figure counts, by the desk's names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.select.ledger.senses import is_adjective
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.names import NameList
    from briefing.model.selection import Candidate

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
