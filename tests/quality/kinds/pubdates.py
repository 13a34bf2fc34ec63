"""The day a page was published, as `score_pubdates.py` reads it."""

from __future__ import annotations

from typing import Any

from briefing.ingest.facts import settle_facts
from briefing.ingest.page_facts import find_facts
from briefing.model.article import Published


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Give {"id", "date"}: what the reader of saved web pages finds, or None.

    Where a page states only its last change, that is the one day asked for: the
    product takes it for a limit, "[not after 30 July 2023]".
    """
    from trafilatura import load_html

    tree = load_html(row["html"])
    stated = [] if tree is None else [find_facts(tree)]
    facts = settle_facts("page", stated, timezone="UTC")
    changed = Published(facts.values.get("modified"))
    day = facts.published.day or changed.day
    return {"id": row["id"], "date": day.isoformat() if day else None}
