"""Reads a picture that an issue is to print, or says why it cannot be printed.

Only pictures that are printed are read. What a file is, its bytes tell and not its
name; its size is known before it is looked into.
"""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.ingest import jpeg, png
from briefing.ingest.picture_size import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.illustration import Picture, StatedPicture

_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"RIFF", "a WebP"),
    (b"<svg", "a drawing (SVG)"),
    (b"<?xml", "a drawing (SVG)"),
    (b"II*\x00", "a TIFF"),
    (b"MM\x00*", "a TIFF"),
    (b"BM", "a BMP"),
    (b"%PDF", "a PDF"),
    (b"<", "a page"),
)
"""How other files begin, for the message."""
_MEGABYTE = 1_000_000


def read_picture(stated: StatedPicture) -> Picture:
    """Give a picture that an article names, as it may be printed.

    Raises:
        ValueError: in a few words, what is wrong with it and what to do.
    """
    raw = _read(stated.root, stated.file)
    if raw.startswith(png.SIGNATURE):
        return png.read_png(raw)
    if raw.startswith(jpeg.SIGNATURE):
        return jpeg.read_jpeg(raw)
    start = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = next((name for begin, name in _OTHERS if start.startswith(begin)), None)
    found = f"is {kind}" if kind else "is no picture"
    msg = f"{found} by its bytes; save it as PNG or JPEG"
    raise ValueError(msg)


def _read(root: Path, file: str) -> bytes:
    path = root / file
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            raise ValueError(
                "leads out of the source's folder; put the picture into it"
            )
        found = real.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ValueError("is no regular file; name a picture")
        if found.st_size > MOST_BYTES:
            most = f"the most is {MOST_BYTES // _MEGABYTE} MB; save it smaller"
            msg = f"has {found.st_size / _MEGABYTE:.1f} MB, {most}"
            raise ValueError(msg)
        with real.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)[:MOST_BYTES]
    except FileNotFoundError as error:
        msg = f"is not there{_nearest(path)}; put the picture there"
        raise ValueError(msg) from error
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "its links lead in a circle"
        msg = f"cannot be read: {why}"
        raise ValueError(msg) from error


def _nearest(path: Path) -> str:
    try:
        return did_you_mean(path.name, [each.name for each in path.parent.iterdir()])
    except OSError:
        return ""
