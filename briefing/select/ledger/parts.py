"""Which quantity is part of which: those killed of those lost, "of whom 26 in Homs"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.ledger.entry import same_source
from briefing.select.ledger.sense_words import HUMANS
from briefing.select.ledger.shares import is_share
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from briefing.select.ledger.entry import Entry

PART_EVENTS = frozenset(
    {
        ("lost", "killed"),
        ("lost", "wounded"),
        ("lost", "missing"),
        ("launched", "downed"),
        ("launched", "destroyed"),
        ("sent", "downed"),
        ("sent", "destroyed"),
        ("infected", "killed"),
        ("infected", "hospitalised"),
        ("arrested", "freed"),
    }
)
"""Which event is part of which: those killed are part of those lost."""
OF_THEM = re.compile(
    r"(?:\bof (?:wh(?:om|ich)|them|these|those)\b|"
    r"\bamong (?:them|those|wh(?:om|ich))\b|\bincluding\b)(?:(?!--)[^.;:()–—])*$",
    re.IGNORECASE,
)
"""Words that make the numbers behind them parts of the one before them."""
NUMBER = re.compile(r"\d")
OF_THEM_AFTER = re.compile(r"\s(?:\w+\s){0,2}of (?:them|these|those|wh(?:om|ich))\b")
REACH = 80
"""How many characters behind a number may name what it counts."""
PEOPLE = HUMANS | {"casualty"}


def wholes_of(groups: Sequence[Sequence[Entry]]) -> list[int | None]:
    """Give for each quantity the position of the larger one it is part of, or None."""
    by_key: dict[Hashable, list[int]] = {}
    for at, group in enumerate(groups):
        for key in {key for entry in group for key in _keys(entry)}:
            by_key.setdefault(key, []).append(at)
    found = [_whole_of(at, groups, by_key) for at in range(len(groups))]
    # No quantity is part of its own part.
    return [
        whole if whole is not None and found[whole] != at else None
        for at, whole in enumerate(found)
    ]


def _keys(entry: Entry) -> Iterator[Hashable]:
    article, passage, _ = entry.candidate.key
    yield ("passage", article, passage)
    if "part" not in entry.marks:
        yield ("passage", article, passage + 1)
    if entry.side is not None and entry.event is not None and entry.amount is not None:
        yield ("side", entry.candidate.topic, entry.side, entry.head, entry.event)


def _whole_of(
    at: int,
    groups: Sequence[Sequence[Entry]],
    by_key: Mapping[Hashable, Sequence[int]],
) -> int | None:
    nearby: dict[int, None] = {}
    for part in groups[at]:
        nearby |= dict.fromkeys(by_key[("passage", *part.candidate.key[:2])])
        for whole, event in sorted(PART_EVENTS):
            if event == part.event:
                key = ("side", part.candidate.topic, part.side, part.head, whole)
                nearby |= dict.fromkeys(by_key.get(key, ()))
    pairs = [
        (rank, other)
        for other in nearby
        if other != at
        for part in groups[at]
        for whole in groups[other]
        if (rank := _tie(part, whole)) is not None
    ]
    return min(pairs)[1] if pairs else None


def _tie(part: Entry, whole: Entry) -> int | None:
    """Say how closely a part is tied to a whole, 0 the closest; None for not at all."""
    if (
        part.amount is None
        or whole.amount is None
        or part.amount.dimension != whole.amount.dimension
        or part.amount.high >= whole.amount.high
    ):
        return None
    if part.candidate.key == whole.candidate.key and is_named_part(part, whole):
        return 0
    if "part" in part.marks and _is_group(part, whole):
        return 1
    if (whole.event, part.event) not in PART_EVENTS or not _one_kind(part, whole):
        return None
    if part.side != whole.side or (whole.peoples and part.peoples - whole.peoples):
        return None
    if part.candidate.key[:2] == whole.candidate.key[:2]:
        return 1
    return 2 if _one_scene(part, whole) else None


def _one_kind(part: Entry, whole: Entry) -> bool:
    return part.head == whole.head or (part.head in PEOPLE and whole.head in PEOPLE)


def _is_group(part: Entry, whole: Entry) -> bool:
    """Say whether "two of the injured" are of those told of just before."""
    back = part.candidate.passage.index - whole.candidate.passage.index
    later = whole.figure.span.start < part.figure.span.start
    rivals = part.source and whole.source and not same_source(part, whole)
    return (
        not rivals
        and later
        and back <= 1
        and part.event == whole.event
        and part.event is not None
    )


def _one_scene(part: Entry, whole: Entry) -> bool:
    """Say whether both are of one place, one time and one source, in two articles."""
    return (
        same_source(part, whole)
        and part.place is not None
        and part.place == whole.place
        and part.time.days is not None
        and whole.time.days is not None
        and abs((part.time.days.first - whole.time.days.first).days) <= 1
    )


def is_named_part(part: Entry, whole: Entry) -> bool:
    """Say whether a sentence names the smaller number as part of the larger."""
    sentence = part.candidate.sentence
    if whole.figure.span.start > part.figure.span.start:
        ends = part.figure.span.end - sentence.span.start
        starts = whole.figure.span.start - sentence.span.start
        return is_share(sentence.text, ends, starts)
    begin = whole.figure.span.end - sentence.span.start
    end = part.figure.span.start - sentence.span.start
    between = sentence.text[begin:end]
    named = OF_THEM.search(between)
    # "killed 12 and wounded 30, of them 4 children": of the number just before.
    if named and NUMBER.search(between, 0, named.start()):
        return False
    after = sentence.text[part.figure.span.end - sentence.span.start :]
    if not named and not OF_THEM_AFTER.match(after):
        return False
    return _one_kind(part, whole) or part.head is None or not names_its_own(part)


def names_its_own(entry: Entry) -> bool:
    """Say whether words behind a number name what it counts."""
    sentence = entry.candidate.sentence
    after = words(sentence.text[entry.figure.span.end - sentence.span.start :][:REACH])
    return not set(words(entry.figure.what or "")).isdisjoint(after)
