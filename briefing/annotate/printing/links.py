"""Words that only tie a sentence to the one before it, and may be cut.

"Meanwhile,", "In another development,", "But", and inside the sentence "also",
"however,", "too": the sense stays without them, so a cut mark takes their place. Kept
are an "also" that adds to something in its own sentence ("X and also Y"), and all that
somebody says in direct speech. A word that is needed for the time or for a condition
("Since then,", "In that case,") is no link; `pointing` has those.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.printing.making import make_need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.passage import Need

_MOST = 3
"""Links that may stand one after the other: "But in general, however,"."""


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:Meanwhile|However|Moreover|Furthermore|Additionally|Similarly|Likewise"
        r"|Consequently|Therefore|Thus|Separately|Nevertheless|Nonetheless|Conversely"
        r"|Accordingly|Besides|Finally|Indeed|Overall|Still|Instead|Yet|Also|And|But|So"
        r"|Then|Later|Afterwards?|Elsewhere|Again|In\s(?:general|particular|addition"
        r"|turn|conclusion"
        r"|fact|short|contrast|summary|brief|other\swords|the\smeantime|the\send"
        r"|any\scase"
        r"|(?:a|another)\s(?:separate\s|related\s|further\s|new\s)?(?:development"
        r"|incident"
        r"|case|attack|move|sign|twist))|As\s(?:such|a\sresult)|At\sthe\ssame\stime"
        r"|For\s(?:its|his|her|their)\spart|For\s(?:example|instance)|That\ssaid"
        r"|By\scontrast"
        r"|On\sthe\s(?:other\shand|contrary)|Even\s(?:so|then)|All\sthe\ssame"
        r"|To\sthat\send"
        r"|Not\sonly\sthat|What\sis\smore|In\sa\sseparate\s\w+),"
        r"|Earlier(?=\sthe\s[A-Z])|Earlier,"
        r"|Also(?=\s(?:on|in|at|this|last|[MTWFS]\w+day)\b)|Meanwhile\b|Then(?=\s[A-Z])"
        r"|Now(?=\s[A-Z][\w’'-]+\s(?:has|have|is|are)\b)"
        r"|(?:But|And|So(?!\sfar\b)|Yet)(?=\s(?:“|\"|‘)?[\w$€£]))",
        re.IGNORECASE,
    )


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(
        r"(?<=,\s)(?P<aside>(?:however|meanwhile|though|moreover|therefore|nevertheless"
        r"|nonetheless|in\sturn|for\s(?:its|his|her|their)\spart|for\s(?:example"
        r"|instance)"
        r"|on\sthe\sother\shand|by\scontrast|in\saddition|too|also|as\swell),"
        r"|(?:however|though|too|also|as\swell)(?=[.;]))"
        r"|(?<=\s)(?P<end>too|as\swell)(?=[.;](?:\s|$))"
        r"|(?<=\s)(?P<also>also)\b(?!\s(?:known|called|named|as|because|due)\b)"
    )


_TOLD = (
    "also",
    "too",
    "however",
    "meanwhile",
    "though",
    "as well",
    "moreover",
    "therefore",
    "nevertheless",
    "nonetheless",
    "in turn",
    "in addition",
    "by contrast",
    "other hand",
    "for ",
)
"""One of these stands in every link inside a sentence: a cheap look."""
_ADDS = re.compile(
    r"\b(?:and|but|or|not|only|while|whereas|who|which|both|either|besides|addition)\b"
    r"|[;:]",
    re.IGNORECASE,
)


@cache
def _heads() -> re.Pattern[str]:
    """What a page puts before a report: its agency and place."""
    agency = r"(?:AP|AFP|Reuters|REUTERS|UPI|dpa|PA)"
    return re.compile(
        rf"\({agency}(?:\s(?:Photo|Image))?(?:/[^)]{{1,40}})?\)(?:\s[-–—]{{1,2}})?"
        rf"|{agency}\s[A-Z]{{3,}}[A-Z .]{{0,30}}(?:,\s[A-Z][\w. ]{{1,20}})?"
        r"\s[-–—]{1,2}"
        rf"|{agency}(?=\s(?!Health|TV|Television|Photo|News|Graphics|Video)[A-Z][a-z]+\s"
        r"[A-Z][a-z]+\s)"
    )


def find_heads(text: str, at: int, end: int) -> Iterator[Need]:
    """Yield what stands before a report on a page: "(AP)", "AP BODO –"."""
    head = _heads().match(text, at - 1 if text[at - 1 : at] == "(" else at, end)
    if head:
        yield make_need(text, head.start(), head.end(), None, drop=True)


def find_links(text: str, at: int, end: int) -> Iterator[Need]:
    """Yield the links at the beginning, in order; see `_opening`."""
    for nth in range(_MOST):
        link = _opening().match(text, at, end)
        # A word in small letters opens a sentence only behind another link.
        if link is None or (link.group()[0].islower() and (not nth or _joins(link))):
            return
        yield make_need(text, link.start(), link.end(), None, drop=True)
        at = link.end() + 1


def _joins(link: re.Match[str]) -> bool:
    return "," not in link.group()


def find_inner_links(text: str, at: int, sourced: Sourced) -> Iterator[Need]:
    """Yield "also", "however" and the like inside the sentence, but not in speech."""
    end = sourced.sentence.end
    words = text[at:end]
    if not any(link in words for link in _TOLD):
        return
    for found in _inside().finditer(text, at, end):
        if any(quote.start < found.start() < quote.end for quote in sourced.quotes):
            continue
        if found["also"] and _ADDS.search(text, at, found.start()):
            continue
        yield make_need(text, found.start(), found.end(), None, drop=True)
