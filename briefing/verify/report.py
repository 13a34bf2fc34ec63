"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One place where the issue does not say what its sources say."""

    line: int
    """Line of the file, from 1."""
    what: str
    """What is wrong there, with what stood there before where that is known."""
    file: str = ""
    """Name of the file: the manuscript's, or that of the record beside it."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of checking one file."""

    faults: tuple[Fault, ...]
    """What is wrong, by file and line; empty when nothing is."""
    checked: dict[str, int] = field(default_factory=dict)
    """How many of each thing were checked: citations, sentences, figures ..."""
    against: str = ""
    """What it was checked against: the articles, or the quotes in the issue."""
    notes: tuple[Fault, ...] = ()
    """What an editor changed and may change: sentences that were taken out."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in the record, told by the path of keys that leads to it."""

    path: tuple[str | int, ...]
    """Keys and indexes from the top of the record."""
    what: str
    """What is wrong there."""
