"""What stands in brackets for words that lean: only where one name can be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.attribution.sources import PERSONAL, UTTERANCES, find_full_name
from briefing.annotate.tagging import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.attribution.reader import Saying, Sourced

_REACH = 700
_FAR = 4200
_SENTENCES = 2
_END = re.compile(r"[.!?][\"”’)]*\s+|\n+")
_NAMED = re.compile(
    r"(?<![.\w-])(?!(?:The|In|On|At|As|But|And|When|After|For)\s)"
    r"[A-Z][\w’'-]+\s(?:(?:al|el|de|van|von|bin)[ -])?[A-Z][\w’'-]+"
)
_ORGANISED = re.compile(
    r"\b(?:Ministry|Staff|Force|Forces|Office|Agency|Institute|Command|Council|Service"
    r"|Group|Party|Bank|Union|Nations|Organi[sz]ation|University|Cent(?:er|re)|Company"
    r"|Inc|Corp|Army|Police|Government|Administration|Department|Committee|News|Court"
    r"|Authority|Board|Commission|House|Watch|Bureau|Fund|Association|Street|States"
    r"|Kingdom|City|Province|Oblast|Region|Sea|River|Gulf|League|War|Times|Post)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:an?|one|another|his|her|their|the|whose|['’]s)\s(?:[a-z-]+\s){0,2}?(?:man"
    r"|woman"
    r"|boy|girl|son|daughter|brother|sister|father|mother|wife|husband|doctor|lawyer"
    r"|attorney|spokes(?:man|woman|person)|witness|colleague|aide|adviser|deputy"
    r"|activist|analyst|expert|prosecutor|judge|patient|teacher|driver|protester"
    r"|soldier|resident|victim|suspect)\b"
)
_HE = re.compile(r"\b(?:he|his|him|Mr)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|hers?|Mrs|Ms)\b", re.IGNORECASE)
_NO_NAME = frozenset(("Another", "Every", "One", "Some", "No", "Our", "This", "That"))
_NO_BODY = frozenset(("TV", "Radio", "television", "radio", "media"))
_INNER = frozenset(("of", "for", "and", "the", "on", "in", "to", "de", "al", "&"))
_RIVALS = 3
"""Other full names with the same noun that are looked for."""


def fill_pronoun(text: str, pronoun: str, sourced: Sourced) -> str | None:
    """Fill "He", "His", and an "It" that speaks."""
    low = pronoun.lower()
    if low in (*PERSONAL, "his", "her"):
        person = sourced.person
        if not person or not is_only_one(text, sourced, person, pronoun=low):
            return None
        return f"[{person}]" if low in PERSONAL else f"[{person}’s]"
    first = sourced.sayings[0].source if sourced.sayings else None
    if low == "it" and first and first.text == pronoun and first.name:
        sure = is_that_body(text, sourced.sentence.start, first.name)
        return f"[{first.name}]" if sure else None
    return None


def is_only_one(text: str, sourced: Sourced, person: str, *, pronoun: str) -> bool:
    """Say whether "he" in a sentence can mean one person only.

    That person stands in one of the two sentences before, as somebody and not as a
    part of a description ("Smith's son", "pro-Smith"), and nobody else does: no other
    name of two words, nobody who is named by what he is ("a lawyer"), no "she". What
    names him in his own direct speech shows that another is speaking.
    """
    at = sourced.sentence.start
    last = [piece for piece in _END.split(text[max(0, at - _REACH) : at]) if piece]
    near = last[-_SENTENCES:]
    surname = re.escape(person.split()[-1])
    if not re.search(rf"(?<![-‑\w]){surname}(?![\w-]|['’]s?\b)", " ".join(near)):
        return False
    if any(re.search(rf"\b{surname}\b", each.cut(text)) for each in sourced.quotes):
        return False
    rival = _SHE if pronoun in ("he", "his") else _HE
    parts = frozenset(person.lower().replace("’", "'").split())
    return not any(_has_rival(piece, parts) or rival.search(piece) for piece in near)


def _has_rival(sentence: str, parts: frozenset[str]) -> bool:
    """Say whether a sentence names another person than the one of these names."""
    for found in _NAMED.finditer(sentence):
        words = [word.lower() for word in found.group().split()]
        if parts.isdisjoint(words) and not _ORGANISED.search(found.group()):
            return True
    return _SOMEBODY.search(sentence) is not None


def fill_definite(
    text: str,
    definite: re.Match[str],
    sourced: Sourced,
    earlier: Sequence[Sourced],
) -> str | None:
    """Fill "The ministry", "The battlefield report"."""
    article, between, head = definite.groups()
    saying = _saying_at(sourced, definite.start())
    name = saying.source.name if saying else None
    if name is None and head in UTTERANCES:
        name = _last_source(earlier)
    if name is None and not between:
        name = only_full_name(text, definite.start(), head)
    return fill_noun(article, between, head, name) if name else None


def fill_noun(article: str, between: str, head: str, name: str) -> str | None:
    """Fill a noun with a name; None where that is no proper name, or adds nothing."""
    words = name.split()
    if words and words[0] in _NO_NAME:
        return None
    if any(word[0].islower() and word not in _INNER for word in words):
        return None
    if head not in UTTERANCES and head not in name.lower().split():
        return None
    filled = insert_name(article, between, head, name)
    return filled if "[" in filled else None


def is_that_body(text: str, at: int, name: str) -> bool:
    """Say whether "it" at an offset can be the body that spoke last."""
    last = [piece for piece in _END.split(text[max(0, at - _REACH) : at]) if piece]
    word = name.split()[-1]
    named = not is_plural(word.lower()) and word not in _NO_BODY
    return bool(last) and named and word in last[-1]


def only_full_name(text: str, before: int, head: str) -> str | None:
    """Give the one full name with a noun that stands earlier; None if there are two."""
    if head.capitalize() not in text[max(0, before - _FAR) : before]:
        return None
    name = find_full_name(text, before, head)
    if name is None:
        return None
    at = before
    for _ in range(_RIVALS):
        at = text.rfind(name, 0, at)
        rival = find_full_name(text, at, head) if at > 0 else None
        if rival is None:
            return name
        if rival != name:
            return None
    return name


def _last_source(earlier: Sequence[Sourced]) -> str | None:
    last = earlier[-1].attribution if earlier else None
    return last.name if last else None


def insert_name(article: str, between: str, head: str, name: str) -> str:
    """Put the words of a name around the noun: "The [Russian Defense] ministry"."""
    words = name.split()
    low = [word.lower() for word in words]
    if low and low[0] == "the":
        words, low = words[1:], low[1:]
    if head not in low:
        return f"{article} [{' '.join(words)}]{between} {head}"
    at = low.index(head)
    before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
    filled = (
        f"{article} [{before}]{between} {head}"
        if before
        else f"{article}{between} {head}"
    )
    return f"{filled} [{after}]" if after else filled


def _saying_at(sourced: Sourced, start: int) -> Saying | None:
    for saying in sourced.sayings:
        if saying.source.span.start == start:
            return saying
    return None
