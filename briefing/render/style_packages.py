"""Styles that installed packages offer; none of their code is run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY_POINTS = "briefing.styles"
"""Group of entry points by which an installed package offers styles."""
OF_A_STYLE = (
    "style.yaml",
    "page.css",
    "briefing.md.j2",
    "page.html.j2",
    "email.html.j2",
    "email.txt.j2",
    "sections",
)
"""What a folder is known by: any one of these makes it a style."""


def is_style(folder: Path) -> bool:
    """Say whether a folder holds what a style is known by."""
    return any((folder / name).exists() for name in OF_A_STYLE)


def installed_styles() -> dict[str, Path]:
    """Give the styles of installed packages, by name.

    A package offers them by the entry point group `briefing.styles`: each entry is a
    package whose folder is a style, or holds styles. They are looked at last, so
    that none hides a style that comes along, and packages need not be searched for it.
    """
    found: dict[str, Path] = {}
    for _, _, folders in _offered():
        for folder in folders:
            found.setdefault(folder.name, folder)
    return found


def package_of(folder: Path) -> str:
    """Give the name of the package that offers the style in a folder."""
    return next((name for name, _, each in _offered() if folder in each), "")


def faulty_packages() -> tuple[str, ...]:
    """Say which packages offer styles that are not there."""
    return tuple(
        f"package {name} offers styles in {module}, {_lack(module)}"
        for name, module, folders in _offered()
        if not folders
    )


def _lack(module: str) -> str:
    if _place_of(module) is None:
        return "which is not there; install it, or mend its entry point"
    return "which holds none; are its files package data? docs/styles.md, “Packages”"


def _offered() -> Iterator[tuple[str, str, list[Path]]]:
    """Give each package, the module that it names, and the styles in there."""
    from importlib.metadata import entry_points  # costs 40 ms

    for entry in entry_points(group=ENTRY_POINTS):
        place = _place_of(entry.module)
        inner = (place, *sorted(place.iterdir())) if place else ()
        name = entry.dist.name if entry.dist else entry.module
        yield name, entry.module, [each for each in inner if is_style(each)]


def _place_of(module: str) -> Path | None:
    """Give the folder of a module; None where it is not there, or has none."""
    from importlib.util import find_spec

    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None
