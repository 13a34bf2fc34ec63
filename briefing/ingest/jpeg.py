"""JPEG files: measured by their head, walked to their end, and rid of all notes.

Only the segments that make the picture stay. Where it was taken, with what, by whom,
thumbnails, second pictures and whatever follows the end go. Of the camera's notes one
is written anew: which side is up.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, NamedTuple

from briefing.ingest.picture_size import check_size
from briefing.model.illustration import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\xff\xd8\xff"
_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive: what every program reads."""
_OTHER_FRAMES = frozenset(
    {0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), 0xCD, 0xCE, 0xCF}
)
_TABLES = frozenset({0xC4, 0xDB, 0xDD})
_SCAN, _END, _APP0, _APP1, _APP14, _START = 0xDA, 0xD9, 0xE0, 0xE1, 0xEE, 0xD8
_MARK = 0xFF
_NO_SEGMENTS = frozenset({0, 1, _START, *range(0xD0, 0xD8)})
_RARE = "is a kind of JPEG that few programs read; save it as baseline"
_MOST_SCANS = 64
"""A progressive picture has some ten; each costs a pass over all dots."""
_JFIF = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_JFIF_NAME, _ADOBE, _EXIF = b"JFIF\x00", b"Adobe", b"Exif\x00\x00"
_ADOBE_LENGTH = 12
_ORIENTATION, _SHORT = 0x0112, 3
_TURNED = 5
"""From this orientation on, width and height change places."""
_LAST_ORIENTATION = 8
_MOST_ENTRIES = 200
_ENTRY = 12
_FRAME_HEAD = 6
_BITS, _GREY, _COLOUR, _PRINT = 8, 1, 3, 4
# Within the dots, 0xFF stands for itself before 0x00 and marks a restart before D0-D7.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


class _Segment(NamedTuple):
    marker: int
    content: bytes
    dots: bytes = b""


def read_jpeg(raw: bytes) -> Picture:
    """Give a JPEG as it may be printed.

    Raises:
        ValueError: when it is damaged, too large, or of a kind that pages cannot show.
    """
    segments = list(_segments(raw))
    frames = [each for each in segments if each.marker in (*_FRAMES, *_OTHER_FRAMES)]
    scans = sum(each.marker == _SCAN for each in segments)
    if len(frames) != 1 or not scans:
        raise ValueError("is damaged: it holds no picture, or two; save it again")
    if scans > _MOST_SCANS:
        raise ValueError("is made to be slow to show; save it again")
    width, height = _read_frame(frames[0])
    turns = [_orientation(one.content) for one in segments if one.marker == _APP1]
    orientation = next(filter(None, turns), 1)
    if orientation >= _TURNED:
        width, height = height, width
    named = any(
        each.marker == _APP0 and each.content.startswith(_JFIF_NAME)
        for each in segments
    )
    kept = [
        _written(each.marker, each.content) + each.dots
        for each in segments
        if _is_kept(each)
    ]
    turn = _turn(orientation) if orientation > 1 else b""
    begin = _written(_APP0, _JFIF) if named else b""
    data = b"".join((b"\xff\xd8", begin, turn, *kept, b"\xff\xd9"))
    return Picture("jpeg", width, height, data)


def _written(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", _MARK, marker, len(content) + 2) + content


def _is_kept(segment: _Segment) -> bool:
    if segment.marker == _APP14:  # it says how the colours are to be read
        return segment.content.startswith(_ADOBE) and (
            len(segment.content) == _ADOBE_LENGTH
        )
    return segment.marker in _TABLES or segment.marker in (*_FRAMES, _SCAN)


def _segments(raw: bytes) -> Iterator[_Segment]:
    """Give each segment up to the end of the picture, the dots with their scan."""
    at = 2
    while True:
        at = _after_filling(raw, at)
        marker = raw[at + 1]
        if raw[at] != _MARK or marker in _NO_SEGMENTS:
            raise ValueError("is damaged; save it again")
        if marker == _END:
            return
        length = int.from_bytes(raw[at + 2 : at + 4])
        content = raw[at + 4 : at + 2 + length]
        at += 2 + length
        if length != len(content) + 2:
            raise ValueError("is cut short; save it again")
        dots = b""
        if marker == _SCAN:
            found = _MARKER.search(raw, at)
            dots = raw[at : found.start() if found else len(raw)]
            at += len(dots)
        yield _Segment(marker, content, dots)


def _after_filling(raw: bytes, at: int) -> int:
    """Pass over bytes that fill up before a marker."""
    while raw[at : at + 2] == b"\xff\xff":
        at += 1
    if at + 2 > len(raw):
        raise ValueError("is cut short; save it again")
    return at


def _read_frame(frame: _Segment) -> tuple[int, int]:
    """Give width and height."""
    if frame.marker not in _FRAMES or len(frame.content) < _FRAME_HEAD:
        raise ValueError(_RARE)
    bits, height, width, colours = struct.unpack_from(">BHHB", frame.content)
    check_size(width, height)
    if colours == _PRINT:
        raise ValueError("has the four colours of print (CMYK); save it as RGB")
    if bits != _BITS or colours not in (_GREY, _COLOUR):
        raise ValueError(_RARE)
    return width, height


def _orientation(content: bytes) -> int:
    """Give which side is up, by the camera's notes; 0 where they do not say."""
    if not content.startswith(_EXIF):
        return 0
    notes = content[len(_EXIF) :]
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(notes[:4])
    try:
        if order is None:
            return 0
        (at,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, at)
        for entry in range(min(count, _MOST_ENTRIES)):
            place = at + 2 + entry * _ENTRY
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", notes, place)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return value if value <= _LAST_ORIENTATION else 0
    except struct.error:
        pass
    return 0


def _turn(orientation: int) -> bytes:
    """Give camera's notes that say which side is up, and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    notes = b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return _written(_APP1, _EXIF + notes)
