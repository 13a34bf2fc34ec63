"""The author's biography under an article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.ingest.people import (
    BIO_HEAD,
    MOST_NAME_WORDS,
    looks_like_name,
    names_job,
)

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from briefing.ingest.page import Page

BIO_REACH = 3
TOP_REACH = 4


def mark_biography(page: Page) -> None:
    """Mark `Name is a correspondent for ...` under an article.

    The author of the article is known without a word for the job; another name needs
    one, and must stand on a line of its own or open one of the last paragraphs.
    """
    names = Counter(line.key for line in page.lines if looks_like_name(line.text))
    authors = _authors(page, names)
    left = BIO_REACH
    for index in range(page.last, page.first - 1, -1):
        if not _may_be_biography(page, index):
            continue
        text = page.lines[index].text
        if (left > 0 and _opens_with(text, authors)) or (
            names_job(text)
            and (_opens_with(text, names) or (left > 0 and _introduces(text)))
        ):
            page.found[index] = ("junk", "author-biography")
        left -= 1


def _authors(page: Page, names: Mapping[str, int]) -> set[str]:
    """Give the names of bylines: marked as such, above the body, or standing twice."""
    top = {line.key for line in page.lines[: page.first + TOP_REACH]}
    authors = {name for name, count in names.items() if count > 1 or name in top}
    for line, found in zip(page.lines, page.found, strict=True):
        if found and found[0] == "byline":
            words = line.key.removeprefix("by ").split()
            authors |= {" ".join(words[:count]) for count in (2, 3)}
    return authors


def _may_be_biography(page: Page, index: int) -> bool:
    found = page.found[index]
    return page.is_prose(index) and (found is None or found == ("paragraph", "markup"))


def _opens_with(text: str, names: Container[str]) -> bool:
    words = text[:BIO_HEAD].casefold().split()
    counts = range(2, min(MOST_NAME_WORDS, len(words)) + 1)
    return any(" ".join(words[:count]) in names for count in counts)


def _introduces(text: str) -> bool:
    """Tell `Name is ...` and `Name covers ...`."""
    words = text[:BIO_HEAD].split()
    return any(
        words[count] in {"is", "covers"} and looks_like_name(" ".join(words[:count]))
        for count in (2, 3)
        if len(words) > count
    )
