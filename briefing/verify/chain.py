"""The folders of the house style in which an issue is set, and whose templates it uses.

A style is looked up as plain data: nothing of it is run.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.config.starter import starter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Json = dict[str, Any]
Chain = list[tuple[Json, Path]]
"""What each style says in its file, and its folder; the style itself first."""

_ROOT = "base"
_USUAL = "roundup"
"""What a style stands on that does not say."""
_DEEPEST = 9
"""Styles that extend each other further are taken for a circle."""
_FILES = ("style.yaml", "briefing.md.j2", "page.css", "page.html.j2", "sections")
_ENTRY_POINTS = "briefing.styles"
MANUSCRIPT = "briefing.md.j2"


def find_chain(style: str, folders: Iterable[Path]) -> Chain | None:
    """Give a style and those that it extends; None where one cannot be found.

    Args:
        style: Name or folder of the style.
        folders: Where a folder `templates` may lie, nearest first; the styles that
            come with the program are looked at after them, installed ones last.
    """
    desks = list(folders)
    chain: Chain = []
    wanted: str | None = style
    while wanted and len(chain) < _DEEPEST:
        found = _beside(chain, wanted) or _find(wanted, desks)
        if found is None:
            return None
        told = read_data(found / "style.yaml") or {}
        if not told and (found / "style.yaml").exists():
            return None
        chain.append((told, found))
        wanted = None if wanted == _ROOT else told.get("extends", _USUAL)
    return chain


def _beside(chain: Chain, name: str) -> Path | None:
    folder = chain[-1][1].parent / name if chain and "/" not in name else None
    return folder if folder and _is_style(folder) else None


def _find(name: str, desks: Sequence[Path]) -> Path | None:
    places = [desk / "templates" / name for desk in (*desks, starter())]
    if "/" in name:
        places += [desk / name for desk in desks]
    return next((each for each in places if _is_style(each)), None) or _installed(name)


def _installed(name: str) -> Path | None:
    """Give the folder of a style that an installed package brings."""
    from importlib.metadata import entry_points

    for entry in entry_points(group=_ENTRY_POINTS):
        spec = find_spec(entry.module)
        for place in spec.submodule_search_locations or () if spec else ():
            for folder in (Path(place), Path(place) / name):
                if folder.name == name and _is_style(folder):
                    return folder
    return None


def _is_style(folder: Path) -> bool:
    try:
        return any((folder / name).exists() for name in _FILES)
    except (OSError, ValueError):
        return False


def read_data(path: Path) -> Json | None:
    """Read a YAML file of keys; None where there is none that can be read."""
    import yaml

    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return None
    return told if isinstance(told, dict) else None


def known_templates(chain: Chain) -> dict[str, str]:
    """Give the templates in use that come with the program, each with its style.

    A template that a desk has changed is not among them: what it prints is not known.
    """
    shipped = starter() / "templates"
    known: dict[str, str] = {}
    for name in {name for each in shipped.iterdir() for name in _templates(each)}:
        used = next((each / name for _, each in chain if (each / name).is_file()), None)
        text = used.read_bytes() if used else None
        for style in sorted(shipped.iterdir()):
            path = style / name
            if path.is_file() and path.read_bytes() == text:
                known[name] = style.name
                break
    ground = next((each for _, each in chain if each.name == _ROOT), None)
    if ground is None or not _same(ground, shipped / _ROOT):
        known.pop(MANUSCRIPT, None)  # all others extend that one
    return known


def _same(one: Path, two: Path) -> bool:
    try:
        return (one / MANUSCRIPT).read_bytes() == (two / MANUSCRIPT).read_bytes()
    except OSError:
        return False


def _templates(folder: Path) -> Iterator[str]:
    for path in (folder / MANUSCRIPT, *folder.glob("sections/*.md.j2")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()
