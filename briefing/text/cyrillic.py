"""Ukrainian and Russian words: their letters as sounds, their forms as one.

Endings are those of nouns and adjectives in the singular and plural, after the
paradigms of Zaliznyak (Грамматический словарь русского языка, 1977) and of the
Ukrainian orthography of 2019. A word is never cut to less than three letters, a
name to less than two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.text.words import word_set

SHORTEST_STEM = 3
SHORTEST_NAME = 2

_LETTERS = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшыэў",
        "abvggdeeešziiijklmnoprstufxcčšiev",
        strict=True,
    )
)
_LETTERS |= {"щ": "šč", "ю": "ju", "я": "ja", "ь": "", "ъ": "", "'": "", "’": ""}
_CYRILLIC = re.compile("[\u0400-\u04ff'’ʼ]+")
_TS = re.compile("тс(?=к)")

# Ending in a text: what may stand there in the nominative ("-" for nothing).
_CASES = {
    "ого": "ий ый ой",
    "ому": "ий ый ой",
    "им": "ий ый",
    "ым": "ый",
    "ом": "- ий о",
    "ою": "а",
    "ой": "а",
    "ей": "я",
    "ею": "я",
    "ем": "- ий",
    "єм": "й",
    "ові": "-",
    "еві": "-",
    "а": "- о",
    "у": "- а о",
    "ю": "й ь я",
    "я": "й ь",
    "е": "- а о",
    "і": "- а о",
    "и": "а ь",
    "ы": "а",
    "ї": "я",
}
_ENDINGS = tuple(sorted(_CASES, key=lambda ending: (-len(ending), ending)))

_STEM_ENDINGS = sorted(
    word_set(
        "а я о е і и ї ы у ю й ь ий ый ій ой ей ая яя ое ее ые ие ого его ому ему ом "
        "ем єм ам ям ою ею єю ой ах ях ами ями ові еві ів їв ов ев єв ых их ым им ими "
        "ыми ої еє ої ість ості остью істю ией ией ией ия ию ии ість ання анням анню"
    ),
    key=lambda ending: (-len(ending), ending),
)


def is_cyrillic(word: str) -> bool:
    """Say whether a word is written in Cyrillic letters."""
    return bool(_CYRILLIC.fullmatch(word))


def spell_out(word: str) -> str:
    """Give a lower-case word in the sounds of its letters; empty if it has others."""
    if not is_cyrillic(word):
        return ""
    return "".join(_LETTERS.get(char, "") for char in _TS.sub("ц", word))


def nominatives(word: str) -> frozenset[str]:
    """Give the forms that a lower-case name may have in the nominative, itself too.

    "києві" gives "київ" spelt "києв", "одесу" gives "одеса", "путиным" "путин".
    """
    forms = {word}
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_NAME:
            forms.update(
                stem + other.replace("-", "") for other in _CASES[ending].split()
            )
            if ending in {"им", "ым"}:  # surnames: Путиным, Зеленским
                forms.add(stem)
    return frozenset(forms)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Give a folded word without the longest ending that leaves a stem."""
    for ending in _STEM_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word
