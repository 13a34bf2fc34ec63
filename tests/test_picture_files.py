"""Pictures as files: read by their bytes, measured, rid of all that is no picture."""

from __future__ import annotations

import io
import os
import struct
import time
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefing.ingest.jpeg import read_jpeg
from briefing.ingest.pictures import read_picture
from briefing.ingest.png import SIGNATURE, read_png
from briefing.model.illustration import StatedPicture
from tests.test_pictures import png

if TYPE_CHECKING:
    from pathlib import Path

HTML = b"<html><script>alert(1)</script></html>"
SECRET = b"51.4769 N 0.0005 W"


def chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def head(width=20, height=20, depth=8, colour=0, interlace=0) -> bytes:
    numbers = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return chunk(b"IHDR", numbers)


def made(*parts: bytes) -> bytes:
    return SIGNATURE + b"".join(parts)


def saved(mode="RGB", kind="PNG", size=(60, 40), **options) -> bytes:
    picture = Image.effect_noise(size, 60).convert("RGB").convert(mode)
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def dots(raw: bytes) -> bytes:
    return Image.open(io.BytesIO(raw)).convert("RGBA").tobytes()


ROWS = zlib.compress(bytes(21 * 20))
END = chunk(b"IEND", b"")


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_a_png_keeps_its_dots(mode):
    raw = saved(mode)
    picture = read_png(raw)
    assert (picture.kind, picture.width, picture.height) == ("png", 60, 40)
    assert dots(picture.data) == dots(raw)
    assert read_png(picture.data).data == picture.data


def test_a_png_loses_its_notes_and_what_follows_its_end():
    notes = chunk(b"tEXt", b"GPS\0" + SECRET) + chunk(b"eXIf", SECRET)
    raw = made(head(), notes, chunk(b"IDAT", ROWS), chunk(b"tIME", bytes(7)), END)
    picture = read_png(raw + HTML + SECRET)
    assert picture.data == made(head(), chunk(b"IDAT", ROWS), END)


def test_an_interlaced_png_is_measured_in_passes():
    seven = [(3, 3), (2, 3), (5, 2), (5, 5), (10, 5), (10, 10), (20, 10)]
    rows = zlib.compress(bytes(sum((1 + wide) * high for wide, high in seven)))
    raw = made(head(interlace=1), chunk(b"IDAT", rows), END)
    assert dots(read_png(raw).data) == dots(raw)


BAD_PNGS = {
    "no end": (made(head(), chunk(b"IDAT", ROWS)), "cut short"),
    "cut in its head": (made(head())[:20], "cut short"),
    "cut in its dots": (saved()[:-500], "cut short"),
    "no dots": (made(head(), END), "cut short"),
    "too few dots": (made(head(), chunk(b"IDAT", zlib.compress(b"\0"))), "cut short"),
    "too many dots": (
        made(head(), chunk(b"IDAT", zlib.compress(bytes(10_000))), END),
        "something else",
    ),
    "dots that do not unpack": (made(head(), chunk(b"IDAT", b"junk"), END), "dots"),
    "a filter that there is not": (
        made(head(), chunk(b"IDAT", zlib.compress(b"\t" * 420)), END),
        "something else",
    ),
    "a wrong check sum": (saved()[:40] + b"\xff" + saved()[41:], "damaged"),
    "no head": (made(chunk(b"IDAT", ROWS), END), "begins with its size"),
    "text before its head": (made(chunk(b"tEXt", b"a\0b"), head(), END), "damaged"),
    "two heads": (made(head(), head(), chunk(b"IDAT", ROWS), END), "two pictures"),
    "a palette missing": (
        made(head(colour=3), chunk(b"IDAT", ROWS), END),
        "colours are missing",
    ),
    "a part that must be known": (made(head(), chunk(b"JUNK", b""), END), "damaged"),
    "16 bits": (made(head(depth=16), chunk(b"IDAT", ROWS), END), "16 bits"),
    "a depth that there is not": (made(head(depth=3), END), "no PNG"),
    "a huge picture": (png(30_000, 30_000), "the most is 12,000,000 in all"),
    "a huge side": (png(2**31 - 1, 16), "make it smaller"),
    "a pixel that counts": (png(1, 1), "too few to show anything"),
    "a length beyond the file": (made(b"\xff\xff\xff\xffIHDR"), "cut short"),
}


@pytest.mark.parametrize("name", BAD_PNGS)
def test_a_bad_png_is_told(name):
    raw, why = BAD_PNGS[name]
    with pytest.raises(ValueError, match=why):
        read_png(raw)


def test_a_bomb_costs_neither_time_nor_memory():
    bomb = zlib.compress(bytes(50_000_000))
    start = time.process_time()
    with pytest.raises(ValueError, match="something else"):
        read_png(made(head(100, 100), chunk(b"IDAT", bomb), END))
    texts = chunk(b"zTXt", b"a\0\0" + bomb) * 20
    read_png(made(head(), texts, chunk(b"IDAT", ROWS), END))
    assert time.process_time() - start < 1


def exif(orientation: int = 6) -> Image.Exif:
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010E] = SECRET.decode()
    return notes


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 20}])
def test_a_jpeg_keeps_its_dots_and_loses_its_notes(options):
    raw = saved(kind="JPEG", exif=exif(1), comment=SECRET, icc_profile=b"x", **options)
    assert SECRET in raw
    picture = read_jpeg(raw + HTML)
    assert (picture.kind, picture.width, picture.height) == ("jpeg", 60, 40)
    assert SECRET not in picture.data
    assert b"ICC_PROFILE" not in picture.data
    assert picture.data.endswith(b"\xff\xd9")
    assert dots(picture.data) == dots(raw)
    assert read_jpeg(picture.data).data == picture.data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_of_a_jpeg_which_side_is_up_is_kept(orientation):
    picture = read_jpeg(saved(kind="JPEG", exif=exif(orientation)))
    told = Image.open(io.BytesIO(picture.data)).getexif()
    assert dict(told) == ({0x0112: orientation} if orientation > 1 else {})
    assert (picture.width, picture.height) == (
        (40, 60) if orientation > 4 else (60, 40)
    )


@pytest.mark.parametrize("notes", [b"", b"II*\0", b"MM\0*\xff\xff\xff\xff", b"x" * 99])
def test_broken_notes_of_a_camera_say_nothing(notes):
    raw = saved(kind="JPEG")
    broken = b"Exif\0\0" + notes
    segment = b"\xff\xe1" + struct.pack(">H", len(broken) + 2) + broken
    assert read_jpeg(raw[:2] + segment + raw[2:]).data == read_jpeg(raw).data


@pytest.mark.parametrize("cut", [2, 3, 4, 20, 300, -1, -2, -200])
def test_a_jpeg_cut_short_is_told(cut):
    with pytest.raises(ValueError, match="cut short"):
        read_jpeg(saved(kind="JPEG")[:cut])


def with_frame(raw: bytes, **changes: int) -> bytes:
    """Change the head of a JPEG: marker, bits, height or width."""
    at = raw.index(b"\xff\xc0")
    changed = bytearray(raw)
    for name, value in changes.items():
        place, size = {"marker": (1, 1), "bits": (4, 1), "height": (5, 2)}[name]
        changed[at + place : at + place + size] = value.to_bytes(size)
    return bytes(changed)


PLAIN = saved(kind="JPEG")
BAD_JPEGS = {
    "four colours of print": (saved("CMYK", "JPEG"), "save it as RGB"),
    "a kind that few read": (with_frame(PLAIN, marker=0xC3), "save it as baseline"),
    "more bits": (with_frame(PLAIN, bits=12), "save it as baseline"),
    "no height": (with_frame(PLAIN, height=0), "too few"),
    "a huge height": (with_frame(PLAIN, height=65_535), None),
    "no picture": (b"\xff\xd8\xff\xd9", "holds no picture"),
    "two pictures": (PLAIN[:-2] + PLAIN[2:], "or two"),
    "no marker": (PLAIN[:2] + b"junk" + PLAIN[2:], "damaged"),
    "a segment of no length": (b"\xff\xd8\xff\xdb\0\0\xff\xd9", "cut short"),
    "many scans": (
        PLAIN[:-2] + PLAIN[PLAIN.index(b"\xff\xda") : -2] * 99 + b"\xff\xd9",
        "slow",
    ),
}


@pytest.mark.parametrize("name", BAD_JPEGS)
def test_a_bad_jpeg_is_told(name):
    raw, why = BAD_JPEGS[name]
    if why is None:  # 60 dots wide: still small enough
        assert read_jpeg(raw).height == 65_535
        return
    with pytest.raises(ValueError, match=why):
        read_jpeg(raw)


def stated(root: Path, file: str) -> StatedPicture:
    return StatedPicture(file, None, None, "A pier", root)


def test_a_picture_is_what_its_bytes_say(tmp_path):
    (tmp_path / "a.jpg").write_bytes(saved())
    (tmp_path / "b.png").write_bytes(saved(kind="JPEG"))
    assert read_picture(stated(tmp_path, "a.jpg")).kind == "png"
    assert read_picture(stated(tmp_path, "b.png")).kind == "jpeg"


OTHERS = {
    b"<svg xmlns='http://www.w3.org/2000/svg'/>": r"a drawing \(SVG\) by its bytes",
    b"\xef\xbb\xbf<?xml version='1.0'?><svg/>": r"a drawing \(SVG\)",
    b"GIF89a" + bytes(99): "a GIF",
    b"RIFF\0\0\0\0WEBP": "a WebP",
    HTML: "a page",
    b"": "no picture",
    b"\x89PNG": "no picture",
    bytes(200): "no picture",
}


@pytest.mark.parametrize("raw", OTHERS)
def test_other_files_are_named_with_what_to_do(raw, tmp_path):
    (tmp_path / "a.png").write_bytes(raw)
    with pytest.raises(ValueError, match=f"is {OTHERS[raw]}.*; save it as PNG or JPEG"):
        read_picture(stated(tmp_path, "a.png"))


def test_a_file_that_is_not_there_is_told_with_the_nearest(tmp_path):
    (tmp_path / "harbour.png").write_bytes(saved())
    with pytest.raises(ValueError, match=r"not there; did you mean 'harbour\.png'\?"):
        read_picture(stated(tmp_path, "harbor.png"))


def test_links_and_odd_files_are_refused(tmp_path):
    root = tmp_path / "source"
    root.mkdir()
    (tmp_path / "secret.png").write_bytes(saved())
    (root / "out.png").symlink_to("../secret.png")
    (root / "up").symlink_to("..")
    (root / "round.png").symlink_to("round.png")
    (root / "folder.png").mkdir()
    os.mkfifo(root / "pipe.png")
    faults = {
        "out.png": "leads out",
        "up/secret.png": "leads out",
        "../secret.png": "leads out",
        "round.png": "cannot be read|circle",
        "folder.png": "no regular file",
        "pipe.png": "no regular file",
        f"{'a' * 300}.png": "cannot be read|not there",
    }
    for name, why in faults.items():
        with pytest.raises(ValueError, match=why):
            read_picture(stated(root, name))


def test_a_link_within_the_source_is_followed(tmp_path):
    (tmp_path / "a.png").write_bytes(saved())
    (tmp_path / "b.png").symlink_to("a.png")
    assert read_picture(stated(tmp_path, "b.png")).width == 60


def test_a_file_of_many_megabytes_is_not_read(tmp_path):
    with (tmp_path / "a.png").open("wb") as file:
        file.truncate(5_000_000_000)
    with pytest.raises(ValueError, match=r"has 5000\.0 MB, the most is 3 MB"):
        read_picture(stated(tmp_path, "a.png"))
