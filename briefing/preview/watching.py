"""Whether a file of a style changed since last looked at.

The files are few, so that looking at all of them costs a millisecond: no library, no
limit of the system on watched files, and folders on a network are watched as well.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_DEEPEST = 4
"""Folders within folders that are looked into: a style has `sections/` and `fonts/`."""

Mark = tuple[str, int, int]
"""A file's path, the moment of its last change, its size."""


def look_at(folders: Iterable[Path]) -> frozenset[Mark]:
    """Give a mark of every file below the folders; hidden ones are left out."""
    return frozenset(
        mark for folder in folders for mark in _marks(os.fspath(folder), _DEEPEST)
    )


def _marks(folder: str, depth: int) -> Iterator[Mark]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # not there yet, or just taken away
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir():
                if depth:
                    yield from _marks(entry.path, depth - 1)
                continue
            state = entry.stat()
        except OSError:
            continue
        yield entry.path, state.st_mtime_ns, state.st_size
