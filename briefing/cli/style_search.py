"""Where the commands on house styles look for them."""

from __future__ import annotations

from pathlib import Path

from briefing.config.load import DEFAULTS, Desk, load_desk
from briefing.config.starter import starter


def desk_here(config: Path | None) -> Desk | None:
    """Read the desk that a command stands in; None where there is none.

    Raises:
        ConfigError: when its config has faults.
    """
    here = Path.cwd()
    if config or any((here / name).is_file() for name in DEFAULTS):
        return load_desk(config, cwd=here)
    return None


def style_search(config: Path | None) -> tuple[Path, ...]:
    """Give the folders of styles: the desk's (or one here), then the built-in ones."""
    desk = desk_here(config)
    root = desk.root if desk else Path.cwd()
    return (root / "templates", starter() / "templates")
