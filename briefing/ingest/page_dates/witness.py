"""What one place of a page says about its day, and how far that place is trusted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple

About = Literal["published", "modified"]

JSON_LD, META, MICRODATA, JSON_LD_PAGE = 100, 95, 90, 85
MARKED, ADDRESS, VISIBLE, META_PLAIN = 80, 75, 70, 65
CREATED, STATE, FAINT = 55, 50, 40


class Witness(NamedTuple):
    """A day or moment that one place of the page names."""

    value: date | datetime
    """The day, or the moment as stated; without a zone when none is named."""
    about: About
    """What the place says happened then."""
    trust: int
    """Greater is surer; the constants above."""
    rule: str
    """Name of the rule that read it."""
    words: str
    """The words or the key and value, as found."""
    kind: str
    """Which part of the page it stands in: head, address, text or state; places of
    one part are often filled from one field, so they support each other little."""

    @property
    def day(self) -> date:
        """The day, in the zone in which it is stated."""
        return self.value.date() if isinstance(self.value, datetime) else self.value
