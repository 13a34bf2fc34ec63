"""The page on paper: PDF/A-3a and PDF/UA-1, the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.problem import Problem
    from briefing.render.sheet import Sheet

NAME = "pdf"


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the PDF of the page, and the layout engine's complaints."""
    from briefing.render.pdf import set_pdf  # it brings WeasyPrint: 300 ms

    return set_pdf(sheet.page)
