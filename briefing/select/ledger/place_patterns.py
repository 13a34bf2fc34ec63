"""Words of place, and the names behind them: patterns for `places`."""

from __future__ import annotations

import re

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
