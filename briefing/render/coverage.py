"""Which letters the fonts of a style have, and which of an issue's they have not.

The fonts are read by path, so the answer is the same on every machine. A letter that
none of them has is set with whatever font the machine may have, or as an empty box.
"""

from __future__ import annotations

import ctypes
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.problem import Problem
from briefing.render.clean import clean
from briefing.render.fonts import harfbuzz, read_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefing.render.record import Record
    from briefing.render.style import Style
    from briefing.render.style_fonts import Faces

SAMPLES = {
    "Latin": "aàčłőșwþ",
    "Greek": "αβώ",
    "Cyrillic": "абґїў",
    "Hebrew": "אבת",
    "Arabic": "ابپ",
    "Armenian": "աբ",
    "Georgian": "აბ",
    "Devanagari": "अक",
    "Bengali": "অক",
    "Tamil": "அக",
    "Thai": "กข",
    "Ethiopic": "ሀለ",
    "Chinese": "中文",
    "Japanese": "あア",
    "Korean": "한글",
    "emoji": "😀🇺",
}
"""Scripts that news is written in, and letters by which a font that has one is told."""
_SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}
_SHOWN = 8
_LAST = 0xFFFFFFFF  # HB_SET_VALUE_INVALID
_IGNORED = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))
_SELECTORS = range(0xFE00, 0xFE10)


def letters_of(faces: Faces) -> frozenset[int]:
    """Give the code points that any font of a style has.

    Raises:
        StyleError: when a font's package or file is not there.
    """
    sources = dict.fromkeys(faces.values())
    return frozenset().union(*(_letters_in(*source) for source in sources))


@cache
def _letters_in(package: str | None, file: Path) -> frozenset[int]:
    font = read_font(package, file)
    libraries = harfbuzz()
    if libraries and font[:4] not in (b"wOFF", b"wOF2"):
        return _collect(libraries[0], font)
    from io import BytesIO

    from fontTools.ttLib import (  # type: ignore[import-untyped]
        TTFont,  # WeasyPrint brings it; 100 ms
    )

    return frozenset(TTFont(BytesIO(font), lazy=True).getBestCmap())


def _collect(core: ctypes.CDLL, font: bytes) -> frozenset[int]:
    """Give the code points of a font, as HarfBuzz reads its character map."""
    pointer, number = ctypes.c_void_p, ctypes.c_uint
    core.hb_set_create.restype, core.hb_set_create.argtypes = pointer, []
    core.hb_set_next.argtypes = [pointer, ctypes.POINTER(number)]
    core.hb_set_destroy.argtypes = [pointer]
    core.hb_face_collect_unicodes.argtypes = [pointer, pointer]
    blob = core.hb_blob_create(font, len(font), 0, None, None)
    face, found = core.hb_face_create(blob, 0), core.hb_set_create()
    core.hb_face_collect_unicodes(face, found)
    letters, at = set(), number(_LAST)
    while core.hb_set_next(found, ctypes.byref(at)):
        letters.add(at.value)
    core.hb_set_destroy(found)
    core.hb_face_destroy(face)
    core.hb_blob_destroy(blob)
    return frozenset(letters)


def unset_letters(text: str, faces: Faces) -> tuple[str, ...]:
    """Give the letters of a text that no font has, by code point."""
    wanted = {ord(sign) for sign in clean(text) if sign > "~" and _is_drawn(sign)}
    for source in dict.fromkeys(faces.values()):
        if not wanted:
            break
        wanted -= _letters_in(*source)
    return tuple(map(chr, sorted(wanted)))


def _is_drawn(sign: str) -> bool:
    return unicodedata.category(sign) not in _IGNORED and ord(sign) not in _SELECTORS


def script_of(letter: str) -> str:
    """Name a letter's script as Unicode names the letter: "Arabic"; else "signs"."""
    first = unicodedata.name(letter, "").partition(" ")[0]
    name = _SCRIPTS.get(first, first.capitalize())
    if unicodedata.combining(letter) and name == "Combining":
        return "accents"
    return name if unicodedata.category(letter)[0] in "LM" and name else "signs"


def name_letters(letters: Iterable[str]) -> str:
    """Name letters by script: "Arabic (3): ا U+0627, ب U+0628, …"."""
    groups: dict[str, list[str]] = {}
    for letter in letters:
        groups.setdefault(script_of(letter), []).append(letter)
    return "; ".join(
        f"{script} ({len(found)}): {', '.join(_show(found))}"
        for script, found in sorted(groups.items())
    )


def _show(letters: list[str]) -> Iterator[str]:
    for letter in letters[:_SHOWN]:
        drawn = "" if unicodedata.combining(letter) else f"{letter} "
        yield f"{drawn}U+{ord(letter):04X}"
    if len(letters) > _SHOWN:
        yield "…"


def missing_scripts(faces: Faces) -> tuple[str, ...]:
    """Give the scripts that news is written in and no font of a style has."""
    had = letters_of(faces)
    return tuple(
        script
        for script, letters in SAMPLES.items()
        if not had.issuperset(map(ord, letters))
    )


def note_unset(record: Record, style: Style) -> Record:
    """Give a record with a problem that lists the letters no font of the style has.

    A font that is missing is not told here: the page says so when it is set.
    """
    from briefing.errors import StyleError

    try:
        unset = unset_letters("".join(_words_of(record)), style.faces)
    except StyleError:
        return record
    if not unset:
        return record
    what = (
        f"no font of the style has {name_letters(unset)}; they are set with a font of "
        "the machine or as boxes: add a font to style.yaml (`fonts`)"
    )
    problem = {"where": "fonts", "what": what, "note": False}
    if problem in record["problems"]:
        return record
    return {**record, "problems": [*record["problems"], problem]}


def unset_problem(complaints: Iterable[str]) -> Problem | None:
    """Give one problem for all letters that the layout engine drew as boxes."""
    letters = sorted(
        {
            chr(int(told.rpartition("U+")[2].rstrip(")"), 16))
            for told in complaints
            if "U+" in told
        }
    )
    if not letters:
        return None
    return Problem("fonts", f"printed as boxes, no font has {name_letters(letters)}")


def _words_of(record: Record) -> Iterator[str]:
    """Give what an issue prints of words from outside."""
    yield from _strings((record["edition"], record["issue"], record["gaps"]))
    for section in record["sections"]:
        yield from _strings(section["title"])
        yield from _strings([entry["title"] for entry in section["entries"]])
        for item in section["items"]:
            yield from _strings([item["label"], [s["text"] for s in item["sentences"]]])
    for figure in record["figures"]:
        if figure["printed"]:
            yield from _strings(figure)
    for article in record["articles"]:
        names = ("headline", "publisher", "credits")
        yield from _strings([article[name] for name in names])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)
