"""Reads the text of a style's files, and lays words over words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.errors import StyleError

if TYPE_CHECKING:
    from pathlib import Path


def read_part(path: Path, name: str) -> str:
    """Read a file of a style.

    Raises:
        StyleError: with the line of what is no UTF-8, or why it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise StyleError(not_utf8(name, error)) from error
    except OSError as error:
        raise StyleError(unreadable(name, error)) from error


def unreadable(name: str, error: OSError) -> str:
    """Say that a file cannot be read, and why."""
    return f"{name}: cannot be read: {error.strerror}; let it be read, or take it away"


def check_readable(folder: Path) -> None:
    """Make sure that a style's sheet can be read, before anything is set with it.

    Raises:
        StyleError: with the line of what is no UTF-8, or why it cannot be read.
    """
    for name in ("page.css",):
        if (folder / name).is_file():
            read_part(folder / name, f"{folder.name}/{name}")


def not_utf8(name: str, error: UnicodeDecodeError) -> str:
    """Say in which line a file stops being UTF-8."""
    line = error.object[: error.start].count(b"\n") + 1
    return f"{name}:{line}: this is not UTF-8 text; save the file as UTF-8"


def read_leniently(path: Path) -> str:
    """Give a file's text; what cannot be read is told by another check."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # a folder, a link that leads nowhere, a file of another person
        return ""


def lay_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay words over others, group by group."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = lay_over(below, value) if both else value  # type: ignore[arg-type]
    return merged
