"""Markdown tables, as the generated parts of the documents have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set rows of cells, each already Markdown, under a head."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def code(text: str) -> str:
    """Set a text as code, with as many backticks as it needs."""
    fence = "``" if "`" in text else "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def prose(text: str) -> str:
    """Set a text so that nothing in it but code between backticks is markup."""
    parts = text.split("`")
    outside = (
        part if place % 2 else part.replace("<", "&lt;").replace("[", "\\[")
        for place, part in enumerate(parts)
    )
    return "`".join(outside)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
