"""Pictures of a style's own: a logo, a map, a portrait, with caption and credit.

A picture lies in the style's folder and goes into the page itself; nothing is fetched.
Its size is read from its head before anything decodes it: a file of a few kilobytes
may unfold to gigabytes. What it shows must be said in words, for those who cannot see
it and for the PDF.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import partial
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefing.render.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.render.style import Style

MOST_BYTES = 3_000_000
"""Bytes of a picture's file."""
MOST_DOTS = 25_000_000
"""Width times height of a picture; A4 at 300 dots an inch has 9 million."""
_KINDS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif", "WEBP": "webp"}
_DRAWING = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.DOTALL)
_ACTIVE = re.compile(
    rb"(?i)<!DOCTYPE|<!ENTITY|<script|<foreignObject|\son\w+\s*=|@import"
    rb"|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/)[^\"'\s>]|url\(\s*[\"']?(?!#)"
)


def picture_filter(style: Style) -> Callable[..., Markup]:
    """Give the filter `picture` of page templates."""
    return partial(set_picture, style=style)


def set_picture(
    file: str, *, style: Style, alt: str = "", caption: str = "", credit: str = ""
) -> Markup:
    """Give a picture as HTML, whole within the page.

    Args:
        file: its path in the style's folder, or in one of those it extends.
        style: the house style.
        alt: what it shows, in words; none may be without.
        caption: words under it.
        credit: whose it is.

    Raises:
        ValueError: when it is not there, too large, of another kind or without `alt`.
    """
    if not clean(alt):
        msg = f"the picture {file} has no alt; say what it shows: picture(alt='...')"
        raise ValueError(msg)
    kind, raw = read_picture(file, style)
    source = f"data:image/{kind};base64,{b64encode(raw).decode('ascii')}"
    told = escape(clean(caption))
    if clean(credit):
        told = f'{told} <span class="credit">{escape(clean(credit))}</span>'.strip()
    under = f"<figcaption>{told}</figcaption>" if told else ""
    return Markup(
        f'<figure class="picture"><img src="{source}" alt="{escape(clean(alt))}">'
        f"{under}</figure>"
    )


def read_picture(file: str, style: Style) -> tuple[str, bytes]:
    """Give a picture's kind, as in `image/png`, and its bytes.

    Raises:
        ValueError: when it is not there, too large or of another kind.
    """
    path = PurePosixPath(file)
    outside = path.is_absolute() or ".." in path.parts or "\\" in file
    found = None if outside else style.find(file)
    if found is None:
        msg = f"there is no picture {file} in the style's folder; put it there"
        raise ValueError(msg)
    size = found[1].stat().st_size
    if size > MOST_BYTES:
        msg = f"the picture {file} has {size:,} bytes; the most is {MOST_BYTES:,}"
        raise ValueError(msg)
    raw = found[1].read_bytes()
    return (_kind_of_drawing(file, raw) or _kind_of_dots(file, raw)), raw


def _kind_of_drawing(file: str, raw: bytes) -> str | None:
    if not _DRAWING.match(raw):
        return None
    if _ACTIVE.search(raw):
        msg = f"the picture {file} runs or fetches something; save it as plain SVG"
        raise ValueError(msg)
    return "svg+xml"


def _kind_of_dots(file: str, raw: bytes) -> str:
    """Read kind and size from the head; nothing is decoded."""
    import warnings
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError  # 40 ms

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(raw), formats=tuple(_KINDS)) as picture:
                kind, (width, height) = picture.format, picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        msg = f"the picture {file} is far too large; the most is {MOST_DOTS:,} dots"
        raise ValueError(msg) from error
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        msg = f"{file} is no picture; there are {', '.join(_KINDS)} and SVG"
        raise ValueError(msg) from error
    if width * height > MOST_DOTS:
        msg = f"the picture {file} has {width} x {height} dots; make it smaller"
        raise ValueError(msg)
    return _KINDS[str(kind)]
