"""Where the body of a text begins and ends.

The body is the run of lines with the most prose: the maximum-sum segment of lines,
prose counting for and stray lines against (Pasternack and Roth, "Extracting article
text from the web with maximum subsequence segmentation", 2009,
https://doi.org/10.1145/1526709.1526840).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ingest.furniture import COMMENT_LINES, END_LINES
from briefing.ingest.furniture_cues import COMMENT_WORDS

if TYPE_CHECKING:
    from briefing.ingest.lines import Line
    from briefing.ingest.page import Page

MOST_GAIN = 60
STRAY_LOSS = 5
FURNITURE_LOSS = 2
LEAST_ARTICLE = 30
OUTWEIGHS = 3
SHORT_KEY = 40


def mark_end(page: Page) -> None:
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
    """Weigh the words of prose before a line and from it on."""
    form = line.key.removesuffix(" cancel reply") in COMMENT_LINES
    if form or _counts_comments(line):
        return before >= LEAST_ARTICLE or before > rest
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


def find_body(page: Page) -> None:
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
