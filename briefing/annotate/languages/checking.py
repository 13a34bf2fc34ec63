"""Reads all data files whole and tells what is wrong with them.

A build reads of a language only what its articles need. Here each phrase is said in
English with each form of its slots, and it is seen whether the English rules know it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.languages.data import (
    CALENDAR,
    data_files,
    path_of,
    read_language,
)
from briefing.annotate.languages.parts import open_part
from briefing.annotate.languages.phrasebook import all_phrases, is_understood
from briefing.annotate.languages.phrases import DIGITS, NUMBERED, slot_kind
from briefing.annotate.languages.signs import ENGLISH, signs
from briefing.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.languages.data import Language
    from briefing.annotate.languages.parts import Part

_SAMPLES = {
    "year": "2024",
    "decade": "1990",
    "count": "1,076",
    "numeric": "2025-02-03",
    "brief": "2025-02-03",
    "stub": "February 3",
    "iso": "2025-02-03",
    "day": "3",
    "number": "2",
    "day_2": "5",
    "year_2": "2025",
}
"""What a slot of digits holds, said in English; the second one something later."""
_SLOT = re.compile(r"\{(\w+)\}")
_KNOWN = frozenset({*CALENDAR, *DIGITS, *NUMBERED})


def check_languages() -> tuple[str, ...]:
    """Read all languages whole.

    Returns:
        The codes of the languages that are well, English first.

    Raises:
        ConfigError: with a line for each fault of any data file.
    """
    faults = [
        f"{path}: is not read; call it '{path.stem}.yaml'"
        for path in data_files(ending="yml")
    ]
    try:
        signs()
    except ConfigError as error:
        faults.append(str(error))
    codes = [path.stem for path in data_files() if path.stem != ENGLISH]
    for code in codes:
        try:
            check_language(code)
        except ConfigError as error:
            faults.append(str(error))
    if faults:
        lines = dict.fromkeys("\n".join(faults).splitlines())
        raise ConfigError("\n".join(lines))
    return (ENGLISH, *codes)


def check_language(code: str) -> None:
    """Read a language whole.

    Raises:
        ConfigError: with a line for each fault of its data file.
    """
    language = read_language(code)
    all_phrases(code)
    part = open_part(path_of(code), 1)
    used = {
        slot_kind(name) for phrase in language.phrases for name in _SLOT.findall(phrase)
    }
    for name in part.yaml.data.get("slots") or {}:
        if name not in used | _KNOWN:
            close = did_you_mean(name, used | _KNOWN)
            part.fault(("slots", name), f"no phrase has this slot{close}")
    known: dict[str, set[str]] = {}
    for written, english in language.phrases.items():
        _check_meaning(part, language, written, english, known)
    for name, words in known.items():
        _check_slot(part, language, name, words)
    part.close()


def _check_meaning(
    part: Part,
    language: Language,
    written: str,
    english: str,
    known: dict[str, set[str]],
) -> None:
    """Note a phrase whose English the rules never know; collect the words known."""
    if not english:
        return
    names = _SLOT.findall(english)
    understood = False
    for held in _ways_to_fill(language, names):
        if is_understood(_fill(english, held)):
            understood = True
            for name in names:
                known.setdefault(slot_kind(name), set()).add(held[name])
    for name in names:
        known.setdefault(slot_kind(name), set())
    if not understood:
        what = f"'{english}' is no time that the English rules know; say it otherwise"
        part.fault(("phrases", written), what, value=True)


def _ways_to_fill(language: Language, names: list[str]) -> Iterator[dict[str, str]]:
    """Give the English words of slots: each of one's beside the first of the others."""
    ways = {name: _words(language, name) for name in names}
    first = {name: words[0] for name, words in ways.items() if words}
    yield first
    for name, words in ways.items():
        for word in words[1:]:
            yield first | {name: word}


def _words(language: Language, name: str) -> list[str]:
    kind = slot_kind(name)
    sample = _SAMPLES.get(name) or _SAMPLES.get(kind)
    digits = [sample] if sample else []
    return [*digits, *dict.fromkeys(language.slots.get(kind, {}).values())]


def _fill(english: str, held: dict[str, str]) -> str:
    """Say an English phrase with all of its slots; numbers ask for the plural."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        plural = slot_kind(name) == "unit" and held.get("number", "1") != "1"
        return held[name] + "s" * plural

    return _SLOT.sub(fill, re.sub(r"[\[\]]", "", english))


def _check_slot(part: Part, language: Language, name: str, known: set[str]) -> None:
    """Note the English words of a slot that no phrase can say."""
    for word in dict.fromkeys(language.slots.get(name, {}).values()):
        path = ("slots", name, word)
        if word not in known and path in part.yaml.keys:
            what = f"'{word}' is no word that the English rules know in any phrase"
            part.fault(path, what + did_you_mean(word, known))
