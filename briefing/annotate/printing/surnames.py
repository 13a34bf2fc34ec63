"""Surnames alone: "Sollefors said", of somebody whom an earlier sentence named in full.

The first name is put in brackets, "[Ingrid] Sollefors", where the article has one full
name only. Names on the desk's list are known to its readers and stay as they are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import MONTHS
from briefing.annotate.grammar_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from briefing.annotate.printing.making import make_need
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.passage import Mention, Need
    from briefing.model.span import Span

_REACH = 8000
_LONGEST = 30
_FIRST = re.compile(r"(?<![\w’'-])[A-Z][a-z][\w’-]*\Z")
_TITLES = word_set(
    "mr mrs ms miss dr sir lady lord president minister premier chancellor senator sen "
    "rep gov governor mayor judge justice gen general col colonel maj major capt "
    "captain "
    "lt sgt adm admiral prof professor king queen prince princess pope bishop "
    "secretary "
    "ambassador chief director officer commander spokesman spokeswoman chairman"
)
_FUNCTION = (
    ADVERBS
    | CONJUNCTIONS
    | DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | SUBORDINATORS
    | MONTHS.keys()
    | {"said", "what", "why", "how", "quote"}
) - {"per", "till"}


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(
        r"([A-Z][a-z][\w’'-]+)(?=\s(?:said|says|told|has|had|was|is|will|would|also)\b"
        r"|,\s(?:who\b|\d{2},))"
    )


def find_surnames(
    text: str, at: int, sourced: Sourced, mentions: Sequence[Mention]
) -> Iterator[Need]:
    """Yield the surnames at the head and of speakers that lack their first names."""
    head = _subject().match(text, at, sourced.sentence.end)
    spots = {head.span()} if head else set()
    spots |= {
        (saying.source.span.start, saying.source.span.end)
        for saying in sourced.sayings
        if " " not in saying.source.text and saying.source.text[:1].isupper()
    }
    for start, end in sorted(spots):
        if any(_reaches(mention.span, start, end) for mention in mentions):
            continue
        surname = text[start:end]
        if surname.lower() in _FUNCTION:
            continue
        first = _first_name(text, start, sourced.sentence.start, surname)
        if first:
            yield make_need(text, start, end, f"[{first}] {surname}")


def _reaches(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _first_name(text: str, at: int, begun: int, surname: str) -> str | None:
    """Give the one first name with which a surname stands earlier in the article.

    None where its own sentence has told it already.
    """
    firsts: set[str] = set()
    spot = text.find(f" {surname}", max(0, at - _REACH), at + len(surname))
    while spot >= 0:
        after = text[spot + 1 + len(surname) :][:2]
        if after[:1] == " " and after[1:].isupper():
            # "Per Viken" when "Per" is looked up: a given name, that stands alone too.
            return None
        before = _FIRST.search(text[max(0, spot - _LONGEST) : spot])
        if before and not (after[:1].isalnum() or after[:1] == "-"):
            if spot > begun:
                return None
            firsts.add(before.group())
        spot = text.find(f" {surname}", spot + 1, at + len(surname))
    firsts = {first for first in firsts if first.lower() not in _TITLES | _FUNCTION}
    return firsts.pop() if len(firsts) == 1 else None
