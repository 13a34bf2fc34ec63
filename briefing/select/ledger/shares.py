"""Numbers told as a share of another: "shot down 61 of 87 drones launched".

Of the larger number only the words behind it tell ("launched"); of the smaller what
the sentence says of both: the verb before them, or behind them ("were shot down").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.select.ledger.senses import event_class, is_known, known_event
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate

SHARE = re.compile(
    r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|those\s|these\s|a total of\s)?"
    r"(?:some\s|about\s|around\s|nearly\s|almost\s|roughly\s|more than\s|over\s|"
    r"at least\s|estimated\s|total\s)?",
    re.IGNORECASE,
)
"""All that stands between a share and its whole."""
PASSIVE = re.compile(
    r"[^,.;:]{0,60}?\s(?:was|were|have been|has been|had been|are|is)\s"
    r"(?:\w+ly\s)?(\w+)"
)
"""What the sentence says behind the whole."""
ACTIVE = re.compile(r"[^,.;:\d]{0,60}$")
"""What stands between the verb and the share."""
PARTICLES = ("down", "off", "up", "out")
LEADING = re.compile(r"^\d[\d.,]*\s")
"""A number that was taken for a part of what is counted."""


def is_share(text: str, end: int, start: int) -> bool:
    """Say whether a number that ends at `end` is a share of one at `start`."""
    return start > end and SHARE.fullmatch(text, end, start) is not None


def read_shares(figures: Sequence[Figure], candidate: Candidate) -> Sequence[Figure]:
    """Give the figures of a sentence, each share with what is told of it, and whole."""
    text, offset = candidate.sentence.text, candidate.sentence.span.start
    found = list(figures)
    for at, (part, whole) in enumerate(pairwise(figures)):
        end, start = part.span.end - offset, whole.span.start - offset
        if part.kind != whole.kind or not is_share(text, end, start):
            continue
        what = whole.what or LEADING.sub("", part.what or "") or None
        behind = _behind(text, whole.span.end - offset, whole)
        ahead = _passive(text, whole.span.end - offset) or _active(
            text, part.span.start - offset
        )
        found[at] = replace(part, what=what, event=ahead or _unlike(part, behind))
        found[at + 1] = replace(whole, event=behind)
    return found


def _behind(text: str, end: int, whole: Figure) -> str | None:
    """Give the event of the whole, where the words behind it tell one."""
    after = words(text[end : end + 60].partition(",")[0])
    passive = _passive(text, end)
    event = whole.event
    if event is None or event == passive:
        return next(
            (word for word in after[:4] if known_event(word) and word != passive), None
        )
    return event if words(event)[-1] in after else None


def _unlike(part: Figure, behind: str | None) -> str | None:
    return None if part.event == behind else part.event


def _passive(text: str, end: int) -> str | None:
    """Give what the sentence says was done to both: "61 of 87 drones were downed"."""
    found = PASSIVE.match(text, end)
    return found[1] if found and known_event(base_form(found[1])) else None


def _active(text: str, start: int) -> str | None:
    """Give the verb nearest before a share."""
    before = ACTIVE.search(text[max(0, start - 60) : start])
    if before is None:
        return None
    found = before[0].split()
    told = [at for at, word in enumerate(found) if is_known(event_class(word))]
    if not told:
        return None
    return " ".join(
        [found[told[-1]], *(w for w in found[told[-1] + 1 :][:1] if w in PARTICLES)]
    )
