"""What a sentence lacks to stand alone.

A need covers the words that lean on an earlier sentence. Its `fill` is the complete
text to print in their place: our words stand in square brackets, everything outside
them is the source's own, in order: "The ministry" becomes "The [Russian Defense]
ministry", "He" becomes "[Volodymyr Zelenskyy]". Words that only link ("Meanwhile,")
are marked `drop`: a cut mark takes their place and the sense stays. Where it is not
certain what the words mean, `fill` is None: the sentence must not be printed alone.
A need of no length at the beginning puts back the opening of a quotation.

The rules stand in `printing/`, one kind of words a module.
"""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.printing.ellipsis import find_ellipsis
from briefing.annotate.printing.links import find_heads, find_inner_links, find_links
from briefing.annotate.printing.making import make_need
from briefing.annotate.printing.pointing import find_inner_pointers, find_pointer
from briefing.annotate.printing.pronouns import find_orphans, find_pronoun
from briefing.annotate.printing.speakers import find_speakers, is_unsourced_speech
from briefing.annotate.printing.surnames import find_surnames
from briefing.model.passage import Need
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.passage import Mention

_START = re.compile(r"[\s\"'“”‘’«»(\[]*")
_CONTINUING = re.compile(
    r"(?:Then|Later|Earlier|Afterwards?|Since\sthen|There|Here|In\sresponse|Among\sthem"
    r"|Despite\s(?:this|that|these|the)|After\sthat|In\sthis|In\sthat|On\sthis)\b"
)
_SAME_TIME = re.compile(
    r"\bthe\s(?:same|that)\s(?:time\sframe|timeframe|time|period|days?|months?|weeks?)\b"
)
_PERIOD = re.compile(
    r"\b(?:over|in|during|within|for)\s(?:the\s)?(?:past|last|previous)\s[\w-]+(?:\s\w+)?"
    r"|\b[\w-]+\s(?:days|weeks|months|years)\sof\s[a-z]+"
    r"(?:\sin\sthe\s[A-Z]\w+(?:\s(?:region|area|district|province|oblast))?)?"
)
_LATTER = re.compile(r"\bthe\s(?:latter|former)\b(?!\s[A-Za-z])")
_DOUBLED = re.compile(
    r"\b(in|the|of|to|a|an|and|on|for|at|by|with|from)\s+(?=\1\s)", re.IGNORECASE
)


_LONGEST = 2000
"""Longer than any sentence: nobody reads it, and it must cost no time."""


class Leaning(NamedTuple):
    """How a sentence leans on what stands before it."""

    needs: tuple[Need, ...]
    """What it lacks, in order."""
    continues: bool
    """Whether it continues the sentence before."""


def find_needs(
    text: str,
    sourced: Sourced,
    earlier: Sequence[Sourced],
    mentions: Sequence[Mention],
) -> Leaning:
    """Find what a sentence lacks to stand alone.

    Args:
        text: The article's text.
        sourced: The sentence with its sources.
        earlier: The sentences before it in its paragraph.
        mentions: The listed names in its paragraph.
    """
    span = sourced.sentence
    if span.end - span.start > _LONGEST:
        return Leaning((), is_unsourced_speech(sourced))
    opening = _START.match(text, span.start, span.end)
    at = opening.end() if opening else span.start
    found = [*_missing_mark(text, sourced), *_doubled(text, span)]
    for find in (find_heads, find_links):
        for link in find(text, at, span.end):
            found.append(link)
            at = link.span.end + 1
    found += find_inner_links(text, at, sourced)
    found += _opening(text, at, sourced, earlier)
    found += find_speakers(text, at, sourced, mentions)
    if not is_unsourced_speech(sourced):
        found += find_orphans(text, at, sourced, mentions)
        found += find_inner_pointers(text, at, sourced)
        found += find_ellipsis(text, at, sourced)
    found += find_surnames(text, at, sourced, mentions)
    found += _periods(text, sourced, earlier)
    needs = _apart(found)
    leans = bool(needs) or _CONTINUING.match(text, at, span.end) is not None
    return Leaning(needs, leans or is_unsourced_speech(sourced))


def _apart(needs: Sequence[Need]) -> tuple[Need, ...]:
    """Put needs in order and leave out those that overlap an earlier one."""
    kept: list[Need] = []
    for need in sorted(needs, key=lambda each: each.span):
        if not kept or need.span.start >= kept[-1].span.end:
            kept.append(need)
    return tuple(kept)


def _missing_mark(text: str, sourced: Sourced) -> Iterator[Need]:
    """Put back the opening mark of a quotation that began a sentence earlier."""
    if not sourced.opens_quoted or not sourced.sayings:
        return
    start = sourced.sentence.start
    mark = "“" if "”" in sourced.sentence.cut(text) else '"'
    yield Need(Span(start, start), "", f"{mark}[…] ")


def _doubled(text: str, span: Span) -> Iterator[Need]:
    """Cut one of two equal small words: "said in in his address"."""
    words = span.cut(text).lower().split()
    if not any(map(eq, words, words[1:])):
        return
    for found in _DOUBLED.finditer(text, span.start, span.end):
        yield make_need(text, found.start(1), found.end(1), None, drop=True)


def _opening(
    text: str, at: int, sourced: Sourced, earlier: Sequence[Sourced]
) -> Iterator[Need]:
    """Find leaning words at the beginning of a sentence."""
    if is_unsourced_speech(sourced):
        first = re.compile(r"\w+").search(text, at, sourced.sentence.end)
        if first:
            yield make_need(text, first.start(), first.end(), None)
        return
    need = find_pronoun(text, at, sourced) or find_pointer(text, at, sourced, earlier)
    if need is not None:
        yield need


def _periods(text: str, sourced: Sourced, earlier: Sequence[Sourced]) -> Iterator[Need]:
    """Fill "in the same time frame" with the period named before; find "the latter"."""
    span = sourced.sentence
    latter = _LATTER.search(text, span.start, span.end)
    if latter:
        yield make_need(text, latter.start(), latter.end(), None)
    found = _SAME_TIME.search(text, span.start, span.end)
    if found is None or text[found.start() - 3 : found.start()].lower() == "at ":
        return
    start = earlier[0].sentence.start if earlier else max(0, span.start - 600)
    periods = list(_PERIOD.finditer(text, start, found.start()))
    period = periods[-1] if periods else None
    fill = f"{found.group()} [{period.group()}]" if period else None
    yield make_need(text, found.start(), found.end(), fill)
