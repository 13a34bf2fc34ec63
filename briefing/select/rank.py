"""How much a sentence is worth to the reader, as a sum of named parts.

Every part is kept, so that `explain` can print the sum. Each is a measure from 0 to 1
times the edition's weight for it. They say what an editor looks at first: does it
speak to the topic, of these days, who says so, does it stand alone, and does another
source have it too (news values: Harcup and O'Neill, "What is news? News values
revisited (again)", 2017).
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.select.ledger.senses import event_class
from briefing.select.membership import in_window, is_whole
from briefing.select.vague import judgement, vagueness
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from briefing.config.schema import WeightsConfig
    from briefing.model.article import Article, Kind
    from briefing.model.passage import Passage, Sentence
    from briefing.model.selection import Candidate
    from briefing.model.slot import Slot

SAID_IN_WINDOW, WHOLE_WINDOW, OTHER_DAY = 0.6, 0.3, 0.2
"""Of a day in the window: less for what was only said on one, for "this week" (true of
any sentence here), and for another day."""
ANNOUNCED = 0.6
"""The same for the day of what is announced."""
FIGURES_AT_MOST, NAMES_AT_MOST, STRAYS_AT_MOST = 2, 4, 4
GRAVITY: Mapping[str, float] = {
    "killed": 1.0,
    "wounded": 0.6,
    "captured": 0.6,
    "infected": 0.6,
    "missing": 0.6,
    "lost": 0.5,
    "trapped": 0.5,
    "homeless": 0.5,
    "arrested": 0.4,
    "fled": 0.4,
    "destroyed": 0.4,
}
"""For what befell people and their homes."""
UNCOUNTED = 0.5
"""How much of that is left where nobody is counted ("killing a soldier")."""
SECONDARY: Mapping[Kind, float] = {
    "original": 0.0,
    "agency": 0.0,
    "roundup": 0.25,
    "aggregator": 0.4,
    "machine_translation": 1.0,
}
ORIGINS_AT_MOST = 2
"""Doublings of the number of independent origins that count: four are plenty."""
GOOD_LENGTH = range(10, 46)
FAR = 20
"""Words outside the good length by which a sentence is much too short or long."""
STEP = 0.25
"""How fast the worth of a place falls from paragraph to paragraph."""
FULL_FIT = 1.5


class Setting(NamedTuple):
    """What a sentence is ranked against."""

    slot: Slot
    """The issue's window and cut-offs."""
    weights: WeightsConfig
    """What each part counts."""
    days: Mapping[str, date | None]
    """The publication day of each article, by id."""


def score(
    candidate: Candidate,
    article: Article,
    setting: Setting,
    *,
    relevance: float,
    centrality: float,
) -> Candidate:
    """Give the candidate with the parts of its rank and their total.

    Args:
        candidate: The sentence.
        article: Its article.
        setting: What it is ranked against.
        relevance: How much it speaks of its topic, 0 to 1 (see `relevance`).
        centrality: How near it is to what the topic's articles are about, 0 to 1.
    """
    sentence, passage = candidate.sentence, candidate.passage
    weights, slot = setting.weights, setting.slot
    strays = sum(not need.drop for need in sentence.needs)
    parts = {
        "relevance": weights.relevance * relevance,
        "topic": weights.topic * min(candidate.scores["fit"], FULL_FIT) / FULL_FIT,
        "centrality": weights.centrality * centrality,
        "day": weights.day * _day(candidate, slot),
        "recency": weights.recency * _recency(setting.days.get(article.id), slot),
        "place": weights.place / (1 + STEP * passage.index),
        "figures": weights.figures
        * _full(_count_figures(passage, sentence), FIGURES_AT_MOST),
        "gravity": weights.gravity * _gravity(passage, sentence),
        "names": weights.names * _full(_count_names(passage, sentence), NAMES_AT_MOST),
        "attributed": weights.attributed * (sentence.attribution is not None),
        "leaning": -weights.leaning * _full(strays, STRAYS_AT_MOST),
        "quote": -weights.quote * sentence.quoted,
        "judgement": -weights.judgement * judgement(sentence),
        "vague": -weights.vague * vagueness(passage, sentence),
        "secondary": -weights.secondary * SECONDARY[article.kind],
        "length": -weights.length * _strangeness(len(sentence.text.split())),
    }
    return replace(candidate, scores=with_total(parts))


def corroborate(candidate: Candidate, origins: int, weight: float) -> Candidate:
    """Give the candidate with what independent origins add to its rank."""
    parts = dict(candidate.scores)
    parts["corroboration"] = weight * _full(math.log2(origins), ORIGINS_AT_MOST)
    return replace(candidate, scores=with_total(parts))


def with_total(parts: Mapping[str, float]) -> dict[str, float]:
    """Round the parts and add their sum; parts that are nothing are left out."""
    rounded = {
        name: round(part, 3)
        for name, part in parts.items()
        if name != "total" and round(part, 3)
    }
    return {**rounded, "total": round(sum(rounded.values()), 3)}


def _full(count: float, at_most: int) -> float:
    return min(count, at_most) / at_most


def _day(candidate: Candidate, slot: Slot) -> float:
    sentence = candidate.sentence
    if candidate.role == "ahead" and is_to_come(sentence, slot):
        return ANNOUNCED
    if is_whole(sentence.event_days, slot.window):
        return WHOLE_WINDOW
    if in_window(sentence.event_days, slot.window):
        return 1.0
    if sentence.said_on and sentence.said_on in slot.window:
        return SAID_IN_WINDOW
    return OTHER_DAY if sentence.event_days or sentence.said_on else 0.0


def is_to_come(sentence: Sentence, slot: Slot) -> bool:
    """Say whether a sentence names a day after the window."""
    return any(run.end > slot.window.end for run in sentence.event_days)


def _recency(published: date | None, slot: Slot) -> float:
    """Say how late in the window an article came out, from 0 to 1."""
    days = (slot.window.end - slot.window.first) // timedelta(days=1)
    if published is None or published < slot.window.first:
        return 0.0
    return min(1.0, ((published - slot.window.first).days + 1) / days)


def _strangeness(length: int) -> float:
    far = max(GOOD_LENGTH.start - length, length - GOOD_LENGTH.stop + 1, 0)
    return _full(far, FAR)


def _count_figures(passage: Passage, sentence: Sentence) -> int:
    return sum(
        figure.value is not None and sentence.span.covers(figure.span)
        for figure in passage.figures
    )


def _gravity(passage: Passage, sentence: Sentence) -> float:
    counted = (
        _gravity_of(figure.event or "")
        for figure in passage.figures
        if sentence.span.covers(figure.span)
    )
    told = (UNCOUNTED * _gravity_of(word) for word in words(sentence.text))
    return max((0.0, *counted, *told))


@lru_cache(maxsize=1 << 14)
def _gravity_of(event: str) -> float:
    return GRAVITY.get(event_class(event) or "", 0.0)


def _count_names(passage: Passage, sentence: Sentence) -> int:
    return len(
        {
            mention.name
            for mention in passage.mentions
            if sentence.span.covers(mention.span)
        }
    )
