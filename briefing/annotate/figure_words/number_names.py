"""Numbers that name: in lists of articles, of school years, pages, scores, markers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.grammar_words import BASES, PAST
from briefing.text.words import word_set

if TYPE_CHECKING:
    from decimal import Decimal

# "articles 76, 77 and 93": numbers that name.
_LISTED = re.compile(
    r"(?:\b(?:articles|chapters|pages|pp?\.|pgs?\.?|sections|rules|resolutions"
    r"|paragraphs|rooms|lots|grades|gates|terminals|wards|platforms|flights|routes"
    r"|motorways|laws|decrees|verses|volumes|episodes|phases?|world\swar|A\.?D\.?)"
    r"|[#@]\w*)[\s:–—-]{1,5}(?:\d{1,4},?\s(?:and\s|or\s|to\s)?){0,6}\Z",
    re.IGNORECASE,
)
_EMERGENCY = word_set("911 999 112")
_CALLS = re.compile(r"\b(?:call|dial|phon|ring|rang)\w*\s\Z", re.IGNORECASE)
_CALLED = re.compile(r"\s(?:call|operator|dispatcher|emergency|recording|tape)")
_LAST_SCHOOL_YEAR = 13
_SCHOOL_YEAR = re.compile(
    r"(?:\A|[\"“‘(]|\b(?:in|of|for|to|from|by|most|all|some|and|or|with)\s)year\s\Z",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(
    r"(?<!\blast)(?<!\bthis)(?<!\beach)(?<!\bnext)(?<!\bpast)(?<!\bper)(?<!\bthe)"
    r"(?<!\bevery)(?<!\bthat)(?<!\ba)(?<!\bone)\syear\s\Z",
    re.IGNORECASE,
)
_SCHOOL_YEARS = re.compile(r"\byears\s(?:\w{1,6}(?:,|\sand|\sto|\sor)\s)?\Z", re.I)
_PAIR = re.compile(r"(?:,|\sand|\sto|\sor)\s\d{1,2}\b(?!\s(?:years|months|weeks|days))")
_PUPILS = re.compile(
    r"\s(?:pupil|student|class|child|group|teacher|boy|girl|exam|test|lesson)",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w.,$€£-])(\d{1,3})[-–]\Z")
_SCORE_AFTER = re.compile(r"[-–](\d{1,3})(?![\w%-]|[.,]\d|\s(?:per|million|billion))")
_MARKED = re.compile(r"([A-Za-z]\w+)[.:]?\s\Z")
_LEADING = re.compile(r"(?:ed|ing|to|by|at|was|is|were|are|than|from|of)\s\Z")
_MARKER_AFTER = re.compile(r"\.(?:\s|\Z)")
_MOST_MARKERS = 30
_AROUND = 1500
_HASH = re.compile(r"#\s\Z")
_SUM_BEFORE = re.compile(
    r"(?:[$€]\s?[\d.,]+\s?(?:m|bn|million|billion|k)?\s\((?:about\s|some\s)?"
    r"|\b(?:than|about|around|worth|cost|costs|paid|nearly)\s)#\s\Z"
)
_GROUPS = re.compile(r"\d-\d{1,5}-\Z")
_GROUPS_AFTER = re.compile(r"-\d{1,5}-\d")
_POUNDS = re.compile(r"\s?(?:m|bn|tn|k|million|billion)\b")


def is_listed(before: str) -> bool:
    """Say whether a number goes on with a list of names: "articles 76, 77 and 93"."""
    return _LISTED.search(before) is not None


def is_telephoned(written: str, before: str, text: str, end: int) -> bool:
    """Say whether it is the number of the emergency services."""
    if written not in _EMERGENCY:
        return False
    return bool(_CALLS.search(before) or _CALLED.match(text, end))


def is_school_year(value: Decimal, before: str, text: str, end: int) -> bool:
    """Say whether it is a year at school: "year seven pupils", "in years 10 and 11"."""
    if not 0 <= value <= _LAST_SCHOOL_YEAR or "year" not in before[-16:].lower():
        return False
    if _SCHOOL_YEARS.search(before):
        joined = before.rstrip().endswith(("and", "to", "or", ","))
        return joined or _PAIR.match(text, end) is not None
    if _SCHOOL_YEAR.search(before):
        return True
    led = _ANY_YEAR.search(before) is not None
    return led and _PUPILS.match(text, end) is not None


def is_score(written: str, before: str, text: str, end: int) -> bool:
    """Say whether it is one side of a score or a vote: "6-4", "by 51-19".

    A range rises ("350-400"); what falls, or stands level, is a score.
    """
    if not written.isdigit():
        return False
    first = _SCORE.search(before)
    if first is not None:
        return int(first[1]) >= int(written)
    second = _SCORE_AFTER.match(text, end)
    return second is not None and int(written) >= int(second[1])


def is_inner_marker(written: str, before: str, text: str, start: int, end: int) -> bool:
    """Say whether it opens a point of a list that runs on: "... civilians 3. Troops".

    A neighbour of that number must mark a point of the same text.
    """
    if not written.isdigit() or int(written) > _MOST_MARKERS:
        return False
    last = _MARKED.search(before)
    if last is None or not _MARKER_AFTER.match(text, end):
        return False
    if _LEADING.search(before) or last[1].lower() in PAST | BASES:
        return False
    number = int(written)
    earlier = _marker(number - 1).search(text, max(0, start - _AROUND), start)
    return bool(earlier or _marker(number + 1).search(text, end, end + _AROUND))


@cache
def _marker(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:\A|\s){number}\.\s+[A-Z]")


def is_hash_sum(written: str, before: str, text: str, end: int) -> bool:
    """Say whether "# 686m" is a sum: ISO 646-GB has the pound sign in place of "#"."""
    if not _HASH.search(before):
        return False
    plain = written.replace(".", "").isdigit()
    led = _SUM_BEFORE.search(before) is not None
    return not plain or led or _POUNDS.match(text, end) is not None


def is_telephone_part(before: str, text: str, end: int) -> bool:
    """Say whether it is one of three groups of digits: "555-010-2233"."""
    return bool(_GROUPS.search(before) or _GROUPS_AFTER.match(text, end))
