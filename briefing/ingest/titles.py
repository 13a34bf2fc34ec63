"""What stands above the body: headline, standfirst, byline; and their repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.people import looks_like_author, looks_like_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ingest.page import Page

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


def find_headline(page: Page, stated: str | None) -> None:
    """Find the headline: as stated elsewhere, else among the lines above the body."""
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


def mark_repeats(page: Page) -> None:
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


def mark_before(page: Page) -> None:
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
        elif looks_like_author(line.text) and not has_name:
            page.found[index], has_name = ("byline", "name-line"), True
        elif not has_standfirst and line.words >= LEAST_STANDFIRST_WORDS:
            page.found[index] = ("standfirst", "under-headline")
            has_standfirst = True
        else:
            page.found[index] = ("junk", "before-body")


def mark_standfirst(page: Page) -> None:
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
        and page.is_heading(index + 1)
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
