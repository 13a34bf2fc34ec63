"""A language as its data file tells it.

`CODE.yaml` in this folder holds two YAML documents. The first tells how a paragraph of
the language is known; it is short, because it is read for every text. The second
tells how its dates are written; it is read when a paragraph of the language turns up.
`docs/languages.md` explains both.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from briefing.annotate.languages.forms import APOSTROPHES, Forms, fold, sort_forms
from briefing.annotate.languages.parts import open_part
from briefing.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.annotate.languages.parts import Part

FOLDER = Path(__file__).parent
"""Where the data files lie."""
ENGLISH_MONTHS = [name.capitalize() for name in MONTH_NAMES]
ENGLISH_WEEKDAYS = [name.capitalize() for name in WEEKDAY_NAMES]
CALENDAR = {
    "month": ENGLISH_MONTHS,
    "any_month": ENGLISH_MONTHS,
    "weekday": ENGLISH_WEEKDAYS,
    "any_weekday": ENGLISH_WEEKDAYS,
}
"""Slots that every language has, and the English words of their forms."""

_KEYS = ("cldr", "day_marks", "slots", "phrases", "tense", "reports")
_TENSES = ("future", "past", "present")
_MARK_KEYS = ("words", "endings", "others")
_REPORT_KEYS = ("saying", "that", "guess", "since", "until", "from", "runs")

Table = dict[str, str]
"""Forms of a language to the English word that they stand for."""


class Marks(NamedTuple):
    """Words by which a tense is known."""

    words: Forms
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
    present: Marks
    """What looks like a future form but tells of what is going on."""
    saying: Forms
    """Forms of verbs of saying."""
    that: frozenset[str]
    """Words that begin what was said."""
    guess: Forms
    """Words that tell of what is only possible."""
    since: tuple[str, ...]
    """Words that make a day only the beginning of something."""
    until: tuple[str, ...]
    """Words that make a day the end of something."""
    begin: tuple[str, ...]
    """Words before the first day of a run: "from" in "from Monday to Friday"."""
    runs: tuple[tuple[str, str], ...]
    """Further words before the first and before the last day of a run, in pairs."""


def data_files(*, ending: str = "yaml") -> list[Path]:
    """Give the data files of all languages, in the order of their codes."""
    return sorted(FOLDER.glob(f"*.{ending}"))


def path_of(code: str) -> Path:
    """Give the data file of a language."""
    return FOLDER / f"{code}.yaml"


@cache
def read_language(code: str) -> Language:
    """Read the data file of a language, and the names that Unicode's CLDR has for it.

    Raises:
        ConfigError: when the second part is faulty; with a line for each fault.
    """
    part = open_part(path_of(code), 1)
    part.check_keys((), _KEYS, ("phrases", "tense", "reports"))
    part.check_keys(("reports",), _REPORT_KEYS, ("saying", "that"))
    part.check_keys(("tense",), _TENSES, ("future", "past"))
    slots = _read_slots(part, code)
    phrases = {key: part.text(("phrases", key)) for key in part.keys_of(("phrases",))}
    future, past, present = (_read_marks(part, name) for name in _TENSES)
    report = {key: part.forms(("reports", key)) for key in _REPORT_KEYS}
    language = Language(
        code,
        slots,
        part.forms(("day_marks",)),
        phrases,
        future,
        past,
        present,
        sort_forms(report["saying"]),
        _single_words(part, ("reports", "that")),
        sort_forms(report["guess"]),
        _folded(report["since"]),
        _folded(report["until"]),
        _folded(report["from"]),
        _read_runs(part),
    )
    part.close()
    return language


def _read_slots(part: Part, code: str) -> dict[str, Table]:
    slots: dict[str, Table] = {}
    if "slots" in part.yaml.data:
        for name in part.keys_of(("slots",)):
            slots[name] = _read_slot(part, name)
    cldr = part.text(("cldr",), code)
    try:
        names = _cldr_names(cldr)
    except ValueError:
        what = (
            f"Unicode's CLDR knows no language '{cldr}'"
            f"{did_you_mean(cldr, _cldr_codes())}; say under which code it does, "
            "as in 'cldr: de'"
        )
        part.fault(("cldr",), what, value=True)
        return slots | {name: slots.get(name, {}) for name in CALENDAR}
    for name, forms in names.items():
        slots[name] = forms | slots.get(name, {})
    for kind in ("month", "weekday"):
        slots[f"any_{kind}"] = slots[kind] | slots[f"any_{kind}"]
    return slots


def _read_slot(part: Part, name: str) -> Table:
    """Read the forms of a slot; a form stands for one English word."""
    table: Table = {}
    for english in part.keys_of(("slots", name)):
        path = ("slots", name, english)
        if name in CALENDAR and english not in CALENDAR[name]:
            close = did_you_mean(english, CALENDAR[name])
            part.fault(
                path, f"'{english}' is no English {name.removeprefix('any_')}{close}"
            )
        for form in part.forms(path):
            other = table.setdefault(form.translate(APOSTROPHES), english)
            if other != english:
                what = f"'{form}' stands under '{other}' too; keep one"
                part.fault(path, what, value=True)
    return table


def _read_marks(part: Part, tense: str) -> Marks:
    path = ("tense", tense)
    if tense in part.keys_of(("tense",)):
        part.check_keys(path, _MARK_KEYS, ("words",))
    return Marks(
        sort_forms(part.forms((*path, "words"))),
        _folded(part.forms((*path, "endings"))),
        frozenset(_folded(part.forms((*path, "others")))),
    )


def _single_words(part: Part, path: tuple[str, ...]) -> frozenset[str]:
    forms = sort_forms(part.forms(path))
    for form in forms.patterns:
        part.fault(path, f"'{form}' is more than one word", value=True)
    return forms.words


def _read_runs(part: Part) -> tuple[tuple[str, str], ...]:
    path = ("reports", "runs")
    entries = part.keys_of(("reports",)).get("runs", [])
    if isinstance(entries, str):
        entries = [entries]
    runs = []
    for entry in entries if isinstance(entries, list) else []:
        first, gap, last = (word.strip() for word in str(entry).partition("..."))
        if not (first and gap and last):
            what = f"'{entry}': write the words around the first day as 'from ... to'"
            part.fault(path, what, value=True)
        runs.append((fold(first), fold(last)))
    return tuple(runs)


def _folded(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(form) for form in forms))


@cache
def _cldr_names(code: str) -> dict[str, Table]:
    """Give the names of months and weekdays; "any_" for those shortened.

    Raises:
        ValueError: when CLDR does not have the language.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from error
    named = {"month": locale.months, "weekday": locale.days}
    names: dict[str, Table] = {}
    for kind, contexts in named.items():
        english = CALENDAR[kind]
        # CLDR numbers months from 1 and weekdays, here, from Monday as 0.
        first = 1 if kind == "month" else 0
        for width, slot in (("wide", kind), ("abbreviated", f"any_{kind}")):
            names[slot] = {
                form.translate(APOSTROPHES).removesuffix("."): english[number - first]
                for context in ("format", "stand-alone")
                for number, form in contexts[context][width].items()
            }
    return names


def _cldr_codes() -> list[str]:
    from babel.localedata import locale_identifiers

    return [code for code in locale_identifiers() if "_" not in code]
