"""Text from outside, made fit to print: one line, no invisible signs.

Articles and configs come with control characters, direction overrides, zero-width
signs, half characters and towers of accents. None of them is lost from the record
(the JSON holds every quote as it is); they only never reach a page.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MAX_MARKS = 4
"""Accents that one letter may carry; Vietnamese, Hebrew and Burmese need no more."""

_ACCENTS = frozenset({"Mn", "Me"})
# Soft hyphens, directions, zero-width signs and fillers, annotation anchors, selectors
# of variants, layout of hieroglyphs, notes and shorthand, tags, and code points that no
# text may hold. The joiners are below: some scripts need them.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    + "".join(
        f"{chr(0x1FFFE + at)}{chr(0x1FFFF + at)}" for at in range(0, 0x100000, 0x10000)
    )
    + "\U00013430-\U00013446\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2"
    "\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
# Letters and vowels of the scripts whose forms a joiner changes: Arabic to N'Ko, those
# of India, Burmese, Khmer, Mongolian, Javanese, and their kin.
_JOINING = (
    "\u0620-\u06dc\u06df-\u06ff\u0710-\u07ff\u0840-\u08ff\u0900-\u0dff"
    "\u1000-\u109f\u1780-\u17d3\u1820-\u18aa\u1b00-\u1b4b\ua840-\ua877\ua980-\ua9c0"
    "\ua9e0-\ua9fe\uaa60-\uaa7f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010ac0-\U00010aff\U00010d00-\U00010d27\U00011000-\U00011fff"
    "\U0001e900-\U0001e95f"
)
_SPACES = "\t-\r\x1c-\x1f\x85 \u2028\u2029"

# Signs that need no second look; a text of these alone is clean as it stands.
_ODD = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027"
    "\u202f-\u205f\u20a0-\u20bf\u2116]|  |^\\s|\\s\\Z"
)


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(
        f"[{_INVISIBLE}]|(?<![{_EMOJI}])\ufe0f(?!\u20e3)|(?<![{_EMOJI}#*0-9])\ufe0f"
    )


@cache
def _towers() -> re.Pattern[str]:
    """Find where more accents could stand than a letter may carry: none is a word."""
    return re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")


@cache
def _repairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give what is replaced, by what, in this order; few texts ever need it."""
    joiners = "[\u200c\u200d]"
    return (
        (
            re.compile(
                f"(?<=[{_JOINING}])({joiners}){joiners}*(?=[{_JOINING}])|{joiners}+"
            ),
            r"\1",
        ),
        (re.compile(f"[{_SPACES}]+"), " "),
        (re.compile("[\ud800-\udfff]"), "\ufffd"),
    )


def clean(text: str) -> str:
    """Give `text` on one line, without signs that cannot be seen.

    Joiners stay between letters of scripts that need them; a half character
    (lone surrogate) prints as U+FFFD. No kind of space stands at either end: it would
    hide from the filters what a line begins with.
    """
    if not _ODD.search(text):
        return text
    text = _towers().sub(_lower, _invisible().sub("", text))
    for found, instead in _repairs():
        text = found.sub(instead, text)
    return text.strip()


def _lower(tower: re.Match[str]) -> str:
    """Leave out the accents of a letter beyond the last that it may carry.

    Joiners and spacing vowels among them neither count nor begin a new letter.
    """
    signs: list[str] = []
    accents = 0
    for sign in tower[0]:
        kind = unicodedata.category(sign)
        if kind in _ACCENTS:
            accents += 1
        elif kind not in ("Cf", "Mc"):
            accents = 0
        if kind not in _ACCENTS or accents <= MAX_MARKS:
            signs.append(sign)
    return "".join(signs)
