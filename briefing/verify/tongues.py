"""What is known of numbers and comparisons in other languages, and which one is met."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

ENGLISH = "en"
_CYRILLIC = ("uk", "ru")
_COMMON = {
    "en": (
        "the of and to in that was were is are for on with by at from had has "
        "have been it its said who which this but not an as"
    ),
    "de": (
        "der die das und den dem des ein eine einen im in am auf mit von nach "
        "für ist sind war waren wurde wurden sich nicht zu zum zur auch aus bei "
        "sei seien haben hat werden wird als wie noch"
    ),
    "fr": (
        "le la les des du de un une et est sont était ont a été au aux en dans "
        "sur pour par avec que qui ne pas plus selon se ce cette il elle leur "
        "depuis"
    ),
    "es": (
        "el la los las de del un una y es son sin unos unas sobre entre hay "
        "pero también cuando muy fue fueron ha han en con por para que no se su "
        "sus al más según tras desde como este esta lo"
    ),
}
"""Frequent words, by which the language of a sentence is told."""
_SURE = 2
"""Frequent words of a language that a sentence must have to be of it."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language writes numbers."""

    decimal: str
    """The mark before decimal places."""
    thousands: str
    """Marks between thousands, besides blanks."""
    numbers: Mapping[str, Decimal]
    """Words that are added."""
    times: Mapping[str, Decimal]
    """Words that multiply."""
    parts: Mapping[str, Decimal]
    """Words for a part of one."""
    joints: frozenset[str]
    """Words before ones or a part: "vingt et un", "deux et demi"."""
    compound: str | None
    """What joins number words written as one; None where none are."""
    phrases: tuple[str, ...]
    """Number words of several words."""
    words: frozenset[str]
    """All number words, each written as one."""
    no_number: tuple[str, ...]
    """Phrases whose number words are none: "pour cent"."""
    signs: Mapping[str, frozenset[str]]
    """Phrases of comparison, and the signs that each may stand for."""
    units: Mapping[str, tuple[str, ...]]
    """Beginnings of the words for a unit."""


def simplify(words: str) -> str:
    """Give words small, with one apostrophe, one hyphen and no е with dots."""
    same = str.maketrans(dict.fromkeys("’‘ʼ´`′", "'") | {"ё": "е", "\u00ad": ""})
    return re.sub(r"[‐‑‒–—−]", "-", words.lower().translate(same))


def tongues_of(quote: str) -> tuple[str, ...]:
    """Give the languages that a quote may be in; the likeliest first.

    Those of one script are told apart by their frequent words. Where too few of them
    stand, it may be any of them.
    """
    if re.search("[Ѐ-ӿ]", quote):
        return _CYRILLIC
    words = re.findall(r"[^\W\d_]+", quote.lower())
    counts = {
        code: sum(word in common for word in words)
        for code, common in _common().items()
    }
    most = max(counts.values())
    return tuple(
        code for code, count in counts.items() if count == most or most < _SURE
    )


@cache
def _entries() -> Mapping[str, Json]:
    import yaml

    path = Path(__file__).with_name("languages.yaml")
    entries: dict[str, Json] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return entries


@cache
def _common() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _COMMON.items()}


@cache
def tongue(code: str) -> Tongue:
    """Give what is known of a language."""
    entry = _entries()[code]
    numbers, times = _values(entry["numbers"]), _values(entry["times"])
    parts, compound = _values(entry["parts"]), entry.get("compound")
    forms = [form for lists in (numbers, times, parts) for form in lists]
    return Tongue(
        decimal=entry["decimal"],
        thousands=entry["thousands"],
        numbers=_joined(numbers),
        times=_joined(times),
        parts=parts,
        joints=frozenset(entry["joints"].split()),
        compound=compound,
        phrases=tuple(form for form in forms if " " in form),
        words=frozenset([*(form.replace(" ", "") for form in forms), compound or ""]),
        no_number=_forms(entry.get("no_number", "")),
        signs={
            phrase: frozenset(signs.split())
            for signs, phrases in entry["signs"].items()
            for phrase in _forms(phrases)
        },
        units={unit: _forms(words) for unit, words in entry["units"].items()},
    )


def _forms(words: str | None) -> tuple[str, ...]:
    return tuple(simplify(form.replace("_", " ")) for form in (words or "null").split())


def _values(lists: Mapping[float, str | None]) -> Mapping[str, Decimal]:
    return {
        form: Decimal(str(value))
        for value, words in lists.items()
        for form in _forms(words)
    }


def _joined(values: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    return {form.replace(" ", ""): value for form, value in values.items()}
