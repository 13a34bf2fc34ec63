"""Lines to blocks: what each line of a text is, and by which rule.

First speak the line's own words (`line_rules`), then its markup where a format has
any, then its place. The place is seen from the body (`regions`): before it stand
headline, standfirst and byline (`titles`); in it paragraphs and headings; after it
the author's biography and furniture. Nothing is thrown away: what belongs to none of
them is `junk`. The mark of a list item is a block of its own, so that the words
beside it can be cited without it; so is a dateline that opens the first paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.biography import mark_biography
from briefing.ingest.furniture import NEWSLETTERS
from briefing.ingest.line_rules import opening_dateline, role_of
from briefing.ingest.lines import Line, split_lines
from briefing.ingest.page import BODY, Page
from briefing.ingest.people import is_job_title, looks_like_name
from briefing.ingest.regions import find_body, mark_end
from briefing.ingest.titles import (
    find_headline,
    mark_before,
    mark_repeats,
    mark_standfirst,
)
from briefing.model.article import Block, Role
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article

MENU_WORDS = 5
QUOTES = {"“": "”", "«": "»", "„": "“"}
MOST_TEASER = 160


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
        return _prose(page, index)
    if _heads_promotion(page, index):
        return "junk", "promo-heading"
    if line.words <= MENU_WORDS and is_job_title(line.text):
        return "junk", "job-title"
    if may_be_name and looks_like_name(line.text):
        return "byline", "name-line"
    if page.is_heading(index):
        return "heading", "above-prose"
    if line.words > MENU_WORDS:
        return ("list_item", "marked") if line.mark else ("paragraph", "unended")
    return "junk", "stray"


def _prose(page: Page, index: int) -> tuple[Role, str]:
    line = page.lines[index]
    if _sells_newsletter(page, index):
        return "junk", "under-promotion"
    if line.mark:
        return "list_item", "marked"
    return ("quote", "quoted") if _is_quoted(line.text) else ("paragraph", "prose")


def _sells_newsletter(page: Page, index: int) -> bool:
    """A short line that speaks to the reader, under the title of a newsletter."""
    above, line = page.lines[index - 1], page.lines[index]
    if index == 0 or len(line.text) > MOST_TEASER:
        return False
    found = page.found[index - 1]
    sells = above.key in NEWSLETTERS or (found and found[1] == "promo")
    return bool(sells) and " you" in line.key


def _heads_promotion(page: Page, index: int) -> bool:
    below = page.found[index + 1] if index + 1 < len(page.lines) else None
    return bool(below and below[1] == "promo")


def _is_quoted(text: str) -> bool:
    """A line that is one quotation from end to end, with nobody named in it."""
    close = QUOTES.get(text[0], "")
    return bool(close) and text.endswith(close) and text.count(close) == 1


def _blocks(page: Page) -> tuple[Block, ...]:
    blocks: list[Block] = []
    is_first = True
    for line, found in zip(page.lines, page.found, strict=True):
        role, rule = found or ("junk", "stray")
        span = line.span
        if line.mark:
            blocks.append(Block(line.mark, "junk", "mark"))
        if role == "paragraph" and is_first:
            is_first = False
            if length := opening_dateline(line.text):
                place, words = _split(line, length)
                blocks.append(Block(place, "dateline", "opening"))
                span = words
        blocks.append(Block(span, role, rule))
    return tuple(blocks)


def _split(line: Line, length: int) -> tuple[Span, Span]:
    """Part a line behind its dateline, white space between the two left out."""
    start = line.span.start
    place = line.text[:length].rstrip()
    return Span(start, start + len(place)), Span(start + length, line.span.end)
