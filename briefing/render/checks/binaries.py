"""What is wrong inside of fonts and pictures: cut off, of another kind, too large."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.render.style import Style
    from briefing.render.style_fonts import Face

_FAR = 300
"""Difference of weights at which a file is taken for another face."""
_ITALIC = 1


def font_fault(path: Path, face: Face) -> str | None:
    """Say that a font is damaged, or is another face than named; None if it is right.

    Args:
        path: the font's file.
        face: family, weight and slope that the style gives it.
    """
    import logging

    # It comes with WeasyPrint: 100 ms.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        with TTFont(path) as font:
            letters = font.getBestCmap()
            for table in ("head", "hhea", "hmtx", "glyf" if "glyf" in font else "head"):
                font[table]  # reading it is the test
            told = _face_fault(font, face) if "OS/2" in font else None
    except Exception:  # noqa: BLE001 - the reader of fonts raises anything
        return f"{path.name} is damaged or not whole; copy the file anew"
    if not letters:
        return f"{path.name} has no letters; take another file"
    return f"{path.name} {told}" if told else None


def _face_fault(font: object, face: Face) -> str | None:
    """Say that a file is of another weight or slope than it is named for."""
    _, weight, slope = face
    facts = font["OS/2"]  # type: ignore[index]
    if "fvar" in font:  # type: ignore[operator]
        return None  # a variable font is of all weights
    if abs(facts.usWeightClass - weight) >= _FAR:
        return (
            f"is of weight {facts.usWeightClass}, not {weight}; is it another file's?"
        )
    is_italic = bool(facts.fsSelection & _ITALIC)
    if is_italic != (slope == "italic"):
        said = "italic" if is_italic else "upright"
        wanted = "italic" if is_italic else "normal"
        return f"is {said}; write slope: {wanted}, or name the other file"
    return None


def picture_fault(file: str, style: Style) -> str | None:
    """Say what is wrong with a picture; None if it can be set.

    Args:
        file: its path in the style's folder.
        style: the house style.
    """
    from briefing.render.pictures import read_picture

    try:
        kind, raw = read_picture(file, style)
    except ValueError as error:
        return str(error)
    if kind == "svg+xml":
        return _drawing_fault(file, raw)
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(raw)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError):
        return f"{file} is damaged or not whole; copy the file anew"
    return None


def _drawing_fault(file: str, raw: bytes) -> str | None:
    from xml.etree import ElementTree

    try:
        # Entities and what fetches or runs were refused before.
        root = ElementTree.fromstring(raw)
    except ElementTree.ParseError as error:
        line, column = error.position
        what = str(error).partition(":")[0]
        return f"{file} is no whole SVG: {what} at {line}:{column + 1}; save it anew"
    if any(str(each.tag).rpartition("}")[2] == "text" for each in root.iter()):
        what = "has letters set in a typeface, which may be boxes elsewhere"
        return f"{file} {what}; turn its text into paths"
    return None
