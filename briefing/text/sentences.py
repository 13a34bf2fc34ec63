"""Sentences of a paragraph, as exact spans.

A full stop ends a sentence unless it belongs to an abbreviation ("Gen.",
"Feb. 7", "No. 5", "U.S. envoy") or to an initial ("Donald J. Trump"). A mark
stands in front of its closing quotation marks (“... it.” He said), and what
follows must look like a beginning: a capital, a digit, an opening quotation
mark. List markers inside a sentence ("1) ...; 2) ...") are not ends. Where
"U.S." or "Inc." could end a sentence or stand inside one, the next word
decides: "The", "He", "In" and the like begin a new sentence, a name does not.
What a page or an agency sets before the first sentence is a piece of its own: a
dateline ("LAGOS, March 3 (Agency) --"), with the headings that ran into it, or the
hour of an entry ("(Update 8 p.m. in Lagos)").
"""

from __future__ import annotations

import re
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING

from briefing.model.span import Span
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"([.!?…]+)([\"'”’»)\]]*)")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\w+")
# How far back an abbreviation can reach; keeps the work on long lines linear.
_REACH = 16
_TOKEN = re.compile(r"[^\s\"'“”‘’«»(\[—–-]+\Z")
_OPENERS = "\"'“‘«„([—–-$€£•*"
_ASKED = re.compile(
    r"(?:\w[\w.’'-]* ){1,4}(?:said|says|asked|asks|added|wrote|told|replied|cried)\b"
)

# How far into a paragraph a dateline may stand, behind headings that ran into it.
_HEADED = 600

# Never the end of a sentence when a word follows.
_LEADING = word_set(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl pvt pfc brig adm cmdr gov sen rep "
    "rev hon st messrs vs v cf e.g i.e supt insp hr fr bro sr. amb"
)
# Words in their own right, unless a number follows: "the state of the art. It ..."
_NUMBERED = word_set("no nos art fig figs vol pp p op ca approx dept det")
_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
# End of a sentence only when a usual first word follows.
_EITHER = word_set("inc ltd co corp plc bros jr sr ave blvd rd est al a.m p.m mt ft")
_STARTERS = word_set(
    "the a an he she it they we i you this that these those in on at but and however "
    "meanwhile for after before as when while if since although despite according "
    "both some many most its his her their there here earlier later also so not no "
    "now then what who why how by from with to under during until our my your "
    "yesterday today tomorrow last next another such"
)


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a paragraph into sentences.

    Args:
        text: The article's text.
        span: The paragraph; no sentence crosses its ends.

    Returns:
        The sentences in order, without surrounding white space. Together they
        cover everything in the paragraph but the white space between them.
    """
    sentences = []
    start = _skip_space(text, span.start, span.end)
    for end in merge(_heads(text, span), _ends(text, span)):
        if end > start:
            sentences.append(Span(start, end))
            start = _skip_space(text, end, span.end)
    last = start + len(text[start : span.end].rstrip())
    if last > start:
        sentences.append(Span(start, last))
    return tuple(sentences)


def _skip_space(text: str, start: int, end: int) -> int:
    found = _SPACE.match(text, start, end)
    return found.end() if found else start


@cache
def _dateline() -> re.Pattern[str]:
    dash = r"[ ]?(?:--|[-–—])[ ]+"
    return re.compile(
        rf"\([A-Z][\w.&/ ]{{1,24}}\){dash}(?=[\"“'‘]?[A-Z\d])"
        r"|\A[A-Z]{3}[A-Z .'’-]{0,30}(?:,[\w .,]{1,40})?[ ](?:--|[–—])[ ]+"
        r"(?=[\"“A-Z])"
    )


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(
        r"(?:\([^()\n]{0,80}?\d[ ]?[ap]\.?m\b[^()\n]{0,80}\)|--)\s*(?:--?|[–—])?\s*"
    )


def _heads(text: str, span: Span) -> Iterator[int]:
    """Yield the offsets behind the hour of an entry and behind a dateline."""
    stamp = _stamp().match(text, span.start, span.end)
    begun = stamp.end() if stamp else span.start
    if stamp and begun < span.end:
        yield span.start + len(stamp.group().rstrip())
    head = text[begun : min(span.end, begun + _HEADED)]
    line = _dateline().search(head)
    if line and begun + line.end() < span.end:
        yield begun + len(head[: line.end()].rstrip())


def _ends(text: str, span: Span) -> Iterator[int]:
    """Yield the offset after each mark that ends a sentence."""
    begun = span.start
    for mark in _MARK.finditer(text, span.start, span.end):
        after = _skip_space(text, mark.end(), span.end)
        if after in (mark.end(), span.end):
            continue
        if _is_end(text, begun, mark, after):
            begun = after
            yield mark.end()


def _is_end(text: str, begun: int, mark: re.Match[str], after: int) -> bool:
    """Say whether a mark ends the sentence that began at `begun`."""
    first = text[after]
    if not (first.isupper() or first.isdigit() or first in _OPENERS):
        return first.isalpha() and not first.islower()
    marks, closers = mark.groups()
    if marks != ".":
        asked = closers and marks[-1] in "!?"
        return not (asked and _ASKED.match(text, after, after + 80))
    if closers.strip("'’"):
        return True
    before = text[max(begun, mark.start() - _REACH) : mark.start()]
    token = _TOKEN.search(before)
    return token is None or _ends_after(
        token.group(), before == token.group(), text, after
    )


def _ends_after(token: str, opens: bool, text: str, after: int) -> bool:
    """Say whether a full stop after `token` ends a sentence.

    Args:
        token: The letters before the stop, up to the last space: "U.S", "Feb".
        opens: Whether nothing stands before the token in its sentence.
        text: The article's text.
        after: Where the next word begins.
    """
    word = token.lower().lstrip(".")
    if word.isdigit():
        return not opens
    if word in _LEADING:
        return False
    if word in _MONTHS or word in _NUMBERED:
        return not text[after].isdigit()
    if word in _EITHER or "." in word or (len(word) == 1 and token != "I"):
        found = _WORD.match(text, after)
        return found is not None and found.group().lower() in _STARTERS
    return True
