"""The fonts that a `style.yaml` names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import did_you_mean
from briefing.render.style_keys import check_keys, fault

if TYPE_CHECKING:
    from briefing.config.yaml import KeyPath, Yaml

Face = tuple[str, int, str]
"""Family, weight and slope (normal or italic)."""
Faces = dict[Face, tuple[str | None, Path]]
"""Package (None: the style's own folder) and file of each face."""

FONT_KEYS = ("family", "weight", "slope", "package", "file")
WEIGHTS = range(100, 1000, 100)
SLOPES = ("normal", "italic")

_FAMILY = re.compile(r"[^\"'{}<>;,\\\n]+")
_PACKAGE = re.compile(r"[A-Za-z_]\w*")


def read_faces(said: Yaml, told: dict[str, Any], folder: Path) -> Faces:
    """Give the fonts that a file names.

    Args:
        said: the file, with the places of what it says.
        told: its contents.
        folder: the style's folder.

    Raises:
        StyleError: with file, line and column of what is wrong.
    """
    listed = told.get("fonts") or []
    if not isinstance(listed, list):
        raise fault(said, ("fonts",), "must be a list of fonts")
    faces: Faces = {}
    for at, font in enumerate(listed):
        path = ("fonts", at)
        check_keys(said, font, FONT_KEYS, path)
        if not font.get("family") or not font.get("file"):
            raise fault(said, path, "a font needs 'family' and 'file'")
        _check_font(said, font, path)
        face = (font["family"], font.get("weight", 400), font.get("slope", "normal"))
        if face in faces:
            what = (
                f"{font['family']} {face[1]} {face[2]} stands twice; keep one of them"
            )
            raise fault(said, path, what)
        package = font.get("package")
        faces[face] = package, Path(font["file"]) if package else folder / font["file"]
    return faces


def _check_font(said: Yaml, font: dict[str, Any], path: KeyPath) -> None:
    """Refuse a font that could not be found, or that CSS would not know."""
    for key, what in _faults(font):
        raise fault(said, (*path, key), what)


def _faults(font: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the keys of a font that are wrong, each with why."""
    found = []
    family, file = font["family"], font["file"]
    if not isinstance(family, str) or not _FAMILY.fullmatch(family):
        found.append(
            ("family", f"'{family}' is no name; write letters, without quotes")
        )
    if not isinstance(file, str):
        found.append(("file", f"must be text; put {file} in quotes"))
    elif "://" in file:
        what = "a font is a file, not an address; put the file into the style's folder"
        found.append(("file", what))
    elif file.startswith("/") or ".." in Path(file).parts or "\\" in file:
        what = f"'{file}' lies outside of the style; put it into the style's folder"
        found.append(("file", what))
    if font.get("weight", 400) not in WEIGHTS:
        what = f"'{font['weight']}' is no weight; 400 is regular, 600 or 700 bold"
        found.append(("weight", what))
    slope = font.get("slope", "normal")
    if slope not in SLOPES:
        hint = did_you_mean(str(slope), SLOPES) or f"; there are: {', '.join(SLOPES)}"
        found.append(("slope", f"'{slope}' is no slope{hint}"))
    package = font.get("package", "x")
    if not isinstance(package, str) or not _PACKAGE.fullmatch(package):
        plain = re.sub(r"\W", "_", str(package))
        hint = f"; write {plain}" if _PACKAGE.fullmatch(plain) else ""
        found.append(("package", f"'{package}' is no name of a package{hint}"))
    return found
