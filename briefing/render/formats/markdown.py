"""The manuscript, which an editor may correct and set again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.problem import Problem
    from briefing.render.sheet import Sheet

NAME = "md"


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the manuscript in UTF-8."""
    return sheet.manuscript.encode(), ()
