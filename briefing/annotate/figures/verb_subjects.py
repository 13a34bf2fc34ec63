"""The subject of a verb: "revenue" of "the firm's revenue, which fell, grew 11%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.noun_phrases import phrase_after, phrase_before, with_of
from briefing.annotate.grammar_words import RELATIVES
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.tagging import Word

_DEEPEST = 3
_NUMBERS_OF = word_set("number total tally count toll figure level rate")


def subject_before(words: Sequence[Word], verb: int) -> Run | None:
    """Find the subject of the verb at `verb`.

    An infinitive or an -ing clause ("..., closing at") has that of the verb before.
    """
    for _ in range(_DEEPEST):
        at = _before_verb(words, verb)
        if not _lacks_subject(words, at):
            break
        verb = next((n for n in range(at, 0, -1) if words[n].tag in "VF"), 0)
        if not verb:
            return None
    if at >= 0 and words[at].low in RELATIVES:
        at = _before_relative(words, at - 1)
        if words[verb].tag != "G":
            return _last_phrase(words, at) or _clause_phrase(words, at)
    elif at >= 0 and words[at].tag == "R":
        return None
    elif words[verb].tag == "G" and at == verb - 1 and words[at].tag == "N":
        # "with the rate reaching 8%"
        return phrase_before(words, at + 1)
    else:
        at = _skip_aside(words, at)
    return _clause_phrase(words, at)


def _before_verb(words: Sequence[Word], verb: int) -> int:
    """Give the last word before a verb and its auxiliaries."""
    at = verb - 1
    while at >= 0 and (
        words[at].tag in ("A", "B", "H", "M")
        or (words[at].tag == "G" and at > 0 and words[at - 1].tag == "B")
    ):
        at -= 1
    return at


def _last_phrase(words: Sequence[Word], at: int) -> Run | None:
    """Find the noun phrase that ends at `at`, where names stand in it."""
    run = phrase_before(words, at + 1)
    return run if run and words[run[0]].name else None


def _clause_phrase(words: Sequence[Word], at: int) -> Run | None:
    """Find the phrase that opens the clause which `at` belongs to."""
    first = at
    while first >= 0 and not _opens_clause(words, first, at):
        first -= 1
    return _first_phrase(words, first + 1, at + 1)


def _before_relative(words: Sequence[Word], at: int) -> int:
    """Step back over the comma and a bracket before "which"."""
    while at >= 0 and words[at].low == ",":
        at -= 1
    if at >= 0 and words[at].low == ")":
        return next((n - 1 for n in range(at, 0, -1) if words[n].low == "("), at)
    return at


def _lacks_subject(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb shares its subject with the verb before."""
    if at < 1:
        return False
    if words[at].low in ("to", "and", "or"):
        return True
    return words[at].low in (",", "after", "by") and words[at + 1].tag == "G"


def _skip_aside(words: Sequence[Word], at: int) -> int:
    """Step back over ", which will expire Friday,"."""
    if at < 0 or words[at].low not in (",", ")", "—", "–"):
        return at
    for place in range(at - 1, -1, -1):
        if words[place].low in (",", "(", "—", "–"):
            return place - 1
    return at - 1


def _opens_clause(words: Sequence[Word], at: int, last: int) -> bool:
    word = words[at]
    if word.tag in ("S", ".", "V", "F", "B", "H", "M") and word.low not in ("'", "-"):
        return True
    return word.tag == "C" and at + 1 <= last and words[at + 1].tag in ("V", "F", "D")


def _first_phrase(words: Sequence[Word], first: int, end: int) -> Run | None:
    """Take the noun phrase that opens a subject, with its "of" phrase."""
    while first < end and words[first].tag in ("D", "A", "P", "C"):
        if words[first].tag == "P":
            return None
        first += 1
    at = first
    while at < end and (words[at].tag in ("N", "#", "G") or _is_joint(words, at, end)):
        at += 1
    if at == first:
        return None
    if words[at - 1].low in _NUMBERS_OF and at < end and words[at].low == "of":
        inner = phrase_after(words, at)
        return inner or (first, at)
    last = min(with_of(words, at), end)
    return first, _with_place(words, last, end)


def _is_joint(words: Sequence[Word], at: int, end: int) -> bool:
    """Say whether "and" or "&" stands between two nouns of one subject."""
    joint = words[at].tag == "C" and words[at].low in ("and", "&")
    return joint and at + 1 < end and words[at + 1].tag == "N"


def _with_place(words: Sequence[Word], at: int, end: int) -> int:
    """Take in "in the United States" where nothing else follows in the subject."""
    if at >= end or words[at].low not in ("in", "for"):
        return at
    rest = words[at + 1 : end]
    return end if rest and all(word.tag in ("D", "N") for word in rest) else at
