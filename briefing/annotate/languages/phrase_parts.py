"""A phrase taken apart: its words, slots and choices, and what may be wrong in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(r"\{(\w+)\}|([()\[\]|<> ])|([^{}()\[\]|<> ]+)")
_SPLIT = 4
"""Of the parts that splitting at `_PIECE` gives, those between its matches."""
_SLOT = re.compile(r"\{(\w+)\}")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
EXTENT = ("<", ">")
"""Marks around what belongs to the expression."""
_CLOSING = {"(": ")", "[": "]"}


class Choice(NamedTuple):
    """One of several, or nothing."""

    ways: list[Items]
    optional: bool


class Slot(NamedTuple):
    """A place for one of the forms of a slot."""

    name: str


Atom = str | Slot | Choice
"""A word, a slot, a choice, or one of the marks < and >."""
Items = list[list[Atom]]
"""Words in a row, each of one or more atoms."""


def take_apart(written: str) -> Items:
    """Read a phrase.

    Raises:
        ValueError: when a bracket is missing, or the like.
    """
    odd = "".join(_PIECE.split(written)[::_SPLIT])
    refuse(bool(odd), f"{odd!r} opens or closes no slot; write {{name}}")
    ways = _parse(list(_PIECE.finditer(written)), "")
    refuse(len(ways) != 1, "put the ways of '|' into brackets ( | )")
    _check_extent(ways[0])
    names = _slots_of(ways[0])
    twice = next((name for name in names if names.count(name) > 1), "")
    refuse(bool(twice), f"the slot {{{twice}}} stands twice; call one {{{twice}_2}}")
    return ways[0]


def check_english(english: str, items: Items) -> None:
    """Refuse English words that ask for a slot which the phrase may not have.

    Raises:
        ValueError: saying which.
    """
    rest = _BRACKET.sub("", english)
    refuse("[" in rest or "]" in rest, f"the English {english!r} lacks a bracket")
    names, sure = _slots_of(items), _sure_slots(items)
    for name in _SLOT.findall(english):
        close = did_you_mean(name, names)
        what = f"the English asks for {{{name}}}, which the phrase lacks{close}"
        refuse(name not in names, what)
    for name in _SLOT.findall(rest):
        what = f"{{{name}}} may be missing; in the English put it into [ ] too"
        refuse(name not in sure, what)


def refuse(wrong: bool, what: str) -> None:
    """Raise ValueError when something is wrong."""
    if wrong:
        raise ValueError(what)


def _check_extent(items: Items) -> None:
    """Refuse < and > that do not stand once each, in their order, in no brackets."""
    marks = [atom for item in items for atom in item if atom in EXTENT]
    nested = any(
        atom in EXTENT
        for item in items
        for choice in item
        if isinstance(choice, Choice)
        for atom in _atoms([part for way in choice.ways for part in way])
    )
    refuse(
        nested or marks not in ([], [*EXTENT]),
        "write one < and one > behind it, outside of other brackets",
    )


def _atoms(items: Items) -> Iterator[Atom]:
    """Give all words, slots and marks, those in brackets too."""
    for item in items:
        for atom in item:
            if isinstance(atom, Choice):
                for way in atom.ways:
                    yield from _atoms(way)
            else:
                yield atom


def _slots_of(items: Items) -> list[str]:
    return [atom.name for atom in _atoms(items) if isinstance(atom, Slot)]


def _sure_slots(items: Items) -> set[str]:
    """Give the slots that are filled whenever the phrase matches."""
    sure: set[str] = set()
    for item in items:
        for atom in item:
            if isinstance(atom, Slot):
                sure.add(atom.name)
            elif isinstance(atom, Choice) and not atom.optional:
                sure |= set.intersection(*(_sure_slots(way) for way in atom.ways))
    return sure


def _parse(pieces: list[re.Match[str]], closing: str) -> list[Items]:
    """Read alternatives up to the closing bracket; takes what it reads off the list."""
    ways: list[Items] = [[[]]]
    while pieces:
        slot, mark, word = pieces.pop(0).groups()
        if closing and mark == closing:
            return ways
        if mark in _CLOSING.values():
            msg = f"there is a {mark!r} too many"
            raise ValueError(msg)
        if mark == " ":
            ways[-1].append([])
        elif mark == "|":
            ways.append([[]])
        elif mark in _CLOSING:
            choice = Choice(_parse(pieces, _CLOSING[mark]), mark == "[")
            ways[-1][-1].append(choice)
        else:
            ways[-1][-1].append(Slot(slot) if slot else word or mark)
    if closing:
        msg = f"a {closing!r} is missing"
        raise ValueError(msg)
    return ways


def is_optional(item: list[Atom]) -> bool:
    """Say whether a whole word may be left out."""
    solid = [atom for atom in item if atom not in EXTENT]
    return len(solid) == 1 and isinstance(solid[0], Choice) and solid[0].optional
