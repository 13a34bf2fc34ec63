"""Days in the page's own address: `/2023/07/30/`, `/20230730/`, `/30-07-2023-rain`.

The address is the one that the page gives itself (canonical link, `og:url`), not
the one it was fetched from. It is made when the article is, and stays. Two numbers
below 13 before a year may stand in either order and are left.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from briefing.ingest.page_dates.reading import FIRST_YEAR
from briefing.ingest.page_dates.witness import ADDRESS, Witness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_ADDRESS = 1000
MONTHS = 12
ARCHIVE = (
    r"https?://web\.archive\.org/web/(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)\d{0,6}\w{0,3}/"
)
YEAR_FIRST = (
    r"(?<![^/_=-])(?P<y>(?:19|20)\d\d)(?P<s>[/_-]?)(?P<m>\d\d|(?<=[/_-])\d)(?P=s)"
    r"(?P<d>\d\d|(?<=[/_-])\d)(?!\d)"
)
YEAR_LAST = r"(?<![^/_=-])(?P<d>\d\d)(?P<s>[/_-])(?P<m>\d\d)(?P=s)(?P<y>20\d\d)(?!\d)"


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape) for shape in (ARCHIVE, YEAR_FIRST, YEAR_LAST))


def from_addresses(addresses: Sequence[str]) -> Iterator[Witness]:
    """Yield the day in each of the page's addresses."""
    for address in addresses:
        tail = _shapes()[0].sub("/", address[:LONGEST_ADDRESS]).partition("?")[0]
        if match := _shapes()[1].search(tail):
            day = _day(match)
        elif match := _shapes()[2].search(tail):
            day = _day(match) if int(match["d"]) > MONTHS else None
        else:
            continue
        if day:
            yield Witness(day, "published", ADDRESS, "address", match[0], "address")


def archived_on(addresses: Sequence[str]) -> date | None:
    """Give the day on which a web archive kept the page; None when none did."""
    for address in addresses:
        if match := _shapes()[0].match(address[:LONGEST_ADDRESS]):
            return _day(match)
    return None


def _day(match: re.Match[str]) -> date | None:
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None
