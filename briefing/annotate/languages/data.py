"""A language as its data file tells it.

`CODE.yaml` in this folder holds two YAML documents. The first tells how a paragraph of
the language is known; it is short, because it is read for every text. The second
tells how its dates are written; it is read when a paragraph of the language turns up.
`docs/languages.md` explains both.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.annotate.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
"""Where the data files lie."""
APOSTROPHES = str.maketrans("’ʼ`´", "''''")
ENGLISH_MONTHS = [name.capitalize() for name in MONTH_NAMES]
ENGLISH_WEEKDAYS = [name.capitalize() for name in WEEKDAY_NAMES]

Table = dict[str, str]
"""Forms of a language to the English word that they stand for."""


class Sign(NamedTuple):
    """What a paragraph of a language is known by."""

    code: str
    """Language code, the name of its data file."""
    probes: tuple[str, ...]
    """Strings of which every text of some length holds one."""
    words: frozenset[str]
    """Its most frequent words, lower case."""
    letters: frozenset[str]
    """Letters that its neighbours do not use, lower case."""
    script: str
    """Its letters as a range of a regular expression; nothing for Latin letters."""


class Marks(NamedTuple):
    """Words by which a tense is known."""

    words: frozenset[str]
    endings: tuple[str, ...]
    others: frozenset[str]
    """Words with such an ending that are no verbs."""


class Language(NamedTuple):
    """How a language writes dates, tenses and reports of what was said."""

    code: str
    slots: Mapping[str, Table]
    """For each slot of a phrase its forms; `number` and `day` take digits besides."""
    day_marks: tuple[str, ...]
    """What may stand right behind the number of a day: the full stop in "7."."""
    phrases: dict[str, str]
    """Phrases to the English ones they stand for."""
    future: Marks
    past: Marks
    saying: frozenset[str]
    """Forms of verbs of saying."""
    that: frozenset[str]
    """Words that begin what was said."""
    guess: frozenset[str]
    """Words that tell of what is only possible."""
    since: tuple[str, ...]
    """Words that make a day only the beginning of something."""
    until: tuple[str, ...]
    """Words that make a day the end of something."""
    begin: tuple[str, ...]
    """Words before the first day of a run: "from" in "from Monday to Friday"."""


def fold(word: str) -> str:
    """Give a word as it is looked up: lower case, straight apostrophes, one blank."""
    return " ".join(word.translate(APOSTROPHES).lower().split())


@cache
def signs() -> dict[str, Sign]:
    """Read how each language is known; in the order of their codes."""
    found = [_read_sign(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return {sign.code: sign for sign in found}


def _read_sign(path: Path) -> Sign:
    entry = next(_documents(path))
    return Sign(
        path.stem,
        tuple(entry.get("probes", ())),
        word_set(entry["words"]),
        frozenset(entry.get("letters", "")),
        entry.get("script", ""),
    )


@cache
def read_language(code: str) -> Language:
    """Read the data file of a language, and the names that Unicode's CLDR has for it.

    Raises:
        KeyError: when the file lacks a part that a language must have.
    """
    _, entry = _documents(FOLDER / f"{code}.yaml")
    slots = {name: _table(forms) for name, forms in entry["slots"].items()}
    for name, forms in _cldr_names(entry.get("cldr", code)).items():
        slots[name] = forms | slots.get(name, {})
    for part in ("month", "weekday"):
        slots[f"any_{part}"] = slots[part] | slots[f"any_{part}"]
    tense, report = entry["tense"], entry["reports"]
    return Language(
        code,
        slots,
        tuple(entry.get("day_marks", ())),
        entry["phrases"],
        _marks(tense["future"]),
        _marks(tense["past"]),
        word_set(report["saying"]),
        word_set(report["that"]),
        word_set(report["guess"]),
        tuple(report["since"]),
        tuple(report["until"]),
        tuple(report["from"]),
    )


def _documents(path: Path) -> Any:  # noqa: ANN401
    import yaml

    return yaml.safe_load_all(path.read_text(encoding="utf-8"))


def _table(forms: Mapping[object, str]) -> Table:
    return {
        form.replace("_", " "): str(english)
        for english, line in forms.items()
        for form in str(line).split()
    }


def _marks(entry: Mapping[str, str]) -> Marks:
    return Marks(
        word_set(entry["words"]),
        tuple(entry.get("endings", "").split()),
        word_set(entry.get("others", "")),
    )


@cache
def _cldr_names(code: str) -> dict[str, Table]:
    """Give the names of months and weekdays; "any_" for those shortened."""
    from babel import Locale

    locale = Locale.parse(code)
    named = {"month": locale.months, "weekday": locale.days}
    names: dict[str, Table] = {}
    for kind, contexts in named.items():
        english = ENGLISH_MONTHS if kind == "month" else ENGLISH_WEEKDAYS
        # CLDR numbers months from 1 and weekdays, here, from Monday as 0.
        first = 1 if kind == "month" else 0
        for width, slot in (("wide", kind), ("abbreviated", f"any_{kind}")):
            names[slot] = {
                form.translate(APOSTROPHES).removesuffix("."): english[number - first]
                for context in ("format", "stand-alone")
                for number, form in contexts[context][width].items()
            }
    return names
