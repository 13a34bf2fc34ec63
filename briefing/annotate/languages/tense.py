"""Tense of the clause around an expression, from the verb marks of a data file.

Words that the file lists decide before endings do, verbs before the expression
before those after it, and the nearest first; a clause without any takes the tense of
its sentence. A day with a word for "until" before it lies ahead. What looks like a
future form but goes on now ("wird dort gekämpft") is `present`: a bare day beside it
is still one to come ("Am Dienstag wird gewählt").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.languages.data import read_language
from briefing.annotate.languages.forms import find_patterns, fold, words_of
from briefing.annotate.languages.openers import find_opener
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.candidate import Scene
    from briefing.annotate.clauses import Tense
    from briefing.annotate.languages.data import Language, Marks

_REACH = 300
_OPENING = 2
"""Words before a day that still opens its clause: "Am Donnerstag"."""
_STEM = 2
"""Letters that a word must have before an ending that shows tense."""


class VerbMark(NamedTuple):
    """A word that shows the tense of its clause."""

    start: int
    end: int
    tense: Tense
    listed: bool
    """Whether the data file names the word, and not its ending alone."""


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"[,;:()—–«»„“”\"!?]")


def scene_tense(language: Language, scene: Scene) -> Tense:
    """Tell the tense of the clause in which a scene's expression stands."""
    text, where = scene.text, scene.sentence
    opened = find_opener(language.code, text, Span(scene.start, scene.end), where.start)
    if opened and not (opened.kind == "since" and opened.mild):
        return "past" if opened.kind == "since" else "future"
    clause = clause_around(language, text, scene.start, scene.end, where)
    whole = (
        max(where.start, scene.start - _REACH),
        min(where.end, scene.end + _REACH),
    )
    for low, high in (clause, whole):
        # What only looks like a future form does not speak for other clauses.
        marks = [
            mark
            for mark in verb_marks(language, text, low, high, now=False)
            if (mark.end <= scene.start or mark.start >= scene.end)
            and ((low, high) == clause or mark.listed or mark.tense != "future")
        ]
        if marks:
            return min(marks, key=lambda mark: _rank(mark, scene)).tense
    return "past" if opened else ""


def _rank(mark: VerbMark, scene: Scene) -> tuple[bool, bool, int]:
    """Listed words come first, then those before the expression, then the nearest."""
    after = mark.start >= scene.end
    distance = mark.start - scene.end if after else scene.start - mark.end
    return not mark.listed, after, distance


def clause_around(
    language: Language, text: str, start: int, end: int, where: Span
) -> tuple[int, int]:
    """Give where the clause around an expression begins and ends."""
    low = max(where.start, start - _REACH)
    high = min(where.end, end + _REACH)
    for found in _break().finditer(text, low, start):
        # A comma right before the expression parts nothing: "on sait que, jeudi, ...".
        if text[found.end() : start].strip():
            low = found.end()
    for word in words_of(text, low, start):
        if _plain(word.group()) in language.that:
            low = word.end()
    after = end
    if sum(1 for _ in words_of(text, low, start)) <= _OPENING:
        # Nor does one behind a day that opens its clause: "Jeudi, le ministre a dit".
        after += len(text[end:high]) - len(text[end:high].lstrip(", "))
    closing = _break().search(text, after, high)
    high = closing.start() if closing else high
    for word in words_of(text, end, high):
        if _plain(word.group()) in language.that:
            return low, word.start()
    return low, high


def verb_marks(
    language: Language, text: str, start: int, end: int, *, now: bool = True
) -> Iterator[VerbMark]:
    """Give the words between two places that show a tense, in order.

    Args:
        language: The language.
        text: The text.
        start: Where the first word may begin.
        end: Where the last word ends.
        now: Whether what goes on now is told from what is to come.
    """
    several: dict[int, Tense] = {}
    tenses: tuple[tuple[Tense, Marks], ...] = (
        ("past", language.past),
        ("future", language.future),
        ("present", language.present),
    )
    for tense, marks in tenses if now else tenses[:-1]:
        found = find_patterns(marks.words, text, start, end)
        several |= {one.start(): tense for one in found}
    for word in words_of(text, start, end):
        tense, listed = _word_tense(language.code, word.group())
        if word.start() in several:
            tense, listed = several[word.start()], True
        if tense:
            yield VerbMark(word.start(), word.end(), tense, listed)


@lru_cache(maxsize=16384)
def _word_tense(code: str, word: str) -> tuple[Tense, bool]:
    language = read_language(code)
    marks: tuple[tuple[Tense, Marks], ...] = (
        ("future", language.future),
        ("past", language.past),
    )
    plain = _plain(word)
    for tense, mark in marks:
        if plain in mark.words.words:
            return tense, True
    for tense, mark in marks:
        if _ends(plain, word, mark):
            return tense, False
    return "", False


def _ends(plain: str, word: str, mark: Marks) -> bool:
    """Say whether a word ends like a verb; a capital makes it a name."""
    return (
        word[0].islower()
        and plain not in mark.others
        and any(
            plain.endswith(ending) and len(plain) >= len(ending) + _STEM
            for ending in mark.endings
        )
    )


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """Fold a word, without what an apostrophe ties to its front: "qu'il", "l'a"."""
    folded = fold(word)
    front, _, rest = folded.partition("'")
    return rest if rest and len(front) <= _STEM and folded.isascii() else folded
