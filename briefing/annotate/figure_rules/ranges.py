"""Ranges: "300 to 400 people", "350-400", "between 8,000 and 35,000 tonnes".

Both ends are kept, never an average. "From 76 to 90 million" tells of a change and
gives two figures, and so does "rose $1.16 to $53.32"; "ranging from 76 to 90" does
not. A unit after the second number
serves for both ("50 to 100 barrels a day").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate
from briefing.annotate.figure_words.units import read_per

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from briefing.annotate.figure_words.scene import FigureScene, Quantity

NAME = "ranges"
_JOINT = re.compile(r"\s?(?:-|–|‑|—)\s?|\s?-?to-?\s?|\s(?:and|or)\s")
_DASHES = "-–‑—"
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|some\s|around\s)?\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rose|fell|grew|gained|lost|dropped|climbed|jumped|increased|decreased"
    r"|declined|slid|slipped|surged|plunged|up|down|added|shed|cut|raised|reduced)"
    r"\s(?:by\s|about\s|some\s|almost\s|nearly\s|around\s)?\Z",
    re.IGNORECASE,
)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|any(?:where|thing))\s"
    r"(?:[a-z]{2,12}ly\s)?from\s(?:about\s|some\s|around\s)?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s|around\s)?\Z", re.IGNORECASE)
_AFTER_ASIDE = re.compile(r"\)\s(and|to)\s(?:about\s|some\s|around\s)?")
_ASIDE = re.compile(r"\s\([^()]{1,30}\)")
_THE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_REACH = 32
# "Rose 2 to 3 percent" is a range, "rose $1 to $53" a change and what it led to.
_NEAR = 3
# "Six or eight months" is a range, "20 or 22" two numbers.
_LOOSE, _SMALL = 2, 12
_YEARS = (1500, 2100)
_SCALES = (10**3, 10**6, 10**9, 10**12)


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield ranges made of two neighbouring numbers."""
    reached = -1
    for low, high in zip(scene.quantities, scene.quantities[1:], strict=False):
        if low.unit.start < reached:
            continue
        joint = scene.text[low.unit.end : high.unit.start]
        back = max(scene.sentence.start, low.unit.start - _REACH)
        before = scene.text[back : low.unit.start]
        if not _JOINT.fullmatch(joint) or not _fits(low, high):
            continue
        between = _BETWEEN.search(before)
        start = back + between.start() if between else low.unit.start
        if between or _is_range(joint.strip(), before, low, high):
            reached = high.unit.end
            yield _range(scene, start, low, high)
    yield from _converted(scene)


def _converted(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield "between 89m gallons (337m litres) and 176m gallons (666m litres)".

    The range is in the unit that stands first, and its words hold the conversions.
    """
    text, found = scene.text, scene.quantities
    for low, aside, high in zip(found, found[1:], found[2:], strict=False):
        if text[low.unit.end : aside.unit.start] != " (" or not _fits(low, high):
            continue
        joint = _AFTER_ASIDE.fullmatch(text, aside.unit.end, high.unit.start)
        back = max(scene.sentence.start, low.unit.start - _REACH)
        before = text[back : low.unit.start]
        between = _BETWEEN.search(before)
        ranging = _RANGING.search(before) if joint and joint[1] == "to" else None
        if joint is None or not (between or ranging) or low.value >= high.value:
            continue
        start = back + between.start() if between else low.unit.start
        candidate = _range(scene, start, low, high)
        closing = _ASIDE.match(text, candidate.end, scene.sentence.end)
        yield candidate._replace(end=closing.end()) if closing else candidate


def _fits(low: Quantity, high: Quantity) -> bool:
    """Say whether the units of the two ends go together."""
    return low.unit.name == high.unit.name or low.unit.kind == "count"


def _is_range(joint: str, before: str, low: Quantity, high: Quantity) -> bool:
    if joint == "and" or low.value >= _scaled(low, high)[1]:
        return False
    if joint == "or":
        gap = high.value - low.value
        return gap == 1 or (gap == _LOOSE and high.value <= _SMALL)
    if joint in _DASHES:
        years = all(
            _YEARS[0] < q.value < _YEARS[1] and q.unit.kind == "count"
            for q in (low, high)
        )
        return not years and not _THE.search(before)
    if _RANGING.search(before):
        return True
    if _FROM.search(before):
        return False
    first, second = _scaled(low, high)
    return not _CHANGE.search(before) or second <= _NEAR * first


def _scaled(low: Quantity, high: Quantity) -> tuple[Decimal, Decimal]:
    """Give both ends: "2 to 3 million" is two million to three million."""
    first, second = low.value, high.value
    scale = max((each for each in _SCALES if each <= second), default=1)
    # "$2 and $5 million" are both millions; "$800 to $1 million" are not.
    alike = low.unit.kind in ("count", high.unit.kind)
    bare = first < _SCALES[0] and alike
    return (first * scale if bare and first * scale < second else first), second


def _range(
    scene: FigureScene, start: int, low: Quantity, high: Quantity
) -> FigureCandidate:
    unit = high.unit
    ends = sorted(_scaled(low, high))
    candidate = FigureCandidate(
        start, unit.end, NAME, low=ends[0], high=ends[1], unit=unit.name, kind=unit.kind
    )
    per = read_per(scene.text, unit.end, scene.sentence.end)
    if per is None:
        return candidate
    return candidate._replace(end=per[0], unit=f"{unit.name}/{per[1]}", kind="rate")
