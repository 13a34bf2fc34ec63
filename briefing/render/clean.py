"""Text from outside, made fit to print: one line, no invisible signs.

Articles and configs come with control characters, direction overrides, zero-width
signs, half characters and towers of accents. None of them is lost from the record
(the JSON holds every quote as it is); they only never reach a page.
"""

from __future__ import annotations

import re
from functools import cache

MAX_MARKS = 4
"""Accents that one letter may carry; Vietnamese and Hebrew need three."""

# Accents of all scripts; vowels and tones of Hebrew, Arabic, Thai and Lao.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
)
# Soft hyphens, directions, zero-width signs and fillers, annotation anchors, tags, and
# code points that no text may hold. The joiners are below: some scripts need them.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    + "".join(
        f"{chr(0x1FFFE + at)}{chr(0x1FFFF + at)}" for at in range(0, 0x100000, 0x10000)
    )
    + "\U000e0000-\U000e0fff"
)
_SPACES = "\t-\r\x1c-\x1f\x85 \u2028\u2029"

# Signs that need no second look; a text of these alone is clean as it stands.
_ODD = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027"
    "\u202f-\u205f\u20a0-\u20bf\u2116]|  |^ | $"
)


@cache
def _repairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give what is replaced, by what, in this order; few texts ever need it."""
    return (
        (re.compile(f"[{_INVISIBLE}]|(?<![\u0590-\ufdff])[\u200c\u200d]"), ""),
        (re.compile(f"[{_SPACES}]+"), " "),
        (re.compile("[\ud800-\udfff]"), "\ufffd"),
        (re.compile(f"([{_MARKS}]{{{MAX_MARKS}}})[{_MARKS}]+"), r"\1"),
    )


def clean(text: str) -> str:
    """Give `text` on one line, without signs that cannot be seen.

    Joiners stay between letters of scripts that need them; a half character
    (lone surrogate) prints as U+FFFD.
    """
    if not _ODD.search(text):
        return text
    for found, instead in _repairs():
        text = found.sub(instead, text)
    return text.strip(" ")
