"""How much a sentence is worth to the reader, as a sum of named parts.

Every part is kept, so that `explain` can print the sum. The weights say what an
editor looks at first: does it speak to the topic, of these days, who says so,
does it stand alone, and does another source have it too.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.select.ledger.senses import event_class
from briefing.select.membership import in_window, is_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.article import Article, Kind
    from briefing.model.passage import Passage, Sentence
    from briefing.model.selection import Candidate
    from briefing.model.slot import Slot

TOPIC = 2.0
"""For a full match of the topic; less for a match in passing."""
DAY_IN_WINDOW = 1.0
SAID_IN_WINDOW = 0.6
OTHER_DAY = 0.2
PLACE = 0.5
"""For the first paragraph of an article; falls with each further one."""
FIGURE, FIGURES_AT_MOST = 0.3, 2
NAME, NAMES_AT_MOST = 0.1, 4
GRAVITY: Mapping[str, float] = {
    "killed": 0.8,
    "wounded": 0.5,
    "captured": 0.5,
    "lost": 0.4,
}
"""For what befell people."""
ATTRIBUTED = 0.4
STRAY = -0.2
"""For each name that an earlier sentence must lend."""
WHOLE_WINDOW = 0.3
"""For "this week": true of any sentence here."""
QUOTE = -0.3
"""Direct speech tells what was thought more often than what happened."""
JUDGEMENT = -1.5
SOURCE: Mapping[Kind, float] = {
    "original": 0.0,
    "agency": 0.0,
    "roundup": -0.4,
    "aggregator": -0.6,
    "machine_translation": -1.5,
}
CORROBORATION = 0.5
"""For each doubling of the number of articles that report it."""
GOOD_LENGTH = range(10, 46)
LENGTH = -0.03
"""For each word outside the good length."""
STEP = 0.25


def score(candidate: Candidate, article: Article, slot: Slot) -> Candidate:
    """Give the candidate with the parts of its rank and their total."""
    sentence, passage = candidate.sentence, candidate.passage
    words = len(sentence.text.split())
    far = max(GOOD_LENGTH.start - words, words - GOOD_LENGTH.stop + 1, 0)
    parts = {
        "topic": TOPIC * min(candidate.scores["fit"], 1.5),
        "day": _day(sentence, slot),
        "place": PLACE / (1 + STEP * passage.index),
        "figures": FIGURE * min(_count_figures(passage, sentence), FIGURES_AT_MOST),
        "gravity": _gravity(passage, sentence),
        "names": NAME * min(_count_names(passage, sentence), NAMES_AT_MOST),
        "attributed": ATTRIBUTED if sentence.attribution else 0.0,
        "leans": STRAY * sum(not need.drop for need in sentence.needs),
        "quote": QUOTE if sentence.quoted else 0.0,
        "judgement": JUDGEMENT if sentence.aspect == "opinion" else 0.0,
        "source": SOURCE[article.kind],
        "length": LENGTH * far,
    }
    return replace(candidate, scores=_with_total(parts))


def corroborate(candidate: Candidate, outlets: int) -> Candidate:
    """Give the candidate with what other articles add to its rank."""
    parts = {name: part for name, part in candidate.scores.items() if name != "total"}
    parts["corroboration"] = CORROBORATION * math.log2(outlets)
    return replace(candidate, scores=_with_total(parts))


def _with_total(parts: dict[str, float]) -> dict[str, float]:
    rounded = {name: round(part, 3) for name, part in parts.items() if part}
    return {**rounded, "total": round(sum(rounded.values()), 3)}


def _day(sentence: Sentence, slot: Slot) -> float:
    if is_whole(sentence.event_days, slot.window):
        return WHOLE_WINDOW
    if in_window(sentence.event_days, slot.window):
        return DAY_IN_WINDOW
    if sentence.said_on and sentence.said_on in slot.window:
        return SAID_IN_WINDOW
    return OTHER_DAY if sentence.event_days or sentence.said_on else 0.0


def _count_figures(passage: Passage, sentence: Sentence) -> int:
    return sum(
        figure.value is not None and sentence.span.covers(figure.span)
        for figure in passage.figures
    )


def _gravity(passage: Passage, sentence: Sentence) -> float:
    return max(
        (
            GRAVITY.get(event_class(figure.event) or "", 0.0)
            for figure in passage.figures
            if sentence.span.covers(figure.span)
        ),
        default=0.0,
    )


def _count_names(passage: Passage, sentence: Sentence) -> int:
    return len(
        {
            mention.name
            for mention in passage.mentions
            if sentence.span.covers(mention.span)
        }
    )
