"""Pronouns that stand for nobody in their own sentence.

Read outside quotations, where the reporter speaks. "Nordmann said he" has its name;
"By Thursday, they had" and "Officials said his arm" have none, and what is meant stands
in an earlier sentence. A name may follow where the pronoun stands in a lead-in ("In his
speech, Nordmann said"). A name of a place or a day is nobody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.grammar_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from briefing.annotate.printing.fills import fill_pronoun
from briefing.annotate.printing.making import make_need
from briefing.annotate.tagging import is_plural
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.passage import Mention, Need
    from briefing.model.span import Span

_FUNCTION = (
    ADVERBS
    | CONJUNCTIONS
    | DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | SUBORDINATORS
    | {"why", "how", "what", "as", "else", "would"}
)
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december day days week "
    "weeks month months year years hour hours minute minutes morning afternoon "
    "evening night weekend decade decades time times moment today"
)
_PEOPLE = word_set(
    "man woman boy girl child father mother son daughter brother sister husband wife "
    "uncle aunt person someone somebody anyone anybody everyone everybody nobody who "
    "officer official minister president leader chief head driver doctor nurse "
    "lawyer attorney soldier teacher worker patient resident student suspect victim "
    "survivor witness reporter journalist activist judge mayor governor senator king "
    "queen prince princess pope bishop priest player coach singer actor actress "
    "author writer owner farmer pilot captain general colonel admiral ambassador "
    "envoy analyst expert professor scientist candidate lawmaker commander fighter "
    "protester prisoner refugee passenger spokesman spokeswoman spokesperson "
    "chairman businessman policeman tourist teenager friend neighbour neighbor "
    "colleague relative baby manager executive director"
)
_CALLINGS = ("ist", "ian", "man", "woman", "keeper", "maker", "monger", "eur")
_PLACED = word_set("in at from near on to into across outside inside around over")
_SHORT = 90
_BEGINS = word_set("speaking asked according")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<person>he|she|his|her|him|hers|himself|herself)"
        r"|(?P<group>they|their|them|theirs|themselves)|(?P<thing>it|its|itself))\b",
        re.IGNORECASE,
    )


@cache
def _empty_it() -> re.Pattern[str]:
    return re.compile(
        r"it(?:\s(?:is|was|remains|seems|seemed|appears|appeared|became|has\sbeen"
        r"|had\sbeen"
        r"|will\sbe|would\sbe|may\sbe)(?:\s[\w’'-]+){0,4}?\s(?:that|whether|to|how"
        r"|if|why"
        r"|when|since|for|who)\b|\s(?:takes|took|emerged|turned\sout|seems|seemed"
        r"|appears"
        r"|appeared|rained|snowed)\b|['’]s\s[\w-]+\s(?:that|to)\b"
        r"|\s(?:is|was)\s(?:not\s|un)?\w*(?:clear|known|possible|likely|said|thought"
        r"|believed"
        r"|understood|reported|hoped|feared|estimated|expected)\b"
        r"|\s(?:can|could|may|must|should)\sbe\s\w+\sthat\b"
        r"|\s(?:clear|hard|easy|easier|harder|possible|difficult|impossible)\b)",
        re.IGNORECASE,
    )


# "In Lagos it", "On Monday, he": a lead-in without a verb names nobody who then acts.
_LEAD_IN = re.compile(
    r"(?:In|On|At|By|During|After|Under|Since|From|Within|Over|Before|Until|Despite"
    r"|Following"
    r"|Earlier|Later|Near|Throughout|Amid|Among)\b(?!\s(?:a|the)\s\w+\sthat)"
    r"(?:\s[\w’'.-]+){1,8}?,?\s\Z"
)
_ACTS = re.compile(r"\b(?:is|are|was|were|has|had|said|says|[a-z]{2,}(?:ed|ing))\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# "With its latest attack Sudland seeks": the owner follows what it owns.
_OWNED = re.compile(r"\s(?:[a-z-]+\s){1,4}?[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+\s)?[a-z]")
_CLAUSE = re.compile(r",\s(?:[A-Z][\w’'-]+|the\s[a-z]+|an?\s[a-z]+)")


@cache
def _at_head() -> re.Pattern[str]:
    return re.compile(r"(?:He|She|They|It|His|Her|Their|Its)\b(?!['’](?:ll|d|ve))")


def find_pronoun(text: str, at: int, sourced: Sourced) -> Need | None:
    """Find a pronoun that opens the sentence, also in direct speech."""
    found = _at_head().match(text, at, sourced.sentence.end)
    if found is None or _empty_it().match(text, at):
        return None
    return make_need(text, at, found.end(), fill_pronoun(text, found.group(), sourced))


def find_orphans(
    text: str, at: int, sourced: Sourced, mentions: Sequence[Mention]
) -> Iterator[Need]:
    """Yield the first pronoun of each kind that stands for nobody in its sentence."""
    seen: set[str] = set()
    places = [m.span for m in mentions if m.kind == "place"]
    for found in _pronoun().finditer(text, at, sourced.sentence.end):
        kind = found.lastgroup or ""
        if kind in seen or _is_spoken(found.start(), sourced):
            continue
        if kind == "thing" and _empty_it().match(text, found.start()):
            continue
        seen.add(kind)
        before = _words_before(text, at, found.start(), sourced)
        lead_in = _LEAD_IN.match(text[at : found.start()][:_SHORT])
        if not (lead_in and not _ACTS.search(lead_in.group())) and any(
            _may_mean(kind, nth, before, places) for nth in range(len(before))
        ):
            continue
        if _name_follows(text, found, sourced, kind):
            continue
        yield make_need(text, *found.span(), _fill(text, found, sourced))


def _is_spoken(at: int, sourced: Sourced) -> bool:
    return any(quote.start < at < quote.end for quote in sourced.quotes)


def _words_before(
    text: str, at: int, end: int, sourced: Sourced
) -> list[re.Match[str]]:
    return [
        word
        for word in _WORD.finditer(text, at, end)
        if not _is_spoken(word.start(), sourced)
    ]


def _may_mean(
    kind: str, nth: int, words: Sequence[re.Match[str]], places: Sequence[Span]
) -> bool:
    """Say whether a pronoun may stand for the nth of the words before it."""
    word = words[nth].group()
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in _CALENDAR or low in _BEGINS:
        return False
    before = words[nth - 1].group().lower() if nth else ""
    if word[0].isupper() and low not in _FUNCTION:
        opens = nth == 0 and (low.endswith(("ing", "ly")) or kind == "person")
        return _is_name(words, nth, before, places, opens=opens, kind=kind)
    if low in _FUNCTION and low not in _PEOPLE:
        return False
    if kind == "person":
        return low in _PEOPLE or (before in ("a", "an") and low.endswith(_CALLINGS))
    return kind == "thing" or is_plural(low) or before == "and"


def _is_name(
    words: Sequence[re.Match[str]],
    nth: int,
    before: str,
    places: Sequence[Span],
    *,
    opens: bool,
    kind: str,
) -> bool:
    """Say whether a word with a capital may be somebody."""
    start = words[nth].start()
    if any(span.start <= start < span.end for span in places):
        return kind != "person"
    if kind == "person" and (before in _PLACED or (opens and _is_several(words[nth]))):
        return False
    return not (opens and words[nth].group().lower().endswith(("ing", "ly", "ed")))


def _is_several(word: re.Match[str]) -> bool:
    return is_plural(word.group().lower())


def _name_follows(text: str, found: re.Match[str], sourced: Sourced, kind: str) -> bool:
    """Say whether the pronoun stands in a lead-in and its name behind that."""
    start, end = sourced.sentence.start, sourced.sentence.end
    if kind != "person" and _OWNED.match(text, found.end(), end):
        return found.group().lower() in ("its", "their") and found.start() > start
    comma = _CLAUSE.search(text, found.end(), min(end, found.end() + 160))
    if comma is None or "," in text[start : found.start()]:
        return False
    first = _WORD.search(text, start, end)
    opens = first is not None and (
        first.group().lower() in _FUNCTION or first.group().endswith(("ing", "ed"))
    )
    named = comma.group()[2].isupper()
    subject = found.start() == (first.start() if first else -1)
    return opens and not subject and (named or kind != "person")


def _fill(text: str, found: re.Match[str], sourced: Sourced) -> str | None:
    """Give the name in brackets where only one person can be meant."""
    low = found.group().lower()
    if low == "her":
        after = _WORD.match(text, found.end() + 1)
        owns = after is not None and after.group().lower() not in _FUNCTION
        return fill_pronoun(text, "his", sourced) if owns else None
    return (
        fill_pronoun(text, found.group(), sourced)
        if low in ("he", "she", "his")
        else None
    )
