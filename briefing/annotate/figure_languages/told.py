"""What happened and who says so, in a language that has words for it in its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.annotate.figure_languages.data import FigureLanguage
    from briefing.annotate.figure_languages.numerals import Piece

_AHEAD, _BACK = 8, 4
_LONGEST_SOURCE = 6
_BLANKS = " \u00a0\u202f\n"


def read_event(
    text: str, pieces: list[Piece], first: int, after: int, language: FigureLanguage
) -> str | None:
    """Read "drei Menschen | getötet", "загинуло | п'ятеро": the nearest such word."""
    for at in range(after, min(len(pieces), after + _AHEAD)):
        if _parted(text, pieces[at - 1].end, pieces[at].start) or pieces[at].digits:
            break
        if pieces[at].low in language.events:
            return text[pieces[at].start : pieces[at].end]
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if _parted(text, pieces[at].end, pieces[at + 1].start) or pieces[at].digits:
            break
        if pieces[at].low in language.events:
            return text[pieces[at].start : pieces[at].end]
    return None


def read_total(
    text: str, pieces: list[Piece], first: int, language: FigureLanguage
) -> str | None:
    """Read what "Zahl der Toten ... auf vier" is the number of."""
    for at in range(first - 1, max(0, first - 1 - _AHEAD), -1):
        if pieces[at - 1].low in language.totals:
            at += pieces[at].low in language.articles
            return text[pieces[at].start : pieces[at].end] if at < first else None
    return None


def read_source(text: str, pieces: list[Piece], language: FigureLanguage) -> str | None:
    """Read "wie die Feuerwehr mitteilte", "laut Polizei", "повідомила поліція"."""
    for at in range(len(pieces)):
        two = " ".join(piece.low for piece in pieces[at : at + 2])
        if two in language.according or pieces[at].low in language.according:
            return _source(
                text, pieces, at + (2 if two in language.according else 1), language
            )
        led = at > 0 and _parted(text, pieces[at - 1].end, pieces[at].start)
        if led and pieces[at].low in language.says:
            return _source(text, pieces, at + 1, language)
        if led and pieces[at].low in language.told_as:
            found = _source(text, pieces, at + 1, language)
            ahead = pieces[at + 1 : at + 1 + _AHEAD]
            if any(piece.low in language.says for piece in ahead):
                return found
    return None


def _source(
    text: str, pieces: list[Piece], at: int, language: FigureLanguage
) -> str | None:
    begin = at
    while at < len(pieces) and at - begin < _LONGEST_SOURCE:
        if at > begin and _parted(text, pieces[at - 1].end, pieces[at].start):
            break
        if _ends_source(text, pieces, at, begin, language):
            break
        at += 1
    if at == begin:
        return None
    return " ".join(text[pieces[begin].start : pieces[at - 1].end].split())


def _ends_source(
    text: str, pieces: list[Piece], at: int, begin: int, language: FigureLanguage
) -> bool:
    piece = pieces[at]
    if piece.low in language.articles:
        return False
    if piece.digits or piece.low in language.says or piece.low in language.stops:
        return True
    # Where nouns have a capital, a small word behind one is none of its phrase.
    small = at > begin and text[piece.start].islower()
    return (
        small and language.nouns == "capital" and text[pieces[at - 1].start].isupper()
    )


def _parted(text: str, start: int, end: int) -> bool:
    """Say whether a mark stands between two words."""
    return bool(text[start:end].strip(_BLANKS))
