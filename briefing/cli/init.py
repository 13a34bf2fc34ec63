"""`briefing init`: a new desk."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from briefing.cli.speech import say, shown
from briefing.config.starter import starter
from briefing.errors import NotMadeError, UsageError

COPIED = ("config", "seeds")
"""Folders of the starter that a new desk gets a copy of."""
HINT = """\
House styles of this desk, a folder each.

Make one with

    briefing style new mine --from roundup

and name it in config/briefing.yaml (`style: mine`). Styles that come with briefing
need not be copied here; a folder of the same name hides them.
"""


@click.command(
    "init",
    epilog="""
\b
The folder gets config/ (commented), seeds/ (sample articles) and templates/
(for your own house styles). Nothing that exists is ever written over.

\b
Examples:
  briefing init desk
  cd desk && briefing build --days 1076-1080

\b
Exit codes: 0 made; 1 cannot be written; 2 the folder is not empty.
""",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--force", is_flag=True, help="Add to a folder that is not empty.")
def command(folder: Path, *, force: bool) -> None:
    """Make a new desk in DIR: config, sample articles, a place for styles."""
    if folder.exists() and not folder.is_dir():
        message = f"{shown(folder)}: is no folder; name another"
        raise UsageError(message)
    if folder.is_dir() and any(folder.iterdir()) and not force:
        message = (
            f"{shown(folder)}: is not empty; name another folder, or add what is "
            "missing to this one with --force"
        )
        raise UsageError(message)
    try:
        kept = [
            path for name in COPIED for path in _copy(starter() / name, folder / name)
        ]
        _write_hint(folder / "templates" / "README.md")
    except OSError as error:
        message = (
            f"{shown(folder)}: cannot be written ({error.strerror}); check permissions"
        )
        raise NotMadeError(message) from error
    for path in kept:
        say(f"kept {shown(path)}")
    say(f"made {shown(folder)}; try: cd {folder} && briefing build --days 1076-1080")


def _copy(source: Path, target: Path) -> list[Path]:
    """Copy a folder's files where there are none; give those that were kept."""
    kept = []
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            continue
        if copy.exists():
            kept.append(copy)
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return kept


def _write_hint(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(HINT, encoding="utf-8")
