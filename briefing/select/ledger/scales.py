"""Amounts made comparable: miles and kilometres, tonnes and kilograms, half and 50%.

Currencies are never converted: what a dollar was worth is not in the article. What is
printed stays as reported.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.model.figure import Figure

ROUNDED = Decimal("0.02")
"""Values that differ by less are one number, rounded or copied badly."""
CONVERTED = Decimal("0.06")
"""The same for values in other units: "five miles" is "eight kilometres"."""
ROUGH = Decimal("0.12")
"""The same where one is a round limit that the other keeps: "more than 300", 302."""
DIGITS = 2
"""A round number has at most so many digits that are not noughts."""
DAILY = re.compile(
    r"\)?\s*(?:\([^()]{0,60}\)\s*)?(?:of\s[\w-]{1,20}\s(?:[\w-]{1,20}\s)?)?,?\s*"
    r"(?:(?:an?|per|each|every)\s(day|week|month|year)\b|(daily)\b)",
    re.IGNORECASE,
)
"""What makes an amount a rate, behind what it is of: "barrels of oil a day"."""
EACH = re.compile(
    r"[^.,;:\d]{0,60}?\s(?:(?:per|each|every)\s(day|week|month|year)\b|"
    r"(daily)(?=\s*(?:$|[.,;])))",
    re.IGNORECASE,
)
"""The same at the end of a clause: "barrels of oil leave the port every day"."""
PEOPLE_DAILY = re.compile(
    r"(?:\s(?!in\b|for\b|within\b)[a-z-]{2,20}){1,3}\s(?:an?|per)\s"
    r"(day|week|month|year)\b(?!\s(?:ago|after|before|later|earlier|on|in|old))",
    re.IGNORECASE,
)
"""What makes a count a rate, behind what is counted: "400 people a day"."""
CURRENCY = re.compile(r"[A-Z]{3}(?:/|$)")
_PER = {
    "measure": (DAILY, EACH),
    "money": (DAILY,),
    "count": (PEOPLE_DAILY, EACH),
}

_SCALES = """
    length km 1; m 0.001; cm 0.00001; mm 0.000001; mi 1.609344; ft 0.0003048
    length in 0.0000254; yd 0.0009144; nmi 1.852
    area km2 1; m2 0.000001; ha 0.01; acre 0.00404686; mi2 2.589988; ft2 0.000000092903
    weight t 1; kg 0.001; g 0.000001; lb 0.00045359237; ton 0.9071847
    volume L 1; gal 3.785412; barrel 158.9873; m3 1000
    power MW 1; kW 0.001; GW 1000
    energy MWh 1; kWh 0.001
    data GB 1; MB 0.001; TB 1000
    speed km/hour 1; mi/hour 1.609344
    share fraction 1; % 0.01
"""


class Amount(NamedTuple):
    """A number in the base unit of its dimension."""

    dimension: str
    """length, weight ...; else the unit itself, which nothing converts to."""
    low: Decimal
    """The number, or the lower end of a range."""
    high: Decimal
    """The number again, or the upper end."""
    unit: str
    """The unit as reported."""


@cache
def _scale(unit: str) -> tuple[str, Decimal]:
    """Give the dimension of a unit and its size in the base unit."""
    measured, _, per = unit.partition("/")
    for line in _SCALES.strip().splitlines():
        dimension, _, listed = line.strip().partition(" ")
        for entry in listed.split(";"):
            name, size = entry.split()
            if name == unit:
                return dimension, Decimal(size)
            if name == measured and per:
                return f"{dimension}/{per}", Decimal(size)
    return unit, Decimal(1)


def amount_of(figure: Figure, following: str = "") -> Amount | None:
    """Give the comparable amount of a figure; None for a vague one.

    Args:
        figure: The figure.
        following: The words after it, which may make it a rate.
    """
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    if low is None or high is None:
        return None
    unit = figure.unit
    if "/" not in unit:
        unit += _per(figure.kind, following)
    dimension, size = _scale(unit)
    return Amount(dimension, low * size, high * size, unit)


def _per(kind: str, following: str) -> str:
    """Give over what time an amount is told, as "/day", from the words after it."""
    for pattern in _PER.get(kind, ()):
        if per := pattern.match(following):
            return f"/{(per[1] or 'day').lower()}"
    return ""


def close(
    one: Amount | None, other: Amount | None, converted: Decimal = CONVERTED
) -> bool:
    """Say whether two amounts are one number told twice, rounded or copied badly.

    Args:
        one: An amount.
        other: Another.
        converted: The part by which they may differ where their units do.
    """
    if one is None or other is None or one.dimension != other.dimension:
        return False
    slack = ROUNDED if one.unit == other.unit else converted
    return _close(one.low, other.low, slack) and _close(one.high, other.high, slack)


def near(one: Figure, other: Figure) -> bool:
    """Say whether two figures are one number told twice, rounded or copied badly."""
    return close(amount_of(one), amount_of(other))


def equal(one: Amount | None, other: Amount | None) -> bool:
    """Say whether two amounts are one number, units apart."""
    if one is None or other is None:
        return False
    if one.unit != other.unit:
        return close(one, other, converted=ROUNDED)
    return one[:3] == other[:3]


def rounds(one: Figure, other: Figure) -> bool:
    """Say whether one figure is a round limit that the other keeps: over 300, 302."""
    if one.comparator == other.comparator == "=":
        return False
    return one.unit == other.unit and any(
        limit.value is not None
        and number.value is not None
        and _keeps(limit.comparator, limit.value, number.value)
        and _is_round(limit.value)
        and _close(limit.value, number.value, ROUGH)
        for limit, number in ((one, other), (other, one))
    )


def reaches(limit: Amount | None, comparator: str, run: Amount | None) -> bool:
    """Say whether a limit is the end of a range: "up to 60,000", "35,000 to 60,000"."""
    if limit is None or run is None or limit.dimension != run.dimension:
        return False
    if run.low == run.high or limit.low != limit.high:
        return False
    if comparator == "<=":
        return _close(limit.high, run.high, ROUNDED)
    return comparator == ">=" and _close(limit.low, run.low, ROUNDED)


def overlap(one: Amount | None, other: Amount | None) -> bool:
    """Say whether two ranges lie over each other for the most part."""
    if one is None or other is None or one.dimension != other.dimension:
        return False
    if one.low == one.high or other.low == other.high:
        return False
    common = min(one.high, other.high) - max(one.low, other.low)
    return common * 2 >= max(one.high, other.high) - min(one.low, other.low)


def is_sum(amount: Amount | None) -> bool:
    """Say whether an amount is money, or a price by the barrel or the month."""
    return amount is not None and bool(CURRENCY.match(amount.unit))


def _keeps(comparator: str, limit: Decimal, number: Decimal) -> bool:
    if comparator in (">", ">="):
        return number >= limit
    if comparator in ("<", "<="):
        return number <= limit
    return comparator == "~"


def digits(value: Decimal | None) -> int:
    """Count the digits of a number, noughts at its end apart."""
    return 0 if value is None else len(abs(value).normalize().as_tuple().digits)


def _is_round(value: Decimal) -> bool:
    return digits(value) <= DIGITS and int(value.normalize().as_tuple().exponent) > 0


def _close(one: Decimal, other: Decimal, slack: Decimal) -> bool:
    return abs(one - other) <= slack * max(abs(one), abs(other))
