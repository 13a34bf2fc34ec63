"""Numbers in the words and digits of a language.

A run of number words is read from left to right: small ones are added, hundreds and
scales multiply what stands before them, as in English. A word that is made of number
words ("zweiundvierzig", "dreitausend") is cut into them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.figure_languages.data import (
    FigureLanguage,
    fold,
    number_pattern,
    read_digits,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.span import Span

_HUNDRED, _TWENTY, _TEN = Decimal(100), 20, 10
_LONGEST_WORD = 60
_MOST_WORDS = 12
_GAPS = frozenset((" ", "\u00a0", "\u202f", "\u2009", "-", "‑", "\n"))


class Piece(NamedTuple):
    """A run of digits or a word."""

    start: int
    end: int
    low: str
    """The word as it is looked up; the digits as written."""
    digits: bool


class Number(NamedTuple):
    """A number as a language writes it."""

    start: int
    end: int
    value: Decimal | None
    """What it says; None for a vague quantity."""
    digits: bool
    """Whether it is written with digits."""


def split_pieces(text: str, sentence: Span, code: str) -> list[Piece]:
    """Split a sentence into words and runs of digits."""
    return [
        Piece(
            found.start(),
            found.end(),
            found.group() if found["digits"] else fold(found.group()),
            bool(found["digits"]),
        )
        for found in number_pattern(code).finditer(text, sentence.start, sentence.end)
    ]


def find_numbers(
    text: str, pieces: list[Piece], language: FigureLanguage
) -> Iterator[tuple[int, int, Number]]:
    """Yield the numbers, with the first piece of each and the piece after its last."""
    at = 0
    while at < len(pieces):
        found = _read_at(text, pieces, at, language)
        if found is None:
            at += 1
        else:
            yield at, found[0], found[1]
            at = found[0]


def _read_at(
    text: str, pieces: list[Piece], at: int, language: FigureLanguage
) -> tuple[int, Number] | None:
    """Read the longest number that begins with a piece."""
    first = pieces[at]
    if first.low in language.vague:
        return at + 1, Number(first.start, first.end, None, False)
    builder = _Builder(language)
    end, good = at, at
    while end < len(pieces) and end - at < _MOST_WORDS:
        piece = pieces[end]
        if end > at and text[pieces[end - 1].end : piece.start] not in _GAPS:
            break
        if piece.low in language.joints and end > at:
            end += 1
            continue
        if not builder.add(piece):
            break
        end += 1
        good = end
    value = builder.value()
    if good == at or value is None:
        return None
    return good, Number(first.start, pieces[good - 1].end, value, first.digits)


class _Builder:
    """Puts a number together, word by word."""

    def __init__(self, language: FigureLanguage) -> None:
        self.language = language
        self.total: Decimal | None = None
        self.group: Decimal | None = None

    def add(self, piece: Piece) -> bool:
        """Take one more piece; False when it does not go on with the number."""
        if piece.digits:
            if self.group is not None or self.total is not None:
                return False
            self.group = read_digits(piece.low, self.language)
            return self.group is not None
        parts = self._parts(piece.low)
        if parts is None:
            return False
        state = self.total, self.group
        if all(self._add_word(part, within=len(parts) > 1) for part in parts):
            return True
        self.total, self.group = state
        return False

    def _parts(self, low: str) -> list[str] | None:
        """Cut a word into number words; None when it is none."""
        if self._is_known(low):
            return [low]
        hyphened = low.split("-")
        if len(hyphened) > 1:
            joined = [part for part in hyphened if part not in self.language.joints]
            return joined if all(map(self._is_known, joined)) else None
        if not self.language.compound or len(low) > _LONGEST_WORD:
            return None
        return _cut(low, self.language)

    def _is_known(self, low: str) -> bool:
        language = self.language
        return (
            low in language.small
            or low in language.hundred
            or low in language.scales
            or low in language.groups
        )

    def _add_word(self, word: str, *, within: bool) -> bool:
        language = self.language
        if word in language.scales:
            return self._add_scale(language.scales[word])
        if word in language.groups or word in language.hundred:
            factor = language.groups.get(word, _HUNDRED)
            group = self.group if self.group is not None else Decimal(1)
            if group >= _HUNDRED and word in language.hundred:
                return False
            self.group = group * factor
            return True
        return self._add_small(language.small[word], within=within)

    def _add_scale(self, scale: Decimal) -> bool:
        if self.group is None and self.total is not None:
            # "hundert tausend Millionen": a scale upon a scale.
            self.total *= scale
            return True
        group = Decimal(1) if self.group is None else self.group
        self.total = (self.total or Decimal(0)) + group * scale
        self.group = None
        return True

    def _add_small(self, value: Decimal, *, within: bool) -> bool:
        if self.group is None:
            self.group = value
            return True
        fits = _fits(self.group, value, self.language.teens_after)
        if not fits and not within and value != Decimal("0.5"):
            return False
        self.group += value
        return True

    def value(self) -> Decimal | None:
        """Give the number; None when nothing was taken."""
        if self.total is None:
            return _tidy(self.group)
        return _tidy(self.total + (self.group or 0))


def _fits(group: Decimal, value: Decimal, teens_after: frozenset[int]) -> bool:
    """Say whether "five" may be added to "twenty" or to "two hundred"."""
    room = int(group) % 100
    if room == 0:
        return (group != 0 and value < _HUNDRED) or value < group
    if room in teens_after:
        return 0 < value < _TWENTY
    return room >= _TWENTY and room % _TEN == 0 and 0 < value < _TEN


def _tidy(number: Decimal | None) -> Decimal | None:
    if number is None:
        return None
    whole = number.to_integral_value()
    return whole if whole == number else number


def _cut(low: str, language: FigureLanguage) -> list[str] | None:
    """Cut "zweitausenddreiundvierzig" into number words, longest first."""
    known = [*language.small, *language.hundred, *language.scales]
    parts: list[str] = []
    at = 0
    while at < len(low):
        fitting = [word for word in known if low.startswith(word, at)]
        if parts and low.startswith(language.compound, at):
            at += len(language.compound)
        elif fitting:
            parts.append(max(fitting, key=len))
            at += len(parts[-1])
        else:
            return None
    return parts if len(parts) > 1 else None
