"""The day a page was published, as `score_pubdates.py` reads it."""

from __future__ import annotations

from typing import Any

from briefing.ingest.facts import settle_facts
from briefing.ingest.page_facts import find_facts


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Give {"id", "date"}: what the reader of saved web pages finds, or None."""
    from trafilatura import load_html

    tree = load_html(row["html"])
    stated = [] if tree is None else [find_facts(tree)]
    day = settle_facts("page", stated, timezone="UTC").published.day
    return {"id": row["id"], "date": day.isoformat() if day else None}
