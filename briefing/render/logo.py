"""A style's logo, as templates print it: inside of the page, never fetched."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from briefing.errors import StyleError

if TYPE_CHECKING:
    from briefing.render.style import Style

KINDS = {
    ".svg": "svg+xml",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
}
"""Kinds of pictures that a logo may be, by the ending of its file."""


def logo_of(style: Style) -> dict[str, str] | None:
    """Give `src` and `alt` of a style's logo; None where it has none.

    Raises:
        StyleError: when its file is not there or no picture by its name.
    """
    if style.logo is None:
        return None
    path = style.logo.file
    kind = KINDS.get(path.suffix.lower())
    if kind is None or not path.is_file():
        name = f"{path.parent.name}/style.yaml"
        msg = f"{name}: logo.file: there is no picture {path.name}; put one there"
        raise StyleError(msg)
    data = b64encode(path.read_bytes()).decode("ascii")
    return {"src": f"data:image/{kind};base64,{data}", "alt": style.logo.alt}
