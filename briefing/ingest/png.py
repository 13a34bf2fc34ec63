"""PNG files: measured by their head, held to it, and rid of what is no picture.

Nothing is decoded to memory: a file of a few kilobytes may claim, or unfold to, more
than any machine has. Only the chunks that make the picture stay; texts, times, colour
profiles and whatever follows the end go.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

from briefing.ingest.picture_size import check_size
from briefing.model.illustration import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_FRAME = 12
"""Bytes of a chunk beside its data: length, kind, check sum."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers a dot, by the kind of colour."""
_DEPTHS = {0: (1, 2, 4, 8), 2: (8,), 3: (1, 2, 4, 8), 4: (8,), 6: (8,)}
_DEEP = 16
_PALETTE = 3
_HEAD = 13
_PIECE = 65_536
_LAST_FILTER = 4
_BYTE = 8
# First dot across and down, and steps across and down, of each pass (Adam7).
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)


class _Head(NamedTuple):
    width: int
    height: int
    depth: int
    colour: int
    packing: int
    filtering: int
    interlace: int


def read_png(raw: bytes) -> Picture:
    """Give a PNG as it may be printed.

    Raises:
        ValueError: when it is damaged, too large, or of a kind that pages cannot show.
    """
    chunks = list(_chunks(raw))
    kind, content = chunks[0]
    if kind != b"IHDR" or len(content) != _HEAD:
        raise ValueError("is damaged: a PNG begins with its size")
    head = _Head(*struct.unpack(">IIBBBBB", content))
    check_size(head.width, head.height)
    _check_kind(head)
    kinds = [kind for kind, _ in chunks]
    if kinds.count(b"IHDR") > 1 or kinds.count(b"PLTE") > 1:
        raise ValueError("is damaged: it holds two pictures")
    if head.colour == _PALETTE and b"PLTE" not in kinds:
        raise ValueError("is damaged: its colours are missing")
    _check_data(head, [content for kind, content in chunks if kind == b"IDAT"])
    kept = b"".join(_chunk(*each) for each in chunks)
    return Picture("png", head.width, head.height, SIGNATURE + kept)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give kind and data of each chunk that stays, up to the end of the picture."""
    from zlib import crc32

    at, seen = len(SIGNATURE), False
    while True:
        if at + _FRAME > len(raw):
            raise ValueError("is cut short; save it again")
        length, kind = struct.unpack_from(">I4s", raw, at)
        data = at + _BYTE
        at += _FRAME + length
        if at > len(raw):
            raise ValueError("is cut short; save it again")
        if kind in _KEPT:
            content = raw[data : data + length]
            if crc32(kind + content) != struct.unpack_from(">I", raw, at - 4)[0]:
                raise ValueError("is damaged: a check sum is wrong; save it again")
            yield kind, content
        elif kind[:1].isupper() or not seen:
            raise ValueError("is damaged, or no PNG that pages can show; save it again")
        seen = True
        if kind == b"IEND":
            return


def _chunk(kind: bytes, content: bytes) -> bytes:
    from zlib import crc32

    check = struct.pack(">I", crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def _check_kind(head: _Head) -> None:
    if head.depth == _DEEP:
        raise ValueError("has 16 bits a colour; save it with 8")
    known = head.depth in _DEPTHS.get(head.colour, ())
    if not known or head.packing or head.filtering or head.interlace > 1:
        raise ValueError("is no PNG that pages can show; save it again")


def _check_data(head: _Head, parts: Sequence[bytes]) -> None:
    """Unpack the dots piece by piece: as many as the head says, no more, no fewer."""
    import zlib

    stride = 1 + _row_bytes(head, head.width)
    wanted = sum(rows * size for rows, size in _rows(head))
    unpacker = zlib.decompressobj()
    found = 0
    try:
        for part in parts:
            rest = part
            while rest and not unpacker.eof:
                dots = unpacker.decompress(rest, _PIECE)
                filters = b"" if head.interlace else dots[-found % stride :: stride]
                found += len(dots)
                if found > wanted or any(each > _LAST_FILTER for each in filters):
                    raise ValueError("is damaged: it unpacks to something else")
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise ValueError("is damaged: its dots cannot be read") from error
    if found < wanted or not unpacker.eof:
        raise ValueError("is cut short; save it again")


def _rows(head: _Head) -> Iterator[tuple[int, int]]:
    """Give the number and the bytes of the rows of each pass."""
    passes = _PASSES if head.interlace else ((0, 0, 1, 1),)
    for left, top, across, down in passes:
        width = -(-(head.width - left) // across)
        height = -(-(head.height - top) // down)
        if width > 0 and height > 0:
            yield height, 1 + _row_bytes(head, width)


def _row_bytes(head: _Head, width: int) -> int:
    return -(-width * head.depth * _CHANNELS[head.colour] // _BYTE)
