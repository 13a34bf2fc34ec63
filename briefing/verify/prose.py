"""Checks the sentences of a manuscript, and the citation marks behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.verify.calendar import days_fit
from briefing.verify.compare import STOPS, changes, most_like
from briefing.verify.printed import Printed
from briefing.verify.words import Word, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_SHORT = 4
"""A sentence of fewer words is looked for only where its marks follow."""
_ALIKE = 0.6
_FRAGMENT = 0.8
_FRAGMENT_WORDS = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, and the citation marks behind it."""

    words: tuple[Word, ...]
    """The words."""
    marks: tuple[Word, ...]
    """The marks that follow them."""
    sentence: Printed | None = None
    """The printed sentence that the words are, exactly; else None."""

    @property
    def line(self) -> int:
        """Line on which it begins."""
        return (self.words or self.marks)[0].line


def split_pieces(
    words: Sequence[Word], openings: dict[str, list[Printed]]
) -> Iterator[Piece]:
    """Cut a block into printed sentences and what stands between them."""
    rest: list[Word] = []
    at = 0
    while at < len(words):
        sentence = None if words[at].mark else _sentence_at(words, at, openings)
        if sentence is None and words[at].mark is None:
            rest.append(words[at])
            at += 1
            continue
        if rest and sentence:
            yield Piece(tuple(rest), ())
            rest = []
        body = words[at : at + len(sentence.words)] if sentence else rest
        at += len(sentence.words) if sentence else 0
        marks = _marks_at(words, at)
        at += len(marks)
        yield Piece(tuple(body), marks, sentence)
        rest = []
    if rest:
        yield Piece(tuple(rest), ())


def _marks_at(words: Sequence[Word], at: int) -> tuple[Word, ...]:
    end = at
    while end < len(words) and words[end].mark is not None:
        end += 1
    return tuple(words[at:end])


def _sentence_at(
    words: Sequence[Word], at: int, openings: dict[str, list[Printed]]
) -> Printed | None:
    """Give the longest sentence that begins at `at`, best with the marks it has."""
    fits = []
    for sentence in openings.get(words[at].text, ()):
        end = at + len(sentence.words)
        same = all(
            word.text == wanted and word.mark is None
            for word, wanted in zip(words[at:end], sentence.words, strict=False)
        )
        if same and end <= len(words):
            marks = tuple(mark.mark for mark in _marks_at(words, end))
            if len(sentence.words) >= _SHORT or marks:
                fits.append((len(sentence.words), marks == sentence.marks, sentence))
    return max(fits, key=lambda fit: fit[:2])[2] if fits else None


def check_pieces(
    pieces: Sequence[Piece], sentences: tuple[Printed, ...]
) -> Iterator[tuple[int, str]]:
    """Yield line and description of what is wrong in the pieces of one block."""
    before: Piece | None = None
    for piece in pieces:
        if piece.sentence:
            yield from _check_marks(piece, piece.sentence)
            opens = before is not None and before is pieces[0]
            yield from _check_lead_in(piece.sentence, before, opens=opens)
        elif piece.marks:
            yield from _check_cited(piece, sentences)
        else:
            yield from _check_own(piece, sentences)
        before = piece


def _check_marks(piece: Piece, sentence: Printed) -> Iterator[tuple[int, str]]:
    marks = tuple(mark.mark for mark in piece.marks)
    if marks != sentence.marks:
        line = piece.marks[0].line if piece.marks else piece.words[-1].line
        yield line, f"{sentence.name}: its marks {_was_is(sentence.marks, marks)}"


def _was_is(was: Sequence[int], now: Sequence[int | None]) -> str:
    before = " ".join(f"[{number}]" for number in was)
    after = " ".join(f"[{number}]" for number in now)
    return f"(was: '{before}', is: '{after}')"


def _check_lead_in(
    sentence: Printed, before: Piece | None, *, opens: bool
) -> Iterator[tuple[int, str]]:
    """Check what stands in the same block right before a sentence.

    That is its label or title, or the day of a timeline; or an editor's own words,
    which must be a sentence of their own.
    """
    words = before.words if before and not (before.sentence or before.marks) else ()
    if not words:
        return
    found = [word.text for word in words]
    if sentence.days and any(word[0].isdigit() for word in found):
        if not any(
            days_fit(found, *run, english=sentence.english) for run in sentence.days
        ):
            first, last = sentence.days[0]
            was = f"{first}" if first == last else f"{first} to {last}"
            what = f"{sentence.name}: its day is another"
            yield words[0].line, f"{what} (was: {was}, is: {spell(found)!r})"
        return
    open_end = found[-1] not in STOPS
    while found and found[-1] in STOPS:
        found.pop()
    if (
        opens
        and sentence.leads
        and not any(tuple(found[-len(lead) :]) == lead for lead in sentence.leads)
    ):
        was = " or ".join(spell(lead) for lead in sentence.leads)
        what = f"{sentence.name}: its label is another"
        yield words[0].line, f"{what} (was: {was!r}, is: {spell(found)!r})"
    elif open_end:
        what = f"{sentence.name}: words stand before it that it has not"
        yield words[-1].line, f"{what} (was: '', is: {spell(found)!r})"


def _check_cited(
    piece: Piece, sentences: tuple[Printed, ...]
) -> Iterator[tuple[int, str]]:
    """Check words that carry a mark but are no printed sentence."""
    numbers = {mark.mark for mark in piece.marks}
    cited = [each for each in sentences if numbers & set(each.marks)]
    likeness = most_like(piece.words, cited) if piece.words else None
    if likeness is None or likeness.share < _ALIKE:
        likeness = most_like(piece.words, sentences) if piece.words else None
    marks = " ".join(mark.text for mark in piece.marks)
    if likeness is None or likeness.share <= _ALIKE / 2:
        yield piece.line, f"this cites {marks} and is none of the quoted sentences"
        return
    name = likeness.sentence.name
    for line, change in changes(piece.words, likeness):
        yield line, f"{name}, is changed {change}"
    if tuple(mark.mark for mark in piece.marks) != likeness.sentence.marks:
        yield from _check_marks(piece, likeness.sentence)


def _check_own(
    piece: Piece, sentences: tuple[Printed, ...]
) -> Iterator[tuple[int, str]]:
    """Check words without a mark: an editor's own, unless they are nearly a quote."""
    likeness = most_like(piece.words, sentences, least=_ALIKE)
    if likeness is None:
        return
    whole = likeness.share >= _ALIKE
    part = likeness.covered >= _FRAGMENT and len(piece.words) >= _FRAGMENT_WORDS
    if whole or part:
        name = likeness.sentence.name
        for line, change in changes(piece.words, likeness):
            yield line, f"{name}, is changed and has lost its mark {change}"
