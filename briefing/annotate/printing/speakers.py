"""Speakers named only by a pronoun or a noun: "..., he said", "the company said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.attribution.sources import PERSONAL
from briefing.annotate.printing.fills import (
    fill_noun,
    is_only_one,
    is_that_body,
)
from briefing.annotate.printing.making import make_need
from briefing.annotate.printing.pointing import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.annotate.attribution.sources import Source
    from briefing.model.passage import Mention, Need
    from briefing.model.span import Span

_NOUN = 2
"""Words of a speaker who is only a noun: "the company"."""


def is_unsourced_speech(sourced: Sourced) -> bool:
    """Say whether a quotation leaves its speaker to another sentence."""
    return sourced.attribution is not None and sourced.attribution.inherited


def find_speakers(
    text: str, at: int, sourced: Sourced, mentions: Sequence[Mention]
) -> Iterator[Need]:
    """Yield the speakers that an earlier sentence names, with their names if known."""
    for number, saying in enumerate(sourced.sayings):
        source = saying.source
        if source.span.start <= at or saying.embedded:
            continue
        low = source.text.lower()
        if low in (*PERSONAL, "it", "they"):
            if not number and not _named_before(sourced, source.span, mentions, low):
                fill = f"[{source.name}]" if _is_sure(text, sourced, source) else None
                yield make_need(text, source.span.start, source.span.end, fill)
        elif not number and low.startswith("the ") and source.text[4:].islower():
            yield from _noun(text, source)


def _is_sure(text: str, sourced: Sourced, source: Source) -> bool:
    """Say whether a pronoun can stand for the one name that was read for it."""
    if source.name is None:
        return False
    if source.text.lower() not in PERSONAL:
        return is_that_body(text, sourced.sentence.start, source.name)
    return is_only_one(text, sourced, source.name, pronoun=source.text.lower())


def _noun(text: str, source: Source) -> Iterator[Need]:
    words = source.text.split()
    if len(words) == _NOUN and words[1] not in KNOWN:
        name = source.name
        fill = fill_noun(words[0], "", words[1], name) if name else None
        yield make_need(text, source.span.start, source.span.end, fill)


def _named_before(
    sourced: Sourced, span: Span, mentions: Sequence[Mention], low: str
) -> bool:
    """Say whether the same sentence names someone before the pronoun."""
    if sourced.quoted:
        return False
    kinds = ("person",) if low in PERSONAL else ("organisation", "place")
    return any(
        mention.kind in kinds
        and sourced.sentence.start <= mention.span.start < span.start
        for mention in mentions
    )
