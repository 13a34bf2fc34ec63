"""Checks the pictures that articles bring: files, words, and where they came from.

The record is held to the file beside it and to what the article's sidecar says.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.model.illustration import StatedPicture

Json = dict[str, Any]
_BEGINS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
_WORDS = ("caption", "credit", "alt")


def check_pictures(
    record: Json,
    folder: Path | None,
    stated: Mapping[str, Sequence[StatedPicture]] | None,
) -> Iterator[Finding]:
    """Yield what is wrong with the pictures that a record lists.

    Args:
        record: The issue's record.
        folder: Where the issue lies, if it lies anywhere.
        stated: What each article's sidecar says of its pictures, if it is at hand.
    """
    listed = record.get("illustrations", [])
    for file, times in Counter(one["file"] for one in listed).items():
        if times > 1:
            yield Finding(("illustrations",), f"'{file}' stands {times} times")
    for place, one in enumerate(listed):
        for key, what in _check_one(one, record, folder, stated):
            path = ("illustrations", place, *((key,) if key else ()))
            yield Finding(path, f"picture '{one['file']}' {what}")


def _check_one(
    one: Json,
    record: Json,
    folder: Path | None,
    stated: Mapping[str, Sequence[StatedPicture]] | None,
) -> Iterator[tuple[str, str]]:
    article = next((a for a in record["articles"] if a["id"] == one["article"]), None)
    if article is None or article.get("use", "news") != "news":
        yield "article", f"is of '{one['article']}', which is not quoted as news"
    cited = {each["number"]: each for each in record["citations"]}.get(one["citation"])
    if cited is None or cited["article"] != one["article"]:
        yield "citation", f"leads to citation {one['citation']}, of another article"
    section = next((s for s in record["sections"] if s["id"] == one["section"]), None)
    items = section["items"] if section else []
    if one["item"] not in [item["id"] for item in items]:
        yield "item", f"stands under '{one['item']}', which its section has not"
    if folder is not None and (what := _fault_of_file(one, folder)):
        yield "sha256", what
    if stated is not None:
        yield from _check_words(one, stated.get(one["article"], ()))


def _fault_of_file(one: Json, folder: Path) -> str | None:
    """Say that the file beside the issue is not the one that it lists."""
    name = one["file"]
    if PurePath(name).name != name:
        return "is no name of a file beside the issue"
    try:
        raw = (folder / name).read_bytes()
    except OSError:
        return "is not beside the issue; put it back, or build the issue again"
    if hashlib.sha256(raw).hexdigest() != one["sha256"]:
        return "was changed; put it back, or build the issue again"
    if not raw.startswith(_BEGINS.get(one["kind"], b"\0\0")):
        return f"is no {one['kind']} by its bytes"
    return None


def _check_words(
    one: Json, stated: Sequence[StatedPicture]
) -> Iterator[tuple[str, str]]:
    """Hold caption, credit and alternative text to what stands beside the article."""
    same = [each for each in stated if each.file == one["source"]]
    if not same:
        yield "source", f"is none that '{one['article']}' brings ('{one['source']}')"
        return
    told = [{key: getattr(each, key) for key in _WORDS} for each in same]
    now = {key: one[key] for key in _WORDS}
    if now in told:
        return
    for key in _WORDS:
        if now[key] != told[0][key]:
            was_is = f"(was: {told[0][key]!r}, is: {now[key]!r})"
            yield key, f"has another {key} than its article says {was_is}"
