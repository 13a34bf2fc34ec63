"""What leads an issue, what disputes it, and which days mattered."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.selection import Moment, Takeaway
from briefing.select.announced import is_plan
from briefing.select.choose import EVEN, WEAK
from briefing.select.followers import leans_openly
from briefing.select.membership import in_window, is_whole
from briefing.select.rank import is_to_come
from briefing.select.vague import vagueness
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.passage import Sentence
    from briefing.model.selection import (
        Candidate,
        Chosen,
        Cluster,
        Quantity,
        Source,
    )
    from briefing.model.slot import Slot
    from briefing.select.alike import Alike

DENIAL = re.compile(
    r"\b(?:repel|den(?:y|ied|ies)|reject|refut|disput|dismiss|contradict|thwart|"
    r"foil|repuls|never happened|no such|untrue|false)\w*|"
    r"\b(?:beat(?:en)?|driven?|drove|pushed|held|fended|fought|threw|thrown) "
    r"(?:back|off)\b",
    re.IGNORECASE,
)
"""Words with which a side disputes a report."""
HABITUAL = re.compile(
    r"\b(?:continu(?:e|es|ed|ing) to|repeatedly|always|regularly|consistently|routinely"
    r"|has long|have long|usually|often)\b",
    re.IGNORECASE,
)
"""What is denied all the time disputes no report of its own."""
SHARED = 2
"""Words that a denial must share with what it denies."""
WORD_LENGTH = 4
NEUTRAL = "neutral"
NIGHT = 2
"""A night is two days; longer runs tell of no single day."""
MOMENTS_A_DAY = 2
VOUCHED = 0.5
"""What it counts for a takeaway to have a named source, and to be an article's own."""
LATEST = 0.6
"""What it counts for a takeaway to tell of the last day of the window."""
REPEATED = 0.5
"""A sentence this much like a takeaway of another topic leads nothing again."""


def takeaways(
    topics: Sequence[tuple[str, Sequence[Cluster]]],
    articles: Mapping[str, Article],
    *,
    slot: Slot,
    limit: int,
    unstated: Collection[Source] = (),
    alike: Alike = EVEN.alike,
) -> tuple[Takeaway, ...]:
    """Choose the sentences that lead the issue, one a topic, in the topics' order.

    A takeaway must stand alone, belong to these days or be announced in them, come
    from a source in its own language, and be none of the `unstated`.
    """
    found: list[Takeaway] = []
    for topic, clusters in topics:
        fit = [
            c.lead
            for c in clusters
            if _may_lead(c.lead, articles, unstated, slot)
            and all(alike(c.lead, led.candidate) < REPEATED for led in found)
        ]
        if fit and len(found) < limit:
            # What is of these days goes first, else the best that may lead.
            best = min(
                fit,
                key=lambda c: (
                    not _is_of(c.sentence, slot),
                    -leading_worth(c, articles[c.article], slot),
                    c.key,
                ),
            )
            found.append(Takeaway(topic, best))
    return tuple(found)


def is_over(candidate: Candidate, slot: Slot) -> bool:
    """Say whether something was announced for days that the issue has seen pass."""
    days = candidate.sentence.event_days
    return (
        candidate.role == "ahead"
        and bool(days)
        and not is_to_come(candidate.sentence, slot)
    )


def is_announced(candidate: Candidate, slot: Slot) -> bool:
    """Say whether a sentence that looks ahead announces something.

    What merely should or usually does happen is no announcement, nor what has passed.
    """
    return not is_over(candidate, slot) and is_plan(candidate.sentence, slot)


def leading_worth(candidate: Candidate, article: Article, slot: Slot) -> float:
    """Give the rank of a sentence as the one that leads its topic.

    What leads should be vouched for: somebody is named for it, and the article is not
    put together from others'. And what happened last tells how things stand now.
    """
    named = candidate.sentence.attribution is not None
    own = article.kind in ("original", "agency")
    latest = LATEST * _lateness(candidate.sentence, slot)
    return candidate.total + VOUCHED * named + VOUCHED * own + latest


def _lateness(sentence: Sentence, slot: Slot) -> float:
    """Say how late in the window the last day stands that a sentence tells of."""
    days = [run.last for run in sentence.event_days if run.overlaps(slot.window)]
    if not days and sentence.said_on and sentence.said_on in slot.window:
        days = [sentence.said_on]
    if not days:
        return 0.0
    last = min(max(days), slot.window.last)
    return ((last - slot.window.first).days + 1) / len(slot.window)


def dispute_of(takeaway: Takeaway, candidates: Iterable[Candidate]) -> Candidate | None:
    """Find the sentence in which another side disputes a takeaway, or None."""
    lead = takeaway.candidate
    said = {word for word in words(lead.sentence.text) if len(word) > WORD_LENGTH}
    said |= {word for word in words(lead.passage.text) if len(word) > WORD_LENGTH}
    speaker = lead.sentence.attribution.party if lead.sentence.attribution else None
    best: tuple[int, float, Candidate] | None = None
    for candidate in candidates:
        attribution = candidate.sentence.attribution
        if (
            candidate.topic != takeaway.topic
            or candidate.barred
            or candidate.role != lead.role
            or candidate.key == lead.key
            or attribution is None
            or attribution.party in (None, NEUTRAL, speaker)
            or not DENIAL.search(candidate.sentence.text)
            or HABITUAL.search(candidate.sentence.text)
        ):
            continue
        shared = len(said & set(words(candidate.sentence.text)))
        if shared < SHARED:
            continue
        if best is None or (shared, candidate.total) > best[:2]:
            best = (shared, candidate.total, candidate)
    return best[2] if best else None


def with_dispute(takeaway: Takeaway, candidates: Iterable[Candidate]) -> Takeaway:
    """Give the takeaway with its dispute, if another side disputes it."""
    return takeaway._replace(dispute=dispute_of(takeaway, candidates))


def timeline(chosen: Iterable[Chosen], *, slot: Slot, limit: int) -> tuple[Moment, ...]:
    """Give the days of the window on which something happened, with what happened."""
    told = [
        cluster
        for passage in chosen
        for cluster in passage.clusters
        if cluster.lead.role == "news"
        and not leans_openly(cluster.lead.sentence)
        and in_window(cluster.event_days, slot.window)
        and not is_whole(cluster.event_days, slot.window)
    ]
    told.sort(key=lambda cluster: (-cluster.lead.total, cluster.lead.key))
    moments: list[Moment] = []
    a_day: Counter[object] = Counter()
    for cluster in told:
        moment = _moment(cluster, slot)
        if a_day[moment.day] < MOMENTS_A_DAY and len(moments) < limit:
            moments.append(moment)
            a_day[moment.day] += 1
    return tuple(
        sorted(moments, key=lambda m: (m.day, -m.candidate.total, m.candidate.key))
    )


def _is_of(sentence: Sentence, slot: Slot) -> bool:
    """Say whether it happened, or was said, on a day of the window."""
    return in_window(sentence.event_days, slot.window) or (
        sentence.said_on is not None and sentence.said_on in slot.window
    )


def unstated_in(ledger: Iterable[Quantity]) -> frozenset[Source]:
    """Give the sentences with a figure whose place or period is not stated."""
    return frozenset(
        statement.source
        for quantity in ledger
        if quantity.telling
        and (
            quantity.place is None
            or (quantity.counted is None and quantity.period is None)
        )
        for statement in quantity.statements
    )


def _may_lead(
    candidate: Candidate,
    articles: Mapping[str, Article],
    unstated: Collection[Source],
    slot: Slot,
) -> bool:
    sentence = candidate.sentence
    return (
        candidate.barred is None
        and candidate.source not in unstated
        and candidate.role != "background"
        and not is_over(candidate, slot)
        and articles[candidate.article].kind != "machine_translation"
        and sentence.aspect != "opinion"
        and candidate.total >= WEAK
        and vagueness(candidate.passage, sentence) == 0
        and bool(sentence.event_days or sentence.said_on or sentence.attribution)
    )


def _moment(cluster: Cluster, slot: Slot) -> Moment:
    run = next(run for run in cluster.event_days if run.overlaps(slot.window))
    first, last = (
        max(run.first, slot.window.first),
        min(run.last, slot.window.last),
    )
    # What happened in a night is told under the day on which it was known.
    return (
        Moment(last, None, cluster.lead)
        if len(run) <= NIGHT
        else Moment(first, last, cluster.lead)
    )
