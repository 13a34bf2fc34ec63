"""Lines to blocks: what each line of a text is, and by which rule.

First speak the line's own words (`line_rules`), then its markup where a format has
any, then its place. The place is seen from the body (`regions`): before it stand
headline, standfirst and byline (`titles`); in it paragraphs and headings; after it
the author's biography and furniture. Nothing is thrown away: what belongs to none of
them is `junk`. The mark of a list item is a block of its own, so that the words
beside it can be cited without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.biography import mark_biography
from briefing.ingest.line_rules import looks_like_name, role_of
from briefing.ingest.lines import Line, split_lines
from briefing.ingest.page import BODY, Page
from briefing.ingest.regions import find_body, mark_end
from briefing.ingest.titles import (
    find_headline,
    mark_before,
    mark_repeats,
    mark_standfirst,
)
from briefing.model.article import Block, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article

MENU_WORDS = 5


def find_blocks(text: str, *, headline: str | None = None) -> tuple[Block, ...]:
    """Give a role to each line of a raw text.

    Args:
        text: the text; spans count into it.
        headline: the headline where it is stated elsewhere.
    """
    lines = split_lines(text)
    return assign_roles(lines, (None,) * len(lines), headline=headline)


def assign_roles(
    lines: Sequence[Line], hints: Sequence[Role | None], *, headline: str | None = None
) -> tuple[Block, ...]:
    """Give a role to each line; `hints` say what the markup makes of it."""
    page = Page(lines, hints)
    page.found = [role_of(line) for line in lines]
    mark_end(page)
    find_body(page)
    find_headline(page, headline)
    mark_repeats(page)
    _take_hints(page)
    mark_biography(page)
    mark_before(page)
    _mark_after(page)
    mark_standfirst(page)
    _mark_inside(page)
    return _blocks(page)


def body_text(article: Article) -> str:
    """Give the body of an article: subheadings, paragraphs, list items, quotes."""
    kept = (block.span.cut(article.text) for block in article.blocks if _is_body(block))
    return "\n".join(kept)


def _is_body(block: Block) -> bool:
    return block.role in BODY


def _take_hints(page: Page) -> None:
    for index, hint in enumerate(page.hints):
        if hint and page.open(index):
            page.found[index] = ("heading" if hint == "headline" else hint, "markup")


def _mark_after(page: Page) -> None:
    for index in range(page.last + 1, len(page.lines)):
        if page.open(index):
            page.found[index] = ("junk", "after-body")


def _mark_inside(page: Page) -> None:
    """In the body: paragraphs, list items, quotes, headings, and what strayed in."""
    has_name = any(found and found[0] == "byline" for found in page.found)
    for index in range(page.first, min(page.last + 1, len(page.lines))):
        found = page.found[index]
        if found is None:
            found = _inside(page, index, may_be_name=not has_name)
            page.found[index] = found
        # A name stands above the body; after the first paragraph it is none.
        has_name = has_name or found[0] in BODY or found[0] == "byline"


def _inside(page: Page, index: int, *, may_be_name: bool) -> tuple[Role, str]:
    line = page.lines[index]
    if page.is_prose(index):
        if line.mark:
            return "list_item", "marked"
        return ("quote", "quoted") if _is_quoted(line.text) else ("paragraph", "prose")
    if _heads_promotion(page, index):
        return "junk", "promo-heading"
    if may_be_name and looks_like_name(line.text):
        return "byline", "name-line"
    if page.is_heading(index):
        return "heading", "above-prose"
    if line.words > MENU_WORDS:
        return ("list_item", "marked") if line.mark else ("paragraph", "unended")
    return "junk", "stray"


def _heads_promotion(page: Page, index: int) -> bool:
    below = page.found[index + 1] if index + 1 < len(page.lines) else None
    return bool(below and below[1] == "promo")


def _is_quoted(text: str) -> bool:
    """A line that is one quotation from end to end, with nobody named in it."""
    pairs = {"“": "”", "«": "»", "„": "“"}
    close = pairs.get(text[0])
    return (
        bool(close)
        and text.rstrip(".").endswith(close or "")
        and (text.count(close or "") == 1)
    )


def _blocks(page: Page) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for line, found in zip(page.lines, page.found, strict=True):
        role, rule = found or ("junk", "stray")
        if line.mark:
            blocks.append(Block(line.mark, "junk", "list-mark"))
        blocks.append(Block(line.span, role, rule))
    return tuple(blocks)
