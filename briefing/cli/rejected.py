"""What an issue does not print, and why, as far as its JSON knows."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from briefing.cli.reasons import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.cli.reasons import Record

LISTED = 20
"""Lines under one heading, at most: an archive may hold hundreds of articles."""


def list_rejected(record: Record) -> Iterator[str]:
    """List what was relevant and is not printed, by reason."""
    yield from _held(record)
    notes = (one for one in record.get("problems", ()) if one.get("note"))
    limits = (f"{one['where']}: {one['what']}" for one in notes)
    yield from _listed("the issue's own limits", limits)
    yield from _listed("figures not in the table of key figures", _figures(record))
    yield from _listed("articles read and not quoted", _unquoted(record))
    for gap in record.get("gaps", ()):
        yield f"missing: {gap['what']}"


def _held(record: Record) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for one in record.get("held", ()):
        source = one.get("article")
        place = f" [{one['citation']}]" if one.get("citation") else ""
        where = f" — {source}" if source and source != one["what"] else ""
        by_reason.setdefault(one["why"], []).append(f"{one['what']}{place}{where}")
    if not by_reason:
        yield "Nothing was held back."
        yield ""
    for reason, those in by_reason.items():
        yield from _listed(reason, those, at_most=len(those))


def _figures(record: Record) -> Iterator[str]:
    for figure in record.get("figures", ()):
        if figure.get("printed") or not figure["claims"]:
            continue
        best = figure["claims"][0]
        said = best.get("attribution_name") or best.get("attribution")
        who = said or "nobody named"
        yield f"{figure['label']}: {best['text']} ({who}) [{best['citation']}]"


def _unquoted(record: Record) -> Iterator[str]:
    """Give the articles that nothing is printed from; why some are held is told."""
    held = {one["article"] for one in record.get("held", ()) if not one.get("citation")}
    for article in record.get("articles", ()):
        if article["use"] == "none" and article["id"] not in held:
            publisher = article.get("publisher") or "publisher not stated"
            headline = article.get("headline") or "no headline"
            yield f"{publisher}, “{headline}” — {article['path']}"


def _listed(
    heading: str, entries: Iterable[str], *, at_most: int = LISTED
) -> Iterator[str]:
    entries = list(entries)
    if not entries:
        return
    yield f"{heading} ({len(entries)})"
    for entry in entries[:at_most]:
        yield textwrap.fill(
            f"- {entry}", WIDTH, subsequent_indent="  ", break_on_hyphens=False
        )
    if len(entries) > at_most:
        yield f"  and {len(entries) - at_most} more, in the issue's .json"
    yield ""
