"""How a name sounds, whatever alphabet or table of transliteration wrote it.

Зеленський is Zelenskyy by the Ukrainian table of 2010, Zelenskyi or Zelens'kyy by
BGN/PCGN, Zelens'kyj by ISO 9 and scholarly use, Selenskyj in German, Zelensky in
most papers. Every one of these tables writes one letter of the name by one group of
Latin letters, so the groups are read back: a spelling gives one key for each table
by which it can be read, and two spellings are one name if they share a key.

What the tables do not keep apart, the key does not either: г and х before a vowel
in some, ж and ш in German, и, і, ї, й and ы, soft and hard signs, doubled letters.
Arabic names are read likewise; there the sounds that differ by dialect and paper are
one: ق is q, g, gh, k or kh, ذ is d, dh or th, and the short vowels fall into three
classes (a and e, i and y, o and u), so that Gaddafi, Qadhafi and Kadafy agree while
Hassan and Hussein do not. Vowels are never dropped: what is left would fit too much.

Tables: Ukrainian national (2010), BGN/PCGN (Ukrainian 1965 and 2019, Russian 1947),
ISO 9:1995 and the scholarly one, Duden for German, the French press; for Arabic
BGN/PCGN 1956 with the variants that the press uses.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from briefing.text.cyrillic import nominatives, spell_out
from briefing.text.fold import fold
from briefing.text.words import word_table

Family = Literal["slavic", "place", "arabic"]
"""Ukrainian and Russian names; those of places, which differ more; Arabic names."""

LONGEST = 30
"""Letters of the longest word that is looked at: a name, not a hostile text."""

# Sound: the groups of letters that write it.
_ENGLISH = """
šč: shch
x: kh
š: sh zh
č: ch tch
c: ts tz
dš: dzh dj
f: ph
ks: x
k: ck c q
v: w
g: h
"""
_GERMAN = """
šč: schtsch stsch
č: tsch
dš: dsch
š: sch sh zh
x: ch
c: z tz ts
ks: x
k: ck c q
v: w
g: h
"""
_FRENCH = """
šč: chtch
č: tch
dš: dj
š: ch j
x: kh
c: ts
u: ou
ju: iou
g: gu h
k: c q
ks: x
v: w
"""
_SCHOLARLY = """
x: ch h
š: sz ż
č: cz
v: w
"""
_ARABIC = """
š: sh sch
sI: ci cy
sA: ce
q: kh gh g k q ck c
d: dh d
t: th t
j: dj dsch dzh j
I: ee ei ey ai ay ie
U: ou oo au ow
A: a e
i: y
"""
_ARABIC_FRENCH = _ARABIC.replace("š: sh", "š: ch sh")
_ARABIC_GERMAN = _ARABIC.replace("q: kh", "q: ch kh").replace("dzh j", "dsch\ni: j")


class _Table(NamedTuple):
    """One table of transliteration, read from letters to sounds."""

    groups: re.Pattern[str]
    sounds: dict[str, str]


@cache
def _table(lines: str) -> _Table:
    sounds = word_table(lines)
    longest_first = sorted(sounds, key=lambda group: (-len(group), group))
    return _Table(re.compile("|".join(map(re.escape, longest_first))), sounds)


def _read(word: str, lines: str) -> str:
    table = _table(lines)
    return table.groups.sub(lambda group: table.sounds[group[0]], word)


_VOICED = re.compile(r"\bs(?=[aeiouy])|(?<=[aeiouy])s(?=j?[aeiouy])")
_DOUBLED = re.compile(r"(\w)\1+")
_GLIDES = (
    (re.compile(r"[yj]o(?<=[^aeiou\W]..)"), "e"),
    (re.compile(r"\b[yji](?=[aou])"), "J"),
    (re.compile(r"\b[yj](?=e)"), ""),
    (re.compile(r"(?<=[^aeiouyj\W])[iyj](?=[au])"), ""),
    (re.compile(r"(?<=[^aeiouyj\W])[yj](?=e)"), ""),
    (re.compile(r"(?<=[aeiouy])[yj](?=[aeiouy])"), ""),
    (re.compile(r"[iyj]+\b"), "i"),
    (re.compile(r"[yj]"), "i"),
)


_HUSHED = re.compile(r"(?<=[čš])ov\b")


def _slavic(word: str) -> str:
    """Settle what stands between the letters: glides, endings, doubled letters."""
    for glide, sound in _GLIDES:
        word = glide.sub(sound, word)
    return _HUSHED.sub("ev", _once(word))


def _once(word: str) -> str:
    # Vowels stay doubled: "Kyiv" is no "Kiv".
    return _DOUBLED.sub(lambda run: run[0] if run[1] in "aeiou" else run[1], word)


# Places have a name in Ukrainian and one in Russian: Харків and Харьков, Миропіль and
# Мирополь, Запоріжжя and Запорожье. In a syllable that ends with a consonant the one
# has і where the other has о or е.
_FORMANTS = (
    (re.compile(r"[ioe]v(?=$|k[aie]|sk|c[ie]$|e$)"), "*v"),
    (re.compile(r"[io](?=g$|l$|rsk$|š[ae]$)"), "*"),
    (re.compile(r"(?<=š)[ae]$"), "@"),
    (re.compile(r"(?<=[nkv])oe$"), "e"),
    (re.compile(r"(?<=[^aeiou])oi$"), "i"),
)


def _as_place(key: str) -> str:
    for ending, either in _FORMANTS:
        key = ending.sub(either, key)
    return key


_ARABIC_SIGNS = (
    (re.compile(r"h\b"), ""),
    (re.compile(r"[iI]+"), "I"),
    (re.compile(r"[ou]+|w(?=[^aeiouAIU\W])"), "U"),
    (re.compile(r"(\w)\1+"), r"\1"),
)


def _arabic(word: str) -> str:
    for sign, sound in _ARABIC_SIGNS:
        word = sign.sub(sound, word)
    return word


def sounds(word: str, family: Family) -> frozenset[str]:
    """Give the keys of one word, by every table by which it can be read.

    Args:
        word: A word in Latin or Cyrillic letters; one in Cyrillic may stand in any
            case.
        family: The names that it is compared with.

    Returns:
        The keys; none for a word that is too long, sounds of nothing, or has other
        signs than letters.
    """
    # A word of which nothing sounds ("H") has no key: it would be like any other.
    return _sounds(word, family) - {""} if len(word) <= LONGEST else frozenset()


_FIRM = re.compile(r"([lmnrb])(?:[^lmnrb]*\1)*|[^lmnrb]+")


@lru_cache(maxsize=1 << 16)
def firm_letters(word: str) -> str | None:
    """Give the letters that no table changes, a cheap proof that two words differ.

    Words that share a key have the same firm letters, as has the key itself. None for
    a word in another alphabet, of which that cannot be said.
    """
    word = fold(word[: LONGEST + 1])
    return _FIRM.sub(r"\1", word) if word.isascii() else None


@lru_cache(maxsize=1 << 16)
def _sounds(word: str, family: Family) -> frozenset[str]:
    bare = "".join(char for char in fold(word) if char.isalpha())
    if not bare:
        return frozenset()
    if not bare.isascii():
        return _of_cyrillic(word, family)
    if family == "arabic":
        return frozenset(map(_arabic, _arabic_readings(bare)))
    return frozenset(_keys(_readings(word, bare), family))


def _readings(word: str, bare: str) -> set[str]:
    french = re.sub(r"ine$", "in", bare)
    return {
        _read(bare, _ENGLISH),
        _read(_VOICED.sub("z", bare), _GERMAN).replace("sz", "z"),
        _read(french, _FRENCH),
        _scholarly(word),
    }


def _arabic_readings(bare: str) -> set[str]:
    return {
        _read(bare, _ARABIC),
        _read(bare, _ARABIC_FRENCH),
        _read(_VOICED.sub("z", bare), _ARABIC_GERMAN),
    }


def _scholarly(word: str) -> str:
    """Read ISO 9 and its kin, where the accent makes the letter."""
    accented = word.lower().translate(str.maketrans("čšžâûèŝ", "ČŠŠaueŠ"))
    lettered = "".join(char for char in accented if char.isalpha())
    plain = "".join(char if char in "ČŠ" else fold(char) for char in lettered)
    return _read(plain, _SCHOLARLY).replace("Č", "č").replace("Š", "š")


def _of_cyrillic(word: str, family: Family) -> frozenset[str]:
    if family == "arabic":
        return frozenset()
    readings = (spell_out(form) for form in nominatives(word.lower()))
    return frozenset(_keys({reading for reading in readings if reading}, family))


def _keys(readings: set[str], family: Family) -> set[str]:
    keys = {_slavic(reading) for reading in readings}
    return {_as_place(key) for key in keys} if family == "place" else keys
