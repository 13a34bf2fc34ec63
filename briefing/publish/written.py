"""Which manuscripts a desk has written: what differs was corrected by hand."""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING

from briefing.publish.runs import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "written.jsonl"


def digest(contents: bytes) -> str:
    """Give the SHA-256 of a file's contents."""
    return hashlib.sha256(contents).hexdigest()


def note_written(root: Path, manuscript: Path, contents: bytes) -> None:
    """Note what is about to be written, before it is.

    A desk that may not be written to keeps no such notes; a manuscript of unknown
    origin is then kept beside the new one.
    """
    path = root / FOLDER / _NAME
    entry = {"file": _key(root, manuscript), "sha256": digest(contents)}
    if entry["sha256"] in find_written(root, manuscript):
        return
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def find_written(root: Path, manuscript: Path) -> frozenset[str]:
    """Give the hashes of all that was ever written as this manuscript."""
    try:
        lines = (root / FOLDER / _NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    key = _key(root, manuscript)
    return frozenset(hash for file, hash in map(_entry, lines) if file == key)


def _entry(line: str) -> tuple[str, str]:
    """Read one note; a line that a kill cut short says nothing."""
    try:
        entry = json.loads(line)
        return entry["file"], entry["sha256"]
    except (ValueError, TypeError, KeyError):
        return "", ""


def _key(root: Path, manuscript: Path) -> str:
    """Name a file so that a desk can be moved together with its reports."""
    home, path = root.resolve(), manuscript.resolve()
    return str(path.relative_to(home) if path.is_relative_to(home) else path)
