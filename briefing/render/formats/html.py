"""The page: one HTML file that needs nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.problem import Problem
    from briefing.render.sheet import Sheet

NAME = "html"


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the page in UTF-8; the PDF is set of exactly these words."""
    return sheet.page.encode(), ()
