"""Sentences that may be printed right after the one that they lean on, and only there.

"He did not elaborate." needs its paragraph's first sentence, and nothing else: where
that one is printed, it may follow, in the same item. So may a caveat in whatever words.
What leans on more than the sentence before it stays held.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.selection import Cluster
from briefing.select.printable import LEANS
from briefing.text.caveats import is_caveat
from briefing.text.fold import base_form, words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from briefing.model.passage import Need, Passage, Sentence
    from briefing.model.selection import Candidate

Key = tuple[str, int, int]
_PERSONAL = word_set("he she his her him hers")
_GROUPS = word_set("it its they their them theirs this these those both")
_LEANS = LEANS.partition("{")[0]


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"[A-Z][\w’'-]+ (?:[a-z]{2,3} )?[A-Z][\w’'-]+")


def followers(
    candidates: Iterable[Candidate], *, spiked: Collection[Key] = ()
) -> dict[Key, Cluster]:
    """Give the sentences that lean on the one before, by the key of that one.

    Args:
        candidates: The sentences that belong to a topic.
        spiked: Keys of those that the editor keeps out.
    """
    by_key = {each.key: each for each in candidates}
    found: dict[Key, Cluster] = {}
    for candidate in by_key.values():
        article, passage, index = candidate.key
        before = by_key.get((article, passage, index - 1))
        if (
            before is not None
            and before.barred is None
            and candidate.key not in spiked
            and _only_leans(candidate)
            and _is_answered(candidate, before)
        ):
            found[before.key] = Cluster(replace(candidate, barred=None))
    return found


def leans_openly(sentence: Sentence) -> bool:
    """Say whether words of a sentence are filled by an earlier one alone."""
    return any(not (need.fill or need.drop) for need in sentence.needs)


def caveat_of(
    candidate: Candidate, clusters: Mapping[Key, Cluster], after: Mapping[Key, Cluster]
) -> Cluster | None:
    """Give the caveat that follows a sentence and must travel with it, or None.

    Args:
        candidate: The sentence.
        clusters: What can be printed, by the key of what leads it.
        after: See `followers`.
    """
    article, passage, index = candidate.key
    found = clusters.get((article, passage, index + 1)) or after.get(candidate.key)
    return found if found and is_caveat(found.lead.sentence.text) else None


def _only_leans(candidate: Candidate) -> bool:
    return (
        candidate.barred is not None
        and candidate.barred.startswith(_LEANS)
        and leans_openly(candidate.sentence)
    )


def _is_answered(candidate: Candidate, before: Candidate) -> bool:
    """Say whether the sentence before has all that a sentence leans on."""
    sentence, told = candidate.sentence, before.sentence
    if is_caveat(sentence.text):
        return True
    attribution = sentence.attribution
    if attribution is not None and attribution.inherited:
        # "..., Nordmann said. “...”": one speaker goes on.
        said_by = told.attribution
        return said_by is not None and said_by.name == attribution.name is not None
    return all(
        _is_told(need, candidate.passage, told)
        for need in sentence.needs
        if not (need.fill or need.drop)
    )


def _is_told(need: Need, passage: Passage, told: Sentence) -> bool:
    """Say whether a sentence tells what leaning words stand for."""
    first, *rest = need.text.lower().split()
    if first in _PERSONAL:
        person = any(
            mention.kind == "person" and told.span.covers(mention.span)
            for mention in passage.mentions
        )
        return person or _named().search(told.text) is not None
    if first in ("the", "this", "these", "that", "those") and rest:
        return base_form(rest[-1]) in words(told.text)
    return first in _GROUPS and not rest
