"""Publication by a length of time after an event that other articles date.

"A week after a surprise attack" says when an article was written, once another
article dates a surprise attack in the same place. The event is told by the words
that follow the length and by the place its article names most; a month is narrowed
to a day where only one day of it is reported from that place.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.publication.alone import after_length
from briefing.annotate.publication.finding import Finding, run_words
from briefing.annotate.publication.neighbours import proper_names
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.publication.witnesses import Witness
    from briefing.model.span import DateRange

SLACK = {"D": timedelta(days=1), "W": timedelta(days=3), "M": timedelta(days=15)}
"""How far a round length of time may miss: half of its unit."""
SHARED_WORDS, SHARE = 2, 0.8
"""Words of the event, besides the place, that both articles must use: two at least,
and of a longer description this share."""
WORD_LENGTH = 4
_REACH = 120
_EVENT_END = re.compile(r"[,.;:]")
_STEM = 5


class Dated(NamedTuple):
    """A sentence of some article that dates what it tells, with the year."""

    article: str
    days: DateRange
    stems: frozenset[str]
    names: frozenset[str]
    text: str
    """The words of the date."""


@cache
def _still() -> re.Pattern[str]:
    """A verb that tells of the moment of writing: "A week after ..., the army has"."""
    return re.compile(r"\b(?:has|have|is|are|remains?|continues?|continue)\b")


@cache
def _pointing() -> re.Pattern[str]:
    """Words that point at an event the article told of before."""
    return re.compile(r"(?:this|that|these|those|he|she|it|they|his|her|their)\b")


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(r"\s(?:now\s)?(?:after|since|into|following)\s")


def dated_events(id: str, text: str, witnesses: Sequence[Witness]) -> Iterator[Dated]:
    """Give the sentences of an article that date something, year and all."""
    for witness in witnesses:
        if witness.days:
            sentence = witness.sentence.cut(text)
            yield Dated(
                id, witness.days, _stems(sentence), _names(sentence), witness.text
            )


def _stems(text: str) -> frozenset[str]:
    """Give the beginnings of the longer words, so that word forms agree."""
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= WORD_LENGTH)


def _names(sentence: str) -> frozenset[str]:
    return frozenset(words(" ".join(proper_names(f"- {sentence}"))))


def place_by_event(
    id: str, text: str, witnesses: Sequence[Witness], events: Sequence[Dated]
) -> Finding | None:
    """Place an article by a length of time after an event that others date.

    Args:
        id: The article's id; its own dates are not asked.
        text: Its text.
        witnesses: Its expressions of time.
        events: What articles date, with the year.
    """
    others = [event for event in events if event.article != id]
    for witness in witnesses:
        if witness.length is None or witness.length[1] not in SLACK:
            continue
        start, end = witness.span.end, witness.sentence.end
        after = _follows().match(text, start, min(start + _REACH, end))
        if after is None:
            continue
        stop = _EVENT_END.search(text, after.end(), end)
        close = stop.start() if stop else end
        told = text[after.end() : close]
        rest = text[witness.sentence.start : start] + text[close:end]
        if not _still().search(rest) or _pointing().match(told):
            continue
        if event := _find(told, _names(witness.sentence.cut(text)), others):
            return _finding(witness, told, event)
    return None


def _find(told: str, names: frozenset[str], events: Sequence[Dated]) -> Dated | None:
    """Give the event that uses the same words of the same place, dated best."""
    stems = _stems(told) - {name[:_STEM] for name in names}
    least = max(SHARED_WORDS, SHARE * len(stems))
    same = [
        one for one in events if names & one.names and len(stems & one.stems) >= least
    ]
    if not same:
        return None
    event = min(same, key=lambda one: (len(one.days), one.days.first, one.article))
    places = names & event.names
    inside = {
        one.days: one
        for one in events
        if places <= one.names and len(one.days) == 1 and event.days.overlaps(one.days)
    }
    return next(iter(inside.values())) if len(inside) == 1 else event


def _finding(witness: Witness, told: str, event: Dated) -> Finding | None:
    unit = witness.length[1] if witness.length else "D"
    first, last = (
        after_length(day, witness) for day in (event.days.first, event.days.last)
    )
    if first is None or last is None:
        return None
    evidence = (
        f"“{witness.text}” after “{' '.join(told.split())}”, which {event.article} "
        f"dates {run_words(event.days)}"
    )
    # "Six months since" is said for weeks: such a length tells only the earliest day.
    exact = unit != "M"
    return Finding(
        first - SLACK[unit],
        last + SLACK[unit] if exact else None,
        exact and len(event.days) == 1,
        "after-event",
        evidence,
    )
