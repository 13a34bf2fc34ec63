"""Days that readers see: `<time>`, marked elements, and short lines near the headline.

Each short text with a full day is weighed: what word announces it, whether the line
says anything else, which part of the page it stands in, how near the headline it is.
Sentences of the body, comments, boxes of other stories and the footer weigh against
it. A day that does not reach the least weight is nobody's, but for the only one on
the page that is said to be a day of publication.
"""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.page_dates.labels import is_announced_after, last_label
from briefing.ingest.page_dates.lines import LONGEST_LABEL, join_parts, words_around
from briefing.ingest.page_dates.reading import find_days, read_stamp
from briefing.ingest.page_dates.witness import FAINT, MARKED, VISIBLE, Witness
from briefing.ingest.page_dates.zones import weigh_distance, weigh_zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.ingest.page_dates.layout import Layout
    from briefing.ingest.page_dates.lines import Line, Seen
    from briefing.ingest.page_dates.reading import Habit
    from briefing.ingest.page_dates.witness import About

ATTRIBUTES = ("datetime", "content", "title")
MOST_CANDIDATES, MOST_IN_LINE = 150, 4
LEAST_SCORE, SURE_SCORE, LEAST_ALONE, LEAST_FAINT = 5, 9, 2, -4
LABEL_WEIGHTS = {
    None: 0,
    "hinted": 1,
    "named": 4,
    "published": 5,
    "modified": 5,
    "other": -8,
}
ELSE_WEIGHTS = ((12, 2), (40, 0), (90, -2))
SENTENCE = -5
FAR = 1500


class Candidate(NamedTuple):
    """A day in a line, before its place is weighed."""

    value: date | datetime
    """The day, or the moment that an attribute holds."""
    words: str
    """The words around it."""
    label: str | None
    """What announces it."""
    score: int
    """What its own line weighs."""


class Weighed(NamedTuple):
    """A day with its place weighed."""

    score: int
    """What it weighs in all."""
    witness: Witness
    """What it says."""
    inside: bool
    """Whether it stands outside of comments, boxes of other stories and the like."""


def from_lines(seen: Seen, layout: Layout, habit: Habit) -> Iterator[Witness]:
    """Yield the days that stand where an article's day stands, the best first."""
    found: list[Weighed] = []
    for line in islice(seen.lines, MOST_CANDIDATES):
        if line.place > (seen.headline or 0) + FAR and _is_settled(found):
            break
        found += _weigh(line, seen, layout, habit)
    yield from _faint(found)
    found.sort(key=lambda each: -each.score)
    yield from (each.witness for each in found if each.score >= LEAST_SCORE)


def _is_settled(found: Sequence[Weighed]) -> bool:
    return any(
        each.score >= SURE_SCORE and each.witness.about == "published" for each in found
    )


def _faint(found: Sequence[Weighed]) -> Iterator[Witness]:
    """Yield the only day that could be meant, or is said to be, of publication."""
    said = [each for each in found if each.witness.about == "published"]
    possible = [each for each in said if each.inside and each.score >= 0]
    if len({each.witness.day for each in possible}) == 1:
        best = max(possible, key=lambda each: each.score)
        if best.score >= LEAST_ALONE:
            yield best.witness._replace(trust=FAINT)
    called = [
        each.witness
        for each in said
        if each.witness.rule == "visible-label" and each.score >= LEAST_FAINT
    ]
    if len({witness.day for witness in called}) == 1:
        yield called[0]._replace(trust=FAINT)


def _weigh(line: Line, seen: Seen, layout: Layout, habit: Habit) -> Iterator[Weighed]:
    candidates = list(_candidates(line, layout, habit))
    if not candidates:
        return
    zone = weigh_zone(line.element, layout)
    around = zone.score
    if seen.headline is not None:
        around += weigh_distance(line.place - seen.headline)
    for value, words, label, own in candidates:
        changed = label == "modified" or (zone.is_modified and label != "published")
        about: About = "modified" if changed else "published"
        score = own + around
        sure = score >= SURE_SCORE and (zone.marked or label == "published")
        rule = _rule(line.element, label, marked=zone.marked)
        trust = MARKED if sure else VISIBLE
        witness = Witness(value, about, trust, rule, words, "text")
        yield Weighed(score, witness, zone.score >= 0)


def _rule(element: Any, label: str | None, *, marked: bool) -> str:  # noqa: ANN401
    if label in {"published", "modified"}:
        return "visible-label"
    if element.tag == "time":
        return "time-tag"
    return "visible-marked" if marked else "visible"


def _candidates(line: Line, layout: Layout, habit: Habit) -> Iterator[Candidate]:
    """Yield each day of a line."""
    text, before, after = line.text, "", ""
    found = find_days(text, habit)
    if not found:
        text = join_parts(line, layout)
        found = find_days(text, habit) if text != line.text else []
    if not found and line.element.tag not in {"time", "abbr"}:
        return
    if text == line.text:
        before, after = words_around(line, layout)
    if stamped := _stamped(line.element, habit):
        value, stamp = stamped
        label = last_label(before + text[: found[0].start if found else None])
        shown = " ".join(f"{before}{text} [{stamp}]".split())
        score = LABEL_WEIGHTS[label] + ELSE_WEIGHTS[0][1]
        yield Candidate(value, shown, label, score)
        # Readers see the local day where the attribute is in UTC.
        if found and abs((found[0].day - _day(value)).days) == 1:
            yield Candidate(found[0].day, shown, label, score - 1)
        return
    last = 0
    for start, end, day in found[:MOST_IN_LINE]:
        lead = (("" if last else before) + text[last:start])[-LONGEST_LABEL:]
        label = last_label(lead)
        rest = (text[end:] + after)[:LONGEST_LABEL]
        if label in {None, "hinted"} and is_announced_after(rest):
            label = "published"
        score = LABEL_WEIGHTS[label] + _weigh_else(text, start, end, label)
        yield Candidate(day, " ".join((lead + text[start:end]).split()), label, score)
        last = end


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _stamped(element: Any, habit: Habit) -> tuple[date | datetime, str] | None:  # noqa: ANN401
    """Read the attribute that holds the day for machines."""
    if element.tag in {"time", "abbr"} or "date" in (element.get("itemprop") or ""):
        for name in ATTRIBUTES:
            stamp = element.get(name)
            if stamp and (value := read_stamp(stamp, habit)):
                return value, stamp
    return None


def _weigh_else(text: str, start: int, end: int, label: str | None) -> int:
    """Weigh how much else the line says; behind a label, it may say much."""
    letters = sum(map(str.isalpha, text[:start])) + sum(map(str.isalpha, text[end:]))
    weight = next((worth for most, worth in ELSE_WEIGHTS if letters <= most), SENTENCE)
    return max(weight, 0) if label in {"published", "modified"} else weight
