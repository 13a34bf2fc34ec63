"""How a source came by its words, and whom it credits, where its text tells.

A kind is proposed only on words that leave no doubt; they become the evidence. All
else stays "original", which is an assumption and has no evidence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.ingest.people import agencies_in
from briefing.ingest.translation import find_traces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Block, Kind

HEAD = 200
NOTE_LENGTH = 400


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    headline = (
        r"\b(?:round-?up|(?:week|month|day) in review|(?:daily|weekly|news) digest"
        r"|news wrap)\b"
    )
    note = (
        r"\b(?:machine[- ]translat(?:ed|ion)|(?:automatically|machine) translated"
        r"|translated (?:automatically|with (?:deepl|google)|by (?:deepl|google|ai\b))"
        r"|maschinell übersetzt|automatisch übersetzt|traduit automatiquement"
        r"|машинний переклад|машинный перевод)"
    )
    wire = r"[^()\n]{0,60}\((?P<agency>[^()]{2,40})\) ?[-–—]"
    return (
        re.compile(headline, re.IGNORECASE),
        re.compile(note, re.IGNORECASE),
        re.compile(wire),
    )


def propose_kind(
    text: str, blocks: Sequence[Block], headline: str | None
) -> tuple[Kind, str | None]:
    """Give the kind of a source and the words that show it, with the rule's name.

    Args:
        text: the article's text.
        blocks: its blocks.
        headline: its headline, wherever that is stated.
    """
    in_headline, in_note, _ = _patterns()
    if match := in_headline.search(headline or ""):
        return "roundup", f'headline: "{match.group()}" (rule headline-roundup)'
    for block in blocks:
        if block.role not in {"junk", "credit", "paragraph"}:
            continue
        note = block.span.cut(text)
        match = in_note.search(note) if len(note) <= NOTE_LENGTH else None
        if match and (block.role != "paragraph" or note.lower().startswith("this ")):
            words = f'note: "{match.group()}"'
            return "machine_translation", f"{words} (rule translation-note)"
    if traces := find_traces(text, blocks):
        return "machine_translation", f"{'; '.join(traces)} (rule translation-traces)"
    if agency := _wire_agency(text, blocks):
        return "agency", f'opens with "({agency})" (rule wire-opening)'
    return "original", None


def _wire_agency(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the agency that opens the first paragraph: `KYIV, Feb 7 (Reuters) -`."""
    for block in blocks:
        if block.role in {"paragraph", "dateline"}:
            head = text[block.span.start : min(block.span.end, block.span.start + HEAD)]
            match = _patterns()[2].match(head)
            agencies = agencies_in(match["agency"]) if match else ()
            return agencies[0] if agencies else None
    return None


def _credit_of(caption: str) -> str:
    """Give the end of a caption, where its credit stands."""
    start = max(caption.rstrip(" .)").rfind(mark) for mark in (". ", "! ", "? ", "("))
    return caption[start + 1 :]


def find_credits(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the agencies that credit lines and captions name, in order, each once."""
    names: list[str] = []
    for block in blocks:
        words = block.span.cut(text)
        if block.role == "credit":
            names += agencies_in(words)
        elif block.role == "caption":
            names += agencies_in(_credit_of(words))
    if agency := _wire_agency(text, blocks):
        names.append(agency)
    return tuple(dict.fromkeys(names))
