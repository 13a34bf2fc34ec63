"""The page for the morning meeting: every sentence that was weighed, and its fate.

One HTML file without remote parts. What stands in it is decided here; how it looks is
in `considered.html.j2` beside.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.cli.outranked import chain, origins_in, place_of
from briefing.select.fates import PRINTED

if TYPE_CHECKING:
    from briefing.cli.reweigh import Reweighed
    from briefing.model.selection import Candidate
    from briefing.select.fates import Fate

TOTAL = "total"
TEMPLATE = "considered.html.j2"
Row = dict[str, Any]
LABELS = {
    "takeaway": "takeaway",
    "dispute": "disputes a takeaway",
    "topic": "printed",
    "ahead": "printed, ahead",
    "background": "printed, background",
    "same": "same report",
    "held": "held",
    "spiked": "spiked",
    "share": "share used up",
    "repeats": "repeats",
    "outranked": "outranked",
    "weak": "too weak",
    "no section": "no room",
}
"""What each outcome is called on the page, in the order of its filter."""


def considered_page(record: dict[str, Any], again: Reweighed) -> str:
    """Write the page of an issue.

    Args:
        record: The issue's JSON.
        again: Its sentences, weighed once more.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from briefing.render.environment import print_html

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        finalize=print_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    rows = [_row(fate, again) for fate in again.fates]
    most = max((row["total"] for row in rows), default=1.0)
    groups = [
        {"title": title, "rows": own}
        for topic, title in again.titles.items()
        if (own := [row for row in rows if row["topic"] == topic])
    ]
    counts = Counter(row["fate"] for row in rows)
    outcomes = [
        {"id": id, "label": label, "count": counts[id]}
        for id, label in LABELS.items()
        if counts[id]
    ]
    return environment.get_template(TEMPLATE).render(
        edition=record["edition"],
        issue=record["issue"],
        groups=groups,
        outcomes=outcomes,
        articles=len(record.get("articles", ())),
        considered=len(rows),
        printed=sum(row["fate"] in PRINTED for row in rows),
        most=max(most, 1.0),
        notes=again.notes,
    )


def _row(fate: Fate, again: Reweighed) -> Row:
    candidate = fate.candidate
    terms: list[Row] = [
        {"name": name, "value": value}
        for name, value in candidate.scores.items()
        if name != TOTAL
    ]
    return {
        "id": _anchor(candidate),
        "topic": candidate.topic,
        "text": " ".join(candidate.sentence.text.split()),
        "place": place_of(candidate, again),
        "kind": again.articles[candidate.article].kind.replace("_", " "),
        "role": candidate.role,
        "number": again.number_of(candidate),
        "total": candidate.total,
        "plus": [term for term in terms if term["value"] > 0],
        "minus": [term for term in terms if term["value"] < 0],
        "fate": fate.outcome,
        "label": LABELS[fate.outcome],
        "printed": fate.outcome in PRINTED,
        "why": fate.why,
        "rival": _rival(fate, again),
        "outlets": fate.cluster.outlets if fate.cluster else 1,
        "origins": fate.cluster.origins if fate.cluster else 1,
        "chains": [
            chain(origin, link)
            for origin in origins_in(fate, again)
            for link in origin.links
        ],
    }


def _rival(fate: Fate, again: Reweighed) -> Row | None:
    if fate.rival is None:
        return None
    return {
        "id": _anchor(fate.rival),
        "by": "led by" if fate.outcome in ("same", "held") else "beaten by",
        "number": again.number_of(fate.rival),
        "total": fate.rival.total,
        "text": " ".join(fate.rival.sentence.text.split()),
    }


def _anchor(candidate: Candidate) -> str:
    article, passage, sentence = candidate.key
    return f"s-{article.encode().hex()}-{passage}-{sentence}"
