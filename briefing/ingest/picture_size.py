"""How large a picture may be, so that one bad file costs neither time nor memory."""

from __future__ import annotations

MOST_BYTES = 3_000_000
"""Bytes of a picture's file: the page and the mail hold it whole."""
MOST_DOTS = 12_000_000
"""Width times height; A4 at 300 dots an inch has 9 million."""
FEWEST_DOTS = 16
"""Dots of the shorter side: what is smaller counts readers or fills a gap."""


def check_size(width: int, height: int) -> None:
    """Refuse a picture by what its head says of its size.

    Raises:
        ValueError: when it has too many dots or too few.
    """
    if width * height > MOST_DOTS:
        msg = f"has {width:,} x {height:,} dots, the most is {MOST_DOTS:,} in all; "
        raise ValueError(msg + "make it smaller")
    if min(width, height) < FEWEST_DOTS:
        msg = f"has {width:,} x {height:,} dots, too few to show anything; take another"
        raise ValueError(msg)
