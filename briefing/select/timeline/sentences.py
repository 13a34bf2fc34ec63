"""What happened on a day: the sentences that together cover what is told of it.

Every word weighs what the articles that tell of the day with it weigh together, and the
next sentence is the one that adds most new weight for its length: greedy maximum
coverage, as for the concepts of Gillick and Favre, "A Scalable Global Model for
Summarization" (2009), with the length scaled as by Lin and Bilmes, "Multi-document
Summarization via Budgeted Maximization of Submodular Functions" (2010).

Of a day tell the sentences that name it; less those that name several days or announce
it, and those without a day at the head of an article of that day or of the next. The
last are never printed under the day, since nothing but a guess puts them there.
"""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.model.span import DateRange
    from briefing.select.timeline.reports import Report

ONE = timedelta(days=1)
OF_DAY, OF_DAY_AFTER = 0.7, 0.5
"""For a sentence without a day in an article of the day, and of the next."""
ANNOUNCED = 0.2
SAID = 0.5
"""For a sentence that names the day as that of saying, and no day of an event."""
SEVERAL = 0.5
"""For a sentence that tells of several days."""
HEAD = 5
"""Sentences at the head of an article that may tell of its day without naming it."""
FEWEST, MOST = 8, 45
"""Words of a sentence that can be printed."""
RELEVANT = 0.25
"""A sentence that is less to the matter is not printed."""
LENGTH_POWER, LENGTH_BASE = 0.7, 5
"""How much length counts against a sentence; with 1 and 0 the shortest would win."""
PLACE = 0.25
"""For the first sentence of an article; falls with each further one."""
ALIKE, ALIKE_ELSEWHERE = 0.5, 0.6
"""Two sentences of a day, or of two, that share this much of the shorter's words tell
the same."""


By = Literal["name", "said", "day", "day after"]


class Telling(NamedTuple):
    """A sentence that tells of a day."""

    report: Report
    """The sentence."""
    weight: float
    """How surely it tells of that day and to the matter, from 0 to 1."""
    by: By
    """Whether it names the day, as that of an event or of saying, or its article is of
    the day, or of the day after."""


def tellings_of(
    reports: Iterable[Report], window: DateRange
) -> dict[date, list[Telling]]:
    """Give for each day of a span the sentences that tell of it."""
    found: dict[date, list[Telling]] = defaultdict(list)
    for report in reports:
        for day, weight, by in _days_told(report):
            weighed = weight * report.relevance
            if day in window and weighed > 0:
                found[day].append(Telling(report, weighed, by))
    return found


def choose_sentences(
    told: Sequence[Telling], *, limit: int, elsewhere: Sequence[Report] = ()
) -> list[Report]:
    """Choose the sentences of a day: those that name it first, the best of them first.

    Args:
        told: All sentences that tell of the day.
        limit: How many to give at most.
        elsewhere: What is printed under other days, and is not told again.
    """
    weights = _word_weights(told)
    pool = list(
        _once_each(
            one for one in told if one.by != "day after" and is_printable(one.report)
        )
    )
    covered: set[str] = set()
    chosen: list[Telling] = []
    while pool and len(chosen) < limit:
        pool.sort(key=lambda one: _gain(one, weights, covered), reverse=True)
        here = [one.report for one in chosen]
        told_before = (
            _is_told(one.report, here, ALIKE)
            or _is_told(one.report, elsewhere, ALIKE_ELSEWHERE)
            for one in pool
        )
        at = next((at for at, known in enumerate(told_before) if not known), len(pool))
        chosen += pool[at : at + 1]
        covered.update(*(one.report.words for one in pool[at : at + 1]))
        # What stands before the one taken is told already, and stays so.
        pool = pool[at + 1 :]
    chosen.sort(key=lambda one: one.by != "name")
    return [one.report for one in chosen]


def is_printable(report: Report) -> bool:
    """Say whether a sentence can stand in a timeline: alone, neither short nor long."""
    return (
        not report.barred
        and report.relevance >= RELEVANT
        and FEWEST <= len(report.text.split()) <= MOST
    )


def _days_told(report: Report) -> Iterator[tuple[date, float, By]]:
    """Yield the days of which a sentence tells, how surely, and by what."""
    sentence, published = report.sentence, report.published
    share = SEVERAL if len(report.days) > 1 else 1.0
    for day in report.days:
        ahead = sentence.aspect == "ahead" or (
            published is not None and day > published
        )
        yield day, share * (ANNOUNCED if ahead else 1.0), "name"
    if sentence.said_on is not None and not sentence.event_days:
        yield sentence.said_on, SAID, "said"
    heads = report.place < HEAD and sentence.aspect == "reported"
    if published is not None and heads and not sentence.event_days:
        yield published, OF_DAY, "day"
        if published > date.min:
            yield published - ONE, OF_DAY_AFTER, "day after"


def _word_weights(told: Iterable[Telling]) -> dict[str, float]:
    """Weigh each word by the articles that tell of the day with it."""
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for one in told:
        for word in one.report.words:
            own = best[word]
            own[one.report.article] = max(own.get(one.report.article, 0.0), one.weight)
    return {word: sum(own.values()) for word, own in best.items()}


def _once_each(told: Iterable[Telling]) -> Iterator[Telling]:
    """Yield each wording once, as the first article has it."""
    seen: set[str] = set()
    for one in told:
        if one.report.text not in seen:
            seen.add(one.report.text)
            yield one


def _gain(
    one: Telling, weights: Mapping[str, float], covered: AbstractSet[str]
) -> float:
    report = one.report
    new = math.fsum(weights[word] for word in report.words - covered)
    length = len(report.text.split()) + LENGTH_BASE
    place = 1 + PLACE / (1 + report.place)
    scale: float = one.weight**0.5 / length**LENGTH_POWER
    return new * scale * place


def _is_told(report: Report, others: Iterable[Report], share: float) -> bool:
    """Say whether another sentence holds that share of the shorter one's words."""
    words = report.words
    return any(
        len(words & other.words) >= share * min(len(words), len(other.words))
        for other in others
    )
