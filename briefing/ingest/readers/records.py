"""Records, one JSON object a line: `.jsonl`, `.jsonl.gz`.

A record has `id`, `text` (or `html`) and `published`, and where known `headline`,
`url`, `publisher`, `byline`, `language`, `kind`, `modified`, `retrieved`,
`illustrations`; other fields are for others. All offsets count into `text`. The
article's path is `file.jsonl#id`. Lines are read one by one and a bad one costs only
itself; one that is too long is passed over in pieces, and a compressed file that swells
beyond all reason is given up.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

from briefing.ingest.blocks import find_blocks
from briefing.ingest.draft import TEXT_LIMIT, Draft, Stated
from briefing.ingest.excess import excess_of_text
from briefing.ingest.facts import KEYS, PICTURES
from briefing.ingest.pages import NEEDS_EXTRA, read_page
from briefing.model.problem import Problem
from briefing.text.unseen import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.draft import SourceFile

NAME = "records"
ENDINGS = (".jsonl", ".jsonl.gz")

LONGEST_ID = 300
MOST_SWELLING = 100
"""How many times larger than on disk a compressed file may grow; text grows tenfold."""
PIECE = 65_536
SHOWN_ID = 40
"""Signs of an unusable id that are told."""


class Lines(Protocol):
    """A file that gives its lines, plain or unpacked on the way."""

    def readline(self, size: int = -1, /) -> bytes:
        """Give the rest of the line, at most `size` bytes."""
        ...


def read(source: SourceFile) -> Iterator[Draft | Problem]:
    """Read a file of records, each as one article."""
    try:
        size = source.file.stat().st_size
        with source.file.open("rb") as file:
            if source.path.lower().endswith(".gz"):
                import gzip
                import zlib

                try:
                    with gzip.open(file) as unpacked:
                        most = max(size * MOST_SWELLING, TEXT_LIMIT)
                        yield from _read_lines(source, unpacked, most)
                except (gzip.BadGzipFile, zlib.error, EOFError) as error:
                    yield Problem(source.path, f"is damaged; the rest is lost: {error}")
            else:
                yield from _read_lines(source, file, None)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        yield Problem(source.path, what)


def _read_lines(
    source: SourceFile, file: Lines, most: int | None
) -> Iterator[Draft | Problem]:
    """Read line by line; give up past `most` bytes."""
    number = total = found = 0
    while raw := file.readline(TEXT_LIMIT):
        number += 1
        where = f"{source.path}:{number}"
        total += len(raw)
        if not raw.endswith(b"\n") and len(raw) >= TEXT_LIMIT:
            yield Problem(where, "the line is too long for an article; left out")
            while raw and not raw.endswith(b"\n") and (not most or total <= most):
                raw = file.readline(PIECE)
                total += len(raw)
        elif raw.strip():
            found += 1
            yield from _read_record(source, where, raw)
        if most and total > most:
            yield Problem(where, "the file swells beyond all reason; the rest is left")
            return
    if not found:
        yield Problem(source.path, "holds no records")


def _read_record(
    source: SourceFile, where: str, raw: bytes
) -> Iterator[Draft | Problem]:
    record, fault = _parse(raw)
    key, text = record.get("id"), record.get("text")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not fault and not _is_id(key):
        fault = (
            "the record has no usable id (a number, or a short text without spaces "
            f"and without signs that cannot be seen){_found_id(key)}"
        )
    page = record.get("html") if not isinstance(text, str) else None
    if not fault and not isinstance(text, str) and not isinstance(page, str):
        fault = "the record has neither text nor html"
    if fault:
        yield Problem(where, f"{fault}; left out")
        return
    stated_keys = (*KEYS, PICTURES)
    facts = {name: record[name] for name in stated_keys if record.get(name) is not None}
    stated = Stated("record", facts, {})
    path = f"{source.path}#{key}"
    if page is None:
        yield from _from_text(str(key), path, str(text), stated, where)
    else:
        yield from _from_page(str(key), path, str(page), stated, where)


def _parse(raw: bytes) -> tuple[dict[str, Any], str | None]:
    try:
        record = json.loads(raw)
    except RecursionError:
        return {}, "the line is nested too deep"
    except UnicodeDecodeError:
        return {}, "the line is not UTF-8"
    except ValueError as error:
        return {}, f"the line is no JSON ({error})"
    if not isinstance(record, dict):
        return {}, "the line is no JSON object"
    return record, None


def _is_id(key: object) -> bool:
    if not isinstance(key, str) or not 0 < len(key) <= LONGEST_ID:
        return False
    return printable(key) == key and " " not in key


def _found_id(key: object) -> str:
    """Say what stands there; without a text there is nothing to say."""
    words = one_line(key) if isinstance(key, str) else ""
    return f"; it is '{words[:SHOWN_ID]}'" if words else ""


def _is_sound(text: str) -> bool:
    """Say whether a text can be written: JSON may hold halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _from_text(
    key: str, path: str, text: str, stated: Stated, where: str
) -> Iterator[Draft | Problem]:
    if "\0" in text or not text.strip():
        yield Problem(where, "the record's text is empty or not text; left out")
        return
    if not _is_sound(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield Problem(where, "holds halves of characters, which are lost")
    if excess := excess_of_text(text):
        yield Problem(where, excess)
        return
    headline = stated.facts.get("headline")
    title = headline if isinstance(headline, str) else None
    yield Draft(key, path, text, find_blocks(text, headline=title), NAME, (stated,))


def _from_page(
    key: str, path: str, html: str, stated: Stated, where: str
) -> Iterator[Draft | Problem]:
    try:
        page = read_page(html)
    except ImportError:
        yield Problem(where, NEEDS_EXTRA)
        return
    if page is None:
        yield Problem(where, "the record's page holds no article; left out")
        return
    yield Draft(key, path, page.text, page.blocks, NAME, (stated, page.stated))
