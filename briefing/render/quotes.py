"""Typographic quotes and dashes for words that came with typewriter ones.

Nothing else of a source's words is touched, but for single quotation marks that are
clearly a pair: they become those of the style. Both readings of a sign are decided by
its neighbours alone, so that a quotation which runs over several sentences comes
out right in each of them.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from itertools import pairwise

_OPENS_AFTER = " \u00a0\u202f\u2009([{\u2013\u2014/\u201c\u2018\u201e\u00ab-"
_TYPEWRITER = re.compile(r"[\"']|(?<= )--?(?= )|``|''|(?<=\w)--(?=\w)")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_OPENING = re.compile(r"(?<![\w.,!?…])[‘‚](?=[\w(\[„“«…])")
_CLOSING = re.compile(r"(?<=\S)[‘’](?!\w)")
_OWNED = re.compile(r"s[‘’] ", re.IGNORECASE)

_DOUBLED = re.compile("[“„]([^“”„]*)[“”]")

Marks = tuple[str, str, str, str]
"""Double opening and closing, single opening and closing quote."""
ENGLISH: Marks = ("“", "”", "‘", "’")


def set_quotes(text: str, marks: Marks = ENGLISH) -> str:
    """Give `text` with typographic quotes, apostrophes and dashes.

    A single quote before a digit or inside a word is an apostrophe: '24, don't; so is
    one behind a word where none was opened: the boats'.
    """
    if _TYPEWRITER.search(text):
        text = _set_typewriter(text, marks)
    return _set_singles(text, marks) if "‘" in text or "‚" in text else text


def set_inner(text: str, marks: Marks = ENGLISH) -> str:
    """Give `text` for a place between quotation marks: its own become single ones."""
    inner = _DOUBLED.sub(rf"{marks[2]}\1{marks[3]}", text)
    return inner.replace(marks[0], marks[2]).replace(marks[1], marks[3])


def _set_typewriter(text: str, marks: Marks) -> str:
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


def _set_singles(text: str, marks: Marks) -> str:
    """Turn single quotes that are clearly a pair into those of the style.

    They may be English or German. An apostrophe behind a genitive closes nothing
    where another sign does, or could: ‘the boats’ owners’.
    """
    told = list(text)
    openings = [match.start() for match in _OPENING.finditer(text)]
    closings = [match.start() for match in _CLOSING.finditer(text)]
    for opening, end in pairwise([*openings, len(text)]):
        within = closings[bisect(closings, opening) : bisect_left(closings, end)]
        sure = [at for at in within if not _OWNED.match(text, at - 1)]
        if sure or len(within) == 1:
            told[opening], told[(sure or within)[0]] = marks[2:]
    return "".join(told)


def set_ranges(text: str) -> str:
    """Give `text` with en dashes between numbers: "Days 1,076–1,080"."""
    return _RANGE.sub("–", text)
