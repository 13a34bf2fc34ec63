"""Phrases of a language, as its data file writes them, made ready for matching.

    "vor {number} {unit}"              words and slots
    "[{weekday}[,]] {day} {month}"     what may be left out
    "(im|seit) <{month}>"              one of several; only what is between < and >
                                       belongs to the expression

A small letter at the beginning of a word also stands for the capital; a capital only
for itself, so that German "Morgen" and "morgen" are two words.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.languages.phrase_parts import (
    EXTENT,
    Atom,
    Choice,
    Items,
    check_english,
    is_optional,
    refuse,
    take_apart,
)
from briefing.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.languages.data import Language, Table

DIGITS: dict[str, str] = {
    "year": r"(?:1[5-9]|20)\d\d",
    "decade": r"(?:1[5-9]|20)\d0",
    "count": r"\d{1,3}[.,\s]\d{3}|\d{3,4}",
    "numeric": r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:19|20)\d\d",
    "brief": r"\d\d\.\d\d\.\d\d|\d\d/\d\d/\d\d",
    "stub": r"\d{1,2}\.\s?\d{1,2}\.",
    "iso": r"(?:19|20)\d\d-\d\d-\d\d",
}
"""Slots that are made of digits alone."""
NUMBERED = {"day": r"0?[1-9]|[12]\d|3[01]", "number": r"\d{1,3}"}
"""Slots that take digits beside the words of the language."""
_FOUR = ("year", "decade", "iso")
WHOLE = "x"
"""Name of the group that holds the expression, where not all belongs to it."""
_END = r"(?!\w|-[^\W\d_]|(?<=\d)[.,:/]\d|(?<=\d)\s?[%°€$£])"
_SPACE = r"\s{1,3}"


class Phrase(NamedTuple):
    """A phrase that can be looked for."""

    pattern: re.Pattern[str]
    starts: frozenset[str]
    """The words, in lower case, with which it can begin; "#" and "#4" for digits."""
    capitals: frozenset[str]
    """Those of them that are written with a capital wherever they stand."""
    english: str
    """What it means, in English with the same slots; nothing for no date at all."""


def slot_kind(name: str) -> str:
    """Give what a slot holds: that of `day_2` is a day."""
    return name.rstrip("0123456789").rstrip("_")


def compile_phrase(written: str, english: str, language: Language) -> Phrase:
    """Make a phrase ready for matching.

    Raises:
        ValueError: when it cannot be read, or when the English cannot be filled.
    """
    items = take_apart(written)
    check_english(english, items)
    builder = _Builder(language)
    pattern = builder.render(items) + _END
    starts = {
        found.group()
        for start in builder.starts(items)
        for found in [re.match(r"#4?|[^\W\d_]+", start)]
        if found
    }
    refuse(not starts, "it must begin with a word, a slot or a number")
    return Phrase(
        re.compile(pattern),
        frozenset(word.lower() for word in starts),
        frozenset(word.lower() for word in starts if word[0].isupper()),
        english,
    )


class _Builder:
    """Writes patterns in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def render(self, items: Items) -> str:
        """Write the pattern of words in a row."""
        needed = [place for place, item in enumerate(items) if not is_optional(item)]
        last = needed[-1] if needed else -1
        written = ""
        for place, item in enumerate(items):
            body = "".join(self._atom(atom) for atom in item if atom not in EXTENT)
            space = _SPACE if place != last and len(items) > 1 else ""
            if is_optional(item):
                body = body.removesuffix("?")
                body = f"(?:{space}{body})?" if place > last else f"(?:{body}{space})?"
                space = ""
            written += (
                f"(?P<{WHOLE}>" * ("<" in item) + body + ")" * (">" in item) + space
            )
        return written

    def _atom(self, atom: Atom) -> str:
        if isinstance(atom, str):
            return literal(atom)
        if isinstance(atom, Choice):
            ways = "|".join(self.render(way) for way in atom.ways)
            return f"(?:{ways})" + "?" * atom.optional
        if atom.name == WHOLE or not atom.name[0].isalpha():
            msg = f"a slot cannot be called {atom.name!r}; begin with a letter"
            raise ValueError(msg)
        return f"(?P<{atom.name}>{self._slot(slot_kind(atom.name))})"

    def _slot(self, kind: str) -> str:
        if kind in DIGITS:
            return DIGITS[kind]
        table = self.language.slots.get(kind, {})
        whole = self.language.slots.get(kind.removeprefix("any_"), {})
        forms = _forms(table, whole)
        if kind not in NUMBERED:
            if not forms:
                known = {*self.language.slots, *DIGITS, *NUMBERED}
                what = "has no forms" if kind in self.language.slots else "is unknown"
                close = did_you_mean(kind, known - {kind})
                msg = f"the slot {{{kind}}} {what}{close or '; add it to slots'}"
                raise ValueError(msg)
            return forms
        marks = "|".join(re.escape(mark) for mark in self.language.day_marks)
        after = f"(?:{marks})?" if marks and kind == "day" else ""
        return f"(?:{NUMBERED[kind]}){after}" + (f"|{forms}" if forms else "")

    def starts(self, items: Items) -> set[str]:
        """Give the beginnings of words in a row; "" among them when all may lack."""
        found: set[str] = set()
        for item in items:
            begun = {""}
            for atom in item:
                begun = {
                    start + more if not start or start[-1].isalpha() else start
                    for start, more in product(begun, self._beginnings(atom))
                }
            found |= begun - {""}
            if "" not in begun:
                return found
        return found | {""}

    def _beginnings(self, atom: Atom) -> set[str]:
        if isinstance(atom, str):
            return {""} if atom in EXTENT else {atom}
        if isinstance(atom, Choice):
            ways: set[str] = {""} if atom.optional else set()
            for way in atom.ways:
                blank = " " if len(way) > 1 else ""
                ways |= {start + blank for start in self.starts(way)}
            return ways
        kind = slot_kind(atom.name)
        digits = {"#4"} if kind in _FOUR else {"#", "#4"} if kind == "count" else {"#"}
        words = set(self.language.slots.get(kind, ()))
        return digits | words if kind in {*DIGITS, *NUMBERED} else words


def _forms(table: Table, whole: Table) -> str:
    """Write the pattern of a table's forms, longest first; short ones with a dot."""
    return "|".join(
        literal(form) + r"\.?" * (form not in whole)
        for form in sorted(table, key=lambda form: (-len(form), form))
    )


def literal(word: str) -> str:
    """Write the pattern of a word: its first small letter may be a capital."""
    return "".join(_letters(word))


def _letters(word: str) -> Iterator[str]:
    for place, sign in enumerate(word):
        if sign == "'":
            yield "['’ʼ`]"
        elif sign == " ":
            yield _SPACE
        elif not place and sign.islower() and len(sign.upper()) == 1:
            yield f"[{sign}{sign.upper()}]"
        else:
            yield re.escape(sign)
