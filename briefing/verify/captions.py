"""Checks the pictures of a manuscript with their captions.

An editor may take a picture out, with its caption; what is printed of it stays as its
source has it, and says whose it is.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.verify.manuscript import Block
from briefing.verify.words import spell, split_source, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.wording import Wording

Json = dict[str, Any]
Told = tuple[int, str]
_UNSEEN = frozenset({"Cf", "Cc", "Co", "Cn"})
_PILED = frozenset({"Mn", "Me"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are blank."""
_LIKE = 0.5
"""Share of a caption's words that make the paragraph after a picture its caption."""


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
    now, was = _printed(block), _words(one["alt"])
    if now != was and not _is_parted(now, was, one["alt"]):
        what = "says another thing of what it shows"
        was_is = f"(was: {spell(was)!r}, is: {spell(now)!r})"
        yield block.line, f"picture '{one['file']}' {what} {was_is}"


def _words(text: str) -> tuple[str, ...]:
    """Give the words of a text, of which only what can be seen is compared.

    Signs without a shape, and accents piled on a letter, reach no manuscript.
    """
    seen = (
        sign
        for sign in text
        if sign.isspace()
        or not (unicodedata.category(sign) in _UNSEEN or sign in _FILLERS)
    )
    return _without_accents(unquoted(split_source("".join(seen))))


def _without_accents(words: Sequence[str]) -> tuple[str, ...]:
    """Leave out accents that stand for themselves, as those of a pile do."""
    return tuple(
        word
        for word in words
        if not all(unicodedata.category(sign) in _PILED for sign in word)
    )


def _printed(block: Block) -> tuple[str, ...]:
    """Give the words of a block but for its marks."""
    words = [word.text for word in block.words if word.mark is None]
    return _without_accents(unquoted(words))


def _expected(one: Json) -> list[tuple[str, tuple[str, ...]]]:
    """Give what a caption must say, in its order."""
    told = [(key, one[key]) for key in ("caption", "credit") if one[key]]
    return [(key, _words(words)) for key, words in told]


def _is_caption(block: Block, one: Json, labels: Sequence[str]) -> bool:
    """Say whether a paragraph is the caption of the picture before it."""
    if block.kind != "text" or block.bullet or block.picture is not None:
        return False
    words = _printed(block)
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
    left = list(_printed(block))
    for key, wanted in _expected(one):
        place = _find(left, wanted)
        if place is None and _is_parted(left, wanted, one[key]):
            return told, ()
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


def _is_parted(words: Sequence[str], wanted: Sequence[str], source: str) -> bool:
    """Say whether words differ only in where accents of their source part them."""
    piled = any(unicodedata.category(sign) in _PILED for sign in source)
    return piled and "".join(wanted) in "".join(words)


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
