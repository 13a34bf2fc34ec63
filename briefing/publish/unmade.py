"""Issues that lack articles: remembered, so that they are not tried in vain.

What an issue is made of are the config and the files of its sources. While these are
as they were, it would fail as it failed; when one of them changes, it is tried again.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import NotMadeError
from briefing.publish.runs import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NAME = "unmade.json"


class Unmade(NamedTuple):
    """An issue that could not be made."""

    made_of: str
    """Fingerprint of what it would have been made of."""
    lacks: str
    """What it lacked, in a few words."""


def fingerprint(config: str, sources: Sequence[Path]) -> str:
    """Give a fingerprint of what issues are made of.

    Args:
        config: all that the config says of them.
        sources: files and folders; each file below counts with its relative path,
            its size, and when it and its rights were last changed.
    """
    known = hashlib.sha256(config.encode("utf-8", "surrogateescape"))
    for source in sources:
        for line in _files(source):
            known.update(os.fsencode(line) + b"\n")
    return known.hexdigest()


def _files(source: Path) -> Iterator[str]:
    yield _line(source, source.name)
    for name, folders, files in os.walk(source):
        folders.sort()
        for file in sorted(files):
            path = Path(name) / file
            yield _line(path, str(path.relative_to(source)))


def _line(path: Path, name: str) -> str:
    try:
        found = path.stat()
    except OSError as error:
        return f"{name} {error.errno}"
    if path.is_dir():
        return name
    return f"{name} {found.st_size} {found.st_mtime_ns} {found.st_mode}"


def read_unmade(root: Path) -> dict[str, Unmade]:
    """Read which issues of a desk lack articles, by name; a lost record is empty."""
    try:
        found = json.loads((root / FOLDER / _NAME).read_text(encoding="utf-8"))
        return {name: Unmade(**entry) for name, entry in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # they are tried once more, and remembered anew


def write_unmade(root: Path, unmade: Mapping[str, Unmade]) -> None:
    """Remember which issues of a desk lack articles.

    Raises:
        NotMadeError: when that cannot be written.
    """
    path = root / FOLDER / _NAME
    entries = {name: one._asdict() for name, one in sorted(unmade.items())}
    new = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(entries, indent=1), encoding="utf-8")
        new.replace(path)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); check permissions"
        raise NotMadeError(message) from error
