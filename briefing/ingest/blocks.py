"""Lines to blocks: what each line of a text is, and by which rule.

First speak the line's own words (`line_rules`), then its markup where a format has
any, then its place. The place is seen from the body: the run of lines with the most
prose (the maximum-sum segment of lines, prose counting for and stray lines against:
Pasternack and Roth, "Extracting article text from the web with maximum subsequence
segmentation", 2009, https://doi.org/10.1145/1526709.1526840). Before it stand
headline, standfirst and byline; in it paragraphs and headings; after it furniture.
Nothing is thrown away: what belongs to none of them is `junk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.ingest.furniture import COMMENT_LINES, COMMENT_WORDS, END_LINES
from briefing.ingest.line_rules import looks_like_name, names_job, role_of
from briefing.ingest.lines import Line, split_lines
from briefing.model.article import Block, Role

if TYPE_CHECKING:
    from briefing.model.article import Article

BODY: frozenset[Role] = frozenset({"heading", "paragraph", "list_item", "quote"})

LEAST_SENTENCE = 3
LEAST_PROSE = 8
LONG_LINE = 25
MOST_HEADING_WORDS = 14
MOST_HEADLINE_WORDS = 30
LEAST_HEADLINE_WORDS = 3
MOST_HEADLINE_LENGTH = 250
HEADLINE_REACH = 8
MOST_STANDFIRST_LENGTH = 300
SHORT_STANDFIRST_LENGTH = 200
STANDFIRST_SENTENCES = 2
LEAST_STANDFIRST_WORDS = 6
LEAST_REPEATED = 40
LEAST_TITLE = 15
MENU_WORDS = 5
MOST_GAIN = 60
STRAY_LOSS = 5
FURNITURE_LOSS = 2
BIO_REACH = 3
LEAST_ARTICLE = 50
OUTWEIGHS = 3
SHORT_KEY = 40


@dataclass(slots=True)
class Page:
    """The lines of a text while their roles are being found; lives for one call."""

    lines: Sequence[Line]
    """All lines."""
    hints: Sequence[Role | None]
    """What the markup says of each line; all None for raw text."""
    found: list[tuple[Role, str] | None] = field(default_factory=list)
    """Role and rule of each line, None while undecided."""
    headline: int | None = None
    """Which line is the headline."""
    first: int = 0
    """First line of the body."""
    last: int = -1
    """Last line of the body."""

    def open(self, index: int) -> bool:
        """Say whether a line is undecided."""
        return self.found[index] is None

    def is_prose(self, index: int) -> bool:
        """Say whether a line reads as a sentence or more."""
        line = self.lines[index]
        return line.words >= LONG_LINE or (line.ends and line.words >= LEAST_SENTENCE)

    def next_open(self, index: int) -> int | None:
        """Give the next line that is no junk, from `index` on."""
        for place in range(index, len(self.lines)):
            found = self.found[place]
            if found is None or found[0] != "junk":
                return place
        return None


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
    _mark_end(page)
    _find_body(page)
    _find_headline(page, headline)
    _mark_repeats(page)
    _take_hints(page)
    _mark_biography(page)
    _mark_before(page)
    _mark_after(page)
    _mark_standfirst(page)
    _mark_inside(page)
    return _blocks(page)


def body_text(article: Article) -> str:
    """Give the body of an article: subheadings, paragraphs, list items, quotes."""
    kept = (block.span.cut(article.text) for block in article.blocks if _is_body(block))
    return "\n".join(kept)


def _is_body(block: Block) -> bool:
    return block.role in BODY


def _mark_end(page: Page) -> None:
    """What follows the comment form or the list of popular stories is furniture.

    A list of stories must have most of the prose before it: such a box also stands
    between paragraphs, and then the body goes on behind it.
    """
    weights = [
        line.words if page.is_prose(i) else 0 for i, line in enumerate(page.lines)
    ]
    rest, before = sum(weights), 0
    for index, line in enumerate(page.lines):
        if _ends_article(line, before, rest):
            for place in range(index, len(page.lines)):
                page.found[place] = page.found[place] or ("junk", "after-end")
            page.found[index] = ("junk", "end-line")
            return
        before += weights[index]
        rest -= weights[index]


def _ends_article(line: Line, before: int, rest: int) -> bool:
    if before < LEAST_ARTICLE:
        return False
    if line.key in COMMENT_LINES or _counts_comments(line):
        return True
    return line.key in END_LINES and before > rest * OUTWEIGHS


def _counts_comments(line: Line) -> bool:
    """Tell `12 responses to ...`, which opens the comments of the readers."""
    number, _, word = line.key[:SHORT_KEY].partition(" ")
    return number.isdecimal() and word.partition(" ")[0] in COMMENT_WORDS


def _gain(page: Page, index: int) -> int:
    found, line = page.found[index], page.lines[index]
    if found:
        return -FURNITURE_LOSS if found[0] == "junk" else 0
    if page.is_prose(index):
        return min(line.words, MOST_GAIN)
    return 0 if page.hints[index] else -STRAY_LOSS


def _find_body(page: Page) -> None:
    """Find the run of lines with the greatest sum of gains."""
    best = total = start = 0
    for index in range(len(page.lines)):
        gain = _gain(page, index)
        if total <= 0:
            total, start = 0, index
        total += gain
        if total > best:
            best, page.first, page.last = total, start, index
    if best == 0:
        page.first, page.last = 0, len(page.lines) - 1


def _find_headline(page: Page, stated: str | None) -> None:
    wanted = " ".join((stated or "").split()).casefold().strip(" .…\"'“”")
    candidates = [
        index
        for index in range(min(page.last + 1, len(page.lines)))
        if page.open(index) and _may_be_headline(page, index)
    ]
    if wanted:
        for index in candidates:
            if page.lines[index].key.strip("\"'“”") == wanted:
                _set_headline(page, index, "stated-headline")
                return
    _choose_headline(page, [index for index in candidates if index <= page.first])


def _may_be_headline(page: Page, index: int) -> bool:
    line = page.lines[index]
    return (
        page.hints[index] in {None, "headline", "heading"}
        and len(line.text) <= MOST_HEADLINE_LENGTH
        and line.words <= MOST_HEADLINE_WORDS
    )


def _choose_headline(page: Page, candidates: Sequence[int]) -> None:
    """The line that the markup names, else a repeated one, else the first."""
    for index in candidates:
        if page.hints[index] == "headline":
            _set_headline(page, index, "markup")
            return
    keys = [line.key for line in page.lines[: page.first + HEADLINE_REACH]]
    near = [
        index
        for index in candidates
        if index >= page.first - HEADLINE_REACH
        and page.lines[index].words >= LEAST_HEADLINE_WORDS
    ]
    for index in near:
        if keys.count(page.lines[index].key) > 1:
            _set_headline(page, index, "repeated-headline")
            return
    for index in near:
        line = page.lines[index]
        asks = line.ends and line.text.rstrip("\"'”’»")[-1:] in "?!" and index == 0
        if not line.ends or asks:
            _set_headline(page, index, "first-line")
            return


def _set_headline(page: Page, index: int, rule: str) -> None:
    page.headline = index
    page.found[index] = ("headline", rule)
    if page.first <= index and all(
        not page.open(i) or not page.is_prose(i) for i in range(page.first, index)
    ):
        page.first = index + 1


def _mark_repeats(page: Page) -> None:
    """A line that stood there before: the headline, a name, a whole paragraph."""
    seen: set[str] = set()
    title = page.lines[page.headline].key if page.headline is not None else None
    for index, line in enumerate(page.lines):
        if index == page.headline:
            continue
        if title and _repeats_title(line.key, title):
            page.found[index] = ("junk", "repeated-headline")
        elif line.key in seen and page.open(index):
            is_name = looks_like_name(line.text)
            if is_name or len(line.key) >= LEAST_REPEATED:
                page.found[index] = ("junk", "repeated-line")
        seen.add(line.key)


def _repeats_title(key: str, title: str) -> bool:
    """The headline again, alone or with the name of the site behind it."""
    if key == title:
        return True
    short, long = sorted((key, title), key=len)
    rest = long.removeprefix(short).lstrip() if long.startswith(short) else ""
    return (
        len(short) >= LEAST_TITLE
        and rest.startswith(("|", "- ", "– ", "— ", "· "))
        and len(rest) < LEAST_REPEATED
    )


def _take_hints(page: Page) -> None:
    for index, hint in enumerate(page.hints):
        if hint and page.open(index):
            page.found[index] = ("heading" if hint == "headline" else hint, "markup")


def _mark_biography(page: Page) -> None:
    """`Name is a correspondent for ...`: the name stands apart, or it ends the body."""
    names = {line.key for line in page.lines if looks_like_name(line.text)}
    names |= {
        line.key.removeprefix("by ")
        for line, found in zip(page.lines, page.found, strict=True)
        if found and found[0] == "byline"
    }
    left = BIO_REACH
    for index in range(page.last, page.first - 1, -1):
        line = page.lines[index]
        if not _may_be_biography(page, index):
            continue
        known = any(line.key.startswith(f"{name} ") for name in names)
        known = known or (left > 0 and _opens_with_name(line.text))
        if known and names_job(line.text):
            page.found[index] = ("junk", "author-biography")
        left -= 1
        if left < 0 and not names:
            return


def _may_be_biography(page: Page, index: int) -> bool:
    found = page.found[index]
    return page.is_prose(index) and (found is None or found == ("paragraph", "markup"))


def _opens_with_name(text: str) -> bool:
    words = text.split(maxsplit=MENU_WORDS)
    return any(
        looks_like_name(" ".join(words[:count])) and words[count] in {"is", "covers"}
        for count in (2, 3)
        if len(words) > count
    )


def _mark_before(page: Page) -> None:
    """Between headline and body: standfirst and byline; all else is furniture."""
    start = 0 if page.headline is None else page.headline + 1
    has_name = any(found and found[0] == "byline" for found in page.found[: page.first])
    has_standfirst = False
    for index in range(page.first):
        if not page.open(index):
            continue
        line = page.lines[index]
        if index < start or page.headline is None:
            page.found[index] = ("junk", "before-headline")
        elif looks_like_name(line.text) and not has_name:
            page.found[index], has_name = ("byline", "name-line"), True
        elif not has_standfirst and line.words >= LEAST_STANDFIRST_WORDS:
            page.found[index] = ("standfirst", "under-headline")
            has_standfirst = True
        else:
            page.found[index] = ("junk", "before-body")


def _mark_after(page: Page) -> None:
    for index in range(page.last + 1, len(page.lines)):
        if page.open(index):
            page.found[index] = ("junk", "after-body")


def _mark_standfirst(page: Page) -> None:
    """A sentence or two under the headline, parted from the body by other lines."""
    index = page.first
    if page.headline is None or not index < len(page.lines) or not page.open(index):
        return
    line = page.lines[index]
    sentences = sum(line.text.count(mark) for mark in (". ", "? ", "! ")) + 1
    if len(line.text) > MOST_STANDFIRST_LENGTH or sentences > STANDFIRST_SENTENCES:
        return
    if _is_parted(page, index) or (
        sentences == 1
        and len(line.text) <= SHORT_STANDFIRST_LENGTH
        and _is_heading(page, index + 1)
    ):
        page.found[index] = ("standfirst", "above-body")


def _is_parted(page: Page, index: int) -> bool:
    """Say whether byline, time or the headline again stand before the next line."""
    for place in range(index + 1, len(page.lines)):
        found = page.found[place]
        if found is None:
            return _is_name_above_time(page, place)
        if found[0] == "byline" or found[1] in {"timestamp", "repeated-headline"}:
            return True
        if found[0] != "junk" and found[0] != "caption":
            return False
    return False


def _is_name_above_time(page: Page, index: int) -> bool:
    return looks_like_name(page.lines[index].text)


def _is_heading(page: Page, index: int) -> bool:
    """A short line that ends like no sentence, with prose right behind it."""
    if index >= len(page.lines) or not page.open(index) or page.is_prose(index):
        return False
    line = page.lines[index]
    if line.words > MOST_HEADING_WORDS or line.mark:
        return False
    below = index + 1
    if below >= len(page.lines) or below > page.last:
        return False
    found = page.found[below]
    is_text = found is None or found[0] in BODY
    return is_text and (page.is_prose(below) or bool(page.lines[below].mark))


def _mark_inside(page: Page) -> None:
    """In the body: paragraphs, list items, quotes, headings, and what strayed in."""
    has_name = any(found and found[0] == "byline" for found in page.found)
    for index in range(page.first, min(page.last + 1, len(page.lines))):
        if page.open(index):
            page.found[index] = _inside(page, index, has_name=has_name)
            has_name = has_name or page.found[index] == ("byline", "name-line")


def _inside(page: Page, index: int, *, has_name: bool) -> tuple[Role, str]:
    line = page.lines[index]
    if page.is_prose(index):
        if line.mark:
            return "list_item", "marked"
        return ("quote", "quoted") if _is_quoted(line.text) else ("paragraph", "prose")
    if _heads_promotion(page, index):
        return "junk", "promo-heading"
    if not has_name and _stands_above_body(page, index) and looks_like_name(line.text):
        return "byline", "name-line"
    if _is_heading(page, index):
        return "heading", "above-prose"
    if line.words > MENU_WORDS:
        return ("list_item", "marked") if line.mark else ("paragraph", "unended")
    return "junk", "stray"


def _stands_above_body(page: Page, index: int) -> bool:
    """Say whether no paragraph stands above, apart from the standfirst."""
    above = page.found[page.first : index]
    return not any(found and found[0] in BODY for found in above)


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
