"""What pages hold that no reporter wrote as a sentence: captions, trailers, comments.

A caption tells in the present what a photograph shows, and ends with weekday, month,
day and year. A trailer names a reporter of the house who "reports" or "explains".
Readers' comments shout and jot ("150 + cases"), and letters that a page has lost leave
rows of single ones.
"""

from __future__ import annotations

import re
from functools import cache

_LETTERS = 4
"""Single letters in one sentence that no language leaves standing."""
_LETTER = re.compile(r"(?<![\w’'.&-])[b-hj-z](?![\w’'.&-])")


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(
        r",\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s(?:[A-Z][a-z]{2,8}"
        r"\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})\b"
        r"|(?<!since )(?<!until )(?<!by )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s"
        r"[A-Z][a-z]{2,8}\.?\s\d{1,2},\s"
        r"\d{4}(?:,\s[a-z ]*[A-Z][\w ,.]{2,40})?\.?\Z"
    )


_PAST = re.compile(r"\b(?:was|were|had|said|did|told|would|[a-z]{2,}ed)\b")
_PRESENT = re.compile(
    r"\b(?:is|are|[a-z]{2,}(?<![su])s)\s(?:the|a|an|to|at|in|on|with|as|for|past|by"
    r"|his|her|their|its|from|into|over|off|up|out|during|after|through|[a-z]+ing"
    r"|operations|reporters)\b"
)


@cache
def _trailer() -> re.Pattern[str]:
    return re.compile(
        r"[A-Z][\w.]+(?:\s[A-Z]\w+)?['’]s?\s(?:[A-Z][\w.'’-]+\s){2,3}"
        r"(?:(?:reports|explains|talks|looks|asks|finds|discusses|examines|goes)\s"
        r"(?:on|from|at|with|how|why|what|live|about|inside)"
        r"|takes\sa\slook|has\s(?:more\s(?:on|from)|the\sdetails))\b"
    )


_SHOUT = re.compile(r"(?<![\w“\"-])(?:NOT|ALL|NEVER|STOP|AND|THE|MUST|ONLY|EVERY)\b")
_NOISE = re.compile(r"\bNO\s[A-Z]{3,}\s[A-Z]{3,}\b")
_HOUR = re.compile(
    r"(?:[A-Z][\w. ]{2,30},\s)?\d{1,2}:\d\d\s?[ap]\.?m\.?"
    r"(?:[^:“\"\n]|:(?=\d\d)){0,60}:\s"
)
_URGED = re.compile(
    r"\b(?:people|everyone|everybody)\s(?:have\sto|has\sto|need\sto|needs\sto|should"
    r"|must)\s(?:realise|realize|understand|wake|remember|stop|think|learn|know)\b"
)
_JOTTED = re.compile(r"\d\s\+\s[a-z]|\b[a-z]+\s(?:!!|\?\?)|!{2,}|\?{2,}")


def find_jotting(words: str) -> str | None:
    """Say what a sentence is, where no reporter wrote it; None where one may have.

    Args:
        words: The sentence without its quotations.
    """
    dated = ", 19" in words or ", 20" in words or "day, " in words
    if dated and _is_caption(words):
        return "page furniture in the sentence"
    if _trailer().match(words) or _HOUR.match(words):
        return "page furniture in the sentence"
    small = words.upper() != words
    if small and (_SHOUT.search(words) or _NOISE.search(words)):
        return "speaks for itself: words in capitals"
    if "“”" not in words and _URGED.search(words):
        return "speaks for itself: tells people what to think"
    if _JOTTED.search(words) or len(_LETTER.findall(words)) >= _LETTERS:
        return "no prose"
    return None


def _is_caption(words: str) -> bool:
    """Say whether a day with its year ends what is told in the present."""
    found = _caption().search(words)
    if found is None:
        return False
    before = words[: found.start()]
    shown, past = _PRESENT.search(before), _PAST.search(before)
    return shown is not None and (past is None or shown.start() < past.start())
