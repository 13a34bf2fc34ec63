"""Checks the sentences of a manuscript, and the citation marks behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.verify.compare import changes, most_like
from briefing.verify.printed import STOPS, Printed, is_day
from briefing.verify.words import Word, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_SHORT = 4
"""A sentence of fewer words is looked for only where its marks follow."""
_ALIKE = 0.6
_FRAGMENT = 0.8
_FRAGMENT_WORDS = 7
_LONGEST_DAY = 8
_STRANGE = "words stand before it that it has not"


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
    pieces: Sequence[Piece],
    sentences: tuple[Printed, ...],
    disputed: tuple[str, ...] | None = None,
    closing: Mapping[Printed, tuple[str, ...]] | None = None,
) -> Iterator[tuple[int, str]]:
    """Yield line and description of what is wrong in the pieces of one block.

    Args:
        pieces: The pieces.
        sentences: All sentences of the issue.
        disputed: The style's label before what disputes a takeaway, if known.
        closing: What it prints in brackets behind the item of each sentence: who
            reports it, whether the story goes on; if known.
    """
    cited = any(piece.sentence or piece.marks for piece in pieces)
    for place, piece in enumerate(pieces):
        after = pieces[place + 1].sentence if place + 1 < len(pieces) else None
        if piece.sentence:
            yield from _check_marks(piece, piece.sentence)
        elif piece.marks:
            yield from _check_cited(piece, sentences, opens=place == 0)
        elif told := list(_check_own(piece, sentences)):
            yield from told
        elif after and place == 0:
            yield from _check_lead_in(piece.words, after)
        elif after and after.disputes:
            yield from _check_dispute(piece.words, after, disputed)
        elif cited and not _is_closing(pieces, place, closing):
            yield from _check_strange(piece.words)


def _is_closing(
    pieces: Sequence[Piece],
    place: int,
    closing: Mapping[Printed, tuple[str, ...]] | None,
) -> bool:
    """Say whether a piece is what stands in brackets behind an item."""
    told = [piece.sentence for piece in pieces[:place] if piece.sentence]
    if not told or place != len(pieces) - 1:
        return False
    words = tuple(word.text for word in pieces[place].words)
    if closing is not None:
        return words == closing[told[-1]]
    return words[:1] == ("(",) and (told[-1].developing or told[-1].articles > 1)


def _check_strange(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Check what stands between or behind the sentences of a block: only signs."""
    if any(word.text[0].isalnum() for word in words):
        what = "these words are no quoted sentence, and stand among such"
        now = spell(word.text for word in words)
        yield (
            words[0].line,
            f"{what}; a note needs a paragraph of its own (is: {now!r})",
        )


def _check_dispute(
    words: Sequence[Word], sentence: Printed, disputed: tuple[str, ...] | None
) -> Iterator[tuple[int, str]]:
    """Check the label before a sentence that disputes a takeaway."""
    found = tuple(word.text for word in words)
    if disputed is None and len(found) <= _SHORT and found[-1] in STOPS:
        return
    if found != disputed:
        was = spell(disputed or ())
        what = f"{sentence.name}: the label before it is another"
        yield words[0].line, f"{what} (was: {was!r}, is: {spell(found)!r})"


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
    words: Sequence[Word], sentence: Printed
) -> Iterator[tuple[int, str]]:
    """Check what opens a block before a sentence: its label, title or day."""
    texts = [word.text for word in words]
    found = list(texts)
    while found and found[-1] in STOPS:
        found.pop()
    if not found or tuple(found) in sentence.leads or is_day(texts, sentence):
        return
    if sentence.days and any(text[0].isdigit() for text in texts):
        first, last = sentence.days[0]
        was = f"{first}" if first == last else f"{first} to {last}"
        what = "its day is another"
    else:
        was = repr(" or ".join(spell(lead) for lead in sentence.leads))
        what = "its label is another" if sentence.leads else _STRANGE
    is_ = f"(was: {was}, is: {spell(texts)!r})"
    yield words[0].line, f"{sentence.name}: {what} {is_}"


def _lead_length(words: Sequence[Word], sentence: Printed) -> int:
    """Give how many words, at the head of a block, are a sentence's label or day."""
    texts = tuple(word.text for word in words)
    sizes = [len(lead) for lead in sentence.leads if texts[: len(lead)] == lead]
    heads = range(1, min(_LONGEST_DAY, len(texts)))
    sizes += [
        size
        for size in heads
        if texts[size - 1].isalnum() and is_day(texts[:size], sentence)
    ]
    size = max(sizes, default=0)
    while 0 < size < len(texts) and texts[size] in STOPS and texts[size] != "…":
        size += 1
    return size


def _check_cited(
    piece: Piece, sentences: tuple[Printed, ...], *, opens: bool
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
    words = piece.words
    if opens and (size := _lead_length(words, likeness.sentence)):
        words = words[size:]
        likeness = most_like(words, [likeness.sentence]) or likeness
    for line, change in changes(words, likeness):
        yield line, f"{name}, is changed {change}"
    if tuple(mark.mark for mark in piece.marks) != likeness.sentence.marks:
        yield from _check_marks(piece, likeness.sentence)


def _check_own(
    piece: Piece, sentences: tuple[Printed, ...]
) -> Iterator[tuple[int, str]]:
    """Check words without a mark: an editor's own, unless they are nearly a quote."""
    likeness = most_like(piece.words, sentences, least=_ALIKE)
    if likeness is None or _is_opening(piece.words, likeness.sentence):
        return
    whole = likeness.share >= _ALIKE
    length = sum(word.text[0].isalnum() for word in piece.words)
    part = likeness.covered >= _FRAGMENT and length >= _FRAGMENT_WORDS
    if whole or part:
        name = likeness.sentence.name
        for line, change in changes(piece.words, likeness):
            yield line, f"{name}, is changed and has lost its mark {change}"


def _is_opening(words: Sequence[Word], sentence: Printed) -> bool:
    """Say whether words are the first of a sentence, and say so: "No deaths have …"."""
    texts = tuple(word.text for word in words)
    return texts[-1] == "…" and texts[:-1] == sentence.words[: len(texts) - 1]
