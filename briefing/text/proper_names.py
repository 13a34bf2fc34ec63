"""Finding what looks like a name in running text, listed or not.

A name is a run of words with a capital: "Hosni Mubarak", "Ras Lanuf", "World Health
Organization". Titles before it are no part of it and tell that it is a person's. A
small word joins two parts ("Bank of England", "Osama bin Laden") only where the first
is an institution or the word is one of names. Headlines are no good for this: there,
every word may have a capital.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_NAME = 6
"""Words of the longest run that is taken for a name."""

_CAPITALS = "A-ZÀ-ÖØ-ÞČĆĐŁŚŠŻŽŹİҐА-ЯЁЄІЇ"
TITLES = word_set(
    "President Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady King Queen Prince "
    "Princess Pope Archbishop Bishop Rabbi Imam Sheikh Sheik Ayatollah Col Colonel Gen "
    "General Maj Major Lt Lieutenant Capt Captain Sgt Sergeant Adm Admiral Sen Senator "
    "Rep Representative Gov Governor Mayor Minister Prime Foreign Interior Defence "
    "Defense Finance Energy Health Vice Deputy Premier Chancellor Secretary "
    "Ambassador Chairman Chairwoman Chief Executive Director Commander Marshal Judge "
    "Justice Attorney Coach Rev Reverend Spokesman Spokeswoman Detective Officer "
    "Brigadier Commissioner Congressman Congresswoman"
)
INSTITUTIONS = word_set(
    "Academy Administration Agency Army Assembly Association Bank Board Brigade Bureau "
    "Center Centers Centre Centres Church Club Coalition College Command Commission "
    "Committee Company Corporation Council Court Department Embassy Federation Force "
    "Forces Foundation Front Fund Group Guard Hospital House Institute League Ministry "
    "Movement Navy Observatory Office Organisation Organization Parliament Party "
    "Police Secretariat Senate Service Society Staff Union University Watch"
)
_JOINS = word_set("bin ibn al el de von van der du da la dos abu")
_SPEAKS = re.compile(r"(?:,\s+(?:who|aged|\d\d,)|\s+(?:said|says|told|added)\b)")
_LOCATES = re.compile(
    r"\b(?:in|at|near|outside|around|across|into|throughout)\s(?:the\s)?\Z"
)
_BEGINS = re.compile(r"(?:^|[.!?:;…]|[\"“”„»)\]|*•-])\s*\Z")
_DOTTED = (
    *("Mr", "Mrs", "Ms", "Dr", "Prof", "Col", "Gen", "Maj", "Lt", "Capt", "Sgt", "Adm"),
    *("Sen", "Rep", "Gov", "Rev", "St"),
)
_THE = frozenset(("The", "A", "An"))
_OF_STATE = "ecretary of "
INITIAL = len("A.")
_BEFORE = 24
_AFTER = 16


class Found(NamedTuple):
    """A run of capitalised words."""

    words: tuple[str, ...]
    """Its words, without titles before it and a genitive behind it."""
    start: int
    """Offset of its first word."""
    begins: bool
    """Whether a sentence begins with it, where any word has a capital."""
    kind: str | None
    """What its surroundings tell: person, place, organisation."""
    short: str | None
    """Its initials, where they follow in brackets."""


@cache
def _runs() -> re.Pattern[str]:
    word = (
        rf"(?:(?:[{_CAPITALS}]\.){{1,4}}|(?:{'|'.join(_DOTTED)})\."
        rf"|[{_CAPITALS}][^\W_]*(?:[-'’&.][^\W_]+){{0,3}})"
    )
    joined = rf"(?:\s(?:{'|'.join(sorted(_JOINS))})|\s(?:of|for)(?:\sthe)?)?"
    return re.compile(
        rf"(?<![\w'’.-]){word}(?:{joined}[ ](?:al-|el-)?{word}){{0,{LONGEST_NAME + 3}}}"
        r"(?P<short>\s\([A-Z][A-Za-z&]{1,7}\))?"
    )


@cache
def _small() -> re.Pattern[str]:
    return re.compile(r"\s(?:of|for)(?:\sthe)?\s")


def find_proper_names(text: str) -> Iterator[Found]:
    """Give the names in a paragraph, in order.

    Args:
        text: The paragraph; no headline.
    """
    for run in _runs().finditer(text):
        yield from _parts(text, run)


def _parts(text: str, run: re.Match[str]) -> Iterator[Found]:
    """Take a run apart at the small words that join no name."""
    start = run.start()
    stop = run.start("short") if run["short"] else run.end()
    for small in _small().finditer(text, start, stop):
        head = text[start : small.start()].split()
        if head[-1] not in INSTITUTIONS and head[0] not in INSTITUTIONS:
            yield from _found(text, start, small.start(), None)
            start = small.end()
    yield from _found(text, start, stop, run["short"])


def _found(text: str, start: int, end: int, short: str | None) -> Iterator[Found]:
    words = list(re.finditer(r"\S+", text[start:end]))
    titled = False
    if text.endswith(_OF_STATE, 0, start) and words[0][0] == "State":
        titled, words = True, words[1:]
    while len(words) > 1 and _leads(words[0][0]):
        titled = titled or words[0][0] not in _THE
        words = words[1:]
    spoken = tuple(_bare(word[0]) for word in words)
    if not spoken or len(spoken) > LONGEST_NAME or not all(spoken):
        return
    at = start + words[0].start()
    before = text[max(0, at - _BEFORE) : at]
    begins = not titled and bool(_BEGINS.search(before) or at == 0)
    kind = "person" if titled else _kind(spoken, before, text[end : end + _AFTER])
    yield Found(spoken, at, begins, kind, short.strip(" ()") if short else None)


def _leads(word: str) -> bool:
    return word in _THE or word.removesuffix(".") in TITLES


def _bare(word: str) -> str:
    """Give a word without a genitive and without the full stop of a sentence."""
    bare = re.sub(r"['’]s?$", "", word)
    return bare if "." in bare[:-1] or len(bare) <= INITIAL else bare.rstrip(".")


def _kind(words: tuple[str, ...], before: str, after: str) -> str | None:
    if INSTITUTIONS.intersection(words):
        return "organisation"
    if _SPEAKS.match(after):
        return "person"
    return "place" if _LOCATES.search(before) else None
