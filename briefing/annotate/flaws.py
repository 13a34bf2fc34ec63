"""Sentences that cannot be printed, and why.

Only what a reader would take for a fault: a sentence that is cut off or has no verb,
half a quotation, a list item, broken syntax, what is no prose at all. A slip that
leaves the sense whole ("said in in") is no flaw; `needs` cuts the doubled word. The
rules on words stand in `printing/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.printing.furniture import find_furniture
from briefing.annotate.printing.syntax import find_syntax

if TYPE_CHECKING:
    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.span import Span

_MOST_WORDS = 90
# Shorter ones may be names alone: "President Ola Nordmann Met Kari Sund".
_HEADED = 10
_LONG_WORD = 4
_CAPITAL = re.compile(r"\b[A-Z]")
_LONGEST = 2000
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_TRAILS = re.compile(r"(?:\.\.|…)[\"'”’»)\]]*\Z")
_OPENS = re.compile(r"[\s\"'“”‘’«»(\[—–-]*")
_LIST_ITEM = re.compile(r"(?:\(?\d{1,2}\)|[-–—•*·]\s|\d{1,2}\.\s)")
# A heading in single marks, whose last one stands apart: "‘heroes of the sea ’ Harbour"
_LOOSE_MARK = re.compile(r"(?<![\w’'])[‘'][^‘’'\"]{2,100}\s[’']\s(?!s\b)\w")
_MARKER = re.compile(r"(?<![(\w])(?:\d{1,2}|[a-z])\)")


def find_flaw(text: str, span: Span, *, sourced: Sourced, last: bool) -> str | None:
    """Say why a sentence cannot be printed; None when it can.

    Args:
        text: The article's text.
        span: The sentence.
        sourced: The sentence with its sources and quotations.
        last: Whether it is the last of its paragraph.
    """
    if span.end - span.start > _LONGEST:
        return "too long to print"
    words = span.cut(text)
    if _LOOSE_MARK.search(words):
        return "a heading or caption run into the sentence"
    return (
        _broken_form(words, last=last)
        or _broken_quotation(words, sourced)
        or _half_bracket(words)
        or find_furniture(text, span.start, _unquoted(text, sourced))
        or find_syntax(text, span, words)
    )


def _broken_form(words: str, *, last: bool) -> str | None:
    opening = _OPENS.match(words)
    first = words[opening.end() :] if opening else words
    if _LIST_ITEM.match(words):
        return "a list item"
    if not first:
        return "no words"
    if first[0] in ",;:.)" or (first[0].islower() and not first[1:2].isupper()):
        return "begins in the middle"
    if words.count(" ") >= _MOST_WORDS:
        return "too long to print"
    asked_or_long = words.endswith("?") or words.count(" ") >= _HEADED
    if asked_or_long and first[:1].isupper() and _is_headline(first):
        return "a headline"
    return _broken_end(words, last=last)


def _broken_end(words: str, *, last: bool) -> str | None:
    if words.endswith((":", ";")):
        return "announces what does not follow"
    if words.endswith(("-", "–", "—", ",")) or (last and not _ENDS.search(words)):
        return "cut off at the end"
    return "trails off" if _TRAILS.search(words) else None


def _is_headline(words: str) -> bool:
    """Say whether most words begin with a capital."""
    if len(_CAPITAL.findall(words)) * 2 < words.count(" "):
        return False
    letters = [word for word in words.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    if len(letters) > _HEADED:
        # A row of names has verbs and nouns in small letters between them.
        long = [word for word in letters if len(word) >= _LONG_WORD]
        return sum(word[0].islower() for word in long) * _HEADED < len(long)
    return len(letters) > 2 and capitals * 3 > len(letters) * 2  # noqa: PLR2004


def _broken_quotation(words: str, sourced: Sourced) -> str | None:
    """Find half a quotation, but for one that only lost its beginning."""
    opens = words.count("“") + words.count("«")
    closes = words.count("”") + words.count("»")
    straight = words.count('"')
    if sourced.opens_quoted:
        balanced = closes - opens == 1 or straight % 2 == 1
        return None if balanced and sourced.sayings else "part of a longer quotation"
    if opens != closes or straight % 2:
        return "a quotation that is not closed"
    return None


def _half_bracket(words: str) -> str | None:
    """Find a bracket whose other half is not there, but for the marker of a list."""
    bare = _MARKER.sub("", words) if ")" in words else words
    return "half of a bracket" if bare.count("(") != bare.count(")") else None


def _unquoted(text: str, sourced: Sourced) -> str:
    """Give the sentence without its quotations: what the reporter says."""
    at, end = sourced.sentence.start, sourced.sentence.end
    parts = []
    for quote in sourced.quotes:
        parts.append(text[at : max(at, quote.start)])
        at = min(max(at, quote.end), end)
    return "“”".join([*parts, text[at:end]])
