"""`briefing typeset`: set a corrected manuscript again."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any

import click

from briefing.cli.common import CONFIG, read_formats
from briefing.cli.issue_desk import find_desk, style_of
from briefing.cli.speech import list_problems, shown, tell
from briefing.config.starter import starter
from briefing.errors import UsageError
from briefing.pipeline import style_folders
from briefing.publish import write_beside
from briefing.render import load_style, typeset

SET_FORMATS = ("html", "pdf", "eml")
"""What can be set from a manuscript."""
USUAL_FORMATS = ("html", "pdf")
"""What is set where nothing else is said."""
LARGEST_PICTURE = 4_000_000
"""Bytes that are read of a picture; one that has more is none of an issue's."""


@click.command(
    "typeset",
    epilog="""
\b
X.json must lie beside X.md: it holds the citations and names the style. Of
pictures those are set that it lists, as long as nobody changed them.
X.html and X.pdf are written beside it, with --formats eml the mail X.eml; X.md and
X.json stay as they are.
Run 'briefing verify X.md' first to see that no quote was hurt.

\b
Examples:
  briefing typeset reports/ukraine-weekly/2025-02-07/ukraine-weekly-2025-02-07.md
  briefing typeset issue.md --style mine --formats pdf
  briefing typeset issue.md --formats html,pdf,eml

\b
Exit codes: 0 set; 1 could not be written; 2 wrong usage, style or files.
""",
)
@click.argument(
    "manuscript",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.md",
)
@click.option("--style", metavar="NAME", help="House style, in place of the issue's.")
@click.option(
    "--formats",
    metavar="LIST",
    help="Of html, pdf and eml (the mail); otherwise html,pdf.",
)
@CONFIG
def command(
    manuscript: Path, style: str | None, formats: str | None, config: Path | None
) -> None:
    """Set a manuscript that was corrected by hand again: page, PDF, mail."""
    wanted = read_formats(formats, SET_FORMATS) or USUAL_FORMATS
    record = read_record(manuscript.with_suffix(".json"))
    desk = find_desk(manuscript, config)
    folders = style_folders(desk) if desk else (starter() / "templates",)
    house = load_style(style or str(style_of(record, desk)), search=folders)
    rendered = typeset(
        _read(manuscript),
        record,
        house,
        formats=wanted,
        pictures=read_pictures(manuscript.parent, record),
    )
    files = {
        name: contents for name, contents in rendered.files.items() if name in wanted
    }
    for path in write_beside(files, manuscript.parent, manuscript.stem):
        tell(shown(path))
    list_problems(rendered.problems)


def read_record(path: Path) -> dict[str, Any]:
    """Read an issue's JSON.

    Raises:
        UsageError: when it is missing or is no issue.
    """
    try:
        record = json.loads(_read(path))
    except ValueError as error:
        message = f"{shown(path)}: is no JSON ({error}); build the issue again"
        raise UsageError(message) from error
    if not isinstance(record, dict) or not isinstance(record.get("edition"), dict):
        message = f"{shown(path)}: is not the JSON of an issue; build it again"
        raise UsageError(message)
    return record


def read_pictures(folder: Path, record: dict[str, Any]) -> dict[str, bytes]:
    """Read the pictures that an issue lists, as far as they lie in its folder."""
    listed = [
        str(one.get("file"))
        for one in record.get("illustrations") or ()
        if isinstance(one, dict)
    ]
    paths = [folder / name for name in listed if PurePath(name).name == name]
    return {path.name: _read_picture(path) for path in paths if path.is_file()}


def _read_picture(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(LARGEST_PICTURE)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = (
            f"{shown(path)}: cannot be read: {reason}; it is needed beside the .md"
        )
        raise UsageError(message) from error
