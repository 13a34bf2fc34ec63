"""Units of figures: what stands after or before a number, and its short name.

Money takes its ISO code, measures their usual symbol, percentages "%" and "pp".
Where a word has several meanings the commoner one in news is taken: "pounds" are
money, "tons" are "ton" (not tonnes), "$" is the United States dollar.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from briefing.text.words import word_set, word_table


class Unit(NamedTuple):
    """A unit as found beside a number."""

    start: int
    """Where number and unit begin together."""
    end: int
    """Where they end."""
    name: str
    """Its short name: "km", "USD", "%"."""
    kind: str
    """money, percent, measure, duration or count."""
    factor: Decimal = Decimal(1)
    """What the number is to be multiplied by: a hundredth for cents."""


_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "#": "GBP",
    "¥": "JPY",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
}
_DOLLARS = {
    "C": "CAD",
    "CA": "CAD",
    "A": "AUD",
    "AU": "AUD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "NT": "TWD",
    "R": "BRL",
}
_CODES = "USD|EUR|GBP|JPY|UAH|RUB|CNY|CHF|CAD|AUD|INR|PLN|SEK|NOK|DKK|TRY|KRW"

_MONEY = word_table("""
    USD: dollar dollars dlr dlrs US_dollar US_dollars U.S._dollar U.S._dollars usd
    EUR: euro euros eur
    GBP: pound pounds stg sterling quid gbp
    JPY: yen
    CNY: yuan renminbi
    CHF: Swiss_franc Swiss_francs
    FRF: franc francs
    DEM: mark marks
    UAH: hryvnia hryvnias hryvnyas uah
    RUB: ruble rubles rouble roubles
    PLN: zloty zlotys
    INR: rupee rupees
    LYD: Libyan_dinar Libyan_dinars
    IQD: Iraqi_dinar Iraqi_dinars
    SYP: Syrian_pound Syrian_pounds
    EGP: Egyptian_pound Egyptian_pounds
    MXN: Mexican_peso Mexican_pesos peso pesos
    SAR: riyal riyals
    TRY: lira liras
    SEK: Swedish_krona Swedish_kronor
    NOK: Norwegian_krone Norwegian_kroner
    CAD: Canadian_dollar Canadian_dollars
    AUD: Australian_dollar Australian_dollars
""")
_CENTS = word_set("cent cents ct cts")
_PENCE = word_set("pence p")
_MEASURE = word_table("""
    km: km kms kilometer kilometers kilometre kilometres
    mi: mi mile miles
    m: m meter meters metre metres
    ft: ft foot feet
    in: inch inches
    cm: cm centimeter centimeters centimetre centimetres
    mm: mm millimeter millimeters millimetre millimetres
    yd: yard yards
    nmi: nautical_mile nautical_miles
    ha: ha hectare hectares
    acre: acre acres
    km2: km² km2 sq_km square_km square_kilometer square_kilometers square_kilometre
    km2: square_kilometres
    mi2: sq_mi square_mile square_miles
    m2: m² m2 sq_m square_meter square_meters square_metre square_metres
    ft2: sq_ft square_foot square_feet
    t: t tonne tonnes metric_ton metric_tons
    ton: ton tons
    kg: kg kilo kilos kilogram kilograms kilogramme kilogrammes
    g: gram grams
    lb: lb lbs
    L: liter liters litre litres
    gal: gallon gallons
    barrel: barrel barrels bbl
    ft3: cubic_foot cubic_feet
    m3: cubic_meter cubic_meters cubic_metre cubic_metres
    kW: kw kilowatt kilowatts
    MW: mw megawatt megawatts
    GW: gw gigawatt gigawatts
    kWh: kwh kilowatt-hour kilowatt-hours
    MWh: mwh megawatt-hour megawatt-hours
    GB: gb gigabyte gigabytes
    MB: mb megabyte megabytes
    TB: tb terabyte terabytes
    mi/hour: mph miles_per_hour miles_an_hour
    km/hour: km/h kph kmh kilometers_per_hour kilometres_per_hour kilometers_an_hour
    km/hour: kilometres_an_hour
    barrel/day: bpd b/d
    °C: °c degrees_celsius degrees_centigrade
    °F: °f degrees_fahrenheit
    degree: degree degrees
    point: point points
    magnitude: magnitude
""")
_PERCENT = word_table("""
    %: % percent per_cent pct
    pp: percentage_point percentage_points pct_point pct_points pp
    bp: basis_point basis_points
""")
_DURATION = word_table("""
    second: second seconds sec secs
    minute: minute minutes min mins
    hour: hour hours hr hrs
    day: day days
    week: week weeks
    month: month months
    year: year years yr yrs
    decade: decade decades
    century: century centuries
""")
_KINDS = {
    **{word.lower(): (unit, "money") for word, unit in _MONEY.items()},
    **{word.lower(): (unit, "measure") for word, unit in _MEASURE.items()},
    **{word: (unit, "percent") for word, unit in _PERCENT.items()},
    **{word: (unit, "duration") for word, unit in _DURATION.items()},
}
# Letters that may stand directly after digits: "5km", "$57m", "30GB".
_MULTIPLES = {"k": 1000, "m": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
ATTACHED = frozenset(
    word for word in _KINDS if " " not in word and len(word) <= len("metres")
) | frozenset((*_MULTIPLES, "p"))
"""Units that may follow digits without a space, in lower case."""

_PERIODS = "day|week|month|year|hour|minute|second|share|barrel|person|capita|head"
_PERIODS += "|ton|tonne|gallon|litre|liter|household|hectare|acre"
_PER = re.compile(
    rf"\s?(?:(?:an?|per|each|every)\s({_PERIODS})|/({_PERIODS}))\b", re.IGNORECASE
)
_DAILY = re.compile(
    r"\s(?:[a-z]+\s)?(daily|weekly|monthly|annually|yearly|hourly)\b", re.IGNORECASE
)
_DAILY_PERIODS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}
_SYMBOL_BEFORE = re.compile(
    rf"(?:\b(US|GB|CA?|AU?|NZ|HK|NT|S|R))?([$€£¥₴₽₹₩₪]|#(?=\s))\s?\Z|\b({_CODES})\s\Z"
)
_SYMBOL_REACH = 6


_FIRST = re.compile(
    r"(?:[\s-]|‑)?(?:(?:straight|consecutive|more|full|long|net|plus)\s)?"
    r"(%|°\s?[CF]\b|[^\W\d_]+[²2]?(?![^\W_])(?:/[a-z](?!\w))?|U\.S\.)"
)
_NEXT = re.compile(r"[\s-]([^\W\d_]+)(?!\w)")
_LONGEST = 3
_PLURAL_NEXT = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]+s|people|men|women|children)\b")
_LARGE = re.compile(r"\d{3},\d{3}|\d{6}|illion|\d\s?m\b|bn")
_WEIGHED = re.compile(
    r"\sper\ssquare\b|\sof\s(?!the\b|its\b|their\b|aid\b|debt|damage)[a-z]"
)
_PAID = re.compile(
    r"\s(?:fine|note|coin|bill|deal|invest|contract|fee|a-|per\b|salary|loan|grant|fund"
    r"|bail|order|award|prize|debt|bid|cost|plan|project|programme|package)"
)
_SUFFIX = re.compile(r"\s?(bn|tn|[kmb])(?!\w)", re.IGNORECASE)
_SPELT = re.compile(r"\s(?:US\s)?(?:dollars|euros|pounds)\b")


def _unit_words(text: str, end: int, limit: int) -> list[tuple[str, int]]:
    """Give the first words after a number, one, two and three of them."""
    found = _FIRST.match(text, end, limit)
    if found is None:
        return []
    words, stop = found.group(1).lower().replace("° ", "°"), found.end()
    phrases = [(words, stop)]
    while len(phrases) < _LONGEST and (more := _NEXT.match(text, stop, limit)):
        stop = more.end()
        words = f"{words} {more.group(1).lower()}"
        phrases.append((words, stop))
    return phrases


def read_unit(text: str, start: int, end: int, limit: int) -> Unit:
    """Read the unit of the number at `start` to `end`.

    Args:
        text: The article's text.
        start: Where the number begins.
        end: Where it ends.
        limit: Where the sentence ends.

    Returns:
        The unit with the span of number and unit; "count" when there is none.
    """
    before = _SYMBOL_BEFORE.search(text, max(0, start - _SYMBOL_REACH), start)
    if before:
        return _read_symbol(text, before, end, limit)
    for words, stop in reversed(_unit_words(text, end, limit)):
        if words == "m":
            millions = _read_millions(text, start, stop, limit)
            if millions is not None:
                return millions
        named = _named(words, text, (start, end, stop))
        if named is not None:
            return named
    return Unit(start, end, "count", "count")


def _read_millions(text: str, start: int, stop: int, limit: int) -> Unit | None:
    """Read "m" as million: "5m people", "11m-gallon", "89m gallons"; not "5m deep"."""
    if text[stop : stop + 1] in (" ", "\u00a0", "-", "‑"):
        measured = read_unit(text, start, stop, limit)
        if measured.kind in ("measure", "money"):
            return measured._replace(factor=measured.factor * 10**6)
    if _PLURAL_NEXT.match(text, stop, limit):
        return Unit(start, stop, "count", "count", Decimal(10**6))
    return None


def _named(words: str, text: str, place: tuple[int, int, int]) -> Unit | None:
    """Give the unit of a name: "cents", "pounds", "km".

    Args:
        words: The name, in lower case.
        text: The article's text.
        place: Where the number begins and ends, and where the name ends.
    """
    start, _, stop = place
    if words in _CENTS or words in _PENCE:
        name = "USD" if words in _CENTS else "GBP"
        return Unit(start, stop, name, "money", Decimal("0.01"))
    if words in ("pound", "pounds") and _weighs(text, *place):
        return Unit(start, stop, "lb", "measure")
    if words not in _KINDS:
        return None
    name, kind = _KINDS[words]
    return Unit(start, stop, name, kind)


def _weighs(text: str, start: int, end: int, stop: int) -> bool:
    """Say whether pounds weigh: "4 pounds of nails", "a 500-pound bomb"."""
    if _LARGE.search(text, start, end):
        return False
    hyphened = text[end : end + 1] in ("-", "‑")
    return bool(_WEIGHED.match(text, stop)) or (
        hyphened and not _PAID.match(text, stop)
    )


def _read_symbol(text: str, before: re.Match[str], end: int, limit: int) -> Unit:
    prefix, symbol, code = before.groups()
    name = code or _SYMBOLS[symbol]
    if symbol == "$" and prefix in _DOLLARS:
        name = _DOLLARS[prefix]
    factor, stop = Decimal(1), end
    suffix = _SUFFIX.match(text, end, limit)
    if suffix:
        factor = Decimal(_MULTIPLES[suffix.group(1).lower()])
        stop = suffix.end()
    spelt = _SPELT.match(text, stop, limit)
    return Unit(before.start(), spelt.end() if spelt else stop, name, "money", factor)


def read_per(text: str, end: int, limit: int) -> tuple[int, str] | None:
    """Read "a day", "per share", "/barrel" after a quantity.

    Returns:
        Where it ends and what it is per; None when nothing of the kind follows.
    """
    found = _PER.match(text, end, limit)
    if found:
        return found.end(), (found.group(1) or found.group(2)).lower()
    daily = _DAILY.match(text, end, limit)
    return (end, _DAILY_PERIODS[daily.group(1).lower()]) if daily else None
