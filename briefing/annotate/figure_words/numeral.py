"""A number as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class Numeral(NamedTuple):
    """A number as written, without its unit."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    value: Decimal
    """What it says."""
    digits: bool
    """Whether it is written with digits."""
