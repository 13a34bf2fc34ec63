"""Dates that are no news: when a page was changed, when a reader wrote a comment.

    "24 June 2010 Last updated at 14:59 GMT"   "March 12, 2011 at 7:42 pm | Reply"
    "(Updated 12:21 p.m.)"                      "Tune in at 10 p.m. ET Thursday"

Such a line names a day on which nothing happened but that somebody typed it.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(
        r"\blast\supdated\b|\|\s?(?:reply|report\sabuse|permalink)\b|\bwrote:"
        r"|\b(?:tune\sin(?:to)?|posted\s(?:by|at|on))\b"
        r"|\A\W{0,4}updated?:?\s[^).]{0,60}[ap]\.?m\b|\bupdated:\s"
        r"|\A\W{0,4}(?:at\s)?\d{1,2}[:.]\d\d\b"
        r"|\A\W{0,4}(?:[^\W\d]+\s\d{1,2},?\s\d{4}|\d{1,2}(?:st|nd|rd|th)?\s[^\W\d]+\s\d{2,4})"
        r"(?:\s?[-–—|,])?\s(?:at\s)?\d{1,2}[:.]\d\d\b",
        re.IGNORECASE,
    )


def is_stamp(text: str) -> bool:
    """Say whether a sentence is, or holds, the time stamp of a page or a comment."""
    return _stamp().search(text) is not None
