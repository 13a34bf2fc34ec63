"""What keeps two sentences apart, however alike their words are.

Nothing merges that differs in side, day, number or speaker of a quotation, or of which
one denies what the other says.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from briefing.select.ledger.scales import near
from briefing.select.ledger.senses import event_class
from briefing.select.telling import telling_words
from briefing.text.fold import words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.passage import Attribution, Sentence
    from briefing.model.selection import Candidate

ZERO = Decimal(0)
BEFORE, AFTER = 25, 40
"""Characters before and after a denying word in which stands what it denies."""
DENIALS = 20
"""A sentence that denies more often is no sentence."""
UNCOUNTED = frozenset({"duration", "age", "vague"})
PRONOUNS = word_set("he she they it who i we this that his her their one those these")
"""Words for a speaker that do not tell two apart."""
_TITLES = word_set(
    "mr mrs ms dr sir president prime minister foreign defence defense interior health "
    "secretary general chief spokesman spokeswoman spokesperson official officials the "
    "a an of for and former senior acting executive head director adm admiral gen col "
    "retired coast guard us u.s uk"
)

Key = tuple[str, str, str, str]


@cache
def _denying() -> re.Pattern[str]:
    """Words that turn a statement round."""
    return re.compile(
        r"\b(?:not(?!\s(?:only|least))|no(?!\s(?:longer|later|doubt|fewer|less))|never|nobody|none|without|den(?:y|ied|ies)|reject\w*|refut\w*|"
        r"repel\w*|untrue|false|fail(?:ed|s)?)\b|n[’']t\b",
        re.IGNORECASE,
    )


def clash(one: Candidate, other: Candidate) -> str | None:
    """Say why two sentences cannot report the same thing; None when they may."""
    first, second = one.sentence, other.sentence
    if len(_parties(first) | _parties(second)) > 1:
        return "two sides speak"
    if _denies(first.text, second.text) != _denies(second.text, first.text):
        return "one denies"
    if (
        first.event_days
        and second.event_days
        and not any(a.overlaps(b) for a in first.event_days for b in second.event_days)
    ):
        return "other days"
    if (first.quoted or second.quoted) and other_speakers(first, second):
        return "quotations of two speakers"
    return None


def _denies(text: str, other: str) -> bool:
    """Say whether a text turns round something that another tells too.

    "No longer based on depth" beside the news that both tell denies nothing of it.
    """
    shared = telling_words(other)
    for found in islice(_denying().finditer(text), DENIALS):
        start, end = found.span()
        near = f"{text[max(0, start - BEFORE) : start]} {text[end : end + AFTER]}"
        if telling_words(near) & shared:
            return True
    return False


def other_speakers(one: Sentence, other: Sentence) -> bool:
    """Say whether two sentences name speakers of whom neither can be the other."""
    if one.attribution is None or other.attribution is None:
        return False
    first, second = speaker(one.attribution), speaker(other.attribution)
    return bool(first and second) and not first & second


def speaker(attribution: Attribution) -> frozenset[str]:
    """Give the words that tell a speaker; none for "he" and "officials"."""
    named = attribution.name or attribution.text
    return frozenset(words(named)) - PRONOUNS - _TITLES


def all_told(part: Candidate, whole: Candidate) -> bool:
    """Say whether a sentence has figures and another has them all, or nearly so."""
    figures = figures_of(part)
    return bool(figures) and all(
        any(is_same_figure(own, other) for other in figures_of(whole))
        for own in figures
    )


def is_same_figure(one: Figure, other: Figure) -> bool:
    """Say whether two figures give one number of the same, or nearly so."""
    events = {event_class(one.event), event_class(other.event)} - {None}
    if len(events) > 1 and one.unit == "count":
        return False
    return figure_key(one) == figure_key(other) or (
        one.unit == other.unit and near(one, other)
    )


def figures_of(candidate: Candidate) -> list[Figure]:
    """Give the countable figures of a candidate's sentence."""
    return [
        figure
        for figure in candidate.passage.figures
        if candidate.sentence.span.covers(figure.span) and figure.kind not in UNCOUNTED
    ]


def figure_keys(candidate: Candidate) -> frozenset[Key]:
    """Give what makes the figures of a sentence equal to those of another."""
    return frozenset(map(figure_key, figures_of(candidate)))


def figure_key(figure: Figure) -> Key:
    """Give what makes two figures equal: value or range, and unit."""
    ends = (figure.value, figure.low, figure.high)
    low, value, high = (str(end.normalize()) if end is not None else "" for end in ends)
    return (low, value, high, figure.unit)


def _parties(sentence: Sentence) -> set[str]:
    attribution = sentence.attribution
    return {attribution.party} if attribution and attribution.party else set()
