"""How two sentences stand to each other, as `score_claims.py` reads it.

Each sentence is an article of one paragraph; the decision is the ledger's own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.annotate import annotate
from briefing.model.article import Article, Block, Published
from briefing.model.names import NameList
from briefing.model.selection import Candidate
from briefing.model.span import Span
from briefing.select.ledger.quantities import equal_value, same_quantity
from briefing.select.ledger.statements import make_entries

if TYPE_CHECKING:
    from briefing.select.ledger.entry import Entry


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Give {"relation"}: same, same_other_value or different."""
    shared = [
        equal_value(one, other)
        for one in _entries(row, "a")
        for other in _entries(row, "b")
        if same_quantity(one, other)
    ]
    if not shared:
        return {"relation": "different"}
    return {"relation": "same" if any(shared) else "same_other_value"}


def _entries(row: dict[str, Any], side: str) -> list[Entry]:
    text, published = row[side], date.fromisoformat(row[f"{side}_published"][:10])
    block = Block(Span(0, len(text)), "paragraph", "gold")
    article = Article(side, side, text, "", (block,), "records", Published(published))
    candidates = [
        Candidate(side, passage, index, row["topic"], "news")
        for passage in annotate(article, names=NameList())
        for index in range(len(passage.sentences))
    ]
    made = make_entries(candidates, NameList(), {side: published}, {}, {side: article})
    return list(made)
