"""The desk that an issue belongs to, and the style that the desk means by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.config.load import DEFAULTS, Desk, load_desk
from briefing.errors import BriefingError


def find_desk(issue: Path, config: Path | None) -> Desk | None:
    """Open the desk that is named, that an issue lies in, or that is here.

    Args:
        issue: one of the issue's files.
        config: the config that was named, if any.

    Raises:
        ConfigError: when the config that was named is faulty; one that was found
            around the issue is then none.
    """
    if config:
        return load_desk(config, cwd=Path.cwd())
    for folder in (*issue.absolute().parents, Path.cwd()):
        if any((folder / name).is_file() for name in DEFAULTS):
            try:
                return load_desk(None, cwd=folder)
            except BriefingError:
                return None
    return None


def style_of(record: dict[str, Any], desk: Desk | None) -> str | None:
    """Give the style of an issue as its desk names it: by a path, where it does.

    Args:
        record: the issue's JSON, which holds the style's name alone.
        desk: the desk that made it, where there is one.
    """
    edition = record.get("edition") or {}
    name = edition.get("style")
    known = desk.config.editions.get(str(edition.get("id"))) if desk else None
    if desk and known and "/" in known.style and Path(known.style).name == name:
        return str(desk.root / known.style)
    return name if isinstance(name, str) else None
