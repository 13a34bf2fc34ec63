"""The author's biography under an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.line_rules import (
    BIO_HEAD,
    MOST_NAME_WORDS,
    looks_like_name,
    names_job,
)

if TYPE_CHECKING:
    from collections.abc import Set

    from briefing.ingest.page import Page

BIO_REACH = 3


def mark_biography(page: Page) -> None:
    """`Name is a correspondent for ...`: the name stands apart, or it ends the body."""
    names = {line.key for line in page.lines if looks_like_name(line.text)}
    names |= {
        line.key.removeprefix("by ")
        for line, found in zip(page.lines, page.found, strict=True)
        if found and found[0] == "byline"
    }
    left = BIO_REACH
    for index in range(page.last, page.first - 1, -1):
        if not _may_be_biography(page, index):
            continue
        text = page.lines[index].text
        known = _opens_with_name(text, names, near_end=left > 0)
        if known and names_job(text):
            page.found[index] = ("junk", "author-biography")
        left -= 1


def _may_be_biography(page: Page, index: int) -> bool:
    found = page.found[index]
    return page.is_prose(index) and (found is None or found == ("paragraph", "markup"))


def _opens_with_name(text: str, names: Set[str], *, near_end: bool) -> bool:
    words = text[:BIO_HEAD].split()
    for count in range(2, min(MOST_NAME_WORDS, len(words) - 1) + 1):
        name = " ".join(words[:count])
        if name.casefold() in names:
            return True
        if near_end and words[count] in {"is", "covers"} and looks_like_name(name):
            return True
    return False
