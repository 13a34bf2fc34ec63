"""Whether the house style that an edition names is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.config.load import said_fault
from briefing.errors import ConfigError, did_you_mean
from briefing.pipeline import style_folders
from briefing.render.style import list_styles

if TYPE_CHECKING:
    from briefing.config.load import Desk, Edition


def require_style(desk: Desk, edition: Edition, name: str | None) -> None:
    """Make sure that the house style named for an edition is there.

    Args:
        desk: the desk.
        edition: the edition.
        name: the edition, as the command line names it.

    Raises:
        ConfigError: with file, line, column and key of the style that is not there.
    """
    told = style_fault(desk, edition, name)
    if told:
        raise ConfigError(told)


def style_fault(desk: Desk, edition: Edition, name: str | None) -> str | None:
    """Tell that an edition names a house style that is not there; None if it is."""
    style, search = edition.config.style, style_folders(desk)
    known = [each for each, _ in list_styles(search)]
    if style in known or (_is_path(style) and _leads_somewhere(style, search)):
        return None
    hint = did_you_mean(style, known) or f"; there are: {', '.join(known)}"
    what = f"there is no house style '{style}'{hint}"
    return said_fault(desk, name, "style", what)


def _is_path(style: str) -> bool:
    return "/" in style or "\\" in style


def _leads_somewhere(style: str, search: tuple[Path, ...]) -> bool:
    """Say whether there is such a folder here or beside the folders of styles."""
    roots = (Path(), *(folder.parent for folder in search))
    return any((root / style).is_dir() for root in roots)
