"""Checks that each citation that is printed is listed, with its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.kinds import Part
    from briefing.verify.manuscript import Block
    from briefing.verify.wording import Wording

    Told = tuple[int, str]

Json = dict[str, Any]


def check_listed(parts: Sequence[Part], record: Json) -> Iterator[Told]:
    """Yield marks whose article, or whose own note, is gone from the list of sources.

    A style may list no notes; so they must be there only where most are.
    """
    articles = {each["number"]: each["article"] for each in record["citations"]}
    marks: dict[int, int] = {}
    for part in parts:
        for word in part.block.words:
            if word.mark in articles:
                marks.setdefault(word.mark or 0, word.line)
    listed = {part.source["id"] for part in parts if part.source}
    noted = {
        int(part.block.words[0].text)
        for part in parts
        if part.note_of and part.block.words
    }
    if not listed:
        return
    told: set[str] = set()
    some = 2 * len(noted & set(marks)) >= len(marks)
    for mark, line in sorted(marks.items()):
        article = articles[mark]
        if article not in listed and article not in told:
            told.add(article)
            what = f"[{mark}] cites '{article}', which is gone from the sources"
            yield line, f"{what}; put its line and notes back"
        elif article in listed and some and mark not in noted:
            what = f"[{mark}] is cited, and its note is gone from the sources"
            yield line, f"{what}; put the note back"


def note_gone(
    blocks: Sequence[Block], record: Json, changed: str, wording: Wording | None
) -> Iterator[Told]:
    """Yield what the issue says of itself, and does not say any more.

    That is what it does not cover, and what its figures were compared with.

    Args:
        blocks: The manuscript's blocks.
        record: The issue's record.
        changed: What was told as changed.
        wording: The words of its style, if known.
    """
    if wording is None:
        return
    lines = "\n".join(" ".join(word.text for word in each.words) for each in blocks)
    labels, issue = wording.labels, record["issue"]
    cut_off = labels["cut_off"].format(moment=wording.day(issue["cut_off"], "moment"))
    gaps = [gap["what"] for gap in record.get("gaps", ())]
    told = [(gap, [labels["gaps"], *gaps]) for gap in gaps]
    if compared := record.get("compared"):
        told.append((labels["compared"].format_map(compared), [cut_off]))
    for text, beside in told:
        stands = any(_spelt(each) in lines for each in beside)
        if stands and _spelt(text) not in lines and _spelt(text) not in changed:
            yield 1, f"the line {text!r} was taken out"


def _spelt(text: str) -> str:
    return " ".join(split_source(text))
