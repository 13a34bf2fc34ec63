"""What a reader hands over: a text, its blocks and the facts stated with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.model.article import Block

TEXT_LIMIT = 8_000_000
"""Largest text that is read, in bytes: a long article has a hundredth of it."""


class SourceFile(NamedTuple):
    """A file to be read, and how it is named outside this machine."""

    file: Path
    """Where it lies on this machine."""
    path: str
    """Its path relative to the root of its source, with forward slashes."""


class Stated(NamedTuple):
    """Facts as one place states them, unchecked, and where that is."""

    source: str
    """sidecar, config, front matter, record or page."""
    facts: Mapping[str, Any]
    """Values by key (`headline`, `published` ...), as found."""
    rules: Mapping[str, str]
    """Name of the rule that read a value, where more than the key says it."""


class Draft(NamedTuple):
    """One article as its reader sees it, before facts from elsewhere are added."""

    id: str
    """The id it proposes."""
    path: str
    """Path of the file; for a record `file.jsonl#id`."""
    text: str
    """All its text."""
    blocks: tuple[Block, ...]
    """Its lines and paragraphs."""
    reader: str
    """Name of the reader."""
    stated: tuple[Stated, ...] = ()
    """Facts that the file itself states."""


def id_of(path: str) -> str:
    """Give the id of a file's article: its path without the ending."""
    folder, slash, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return f"{folder}{slash}{stem}"
