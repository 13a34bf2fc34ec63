"""Saved web pages: `.html`, `.htm`, through trafilatura.

The article's text is what trafilatura takes for the article: headings, paragraphs,
list items, quotations and rows of tables, a line each. Its meta data count as stated
by the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.ingest.draft import Draft, id_of
from briefing.ingest.files import read_text
from briefing.ingest.pages import NEEDS_EXTRA, read_page
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.draft import SourceFile

NAME = "html"
ENDINGS = (".html", ".htm")

HEAD = 4096
CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset=["']?([\w.:-]{2,40})""", re.IGNORECASE
)


def read(source: SourceFile) -> Iterator[Draft | Problem]:
    """Read a saved web page as one article."""
    text, problems = read_text(source, declared=_declared)
    yield from problems
    if text is None:
        return
    try:
        page = read_page(text)
    except ImportError:
        yield Problem(source.path, NEEDS_EXTRA)
        return
    if page is None:
        yield Problem(source.path, "no article was found in this page; left out")
        return
    key = id_of(source.path)
    yield Draft(key, source.path, page.text, page.blocks, NAME, (page.stated,))


def _declared(raw: bytes) -> str | None:
    match = CHARSET.search(raw[:HEAD])
    return match[1].decode("ascii") if match else None
