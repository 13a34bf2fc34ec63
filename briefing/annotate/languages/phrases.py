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
_END = r"(?!\w|-[^\W\d_]|(?<=\d)[.,:/]\d|(?<=\d)\s?[%°€$£])"
_SPACE = r"\s{1,3}"
_PIECE = re.compile(r"\{(\w+)\}|([()\[\]|<> ])|([^{}()\[\]|<> ]+)")
_EXTENT = ("<", ">")
_CLOSING = {"(": ")", "[": "]"}


class Phrase(NamedTuple):
    """A phrase that can be looked for."""

    pattern: re.Pattern[str]
    starts: frozenset[str]
    """The words, in lower case, with which it can begin; "#" and "#4" for digits."""
    capitals: frozenset[str]
    """Those of them that are written with a capital wherever they stand."""
    english: str
    """What it means, in English with the same slots; nothing for no date at all."""


class _Choice(NamedTuple):
    ways: list[list[list[_Atom]]]
    optional: bool


class _Slot(NamedTuple):
    name: str


_Atom = str | _Slot | _Choice
"""A word, a slot, a choice, or one of the marks < and >."""


def slot_kind(name: str) -> str:
    """Give what a slot holds: that of `day_2` is a day."""
    return name.rstrip("0123456789").rstrip("_")


def compile_phrase(written: str, english: str, language: Language) -> Phrase:
    """Make a phrase ready for matching.

    Raises:
        KeyError: when it names a slot that the language does not have.
        ValueError: when a bracket is not closed.
    """
    pieces = list(_PIECE.finditer(written))
    ways = _parse(pieces, "")
    if len(ways) != 1:
        msg = f"phrase {written!r}: put the ways of '|' into brackets"
        raise ValueError(msg)
    builder = _Builder(language)
    pattern = re.compile(builder.render(ways[0]) + _END)
    starts = {
        found.group()
        for start in builder.starts(ways[0])
        for found in [re.match(r"#4?|[^\W\d_]+", start)]
        if found
    }
    return Phrase(
        pattern,
        frozenset(word.lower() for word in starts),
        frozenset(word.lower() for word in starts if word[0].isupper()),
        english,
    )


def _parse(pieces: list[re.Match[str]], closing: str) -> list[list[list[_Atom]]]:
    """Read alternatives up to the closing bracket; takes what it reads off the list."""
    ways: list[list[list[_Atom]]] = [[[]]]
    while pieces:
        slot, mark, word = pieces.pop(0).groups()
        if closing and mark == closing:
            return ways
        if mark in _CLOSING.values():
            msg = f"a phrase has a {mark!r} too many"
            raise ValueError(msg)
        if mark == " ":
            ways[-1].append([])
        elif mark == "|":
            ways.append([[]])
        elif mark in _CLOSING:
            choice = _Choice(_parse(pieces, _CLOSING[mark]), mark == "[")
            ways[-1][-1].append(choice)
        else:
            ways[-1][-1].append(_Slot(slot) if slot else word or mark)
    if closing:
        msg = f"a phrase lacks its {closing!r}"
        raise ValueError(msg)
    return ways


class _Builder:
    """Writes patterns in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def render(self, items: list[list[_Atom]]) -> str:
        """Write the pattern of words in a row."""
        needed = [place for place, item in enumerate(items) if not _is_optional(item)]
        last = needed[-1] if needed else -1
        written = ""
        for place, item in enumerate(items):
            body = "".join(self._atom(atom) for atom in item if atom not in _EXTENT)
            space = _SPACE if place != last and len(items) > 1 else ""
            if _is_optional(item):
                body = body.removesuffix("?")
                body = f"(?:{space}{body})?" if place > last else f"(?:{body}{space})?"
                space = ""
            written += "(?P<x>" * ("<" in item) + body + ")" * (">" in item) + space
        return written

    def _atom(self, atom: _Atom) -> str:
        if isinstance(atom, str):
            return literal(atom)
        if isinstance(atom, _Choice):
            ways = "|".join(self.render(way) for way in atom.ways)
            return f"(?:{ways})" + "?" * atom.optional
        return f"(?P<{atom.name}>{self._slot(slot_kind(atom.name))})"

    def _slot(self, kind: str) -> str:
        if kind in DIGITS:
            return DIGITS[kind]
        table = self.language.slots.get(kind, {})
        whole = self.language.slots.get(kind.removeprefix("any_"), {})
        forms = _forms(table, whole)
        if kind not in NUMBERED:
            if not forms:
                msg = f"{self.language.code}.yaml: no slot {kind!r}"
                raise KeyError(msg)
            return forms
        marks = "|".join(re.escape(mark) for mark in self.language.day_marks)
        after = f"(?:{marks})?" if marks and kind == "day" else ""
        return f"(?:{NUMBERED[kind]}){after}" + (f"|{forms}" if forms else "")

    def starts(self, items: list[list[_Atom]]) -> set[str]:
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

    def _beginnings(self, atom: _Atom) -> set[str]:
        if isinstance(atom, str):
            return {""} if atom in _EXTENT else {atom}
        if isinstance(atom, _Choice):
            ways: set[str] = {""} if atom.optional else set()
            for way in atom.ways:
                blank = " " if len(way) > 1 else ""
                ways |= {start + blank for start in self.starts(way)}
            return ways
        kind = slot_kind(atom.name)
        digits = {"#4"} if kind in _FOUR else {"#", "#4"} if kind == "count" else {"#"}
        words = set(self.language.slots.get(kind, ()))
        return digits | words if kind in {*DIGITS, *NUMBERED} else words


def _is_optional(item: list[_Atom]) -> bool:
    """Say whether a whole word may be left out."""
    solid = [atom for atom in item if atom not in _EXTENT]
    return len(solid) == 1 and isinstance(solid[0], _Choice) and solid[0].optional


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
