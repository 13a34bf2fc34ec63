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
    is_thing,
    total_of,
)
from briefing.select.ledger.stretches import within
from briefing.text.fold import base_form, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate
    from briefing.select.ledger.stretches import Stretch

_PARTICLE = r"(?:al|el|ash|as|an|ad|ar|at|az|ez|es|er|en|l|d)[-’']"
NAME = (
    rf"(?:\b{_PARTICLE})?(?:St\.? )?[A-Z][\w’'-]+"
    rf"(?:[ -](?:(?:of|el|al|de|the)[ -]|{_PARTICLE})?"
    r"(?!(?:As|The|In|On|At|But|And|For|With|It|He|She|They|By|A|An)\b)[A-Z][\w’'-]+){0,3}"
)
AT = re.compile(
    r"\b(in|at|near|around|outside|inside|into|from|across|throughout|to|toward|towards|"
    r"over|through|on|[Ii]n|At|Near|Across|Outside|Around|Throughout|"
    r"(?:city|town|village|province|region|district|suburbs?|governorate|hamlet|"
    r"settlement|island|port|state|community)s? of)\s"
    r"(?:(?:the|its|a|an|eastern|western|northern|southern|north|south|east|west|central|"
    r"nearby|neighbou?ring|besieged|rebel-held|restive|coastal|capital|city|town|village|"
    r"province|region|district|suburbs?|island|port|nations?|countr(?:y|ies)|cit(?:y|ies)|"
    r"towns|of|both)\s){0,5}"
    rf"({NAME})"
)
NEXT = re.compile(
    rf"(?:,\s|,?\s(?:and|or)\s(?:into\s|in\s|the\s)?)({NAME})(?![\w’'-]*\s+[a-z]+ed\b)"
)
_CASES = (
    r"(?:reported|confirmed|recorded|registered|seen|suffered|detected|counted|had|logged|"
    r"identified|diagnosed|announced)"
)
_ADDING = (
    r"(?:now|also|already|so|far|at|least|about|around|some|nearly|almost|more|than|over|"
    r"just|only|up|to|as|many|a|an|the|its|total|of|another|further|roughly|first|new|"
    r"estimated|officially)"
)
HAVING = re.compile(
    rf"(?:^|[,;:–-]\s|\b(?:and|but|while|that|the|said)\s)({NAME})\s(?:now\s|also\s)?"
    rf"(?:(?:has|have|had)\s(?:{_ADDING}\s){{0,4}}(?:{_CASES}\s)?|{_CASES}\s|with\s)"
    rf"(?:{_ADDING}\s){{0,5}}$"
)
"""A country that has what is counted, right before the number.

What somebody has done ("Northland had launched 87 drones") tells who, not where.
"""
WHERE = re.compile(rf"({NAME}),\s(?:where|which)\b[^;]*$")
"""A place that a clause tells more of: "Japan, where there have been 300 cases"."""
ABROAD = re.compile(
    r"\boutside\s(?:of\s)?(?:(?:that|the|this)\s(?:country|city|region|capital)|"
    rf"(?:the\s)?({NAME}))"
)
COMPASS = re.compile(r"\b((?:north|south|east|west|central)(?:ern)?)\s")
"""What parts one half of a place from the other: "northern Homs"."""
WIDE = re.compile(
    r"\b(?:across|throughout|around|all over)\s(?:the\s(?:whole\s|entire\s)?"
    r"(?:country|nation|world|globe)|(?:[A-Z]\w+))|\bnationwide\b|\bworldwide\b"
)
LOCAL = re.compile(
    r"\b(?:in|across|outside|throughout|around|near|from)\s(?:[\w,-]+\s){0,3}"
    r"(?:countr(?:y|ies)|nations?|regions?|states?|cit(?:y|ies)|towns?|villages?|"
    r"provinces?|world|capital|areas?|places?)\b|\b(?:elsewhere|abroad|nationwide)\b"
)
"""Words of place without a name; what another clause names is then no place of it."""
ATTRIBUTIVE = re.compile(
    r"\s+(?!and\b|or\b|is\b|are\b|has\b|had\b|was\b|were\b)[a-z]{3,}"
)
POSSESSIVE = re.compile(r"[’']s?$")
PEOPLES = ("ian", "ish", "ese", "ans", "can", "yan", "iet")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "  # noqa: SIM905
    "april may june july august september october november december christmas easter "
    "ramadan president mr mrs dr i we he she they it".split()
)


AREA = re.compile(
    r"\s(?:region|province|oblast|district|governorate|county|state|area)\b",
    re.IGNORECASE,
)
"""What makes the name before it that of a region."""

ELSEWHERE = re.compile(r"\s(?:\w+\s){0,2}elsewhere\b")
LEADING = frozenset(("In", "At", "Near", "Across", "Outside", "Around", "The"))
"""Words with a capital before a name at the head of a sentence."""
SHORT_NAMES = re.compile(r"\b(?:UK|US|UAE|EU)\b")
"""Countries that stand before what is counted by their letters: "UK cases"."""


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
