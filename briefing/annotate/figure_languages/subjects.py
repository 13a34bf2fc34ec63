"""What a figure of another language counts: the noun that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.annotate.figure_languages.data import FigureLanguage
    from briefing.annotate.figure_languages.numerals import Piece
    from briefing.model.figure import People

_MOST_ADJECTIVES = 3
_BLANKS = "%$€£₴₽ \u00a0\u202f\n"


def read_subject(
    text: str, pieces: list[Piece], at: int, language: FigureLanguage
) -> str | None:
    """Read "russische Soldaten", "de personnes", "російських військових".

    Adjectives before the noun are known by their endings, and so are those behind it;
    where a language writes nouns with a capital, the noun must have one.
    """
    if at < len(pieces) and pieces[at].low in language.links:
        at += 1
    last = _last_of(text, pieces, at, language)
    if last < at:
        return None
    follower = pieces[last + 1] if last + 1 < len(pieces) else None
    if follower and _agrees(text, pieces[last], follower, language):
        last += 1
    return " ".join(text[pieces[at].start : pieces[last].end].split())


def _last_of(text: str, pieces: list[Piece], at: int, language: FigureLanguage) -> int:
    """Give the last word of the noun phrase at `at`; before it when there is none."""
    stop = at
    while stop < len(pieces) and stop - at <= _MOST_ADJECTIVES:
        if not _adjoins(text, pieces, stop):
            break
        stop += 1
    last = at
    while last < stop and _is_adjective(text, pieces[last], language):
        last += 1
        if pieces[last - 1].low in language.substantives:
            break
    ended = last > at and pieces[last - 1].low in language.substantives
    if ended or last >= stop or not _may_be_noun(text, pieces, last, language):
        # "російських військових": an adjective may stand for its noun.
        last -= 1
    return last


def _adjoins(text: str, pieces: list[Piece], at: int) -> bool:
    """Say whether only blanks, or the sign of a unit, stand before a word."""
    return at > 0 and not text[pieces[at - 1].end : pieces[at].start].strip(_BLANKS)


def _is_adjective(text: str, piece: Piece, language: FigureLanguage) -> bool:
    small = not piece.digits and text[piece.start].islower()
    return (
        small
        and piece.low not in language.stops
        and (bool(language.adjectives) and piece.low.endswith(language.adjectives))
    )


def _may_be_noun(
    text: str, pieces: list[Piece], at: int, language: FigureLanguage
) -> bool:
    piece = pieces[at]
    if piece.digits or piece.low in language.stops:
        return False
    return language.nouns != "capital" or text[piece.start].isupper()


def _agrees(text: str, noun: Piece, piece: Piece, language: FigureLanguage) -> bool:
    """Say whether an adjective follows its noun: "soldats russes"."""
    if not language.follow or piece.digits or piece.low in language.stops:
        return False
    near = text[noun.end : piece.start] == " "
    return near and noun.low.endswith("s") and piece.low.endswith(language.follow)


def tell_people(what: str | None, language: FigureLanguage) -> People | None:
    """Tell civilians from the military by how a noun begins."""
    if what is None:
        return None
    told = {
        kind
        for word in what.lower().split()
        for start, kind in language.people.items()
        if word.startswith(start)
    }
    if len(told) != 1:
        return None
    return "civilian" if "civilian" in told else "military"
