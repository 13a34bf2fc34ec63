"""Time expressions of a gold row, as `score_timex.py` reads them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from briefing.annotate.timexes import find_timexes
from briefing.model.span import Span

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_LINE = re.compile(r"\S.*")


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Give {"id", "timexes": [{start, end, type, value}]} for a row's text."""
    text = row["text"]
    # Where blank lines part paragraphs, a single line break only wraps a line.
    block = _PARAGRAPH if "\n\n" in text.strip() else _LINE
    spans = [Span(*found.span()) for found in block.finditer(text)]
    published = row.get("published")
    timexes = find_timexes(
        text, spans, published=date.fromisoformat(published[:10]) if published else None
    )
    return {
        "id": row["id"],
        "timexes": [
            {
                "start": timex.span.start,
                "end": timex.span.end,
                "type": timex.type,
                "value": timex.value,
            }
            for timex in timexes
        ],
    }
