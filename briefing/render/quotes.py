"""Typographic quotes and dashes for words that came with typewriter ones.

Nothing else of a source's words is touched. Both readings of a sign are decided by
its neighbours alone, so that a quotation which runs over several sentences comes
out right in each of them.
"""

from __future__ import annotations

import re

_OPENS_AFTER = " \u00a0\u202f\u2009([{\u2013\u2014/\u201c\u2018\u201e\u00ab-"
_TYPEWRITER = re.compile(r"[\"']|(?<= )--?(?= )|``|''|(?<=\w)--(?=\w)")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")

Marks = tuple[str, str, str, str]
"""Double opening and closing, single opening and closing quote."""
ENGLISH: Marks = ("“", "”", "‘", "’")


def set_quotes(text: str, marks: Marks = ENGLISH) -> str:
    """Give `text` with typographic quotes, apostrophes and dashes.

    A single quote before a digit or inside a word is an apostrophe: '24, don't.
    """
    if not _TYPEWRITER.search(text):
        return text

    def replace(match: re.Match[str]) -> str:
        sign, at = match[0], match.start()
        if sign[0] == "-":
            return "–" if len(sign) == 1 or text[at - 1] == " " else "—"
        before = text[at - 1] if at else " "
        after = text[match.end() : match.end() + 1]
        opens = (before in _OPENS_AFTER or before in "\"'") and after not in ("", " ")
        if sign in ('"', "``", "''"):
            return marks[0] if opens else marks[1]
        return marks[2] if opens and not after.isdigit() else "’"

    return _TYPEWRITER.sub(replace, text)


def set_ranges(text: str) -> str:
    """Give `text` with en dashes between numbers: "Days 1,076–1,080"."""
    return _RANGE.sub("–", text)
