"""Checks the pictures that articles bring: files, words, and where they came from.

The record is held to the file beside it and to what the article's sidecar says; the
manuscript to the record. An editor may take a picture out, with its caption; what is
printed of it stays as its source has it, and says whose it is.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from briefing.verify.manuscript import Block
from briefing.verify.report import Finding
from briefing.verify.words import spell, split_source, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.model.illustration import StatedPicture
    from briefing.verify.wording import Wording

Json = dict[str, Any]
Told = tuple[int, str]
_BEGINS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
_WORDS = ("caption", "credit", "alt")
_LIKE = 0.5
"""Share of a caption's words that make the paragraph after a picture its caption."""


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


@dataclass(frozen=True, slots=True)
class Apart:
    """A manuscript without its pictures, and what is to be told of these."""

    blocks: tuple[Block, ...]
    """The other blocks, in order."""
    told: tuple[Told, ...] = ()
    """What is wrong, by line."""
    gone: tuple[Told, ...] = ()
    """Pictures that an editor took out, which is no fault."""


def set_pictures_apart(
    blocks: Sequence[Block], record: Json, wording: Wording | None
) -> Apart:
    """Check the pictures of a manuscript with their captions, and give the rest.

    Args:
        blocks: The manuscript's blocks.
        record: The issue's record.
        wording: The words of its style, if known.
    """
    listed = {one["file"]: one for one in record.get("illustrations") or ()}
    rest: list[Block] = []
    told: list[Told] = []
    seen: set[str] = set()
    beside: list[tuple[int, tuple[str, ...], bool]] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.picture is None:
            rest.append(block)
            continue
        one = listed.get(block.picture)
        if one is None or block.picture in seen:
            again = "stands here twice" if one else "is none of the issue's"
            told.append((block.line, f"the picture '{block.picture}' {again}"))
            continue
        seen.add(block.picture)
        told += _check_alt(block, one)
        after = blocks[at] if at < len(blocks) else None
        labels = _label_words(one, wording)
        if after is None or not _is_caption(after, one, labels):
            what = "its caption, which says whose it is, is gone; put it back"
            told.append((block.line, f"picture '{block.picture}': {what}"))
            continue
        at += 1
        faults, left = _check_caption(after, one)
        told += faults
        rest_of = iter(labels)
        beside.append((after.line, left, all(word in rest_of for word in left)))
    told += _check_beside(beside) if wording else []
    lines = " ".join(what for _, what in told)
    gone = tuple(
        (1, f"the picture '{file}' was taken out")
        for file in listed
        if file not in seen and file not in lines
    )
    return Apart(tuple(rest), tuple(told), gone)


def _label_words(one: Json, wording: Wording | None) -> tuple[str, ...]:
    """Give the style's own words in the caption of a picture, in their order."""
    labels = wording.labels.get("illustration", {}) if wording else {}
    credit = "" if one["credit"] else labels.get("no_credit", "")
    told = str(labels.get("credit", "")).replace("{credit}", f" {credit} ")
    words = split_source(f"{told} {labels.get('printed_with', '')}")
    return tuple(word for word in words if word[0].isalnum())


def _check_alt(block: Block, one: Json) -> Iterator[Told]:
    now = unquoted(word.text for word in block.words)
    if now != (was := unquoted(split_source(one["alt"]))):
        what = "says another thing of what it shows"
        was_is = f"(was: {spell(was)!r}, is: {spell(now)!r})"
        yield block.line, f"picture '{one['file']}' {what} {was_is}"


def _expected(one: Json) -> list[tuple[str, tuple[str, ...]]]:
    """Give what a caption must say, in its order."""
    told = [(key, one[key]) for key in ("caption", "credit") if one[key]]
    return [(key, unquoted(split_source(words))) for key, words in told]


def _is_caption(block: Block, one: Json, labels: Sequence[str]) -> bool:
    """Say whether a paragraph is the caption of the picture before it."""
    if block.kind != "text" or block.bullet or block.picture is not None:
        return False
    words = [word.text for word in block.words if word.mark is None]
    wanted = Counter(word for _, part in _expected(one) for word in part)
    common = sum((wanted & Counter(words)).values())
    if wanted and common >= _LIKE * wanted.total():
        return True
    marks = [word.mark for word in block.words if word.mark is not None]
    own = sum(word in labels for word in words)
    return marks == [one["citation"]] and common + own >= _LIKE * len(words)


def _check_caption(block: Block, one: Json) -> tuple[list[Told], tuple[str, ...]]:
    """Give what is wrong with a caption, and the words that are none of its source."""
    name = f"picture '{one['file']}'"
    told: list[Told] = []
    left = list(unquoted(word.text for word in block.words if word.mark is None))
    for key, wanted in _expected(one):
        place = _find(left, wanted)
        if place is None:
            is_ = f"is: {spell(left)!r}"
            what = f"{name}: its {key} is changed (was: {spell(wanted)!r}, {is_})"
            told.append((block.line, what))
            return told, ()
        del left[place : place + len(wanted)]
    marks = [word.mark for word in block.words if word.mark is not None]
    if marks != [one["citation"]]:
        now = " ".join(f"[{mark}]" for mark in marks)
        was_is = f"(was: '[{one['citation']}]', is: '{now}')"
        told.append((block.line, f"{name}: its mark leads elsewhere {was_is}"))
    return told, tuple(word for word in left if word[0].isalnum())


def _find(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    starts = range(len(words) - len(wanted) + 1)
    return next(
        (at for at in starts if list(words[at : at + len(wanted)]) == list(wanted)),
        None,
    )


def _check_beside(
    beside: Sequence[tuple[int, tuple[str, ...], bool]],
) -> Iterator[Told]:
    """Check what stands in captions beside the source's words and the style's.

    What stands in every one of several is a template's.
    """
    if len(beside) > 1 and len({words for _, words, _ in beside}) == 1:
        return
    for line, words, known in beside:
        if not known:
            what = "these words of the caption are not its source's; take them out"
            yield line, f"{what} (is: {spell(words)!r})"
