"""Sentences that another printed sentence contradicts.

Two kinds can be told from words alone. Who is said to keep a number back, and gives it
elsewhere ("both sides refuse to disclose their losses", and one tells its own). And
nobody is said to have come to harm where another report of the same place and day
counts the dead or wounded. The denial is held, with the words against it: the number
is the more exact, and mostly the later.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.selection import Candidate
from briefing.select.ledger.senses import event_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.figure import Figure
    from briefing.model.passage import Passage

WHY = "contradicts another sentence: “{words}”"
_LOCATED = re.compile(r"\b(?:in|at|near|on|of) ((?!\w+day\b)[A-Z][\w’'-]{2,})")
MOST = 500
"""Numbers that a denial is held against, at most: the work stays even."""
HARM = frozenset(("killed", "wounded", "lost"))
"""What befalls people, as classes of events."""


@cache
def _withholding() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:refus\w+|declin\w+|never|not|n[’']t|avoid\w*|without|conceal\w*"
        r"|hid(?:es?"
        r"|den)?|keep\w*|kept|withh\w+)\b[^.;]{0,40}?\b(?:disclos\w+|reveal\w*"
        r"|publish\w*"
        r"|releas\w+|report\w*|giv\w+|provid\w+|admit\w*|acknowledg\w+|secret|back)?"
        r"[^.;]{0,30}?\b(?:own |its |their )(?:own )?(?:\w+ )?(?:losses|casualties"
        r"|deaths"
        r"|dead|casualty (?:figures|numbers)|death toll)\b",
        re.IGNORECASE,
    )


@cache
def _unharmed() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:no|without|nor any) (?:\w+ ){0,2}?(?:casualt\w+|injur\w+|deaths?"
        r"|victims?"
        r"|fatalit\w+)\b|\b(?:nobody|no ?one|none) (?:was|were|is|has been|had been) "
        r"(?:\w+ )?(?:killed|hurt|injured|wounded|harmed)\b",
        re.IGNORECASE,
    )


class _Counted(NamedTuple):
    """A number of people who came to harm."""

    candidate: Candidate
    figure: Figure
    places: frozenset[str]


def bar_contradicted(
    candidates: Iterable[Candidate],
    passages: Mapping[str, Sequence[Passage]] | None = None,
) -> tuple[Candidate, ...]:
    """Bar the sentences whose denial another sentence's number contradicts.

    Args:
        candidates: The sentences that belong to a topic.
        passages: All passages by article id: a number contradicts a denial whatever
            topic its sentence belongs to, if to any.
    """
    all_ = tuple(candidates)
    if not any(_may_matter(one) and _denies(one.sentence.text) for one in all_):
        return all_
    keys = {one.key for one in all_}
    beside = (one for one in _beside(passages or {}) if one.key not in keys)
    counting = [
        _Counted(candidate, figure, _places(candidate))
        for candidate in (*all_, *beside)
        if candidate.barred is None
        for figure in _harms(candidate)
    ][:MOST]
    return tuple(
        replace(one, barred=WHY.format(words=against.sentence.text))
        if _may_matter(one) and (against := _against(one, counting))
        else one
        for one in all_
    )


def _denies(words: str) -> bool:
    return bool(_withholding().search(words) or _unharmed().search(words))


def _beside(passages: Mapping[str, Sequence[Passage]]) -> Iterator[Candidate]:
    """Yield the sentences with a figure as candidates of no topic."""
    for article, own in passages.items():
        for passage in own:
            for index, sentence in enumerate(
                passage.sentences if passage.figures else ()
            ):
                if sentence.flaw is None:
                    yield Candidate(article, passage, index, "", "news")


def _may_matter(candidate: Candidate) -> bool:
    """Say whether a sentence is whole: one that only leans may still mislead."""
    return candidate.barred is None or candidate.sentence.flaw is None


def _harms(candidate: Candidate) -> Iterator[Figure]:
    """Yield the figures of a sentence that count people who came to harm."""
    for figure in candidate.passage.figures:
        if (
            candidate.sentence.span.covers(figure.span)
            and event_class(figure.event) in HARM
            and figure.value
        ):
            yield figure


def _against(one: Candidate, counting: Sequence[_Counted]) -> Candidate | None:
    """Find the sentence that gives the number which this one denies."""
    words = one.sentence.text
    if _withholding().search(words):
        return next(
            (
                each.candidate
                for each in counting
                if each.candidate.key != one.key and _owns(each.candidate, each.figure)
            ),
            None,
        )
    if _unharmed().search(words):
        places = _places(one)
        return next(
            (
                each.candidate
                for each in counting
                if places & each.places and _is_same_day(one, each.candidate)
            ),
            None,
        )
    return None


def _owns(candidate: Candidate, figure: Figure) -> bool:
    """Say whether a side tells a loss of its own.

    The speaker's side is the only one named in front of the number, as its subject.
    """
    attribution = candidate.sentence.attribution
    if attribution is None or attribution.party in (None, "neutral"):
        return False
    sides = _parties_before(candidate, figure)
    return sides[attribution.party] > 0 and len(sides) == 1


def _parties_before(candidate: Candidate, figure: Figure) -> defaultdict[str, int]:
    sides: defaultdict[str, int] = defaultdict(int)
    speaker = candidate.sentence.attribution
    for mention in candidate.passage.mentions:
        before = candidate.sentence.span.start <= mention.span.start < figure.span.start
        own_name = speaker is not None and speaker.span.overlaps(mention.span)
        if mention.party and before and not own_name:
            sides[mention.party] += 1
    return sides


def _is_same_day(one: Candidate, other: Candidate) -> bool:
    """Say whether two sentences of different paragraphs speak of one day."""
    if one.passage is other.passage:
        return False
    return any(
        run.overlaps(day)
        for run in one.sentence.event_days
        for day in other.sentence.event_days
    )


def _places(candidate: Candidate) -> frozenset[str]:
    listed = {
        mention.name
        for mention in candidate.passage.mentions
        if mention.kind == "place"
        and candidate.sentence.span.covers(mention.span)
        and mention.party is None
    }
    return frozenset(listed.union(_LOCATED.findall(candidate.sentence.text)))
