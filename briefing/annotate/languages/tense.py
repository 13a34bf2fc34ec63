"""Tense of the clause around an expression, from the verb marks of a data file.

Words that the file lists decide before endings do, verbs before the expression
before those after it, and the nearest first; a clause without any takes the tense of
its sentence. A day with a word for "until" before it lies ahead.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.languages.data import fold, read_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.candidate import Scene
    from briefing.annotate.clauses import Tense
    from briefing.annotate.languages.data import Language, Marks
    from briefing.model.span import Span

_REACH = 300
_NEAR = 40
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
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"[,;:()—–«»„“”\"!?]")


def words_of(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the words between two places."""
    return _word().finditer(text, start, end)


def scene_tense(language: Language, scene: Scene) -> Tense:
    """Tell the tense of the clause in which a scene's expression stands."""
    text, where = scene.text, scene.sentence
    opened = opened_by(language.code, text, scene.start, where.start)
    if opened:
        return "past" if opened == "since" else "future"
    clause = clause_around(language, text, scene.start, scene.end, where)
    whole = (
        max(where.start, scene.start - _REACH),
        min(where.end, scene.end + _REACH),
    )
    for low, high in (clause, whole):
        # What only looks like a future form does not speak for other clauses.
        marks = [
            mark
            for mark in verb_marks(language, text, low, high)
            if (mark.end <= scene.start or mark.start >= scene.end)
            and ((low, high) == clause or mark.listed or mark.tense != "future")
        ]
        if marks:
            return min(marks, key=lambda mark: _rank(mark, scene)).tense
    return ""


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
    language: Language, text: str, start: int, end: int
) -> Iterator[VerbMark]:
    """Give the words between two places that show a tense, in order."""
    for found in words_of(text, start, end):
        tense, listed = _word_tense(language.code, found.group())
        if tense:
            yield VerbMark(found.start(), found.end(), tense, listed)


@lru_cache(maxsize=16384)
def _word_tense(code: str, word: str) -> tuple[Tense, bool]:
    language = read_language(code)
    marks: tuple[tuple[Tense, Marks], ...] = (
        ("future", language.future),
        ("past", language.past),
    )
    plain = _plain(word)
    for tense, mark in marks:
        if plain in mark.words:
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


@cache
def _openers(code: str) -> re.Pattern[str]:
    language = read_language(code)
    since, until, begin = (
        "|".join(re.escape(word) for word in words)
        for words in (language.since, language.until, language.begin)
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<run>(?:{begin})\s[^\s,]+\s(?:{until}))"
        rf"|(?P<since>{since})|(?P<until>{until}))\s\Z",
        re.IGNORECASE,
    )


def opened_by(code: str, text: str, at: int, low: int) -> str:
    """Tell whether a word for "since" or "until" stands right before a day.

    Args:
        code: The language.
        text: The article's text.
        at: Where the day's words begin.
        low: Where its sentence begins.

    Returns:
        "since", "until" or nothing.
    """
    found = _openers(code).search(text, max(low, at - _NEAR), at)
    # "from Monday until Wednesday" is a run of days, in whatever tense.
    return "" if found is None or found["run"] else found.lastgroup or ""
