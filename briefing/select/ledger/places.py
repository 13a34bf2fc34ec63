"""Where a figure was counted: the places that its words name, listed or not.

A place is a proper name behind a word of place ("in Homs", "near the town of Zlitan"),
or a country that has what is counted ("Mexico has 20 cases"). "outside Mexico" is
another place than Mexico. Names of sources are no places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.select.ledger.place_names import (
    BODIES,
    counted_by,
    is_part_of_name,
    is_seat,
    is_thing,
    total_of,
)
from briefing.select.ledger.place_patterns import (
    ABROAD,
    AREA,
    AT,
    ATTRIBUTIVE,
    COMPASS,
    ELSEWHERE,
    HAVING,
    LEADING,
    LOCAL,
    NAME,
    NEXT,
    PEOPLES,
    POSSESSIVE,
    SHORT_NAMES,
    WHERE,
    WIDE,
)
from briefing.select.ledger.stretches import within
from briefing.text.fold import base_form, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate
    from briefing.select.ledger.stretches import Stretch

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "  # noqa: SIM905
    "april may june july august september october november december christmas easter "
    "ramadan president mr mrs dr i we he she they it".split()
)


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of places share one, under a longer or a shorter name."""
    return bool(one & other) or any(
        set(short.split()) <= set(long.split())
        for first in one
        for second in other
        for short, long in [sorted((first, second), key=len)]
    )


SENTENCES_BACK = 4
LED_BY = 60
"""How many characters before a number its place may begin, right before it."""


class Where(NamedTuple):
    """Where a figure was counted, as far as its sentence says."""

    own: frozenset[str] = frozenset()
    """Places that the figure's own clause, or the sentence's opening, names."""
    around: frozenset[str] = frozenset()
    """All places of the sentence."""
    wide: bool = False
    """Whether it holds for a whole country: "across Syria"."""
    printed: str | None = None
    """The only one of its own places, as the sentence writes it."""
    before: frozenset[str] = frozenset()
    """Places that the sentences before it in its paragraph name."""
    area: bool = False
    """Whether its own places are regions alone: "the village in the Sumy region"."""
    listed: bool = False
    """Whether its sentence lists several numbers, each with a place of its own."""


def where(figure: Figure, candidate: Candidate, stretch: Stretch) -> Where:
    """Give the places that a figure was counted at."""
    text = candidate.sentence.text
    taken = _speaker(figure, candidate)
    at = max(figure.span.start - candidate.sentence.span.start, 0)
    total = total_of(NAME).search(text, 0, at)
    if total is not None:
        # "two died in Selm, taking the Velland total to 14"
        own = set(_named(total[1] or "", candidate, frozenset()))
    else:
        own = set(_own(figure, candidate, stretch, taken))
        if not own:
            own.update(word.lower() for word in SHORT_NAMES.findall(figure.what or ""))
        if not own:
            own.update(_having(candidate, stretch, at))
    return Where(
        frozenset(own),
        frozenset(own.union(_places(text, candidate, taken))),
        printed=_printed(own, text),
        wide=bool(WIDE.search(stretch.own.cut(text)))
        or (total is not None and not own),
        before=_before(candidate, taken) if not own else frozenset(),
        area=bool(own) and _is_area(own, text),
        listed=any(
            other.kind == figure.kind and other.span != figure.span
            for other in within(candidate.passage.figures, candidate.sentence.span)
        ),
    )


def _having(candidate: Candidate, stretch: Stretch, at: int) -> Iterator[str]:
    """Yield a country that has what is counted: "Mexico has 20 cases"."""
    text = candidate.sentence.text
    has = (
        HAVING.search(text[stretch.own.start : at])
        or WHERE.search(text, 0, at)
        or counted_by(NAME).search(text, 0, at)
    )
    if has is None or BODIES.search(has[1]) or _is_plural(has[1], has.start(1)):
        return
    if not is_part_of_name(text, text.find(has[1])):
        yield from _named(has[1].removeprefix("The "), candidate, frozenset())


def _is_plural(name: str, at: int) -> bool:
    """Say whether a sentence begins with a common noun: "Doctors confirmed ..."."""
    return at == 0 and " " not in name and base_form(name) != fold(name)


def _printed(own: set[str], text: str) -> str | None:
    """Give the words of a figure's only place; None where it has several."""
    if len(own) != 1:
        return None
    (place,) = own
    bare = COMPASS.sub("", place, count=1)
    for found in re.finditer(NAME, text):
        whole = POSSESSIVE.sub("", found[0])
        led = whole.partition(" ")
        for name in (whole, led[2] if led[0] in LEADING else ""):
            if name and " ".join(words(name)) == bare:
                return name
    return None


def _is_area(own: set[str], text: str) -> bool:
    """Say whether each of the places is called a region in its sentence."""
    regions = {
        base_form(word)
        for found in AREA.finditer(text)
        for word in text[: found.start()].rsplit(maxsplit=1)[-1:]
    }
    return all(place.split()[-1] in regions for place in own)


def _before(candidate: Candidate, taken: frozenset[str]) -> frozenset[str]:
    """Give the places of the nearest earlier sentence of the paragraph that has any."""
    first = max(0, candidate.index - SENTENCES_BACK)
    for sentence in reversed(candidate.passage.sentences[first : candidate.index]):
        found = frozenset(_places(sentence.text, candidate, taken))
        if found:
            return found
    return frozenset()


def _own(
    figure: Figure, candidate: Candidate, stretch: Stretch, taken: frozenset[str]
) -> Iterator[str]:
    """Yield the places of a figure's own words, of a list only those of its entry."""
    text, offset = candidate.sentence.text, candidate.sentence.span.start
    following = [
        other.span.start - offset
        for other in within(candidate.passage.figures, candidate.sentence.span)
        if other.span.start >= figure.span.end and other.kind == figure.kind
    ]
    end = min([stretch.own.end, *following])
    if ELSEWHERE.match(text, figure.span.end - offset):
        return
    led = _leading(text, figure.span.start - offset, candidate, taken)
    if led:
        yield from led
        return
    if following:
        end = _before_leading(text, figure.span.end - offset, min(following), end)
    entry = set(_places(text, candidate, taken, figure.span.end - offset, end))
    if entry:
        yield from entry
        return
    local = LOCAL.search(text, stretch.own.start, stretch.own.end)
    spans = stretch.around[:1] if local else stretch.around
    for span in spans:
        yield from _places(text, candidate, taken, span.start, span.end)


def _leading(
    text: str, at: int, candidate: Candidate, taken: frozenset[str]
) -> list[str]:
    """Give the place right before a number: "... and in Hama six"."""
    for found in AT.finditer(text, max(0, at - LED_BY), at):
        if not text[found.end(2) : at].strip(" ") and not is_thing(text, found):
            return [*_named(found[2], candidate, taken)]
    return []


def _before_leading(text: str, start: int, following: int, end: int) -> int:
    """Give where a number's own words end, as another place leads to the next one."""
    for found in AT.finditer(text, start, following):
        if not text[found.end(2) : following].strip(" "):
            return min(end, found.start())
    return end


def _speaker(figure: Figure, candidate: Candidate) -> frozenset[str]:
    attribution = candidate.sentence.attribution
    said = f"{attribution.text if attribution else ''} {figure.attribution or ''}"
    return frozenset(words(said))


def _places(
    text: str,
    candidate: Candidate,
    taken: frozenset[str],
    start: int = 0,
    end: int | None = None,
) -> Iterator[str]:
    """Yield the places that a part of a sentence names."""
    end = len(text) if end is None else end
    for found in ABROAD.finditer(text, start, end):
        there = found[1]
        if there is None:
            # "outside that country": the one named last.
            named = [*AT.finditer(text, 0, found.start())]
            there = named[-1][2] if named else None
        if there:
            yield "-" + _house(there, candidate)
    for found in AT.finditer(text, start, end):
        if _is_no_place(text, found, candidate):
            continue
        side = COMPASS.search(text, found.start(), found.start(2))
        for name in _named(found[2], candidate, taken, text[found.end() :]):
            yield f"{side[1]} {name}" if side else name
        at = found.end()
        while following := NEXT.match(text, at, end):
            yield from _named(following[1], candidate, taken, text[following.end() :])
            at = following.end()


def _is_no_place(text: str, found: re.Match[str], candidate: Candidate) -> bool:
    outside = found[1].lower() == "outside"
    if is_seat(text, found.start(2)):
        return True
    return outside or (is_thing(text, found) and not _is_listed(found, candidate))


def _is_listed(found: re.Match[str], candidate: Candidate) -> bool:
    """Say whether the names file has a name as a place."""
    at = candidate.sentence.span.start + found.start(2)
    return any(
        mention.kind == "place" and mention.span.start == at
        for mention in within(candidate.passage.mentions, candidate.sentence.span)
    )


def _named(
    name: str, candidate: Candidate, taken: frozenset[str], after: str = ""
) -> Iterator[str]:
    """Yield a proper name where it is a place: no people's, no day's, no speaker's."""
    parts = words(name)
    if not parts or parts[0] in CALENDAR or set(parts) <= taken or BODIES.search(name):
        return
    if POSSESSIVE.search(name):
        return
    attributive = parts[-1].endswith(PEOPLES) or name.isupper()
    if attributive and ATTRIBUTIVE.match(after):
        return
    yield _house(name, candidate)


def _house(name: str, candidate: Candidate) -> str:
    """Give the house's spelling of a listed place, else the name in base form."""
    forms = words(name)
    for mention in within(candidate.passage.mentions, candidate.sentence.span):
        if mention.kind == "place":
            begin = mention.span.start - candidate.passage.span.start
            spelled = candidate.passage.text[
                begin : mention.span.end - candidate.passage.span.start
            ]
            if words(spelled)[: len(forms)] == forms[: len(words(spelled))]:
                return base_form(fold(mention.name))
    return " ".join(forms)
