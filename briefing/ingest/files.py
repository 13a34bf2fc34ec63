"""Reading a file whole, or saying why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.decode import Decoded, decode
from briefing.ingest.draft import TEXT_LIMIT
from briefing.ingest.excess import excess_of_text
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ingest.draft import SourceFile

MEGABYTE = 1_000_000


def read_text(
    source: SourceFile,
    *,
    declared: Callable[[bytes], str | None] | None = None,
    limit: int = TEXT_LIMIT,
) -> tuple[str | None, tuple[Problem, ...]]:
    """Give the text of a file, and what is wrong with it.

    Args:
        source: the file.
        declared: finds the encoding that a document names for itself.
        limit: bytes past which a file is not read at all.
    """
    decoded = _read(source, declared, limit)
    if decoded.text is not None and not decoded.text.strip():
        decoded = Decoded(None, decoded.remark or "holds no text; left out")
    # The code of a page may be long, its text is looked at when it is found.
    if decoded.text is not None and declared is None:
        excess = excess_of_text(decoded.text)
        decoded = Decoded(None, excess) if excess else decoded
    problems = (Problem(source.path, decoded.remark),) if decoded.remark else ()
    return decoded.text, problems


def _read(
    source: SourceFile, declared: Callable[[bytes], str | None] | None, limit: int
) -> Decoded:
    try:
        with source.file.open("rb") as file:
            size = source.file.stat().st_size
            raw = file.read(limit + 1) if size <= limit else b""
    except OSError as error:
        return Decoded(None, f"cannot be read: {error.strerror}; left out")
    if max(size, len(raw)) > limit:
        what = f"is larger than {limit // MEGABYTE} MB, too long for an article"
        return Decoded(None, f"{what}; left out")
    return decode(raw, declared=declared(raw) if declared else None)
