"""Figures of a sentence in a language that has a data file.

Read are counts, money, percentages, measures, lengths of time, ranges and vague
quantities, with comparator, unit and, where a noun follows at once, what is counted.
Left out are years, ordinals, clock times, names ("Mirage 2000", "Artikel 5") and a
lone "one", which is an article in these languages.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.figure_languages.data import (
    FigureLanguage,
    read_figure_language,
)
from briefing.annotate.figure_languages.numerals import (
    Number,
    Piece,
    find_numbers,
    split_pieces,
)
from briefing.annotate.figure_languages.subjects import read_subject, tell_people
from briefing.annotate.figure_languages.told import (
    read_event,
    read_source,
    read_total,
)
from briefing.model.figure import Figure
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "%": "%"}
_LONGEST_UNIT, _LONGEST_COMPARATOR = 3, 4
_YEARS = (1500, 2100)
_SPACES = " \u00a0\u202f\u2009"
_DASHES = ("-", "–", "—", "‑")
_FOUR = 4


class _Sized(NamedTuple):
    """A number with its unit."""

    number: Number
    first: int
    """Its first piece."""
    after: int
    """The piece after it and its unit."""
    start: int
    end: int
    unit: str
    kind: str


def find_foreign(
    text: str, sentence: Span, code: str, *, taken: Sequence[Span]
) -> tuple[Figure, ...]:
    """Find the figures of a sentence in another language.

    Args:
        text: The article's text.
        sentence: The sentence.
        code: Its language, one that `has_figures`.
        taken: Places that are something else, in order.

    Returns:
        The figures in order, with the source of the sentence.
    """
    language = read_figure_language(code)
    pieces = split_pieces(text, sentence, code)
    sized: list[_Sized] = []
    for first, after, number in find_numbers(text, pieces, language):
        within = bool(sized) and first < sized[-1].after
        if not within and not _is_taken(number, taken):
            found_unit = _with_unit(
                text, pieces, first, after, number, language, sentence
            )
            if sized and found_unit.start < sized[-1].end:
                # "12 $ 15": the sign belongs to the number before it.
                found_unit = _Sized(
                    number, first, after, number.start, number.end, "count", "count"
                )
            sized.append(found_unit)
    found = []
    said = read_source(text, pieces, language) if sized else None
    at = 0
    while at < len(sized):
        pair = sized[at : at + 2]
        ranged = len(pair) > 1 and _is_range(text, pieces, pair[0], pair[1], language)
        if ranged or not _is_label(text, pieces, sized[at], language, sentence):
            last = pair[-1] if ranged else sized[at]
            found.append(_figure(text, pieces, sized[at], last, language, said))
        at += 2 if ranged else 1
    return tuple(found)


def _is_taken(number: Number, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, number.end, key=lambda span: span.start)
    return at > 0 and taken[at - 1].end > number.start


def _with_unit(
    text: str,
    pieces: list[Piece],
    first: int,
    after: int,
    number: Number,
    language: FigureLanguage,
    sentence: Span,
) -> _Sized:
    """Read the unit around a number: a sign before, a sign or words after."""
    start, end = number.start, number.end
    back = start
    while back > sentence.start and text[back - 1] in _SPACES:
        back -= 1
    before = text[back - 1] if back > sentence.start else ""
    if before in _SYMBOLS and before != "%":
        return _Sized(number, first, after, back - 1, end, _SYMBOLS[before], "money")
    ahead = end
    while ahead < sentence.end and text[ahead] in _SPACES:
        ahead += 1
    sign = text[ahead] if ahead < sentence.end else ""
    if sign in _SYMBOLS:
        kind = "percent" if sign == "%" else "money"
        return _Sized(number, first, after, start, ahead + 1, _SYMBOLS[sign], kind)
    for count in range(_LONGEST_UNIT, 0, -1):
        words = pieces[after : after + count]
        phrase = " ".join(piece.low for piece in words)
        if len(words) == count and phrase in language.units and _adjoins(text, words):
            unit, kind = language.units[phrase]
            stop = words[-1].end
            return _Sized(number, first, after + count, start, stop, unit, kind)
    return _Sized(number, first, after, start, end, "count", "count")


def _adjoins(text: str, words: list[Piece]) -> bool:
    """Say whether only blanks stand between the words, and before the first."""
    first = words[0].start
    led = text[first - 1] in _SPACES + "-‑" or text[first - 1].isdigit()
    gaps = pairwise(words)
    return led and all(text[one.end : two.start].strip("- ") == "" for one, two in gaps)


def _is_label(
    text: str,
    pieces: list[Piece],
    sized: _Sized,
    language: FigureLanguage,
    sentence: Span,
) -> bool:
    """Say whether a number is a name, a year, an ordinal or a clock time."""
    number = sized.number
    follower = pieces[sized.after] if sized.after < len(pieces) else None
    if follower and follower.low in language.no_figure:
        return True
    if not number.digits:
        lone = number.value is not None and number.value <= 1
        return (
            lone
            and sized.kind != "percent"
            and not _comparator(pieces, sized, language)
        )
    named = pieces[sized.first - 1].low.rpartition("'")[2] if sized.first else ""
    if named in language.naming:
        return True
    if _is_glued(text, number, sentence, united=sized.end > number.end):
        return True
    if sized.kind != "count":
        return False
    return _is_year(text, number) or _is_named(text, pieces, sized, sentence)


def _is_glued(text: str, number: Number, sentence: Span, *, united: bool) -> bool:
    """Say whether letters or digits touch it: "T-72", "5.", "12:30", "14h", "5-й"."""
    before = text[max(sentence.start, number.start - 2) : number.start]
    after = text[number.end : min(sentence.end, number.end + 2)]
    if before and (before[-1].isalnum() or before[-1] in "/:#_."):
        return True
    if before[-1:] in _DASHES and before[:1].isalpha():
        return True
    if united:
        return False
    if after[:1] == ".":
        return after[1:2].isspace() and number.end + 1 < sentence.end
    touching = after[:1].isalpha() or after[:1] in ("/", ":")
    return (
        touching or (after[:1] in _DASHES and after[1:2].isalpha()) or after[:1] == ")"
    )


def _is_year(text: str, number: Number) -> bool:
    bare = number.end - number.start == _FOUR
    value = number.value
    return bare and value is not None and _YEARS[0] < value < _YEARS[1]


def _is_named(text: str, pieces: list[Piece], sized: _Sized, sentence: Span) -> bool:
    """Say whether it ends a name: "die Mirage 2000,", not "in Paris 200 Menschen"."""
    number = sized.number
    if not sized.first:
        return False
    before = pieces[sized.first - 1]
    touches = text[before.end : number.start].strip(_SPACES) == ""
    opens = before.start == sentence.start
    name = not before.digits and text[before.start].isupper() and not opens
    follows = text[number.end : number.end + 2]
    return touches and name and not (follows[:1] in _SPACES and follows[1:2].isalpha())


def _is_range(
    text: str, pieces: list[Piece], low: _Sized, high: _Sized, language: FigureLanguage
) -> bool:
    """Say whether two numbers are the ends of one range."""
    first, second = low.number.value, high.number.value
    if first is None or second is None or first >= _scaled(first, second)[1]:
        return False
    if low.unit not in ("count", high.unit):
        return False
    between = text[low.end : high.start].strip(_SPACES)
    if between in _DASHES:
        years = _is_year(text, low.number) and _is_year(text, high.number)
        return low.number.digits and high.number.digits and not years
    opener = pieces[low.first - 1].low if low.first else ""
    word = between.lower()
    return any(
        word == joint and start in (opener, "-") for start, joint in language.ranges
    )


def _scaled(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Give both ends: "2 bis 3 Millionen" is two million to three million."""
    factor = Decimal(1)
    for scale in (10**3, 10**6, 10**9):
        if low < 10**3 <= scale <= high and low * scale < high:
            factor = Decimal(scale)
    return low * factor, high


def _comparator(
    pieces: list[Piece], sized: _Sized, language: FigureLanguage
) -> tuple[str, Span] | None:
    """Find the longest comparator right before or behind a figure."""
    for count in range(min(_LONGEST_COMPARATOR, sized.first), 0, -1):
        words = pieces[sized.first - count : sized.first]
        found = language.comparators.get(" ".join(piece.low for piece in words))
        near = sized.start - words[-1].end
        if found and near <= 1:
            return found, Span(words[0].start, words[-1].end)
    for count in range(_LONGEST_UNIT, 0, -1):
        words = pieces[sized.after : sized.after + count]
        found = language.after.get(" ".join(piece.low for piece in words))
        if found:
            return found, Span(words[0].start, words[-1].end)
    return None


def _figure(
    text: str,
    pieces: list[Piece],
    first: _Sized,
    last: _Sized,
    language: FigureLanguage,
    said: str | None,
) -> Figure:
    """Make the figure of a number, or of the two ends of a range."""
    ranged = first is not last
    span = Span(first.start, last.end)
    compared = _comparator(pieces, first._replace(after=last.after), language)
    vague = first.number.value is None
    ends: tuple[Decimal | None, Decimal | None] = (None, None)
    if ranged and first.number.value is not None and last.number.value is not None:
        ends = _scaled(first.number.value, last.number.value)
    what = read_total(text, pieces, first.first, language) or read_subject(
        text, pieces, last.after, language
    )
    family = "vague" if vague else "range" if ranged else last.kind
    comparator = compared[0] if compared else "~" if vague else "="
    return Figure(
        span=span,
        text=span.cut(text),
        value=None if ranged else first.number.value,
        low=ends[0],
        high=ends[1],
        comparator=comparator,  # type: ignore[arg-type]
        unit=last.unit,
        kind="vague" if vague else last.kind,
        what=what,
        event=read_event(text, pieces, first.first, last.after, language),
        attribution=said,
        attribution_name=None,
        rule=f"{language.code}.{family}",
        comparator_span=compared[1] if compared else None,
        people=tell_people(what, language) if last.unit == "count" else None,
    )
