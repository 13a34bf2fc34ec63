"""Files of a style as checks read them: text with a name for messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.render.style_read import read_leniently

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Source(NamedTuple):
    """One file of a style."""

    name: str
    """Its name in messages: "mine/page.css"."""
    text: str
    """Its text."""

    def line(self, at: int) -> int:
        """Give the line, from 1, of a position in the text."""
        return self.text.count("\n", 0, at) + 1

    def place(self, at: int) -> str:
        """Give "file:line" of a position in the text."""
        return f"{self.name}:{self.line(at)}"


def sources_of(folder: Path, pattern: str) -> Iterator[Source]:
    """Give the files of a style that match a pattern, by name.

    A sign that is no UTF-8 is told by another check and read as U+FFFD here, what
    cannot be read at all as an empty file.
    """
    for path in sorted(folder.rglob(pattern)):
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        yield Source(name, read_leniently(path))
