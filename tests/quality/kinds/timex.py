"""Time expressions of a gold row, as `score_timex.py` reads them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from briefing.annotate.timexes import find_timexes
from briefing.model.span import Span

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Give {"id", "timexes": [{start, end, type, value}]} for a row's text."""
    text = row["text"]
    spans = [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]
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
