"""Signs that a terminal obeys, or that nobody sees, in words from outside.

Headlines, file names and ids are strangers' words. A control sign among them can clear
a screen or rename a window, a direction override turns a line round, a line break
forges a line of ours. Each prints as U+FFFD, so that the eye meets it; letters of
all scripts, accents and wide spaces stay, and so does a joiner behind a letter of a
script that needs it (Persian, Hindi). What a page prints is cleaned elsewhere.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

UNSEEN = "\ufffd"
"""What stands for a sign that is not shown."""
_JOINERS = "\u200c\u200d"
_SPACES = "Zs"
# Fillers and selectors that count as letters or accents, and show nothing.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what needs a second look, and joiners where their script needs them."""
    return (
        re.compile("[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f]"),
        re.compile(f"(?<=[\u0620-\u065f\u066e-\u06ff\u0750-\u0dff])[{_JOINERS}]"),
    )


def printable(text: str, *, but: str = "") -> str:
    """Give a text on one line in which every sign can be seen.

    Line breaks and tabs are no exception: `one_line` is for running words.

    Args:
        text: the words.
        but: signs that stay nevertheless.
    """
    if text.isprintable() and _BLANK.isdisjoint(text):
        return text
    odd, joiner = _patterns()
    kept = {match.start() for match in joiner.finditer(text)}

    def shown(match: re.Match[str]) -> str:
        sign = match.group()
        stays = is_seen(sign) or sign in but or match.start() in kept
        return sign if stays else UNSEEN

    return odd.sub(shown, text)


def one_line(text: str) -> str:
    """Give running words on one line: white space of any kind is one space."""
    return printable(" ".join(text.split()))


def printable_lines(text: str) -> str:
    """Give lines of our own that hold words from outside: line breaks stay."""
    return "\n".join(map(printable, text.expandtabs().split("\n")))


def escape_unseen(json: str) -> str:
    r"""Write signs that are not shown as JSON does, `\u202e`: it reads as the same."""
    return _patterns()[0].sub(_escaped, json)


def is_seen(sign: str) -> bool:
    """Say whether one sign can be seen, or is a space of some width."""
    if sign.isprintable():
        return sign not in _BLANK
    return category(sign) == _SPACES


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    if sign == "\n" or is_seen(sign):
        return sign
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"\u{units[at : at + 4]}" for at in range(0, len(units), 4))
