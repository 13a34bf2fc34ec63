"""Where the words for a source begin and end, from rough word classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word

_BOUND = word_set("of for at in from with to")
_LINKS = word_set("' \" “ ” ‘ ’ - ‑ . & /")
_LONGEST = 18
_CLAUSE = 4
NO_SOURCE = word_set(
    "there which that who what date this week month year today yesterday monday "
    "tuesday wednesday thursday friday saturday sunday"
)
"""Words that stand where a source could, and are none."""
_LONE = NO_SOURCE | word_set(
    "first second third last latest current former previous next new recent early late "
    "other same own such"
)
_MUTE = word_set(
    "injury injuries death deaths toll damage violence cost costs price prices case "
    "cases number numbers rate rates total loss losses storm fire attack attacks quake "
    "earthquake flood floods blast explosion crash outbreak epidemic virus flu disease "
    "accident fighting war"
)
"""What only ever happens, or is counted."""
_DAYS = word_set(
    "today yesterday monday tuesday wednesday thursday friday saturday sunday"
)


def is_no_source(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a phrase can be nobody who speaks.

    A lone adjective ("the latest"), a possessive whose noun is gone ("Norway's"), what
    only happens ("death toll") and what begins with a number ("him 12 people").
    """
    if first > last:
        return True
    told = words[first + 1 : last + 1] if words[first].tag == "D" else ()
    told = told or words[first : last + 1]
    if all(_is_lone(word) for word in told):
        return True
    if words[last].low.endswith(("'s", "s'")) and len(told) == 1:
        return words[last].low[0].isalpha()
    if words[last].name or any(word.tag == "P" for word in told):
        return False
    return words[last].low in _MUTE


def _is_lone(word: Word) -> bool:
    """Say whether a word names nobody by itself; "WHO" does."""
    if word.low == "who":
        return word.tag != "N"
    return word.low in _LONE or not word.low[0].isalpha()


def source_end(words: Sequence[Word], first: int) -> int:
    """Find where a source ends that begins at `first`."""
    at = first
    if at < len(words) and words[at].tag == "R" and words[at].low != "what":
        # "according to him 12 boats sank"
        return at + 1
    while at < len(words) and at - first < _LONGEST:
        word = words[at]
        link = word.low in _LINKS and at > first and _goes_on(words, at)
        bound = word.low in ("of", "for", "at") and at > first
        quote = word.low in ("“", "‘") and at == first
        named = word.tag in ("N", "D", "R", "#") or _joins_names(words, at)
        named = named or (word.tag == "G" and _goes_on(words, at))
        if not (named or link or bound or quote):
            break
        if word.low in NO_SOURCE and word.tag != "N" and at > first:
            break
        if word.name and word.low in _DAYS and at > first:
            break
        at += 1
    while at > first and words[at - 1].tag in ("P", "C", "D", "."):
        at -= 1
    return at


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag in ("N", ".", "D")


def _joins_names(words: Sequence[Word], at: int) -> bool:
    """Say whether "and" joins two names: "Reuters and AFP"."""
    return (
        words[at].low == "and"
        and at + 1 < len(words)
        and words[at + 1].tag == "N"
        and at > 0
        and words[at - 1].tag == "N"
    )


def past_adjunct(words: Sequence[Word], last: int) -> int:
    """Step back over "on the same day" between a source and "which said"."""
    for at in range(last, max(0, last - 5), -1):
        if words[at].low in ("on", "in"):
            return at - 1
    return last


def before_aside(words: Sequence[Word], last: int) -> int:
    """Step back over ", a conflict monitor based abroad,"."""
    if last < 1 or words[last].low not in (",", ")", "—", "–"):
        return last
    opening = "(" if words[last].low == ")" else words[last].low
    for at in range(last - 1, 0, -1):
        if words[at].low == opening:
            return at - 1
    return last


def source_start(words: Sequence[Word], last: int) -> int:
    """Find where a source begins that ends at `last`."""
    at = last
    while at >= 0 and last - at < _LONGEST:
        word = words[at]
        if word.tag == "R" or word.low == "those":
            # A pronoun is a source of its own; before a name it is none of it.
            at -= at == last
            break
        if word.tag == "D" and not _is_bound(words, at - 1):
            at -= 1
            break
        if word.low == ")" and at < last:
            at = _opening(words, at)
        elif word.tag != "D" and not _belongs(words, at, last):
            break
        at -= 1
    return _with_clause(words, _without_edge(words, at + 1, last), last)


def _with_clause(words: Sequence[Word], first: int, last: int) -> int:
    """Take in whom a clause describes: "a doctor who worked in Ras Lanuf"."""
    if first < _CLAUSE or first > last or words[first - 1].tag != "P":
        return first
    for at in range(first - 2, first - 2 - _CLAUSE, -1):
        if at < 1 or words[at].tag not in ("V", "F", "N", "A", "B", "S"):
            return first
        if words[at].low == "who":
            whom = source_start(words, at - 1)
            return whom if whom < at else first
    return first


def _is_bound(words: Sequence[Word], at: int) -> bool:
    """Say whether "for" before an article ties it to a noun: "Institute for the".

    So does "by" after a participle: "a study released by the ministry".
    """
    if at > 1 and words[at].low == "by":
        return words[at - 1].tag == "V" and words[at - 2].tag == "N"
    return at > 0 and words[at].low in _BOUND and words[at - 1].tag == "N"


def _without_edge(words: Sequence[Word], first: int, last: int) -> int:
    """Step over prepositions, conjunctions and marks before a source."""
    while first <= last and (
        words[first].tag in ("P", "C", ".", "A") and words[first].low not in ("“", "‘")
    ):
        first += 1
    return first


def _opening(words: Sequence[Word], at: int) -> int:
    """Find the bracket that opens before `at`: "the Institute (ISW) in Bodo said"."""
    return next((n for n in range(at, max(-1, at - 6), -1) if words[n].low == "("), at)


def _belongs(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a word can stand inside a source's name."""
    word = words[at]
    if word.tag in ("N", "#"):
        return True
    if word.tag == "P":
        before = words[at - 1] if at else None
        if word.low == "by":
            return at > 1 and _is_bound(words, at)
        noun = before is not None and (
            before.tag in "NV" or before.low in _LINKS | {")"}
        )
        return word.low in _BOUND and noun
    if word.tag in ("V", "G"):
        # "data compiled by Bloomberg", "the party leading the talks"
        opens = at == 0 or "-" in word.low
        return at < last and (opens or words[at - 1].tag in ("N", "D"))
    if word.low in _LINKS:
        if word.low == "-" and word.start > words[at - 1].end:
            # "OSLO (Agency) - The ministry": a dash, not a hyphen.
            return False
        return at < last and at > 0 and words[at - 1].tag in ("N", "D", ".", "R")
    return word.low == "and" and at < last and words[at - 1].tag in ("N", "V")
