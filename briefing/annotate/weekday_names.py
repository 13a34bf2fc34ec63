"""Names that hold a weekday: newspapers, feasts, programmes, people."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import DAY_PARTS, MONTHS
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.span import Span

_REACH = 16
_DAY_WORDS = frozenset(
    name.title() for name in (*MONTHS, *DAY_PARTS, "midnight", "daylight")
)
_ON = word_set("on last next this since until till by every each from to early late")


@cache
def _not_weekday() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Star|Sun"
        r"|Night (?:Live|Football)|Agreement|Club|Movement|World|Business|Independent"
        r"|Tribune|Review|Morning Herald|[Ss]chool|Book|Island)\b"
    )


@cache
def _feast() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Good|Black|Cyber|Ash|Palm|Bloody|Super|Shrove|Maundy|Easter|Holy|Whit"
        r"|Remembrance|Advent|Casual|Orange|Ruby|Red"
        r"|Man|Girl|Freaky|Blue|Manic|Stormy|Joe)\s\Z"
    )


@cache
def _titled() -> re.Pattern[str]:
    """Capitalised words behind a weekday: "Night Lights", "Journal"."""
    return re.compile(
        r"(?P<part>\s(?:Night|Morning|Afternoon|Evening))?"
        r"(?P<names>(?:\s(?!I\b)[A-Z][a-z]+(?:['’]s)?){1,3})(?P<end>\s?[.,;:!?)”\"]|\s?\Z)?"
    )


def _is_titled(text: str, start: int, end: int, span: Span) -> bool:
    """Say whether a weekday stands in a run of capitalised words that is a name.

    So it does behind "the" ("the Wednesday Journal"), with a capitalised part of the
    day and more ("Friday Night Lights"), or where the run ends its clause and so is no
    subject of a verb ("as Wednesday Addams").
    """
    found = _titled().match(text, end, span.end)
    if found is None:
        return False
    words = found["names"].split()
    if words[0] in _DAY_WORDS or words[0].rstrip(".").lower() in MONTHS:
        return False
    before = text[max(span.start, start - _REACH) : start].split()
    if found["part"] or (before and before[-1] in {"the", "The", "a", "A"}):
        return True
    return bool(found["end"]) and not (before and before[-1].lower() in _ON)


def is_named_for_weekday(text: str, start: int, end: int, span: Span) -> bool:
    """Say whether a newspaper or a feast goes by the weekday."""
    before = _feast().search(text, max(span.start, start - _REACH), start)
    if before or _not_weekday().match(text, end, span.end):
        return True
    return text[end : end + 1] == " " and _is_titled(text, start, end, span)
