"""Plain text: `.txt`, `.text`.

The article's text is the decoded file, character for character, but for a byte
order mark at its beginning. Its id is its path without the ending.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.blocks import find_blocks
from briefing.ingest.draft import Draft, id_of
from briefing.ingest.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.draft import SourceFile
    from briefing.model.problem import Problem

NAME = "plain"
ENDINGS = (".txt", ".text")


def read(source: SourceFile) -> Iterator[Draft | Problem]:
    """Read a text file as one article."""
    text, problems = read_text(source)
    yield from problems
    if text is not None:
        yield Draft(id_of(source.path), source.path, text, find_blocks(text), NAME)
