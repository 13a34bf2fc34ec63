"""Numbers that their own sentence takes back, or tells as those of before.

"The mayor retracted his statement that 500 were hurt" and "earlier reports of 30 dead
were wrong" withdraw a number; "up from 15" and "an earlier figure of 15" only tell
what it was. That a rival calls a number false withdraws nothing: only reports called
earlier, or the speaker's own, are taken back.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.select.ledger.senses import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.select.ledger.entry import Entry

Kind = Literal["withdrawn", "denied", "earlier"]
"""withdrawn: it no longer holds; denied: who speaks says that it is false; earlier: it
held before another number came."""

REACH = 120
"""How many characters before a number, or after it, may take it back."""
_TOLD = (
    r"(?:figures?|numbers?|counts?|tolls?|totals?|tall(?:y|ies)|estimates?|reports?|"
    r"statements?|claims?|announcements?|assertions?)"
)
_GOES_ON = r"\b(?:and|but)\s(?:now\s)?(?:sa(?:id|ys)|put|gave|that)\b|\bsaying\b"
"""Words behind which the number that holds now may follow."""
_BEFORE = r"(?:earlier|former|previous|initial|original|preliminary|old)"


class Taken(NamedTuple):
    """How a number is taken back."""

    kind: Kind
    words: str
    """The words that say so."""


@cache
def _withdrawn() -> re.Pattern[str]:
    """Words before a number that withdraw it."""
    return re.compile(
        r"\b(?P<words>with(?:drew|drawn|draws|drawing)|retract(?:ed|s|ing)|"
        r"t(?:ook|aken|akes|aking) back|disown(?:ed|s|ing)|disavow(?:ed|s|ing)|"
        r"apologi[sz]ed for)\s(?:[\w’'-]+\s){0,3}"
        rf"{_TOLD}(?:\sthat\b(?:(?!{_GOES_ON})[^.;])*|\b(?:(?!{_GOES_ON})[^.;\d])*)$|"
        r"\b(?P<instead>not|instead of|rather than)\s"
        r"(?:the\s|its\s|an?\s|some\s|about\s|as\s)?(?:(?:reported|earlier|previous|initial|original)\s|"
        rf"{_TOLD}\sof\s)?$|"
        rf"\bcorrect(?:ed|s|ing)\s(?:[\w’'-]+\s){{0,2}}{_BEFORE}\s{_TOLD}\s"
        r"(?:of\s|that\s)?$",
        re.IGNORECASE,
    )


@cache
def _earlier() -> re.Pattern[str]:
    """Words before a number that tell it as that of before."""
    return re.compile(
        r"\b(?P<words>(?:down|up|ro(?:se|cketed)|risen|ris(?:es?|ing)|climb(?:ed|s|ing)?|"
        r"jump(?:ed|s)?|fell|fall(?:en|s|ing)?|drop(?:ped|s|ping)?|grew|grow(?:n|s|ing)|"
        r"increas(?:ed?|es|ing)|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|soared|"
        r"surged?|swell(?:ed|s)?|swollen|shr[aiu]nk|slid|doubled|tripled)\s(?:[\w’'-]+\s){0,4}?from)\s(?:(?!to\b)[^\W\d][\w’'-]*\s){0,4}$|"
        r"\b(?P<revised>(?:revis|correct|amend|chang|lower|rais|increas|reduc)(?:ed|es|s|"
        r"ing)|cut|doubl(?:ed|es|ing)|expand(?:ed|s|ing)|upgrad(?:ed|es|ing))\s(?:[^\W\d][\w’'-]*\s){0,12}?from\s"
        r"(?:(?!to\b)[^\W\d][\w’'-]*\s){0,4}$|"
        rf"\b(?P<figure>{_BEFORE}\s(?:[\w’'-]+\s)?{_TOLD})\s"
        r"(?:of|that|was|were|had been|stood at|put (?:it|them|the [\w ]{1,30}) at)"
        r"\s(?:[\w’'-]+\s){0,2}$|"
        r"\b(?P<first>(?:initially|originally|previously|at first|earlier)\s"
        r"(?:said|reported|put|gave|announced|given|estimated|stated|claimed)|"
        r"(?:had|was|were)\s(?:initially|originally|previously|first|earlier)\s\w+)\b"
        r"[^.;:,]{0,60}$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    """Words behind a number that tell it as that of before."""
    return re.compile(
        r"\s?(?:[\w’'-]+\s){0,4}?(?P<words>(?:earlier|previously|initially|originally|"
        r"first)\s(?:reported|given|announced|stated|said|feared|thought|believed|"
        r"claimed|put|estimated|counted)|(?:reported|given|announced|stated|claimed)\s"
        r"(?:earlier|before|previously|initially|at first|an?\s\w+\s(?:ago|earlier|"
        r"before)))\b(?=$|[.,;:)]|\s(?:by|in|on|at|dead|killed|missing|hurt|injured)\b)",
        re.IGNORECASE,
    )


@cache
def _wrong() -> re.Pattern[str]:
    """Words behind a number that call the report of it wrong."""
    return re.compile(
        r"[^.;]{0,90}?\b(?P<words>(?:was|were|is|are|been|proved|be)\s(?:\w+ly\s)?"
        r"(?:wrong|false|incorrect|inaccurate|mistaken|erroneous|in error|withdrawn|"
        r"retracted|taken back|an error|a mistake|too (?:high|low)|untrue))\b",
        re.IGNORECASE,
    )


@cache
def _denied() -> re.Pattern[str]:
    """Words before a number with which a speaker calls it false."""
    return re.compile(
        r"\b(?P<words>den(?:y|ies|ied|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing))\s"
        rf"(?:[\w’'-]+\s){{0,4}}?(?:that|{_TOLD})\b(?:(?!{_GOES_ON})[^.;\d])*$",
        re.IGNORECASE,
    )


@cache
def _report() -> re.Pattern[str]:
    """Words before a number that make it one of a report."""
    return re.compile(rf"\b{_TOLD}\b[^.;\d]{{0,60}}$", re.IGNORECASE)


@cache
def _own_report() -> re.Pattern[str]:
    """Words before a number that call it that of an earlier, or one's own, report."""
    return re.compile(
        rf"\b(?:{_BEFORE}|its|their|his|her|our|own|first)\s(?:[\w’'-]+\s)?{_TOLD}\b"
        rf"[^.;\d]{{0,80}}$|^The\s{_TOLD}\sof\s(?:[\w’'-]+\s)?$",
        re.IGNORECASE,
    )


def taken_back(entry: Entry) -> Taken | None:
    """Say how a statement's own sentence takes its number back; None if it does not."""
    figure, sentence = entry.figure, entry.candidate.sentence
    begin = figure.span.start
    if figure.comparator_span is not None:
        begin = min(begin, figure.comparator_span.start)
    offset = sentence.span.start
    return _read(sentence.text, begin - offset, figure.span.end - offset)


def is_withdrawn(entry: Entry) -> bool:
    """Say whether a statement's own sentence withdraws its number."""
    taken = taken_back(entry)
    return taken is not None and taken.kind == "withdrawn"


@lru_cache(maxsize=1 << 13)
def _read(text: str, begin: int, end: int) -> Taken | None:
    before, after = text[max(0, begin - REACH) : begin], text[end : end + REACH]
    found = _withdrawn().search(before)
    wrong = _wrong().match(after)
    if found is None and wrong and _own_report().search(before):
        found = wrong
    if found is not None:
        return Taken("withdrawn", _words(found))
    denied = _denied().search(before)
    if denied is None and wrong and _report().search(before):
        denied = wrong
    if denied is not None:
        return Taken("denied", _words(denied))
    found = _earlier().search(before) or _after().match(after)
    return Taken("earlier", _words(found)) if found else None


def _words(found: re.Match[str]) -> str:
    return (
        next(words for words in found.groupdict().values() if words)
        if any(found.groupdict().values())
        else " ".join(found[0].split())
    )


@cache
def _counting_again() -> re.Pattern[str]:
    """Words of a number that takes the place of another."""
    return re.compile(
        r"\b(?:(?:has|have|had|since|now)\s(?:\w+\s){0,2}?(?:risen|climbed|grown|"
        r"jumped|fallen|dropped|increased|reached)\b|"
        r"(?:rose|rises|rising|climbed|climbs|jumped|jumps|grew|fell|falls|dropped|"
        r"increased|soared|reduced|lowered|raised)\s(?:\w+\s){0,3}?(?:to|by)\b|"
        r"(?:now|later|since|subsequently|meanwhile)\s(?:puts?|says?|said|gave|gives|"
        r"stands?|stood|counts?|counted|raised|lowered|revised|reported|confirmed)|"
        r"(?:revis(?:ed|es|ing)|correct(?:ed|s|ing)|updat(?:ed|es|ing)|amended)\b|"
        r"correct (?:figure|number|toll|count|total)|"
        r"(?:now stands|stands now|now stood) at|(?:up|down) from)\b",
        re.IGNORECASE,
    )


def counts_again(entry: Entry) -> bool:
    """Say whether a sentence tells its number as taking the place of another."""
    return taken_back(entry) is None and _says_so(entry.candidate.sentence.text)


@lru_cache(maxsize=1 << 12)
def _says_so(text: str) -> bool:
    return _counting_again().search(text) is not None


def replacing(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the statements of a sentence, what is taken back after what holds.

    A number taken back is of what its sentence gives in its stead, and the words that
    withdraw it stand beside it as doubt. What is only denied is nobody's claim here:
    who denies a number does not give it.
    """
    live = [entry for entry in entries if taken_back(entry) is None]
    old = [
        (entry, taken)
        for entry in entries
        if (taken := taken_back(entry)) is not None and taken.kind != "denied"
    ]
    for entry in live:
        replaces = any(_in_stead(entry, each) for each, _ in old)
        yield entry._replace(revises=entry.revises or replaces)
    for entry, taken in old:
        stead = next((each for each in live if _in_stead(each, entry)), None)
        if stead is not None:
            entry = _as_replaced(entry, stead)
        elif entry.head is None:
            continue
        if taken.kind == "withdrawn":
            statement = entry.statement
            claim = replace(statement.claim, doubt=statement.claim.doubt or taken.words)
            entry = entry._replace(statement=statement._replace(claim=claim))
        yield entry._replace(revises=True)


def _in_stead(live: Entry, old: Entry) -> bool:
    """Say whether one number of a sentence may hold in the place of another."""
    if live.amount is None or old.amount is None:
        return False
    if live.amount.dimension != old.amount.dimension or live.marks != old.marks:
        return False
    named = live.event == old.event and live.head == old.head
    return named or not (is_known(live.event) and is_known(old.event))


def _as_replaced(old: Entry, live: Entry) -> Entry:
    figure = replace(old.figure, what=live.figure.what, event=live.figure.event)
    return old._replace(
        figure=figure,
        event=live.event,
        head=live.head,
        side=live.side,
        place=live.place,
        where=live.where,
        time=live.time,
        peoples=live.peoples,
    )
