"""Reads `style.yaml`: tokens, words, forms of dates and numbers, fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.config.yaml import KeyPath, Yaml, dotted, load_yaml
from briefing.errors import BriefingError, StyleError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKEN_GROUPS = ("colours", "type", "page", "measures")
KEYS = (
    "title",
    "extends",
    *TOKEN_GROUPS,
    "labels",
    "dates",
    "numbers",
    "fonts",
)
FONT_KEYS = ("family", "weight", "slope", "package", "file")

Face = tuple[str, int, str]
"""Family, weight and slope (normal or italic)."""
Faces = dict[Face, tuple[str | None, Path]]
"""Package (None: the style's own folder) and file of each face."""

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})|transparent|black|white")
_UNFIT = re.compile(r"[;{}<>\\]|/\*|url\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StyleFile:
    """What one `style.yaml` says, with the place of everything it says."""

    folder: Path
    """The style's folder."""
    extends: str | None
    """The style that it extends; None for the base of all."""
    title: str | None = None
    """What it is, in a few words."""
    yaml: Yaml | None = None
    """Its contents and their places; None when there is no such file."""
    tokens: dict[str, str] = field(default_factory=dict)
    """Tokens by name, the groups laid together."""
    labels: dict[str, Any] = field(default_factory=dict)
    """Words."""
    dates: dict[str, Any] = field(default_factory=dict)
    """Forms of days."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Separators of numbers."""
    faces: Faces = field(default_factory=dict)
    """Fonts."""


def read_style_file(folder: Path, *, default_parent: str) -> StyleFile:
    """Read a style's `style.yaml`; a style without one extends `default_parent`.

    Raises:
        StyleError: with file, line and column of what is wrong.
    """
    path = folder / "style.yaml"
    if not path.is_file():
        return StyleFile(folder, default_parent)
    name = f"{folder.name}/style.yaml"
    try:
        said = load_yaml(path.read_text(encoding="utf-8"), name=name)
    except (BriefingError, UnicodeDecodeError) as error:
        at = "" if isinstance(error, BriefingError) else f"{name}: not UTF-8 text: "
        msg = f"{at}{error}"
        raise StyleError(msg) from error
    told = said.data if said.data is not None else {}
    _check_keys(said, told, KEYS, ())
    return StyleFile(
        folder,
        told.get("extends", default_parent),
        told.get("title"),
        said,
        _read_tokens(said, told),
        _read_group(said, told, "labels"),
        _read_group(said, told, "dates"),
        _read_group(said, told, "numbers"),
        _read_faces(said, told, folder),
    )


def _fault(said: Yaml, path: KeyPath, what: str) -> StyleError:
    return StyleError(
        f"{said.where(path)}: {dotted(path)}: {what}".replace(": : ", ": ")
    )


def _check_keys(
    said: Yaml,
    told: object,
    known: Sequence[str],
    path: KeyPath,
) -> None:
    if not isinstance(told, dict):
        raise _fault(said, path, "must hold 'key: value' lines")
    for key in told:
        if key not in known:
            hint = did_you_mean(key, known) or f"; known are: {', '.join(known)}"
            raise _fault(said, (*path, key), f"there is no such key{hint}")


def _read_group(said: Yaml, told: dict[str, Any], key: str) -> dict[str, Any]:
    group = told.get(key)
    if group is None:
        return {}
    if not isinstance(group, dict):
        raise _fault(said, (key,), "must hold 'key: value' lines")
    return group


def _read_tokens(said: Yaml, told: dict[str, Any]) -> dict[str, str]:
    tokens = {}
    for group in TOKEN_GROUPS:
        for name, value in _read_group(said, told, group).items():
            text = str(value)
            if group == "colours" and not _COLOUR.fullmatch(text):
                what = f"'{text}' is no colour; write it as \"#8a1c1c\", in quotes"
                raise _fault(said, (group, name), what)
            if value is None or isinstance(value, dict | list) or _UNFIT.search(text):
                raise _fault(said, (group, name), f"'{text}' is no CSS value")
            tokens[name] = text
    return tokens


def _read_faces(said: Yaml, told: dict[str, Any], folder: Path) -> Faces:
    listed = told.get("fonts") or []
    if not isinstance(listed, list):
        raise _fault(said, ("fonts",), "must be a list of fonts")
    faces: Faces = {}
    for at, font in enumerate(listed):
        _check_keys(said, font, FONT_KEYS, ("fonts", at))
        if not font.get("family") or not font.get("file"):
            raise _fault(said, ("fonts", at), "a font needs 'family' and 'file'")
        face = (font["family"], font.get("weight", 400), font.get("slope", "normal"))
        package = font.get("package")
        file = Path(font["file"]) if package else folder / font["file"]
        faces[face] = (package, file)
    return faces


def merge_files(files: Sequence[StyleFile]) -> StyleFile:
    """Lay the files of a chain together, the first (the style itself) on top.

    Raises:
        StyleError: where a style sets a token or word that nothing uses.
    """
    known = StyleFile(files[-1].folder, None)
    for file in reversed(files):
        if known.tokens:
            _check_known(file, known)
        known = StyleFile(
            file.folder,
            None,
            tokens=known.tokens | file.tokens,
            labels=_merge(known.labels, file.labels),
            dates=known.dates | file.dates,
            numbers=known.numbers | file.numbers,
            faces=known.faces | file.faces,
        )
    return known


def _merge(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merge(below, value) if both else value  # type: ignore[arg-type]
    return merged


def _check_known(file: StyleFile, known: StyleFile) -> None:
    """Refuse a token or word that neither a parent has nor the style's files use."""
    if file.yaml is None:
        return
    used = _own_text(file.folder)
    for group in (*TOKEN_GROUPS, "labels", "dates", "numbers"):
        under = known.tokens if group in TOKEN_GROUPS else getattr(known, group)
        for name in _read_group(file.yaml, file.yaml.data or {}, group):
            if name not in under and name not in used:
                hint = did_you_mean(name, under) or "; no file of the style uses it"
                raise _fault(file.yaml, (group, name), f"unknown{hint}")


def _own_text(folder: Path) -> str:
    files = sorted([*folder.rglob("*.j2"), *folder.glob("*.css")])
    return "\n".join(
        file.read_text(encoding="utf-8", errors="replace") for file in files
    )
