"""How a language writes figures, as its data file tells it.

`CODE.yaml` in this folder; `docs/figure-languages.md` says what its keys mean. A file
is read when a paragraph of its language turns up.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
"""Where the data files lie."""
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_THOUSAND = 1000


class FigureLanguage(NamedTuple):
    """How a language writes figures."""

    code: str
    """Language code, the name of its data file."""
    decimal: str
    """The mark before the places of a number."""
    thousands: str
    """Marks between thousands, besides the spaces of print."""
    small: dict[str, Decimal]
    """Number words below a thousand that are added, and halves."""
    hundred: frozenset[str]
    """Words that multiply by a hundred."""
    scales: dict[str, Decimal]
    """Words for a thousand and more."""
    groups: dict[str, Decimal]
    """Words for a dozen and the like."""
    compound: str
    """What joins the parts of a number written as one word; "" if none is."""
    joints: frozenset[str]
    """Words between the parts of a number: "et" in "vingt et un"."""
    teens_after: frozenset[int]
    """Tens that take "eleven" to "nineteen" too: sixty in "soixante-douze"."""
    vague: frozenset[str]
    """Words for a number that nobody counted."""
    comparators: dict[str, str]
    """Words before a number that say how it is meant, to the comparator."""
    after: dict[str, str]
    """The same behind it."""
    units: dict[str, tuple[str, str]]
    """Words for units, to the unit's short name and its kind."""
    ranges: tuple[tuple[str, str], ...]
    """Pairs of words around the ends of a range: "zwischen", "und"."""
    naming: frozenset[str]
    """Words that make the number behind them a name."""
    no_figure: frozenset[str]
    """Words that make the number before them no figure: "Uhr"."""
    links: frozenset[str]
    """Words between a number and its noun: "de" in "deux millions de"."""
    stops: frozenset[str]
    """Words that are no part of what is counted."""
    adjectives: tuple[str, ...]
    """Endings of adjectives before a noun."""
    substantives: frozenset[str]
    """Nouns that look like adjectives: "військових"."""
    follow: tuple[str, ...]
    """Endings of adjectives behind it."""
    nouns: str
    """"capital" where nouns are written with one."""
    people: dict[str, str]
    """Beginnings of nouns to civilian or military."""
    events: frozenset[str]
    """What happens to those who are counted."""
    totals: frozenset[str]
    """Words for a number that itself is told of: "Zahl der Toten"."""
    articles: frozenset[str]
    """Articles before a noun."""
    says: frozenset[str]
    """Verbs of saying, which stand before or behind their source."""
    told_as: frozenset[str]
    """Words that open an aside with source and verb: "wie"."""
    according: frozenset[str]
    """Words right before a source: "laut"."""


def has_figures(code: str) -> bool:
    """Say whether a language has a data file for figures."""
    return code in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.yaml"))


def fold(word: str) -> str:
    """Give a word as it is looked up: lower case, straight apostrophes."""
    return word.translate(_APOSTROPHES).lower()


@cache
def read_figure_language(code: str) -> FigureLanguage:
    """Read the data file of a language.

    Raises:
        KeyError: when the file lacks a part that a language must have.
    """
    import yaml

    entry = yaml.safe_load((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
    numbers = _table(entry["numbers"])
    return FigureLanguage(
        code,
        entry.get("decimal", ","),
        entry.get("thousands", ""),
        {word: Decimal(value) for word, value in numbers.items()},
        word_set(entry.get("hundred", "")),
        {word: Decimal(value) for word, value in _table(entry["scales"]).items()},
        {word: Decimal(value) for word, value in _table(entry["groups"]).items()},
        entry.get("compound", ""),
        word_set(entry.get("joints", "")),
        frozenset(entry.get("teens_after", ())),
        frozenset(_forms(entry["vague"])),
        _table(entry["comparators"]),
        _table(entry.get("after", {})),
        _units(entry["units"]),
        tuple(tuple(pair.split()) for pair in entry["ranges"]),
        word_set(entry["naming"]),
        word_set(entry.get("no_figure", "")),
        word_set(entry.get("links", "")),
        word_set(entry.get("stops", "")),
        tuple(entry.get("adjectives", "").split()),
        word_set(entry.get("substantives", "")),
        tuple(entry.get("follow", "").split()),
        entry.get("nouns", ""),
        _table(entry.get("people", {})),
        word_set(entry.get("events", "")),
        word_set(entry.get("totals", "")),
        word_set(entry.get("articles", "")),
        word_set(entry.get("says", "")),
        word_set(entry.get("told_as", "")),
        frozenset(_forms(entry.get("according", ""))),
    )


def _forms(line: str) -> list[str]:
    return [fold(form.replace("_", " ")) for form in str(line).split()]


def _table(entry: Mapping[Any, str]) -> dict[str, str]:
    return {form: str(key) for key, line in entry.items() for form in _forms(line)}


def _units(entry: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    return {
        form: (unit, kind)
        for kind, units in entry.items()
        for form, unit in _table(units).items()
    }


@cache
def number_pattern(code: str) -> re.Pattern[str]:
    """Give the pattern of digits and of words, as a language writes them."""
    language = read_figure_language(code)
    marks = re.escape(language.thousands) + "\u00a0\u202f\u2009"
    decimal = re.escape(language.decimal)
    return re.compile(
        rf"(?P<digits>\d{{1,3}}(?:(?:[{marks}]\d{{3}}(?!\d)| \d{{3}}(?!\w)){{1,6}})"
        rf"(?:{decimal}\d{{1,9}})?(?!\d)|\d{{1,18}}(?:[{decimal}.]\d{{1,9}})?)"
        r"|(?P<word>[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*)"
    )


def read_digits(written: str, language: FigureLanguage) -> Decimal | None:
    """Read a number in digits: "1.234,5", "40 000", "2,5"; None when it is none."""
    bare = re.sub(r"[\s\u00a0\u202f\u2009']", "", written)
    if language.decimal in bare or bare.count(".") > 1:
        bare = bare.replace(".", "") if language.decimal != "." else bare
        bare = bare.replace(language.decimal, ".")
    elif "." in bare and language.thousands.startswith("."):
        whole, _, places = bare.partition(".")
        thousands = len(places) == len("000") and whole != "0"
        bare = whole + places if thousands else bare
    try:
        return Decimal(bare)
    except ArithmeticError:
        return None
