"""Bytes to text, character for character, and what had to be guessed for it.

UTF-8 and the byte order marks are certain; next comes an encoding that the
document declares; only then are letters weighed: Windows-1251 and KOI8 have long
runs of letters above ASCII, Windows-1252 has them singly between ASCII letters.
Line ends are kept as they are; a byte order mark is no part of the text.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
CONTROL_SHARE = 0.02
VALID_PER_FAULT = 8
LONGEST_CHARACTER = 4
CYRILLIC_RUN = re.compile(rb"[\xa3-\xa8\xaa\xad\xaf\xb2-\xb8\xba\xbd\xbf-\xff]{3,}")
HIGH_LETTER = bytes(range(0xC0, 0x100))
COMMON_CYRILLIC = frozenset("оеаинтсрвлкмупзі")


class Decoded(NamedTuple):
    """A text, and what was lost or guessed on the way to it."""

    text: str | None
    """The text; None when the bytes are none."""
    remark: str | None = None
    """What is wrong, lost or guessed, as the end of a sentence; None when nothing."""


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """Give the text of a file, or why it is none.

    Args:
        raw: the whole file.
        declared: the encoding that the document names for itself.
    """
    for signature, name in SIGNATURES:
        if raw.startswith(signature):
            return Decoded(None, f"is {name}, not text; left out")
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding)
    if _looks_binary(raw):
        return Decoded(None, "holds control characters, so it is not text; left out")
    return _decode_unmarked(raw, declared)


def _looks_binary(raw: bytes) -> bool:
    sample = raw[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return b"\0" in raw or controls > CONTROL_SHARE * len(sample)


def _decode_as(raw: bytes, encoding: str) -> Decoded:
    text = _whole(raw, encoding)
    if text is not None:
        return Decoded(text)
    text = raw.decode(encoding, "replace").rstrip("\ufffd")
    if "\0" in text:
        return Decoded(None, "holds null characters, so it is not text; left out")
    return Decoded(text, f"is not sound {encoding.upper()}; unreadable bytes are lost")


def _whole(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_unmarked(raw: bytes, declared: str | None) -> Decoded:
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        cut = error.start
    tail = raw[cut:]
    if len(tail) < LONGEST_CHARACTER and _opens_character(tail):
        remark = f"ends in the middle of a character; its last {len(tail)} bytes"
        return Decoded(raw[:cut].decode("utf-8"), f"{remark} are left out")
    if declared and (text := _whole(raw, declared)) is not None:
        return Decoded(text)
    return _mostly_utf8(raw) or _by_letters(raw)


def _opens_character(tail: bytes) -> bool:
    """Say whether these bytes are the beginning of one UTF-8 character."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return decoder.decode(tail) == ""
    except UnicodeDecodeError:
        return False


def _mostly_utf8(raw: bytes) -> Decoded | None:
    text = raw.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    high = sum(len(run) for run in re.findall(r"[^\x00-\x7f]+", text)) - faults
    if high < faults * VALID_PER_FAULT:
        return None
    return Decoded(text, f"is not sound UTF-8; {faults} places read as \ufffd")


def _by_letters(raw: bytes) -> Decoded:
    sample = raw[:SAMPLE]
    letters = len(sample) - len(sample.translate(None, HIGH_LETTER))
    in_runs = sum(len(run) for run in CYRILLIC_RUN.findall(sample))
    if letters and in_runs * 2 > letters:
        encoding = max(("cp1251", "koi8-u"), key=lambda name: _weight(sample, name))
    else:
        encoding = "cp1252"
    name = {"cp1251": "Windows-1251", "cp1252": "Windows-1252", "koi8-u": "KOI8"}
    remark = f"is not UTF-8; read as {name[encoding]}, judged by its letters"
    return Decoded(raw.decode(encoding, "replace"), remark)


def _weight(sample: bytes, encoding: str) -> int:
    """Count the common small letters: the wrong table gives capitals or rare ones."""
    return sum(c in COMMON_CYRILLIC for c in sample.decode(encoding, "replace"))
