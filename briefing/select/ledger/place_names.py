"""Which proper names behind a word of place are none: bodies, ships, storms, plans.

"Leased to KNN" and "from the Northern Star" name a company and a ship; "the Office for
Migration, which has 300 workers" is no Migration. A country's own count is of that
country ("Velland's confirmation of three cases"), and so is a total that bears its name
("taking the Velland total to 14").
"""

from __future__ import annotations

import re
from functools import cache

BODIES = re.compile(
    r"(?:Watch|Ministry|Organi[sz]ation|Agency|Group|Council|Committee|Direct|Press|"
    r"News|Times|TV|Post|House|Institute|Programme|Program|Army|Force|Parliament|"
    r"Congress|Senate|Police|Cross|Crescent|Nations|Union|NATO|CNN|BBC|UN|WHO|Project|"
    r"Plan|Party|Front|Brigade|Battalion|League|Association|Commission|Bureau|"
    r"Department|Office|Court|Corp|Inc|Ltd|Company|Airlines|Airways|Motors|Petroleum|"
    r"Foundation|Fund|Act|Treaty|Cup|Authority|Administration|Command|Staff|Corps|"
    r"Guards?|Service|Forces|Initiative|Campaign)$"
)
"""How names of bodies, papers, plans and laws end."""
_LED = re.compile(
    r"(?:Operation|Project|Hurricane|Cyclone|Typhoon|Storm|Tropical|Task|Team|Flight|"
    r"Ministry|Office|Department|Bank of|Bureau|Organi[sz]ation)\b"
)
"""How names of storms, campaigns and bodies begin."""
_GEOGRAPHY = re.compile(
    r"\b(?:Republic|States|Kingdom|Emirates|Islands?|Isles?|Sea|Ocean|Gulf|Bay|Coast|"
    r"Rivers?|Region|Valley|Mountains?|Desert|Peninsula|Strip|Bank|Straits?|Canal|City|"
    r"Provinces?|Territor(?:y|ies)|East|West|North|South|Highlands?|Plateau|Delta|"
    r"Channel|Lakes?|Hills?|Heights|Basin|Rim|Circle|Pole|Forest|Park|Airport|Square|"
    r"Bridge|Hospital|University|Capital|Triangle|Corridor|Horn|Cape|Atlantic|Pacific|"
    r"Arctic|Mediterranean|Caribbean|\w+[^s]s)\b"
)
"""Words of names that have an article and are places: "the Black Sea", "the Alps"."""
_RULED = re.compile(
    r"\b(?:(?:controlled|held|governed|ruled|run|backed|supported|funded|sponsored|armed|"
    r"administered|occupied|imposed|appointed|recognised|recognized|claimed|annexed)\sby|"
    r"loyal\sto|(?:government|regime|authorities|leadership|rulers|cabinet|parliament|"
    r"ministry|administration|officials|junta)\s(?:based\s)?in)\s(?:the\s)?$"
)
"""Words before a capital that stands for its government."""
_BACK_RULED = 40
_VESSEL = (
    r"(?:ships?|tankers?|vessels?|ferr(?:y|ies)|rigs?|liners?|trawlers?|freighters?"
)
_VESSEL += r"|destroyers?|frigates?|submarines?|aircraft carriers?|yachts?|barges?)"
_THING_AFTER = re.compile(
    rf"\s(?:{_VESSEL}|flight|plane|jet|airliner|aircraft|project|programme|program|deal|"
    r"treaty|agency|company|newspaper|report|study|movement|party|film|trial|drug|virus|"
    r"spill|disaster)\b"
)
_AREA_AFTER = re.compile(
    r"\s(?:region|province|oblast|district|governorate|county|state|area|village|town|"
    r"city|neighbou?rhood|suburb|island|border|airport|camp|valley|coast|peninsula|basin|"
    r"crossing|oil\s?field|field|mine|port|market|square|prison|stadium)s?\b"
)
_GIVEN_TO = re.compile(
    r"\b(?:leased?|sold|given|belong(?:s|ed|ing)?|according|loyal|linked|paid|handed|"
    r"owed|due|awarded|donated|granted|transferred|told|known|spoke|speaking|talk(?:s|ed|"
    r"ing)|said|compared|similar|related|allied|opposed|contracted|chartered|answer(?:s|"
    r"able)?)\s(?:\w+\s){0,2}\Z"
)
"""Verbs behind which "to" leads to whoever gets a thing, not to where it goes."""
_PART_OF_NAME = re.compile(r"\b[A-Z][\w’'-]+\s(?:for|of|on|and|&)\s(?:the\s)?\Z")
_ARTICLE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_COUNTRY_LETTERS = frozenset(("UK", "US", "USA", "UAE", "EU", "DRC", "NYC", "DC", "LA"))
_LETTERS = 5
"""Letters of the longest abbreviation of a body."""
_BACK = 40


def is_part_of_name(text: str, start: int) -> bool:
    """Say whether a name that begins at `start` ends another: "Office for Relief"."""
    return _PART_OF_NAME.search(text, max(0, start - _BACK), start) is not None


def is_thing(text: str, found: re.Match[str]) -> bool:
    """Say whether the name behind a word of place is that of a thing or a body.

    Args:
        text: The sentence.
        found: The word of place (group 1) and the name (group 2).
    """
    name, start = found[2], found.start(2)
    if name.isupper() and len(name) <= _LETTERS and name not in _COUNTRY_LETTERS:
        return True
    if _LED.match(name) or _THING_AFTER.match(text, found.end(2)):
        return True
    if found[1].lower() == "to" and _GIVEN_TO.search(
        text, max(0, found.start() - _BACK), found.start()
    ):
        return True
    return _is_vessel(text, name, start)


def _is_vessel(text: str, name: str, start: int) -> bool:
    """Say whether an article makes a name that of a ship: "from the Northern Star"."""
    if not _ARTICLE.search(text, max(0, start - _BACK), start):
        return False
    if " " not in name:
        led = rf"\b{_VESSEL}\s(?:the\s|called\s|named\s)?{re.escape(name)}\b"
        return re.search(led, text) is not None
    after = start + len(name)
    return _GEOGRAPHY.search(name) is None and not _AREA_AFTER.match(text, after)


def is_seat(text: str, start: int) -> bool:
    """Say whether a place stands for who rules there: "held by Oslo".

    So does "the government in Oslo": it tells whose something is, not where.
    """
    return _RULED.search(text, max(0, start - _BACK_RULED), start) is not None


@cache
def counted_by(name: str) -> re.Pattern[str]:
    """Give the pattern of a country that owns what is counted, right before a number.

    Args:
        name: The pattern of a proper name.
    """
    return re.compile(
        rf"({name})[’']s\s(?:\w+\s){{0,2}}?(?:confirmation|confirmed|toll|total|tally|"
        r"count|number|first|cases|deaths)\b[^.;:,\d]{0,40}$"
    )


@cache
def total_of(name: str) -> re.Pattern[str]:
    """Give the pattern of a total with its place beside it: "the Velland total to"."""
    return re.compile(
        rf"\bthe\s(?:({name})|national|nationwide|countrywide|worldwide|global|overall)\s"
        r"(?:death\s|confirmed\s|cumulative\s)?(?:total|toll|tally|count)\b"
        r"[^.;,\d]{0,30}$"
    )
