"""Days in the state that a page hands to its own scripts (`"publishedAt": "..."`).

A script also holds related stories, advertisements and the reader's session, and it
cannot be told which object is the article. So a key counts only when the whole page
gives it one day, and even then it mostly supports what others say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.ingest.page_dates.reading import read_stamp
from briefing.ingest.page_dates.witness import STATE, Witness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.page_dates.reading import Habit

LONGEST_SCRIPT, LONGEST_IN_ALL, MOST = 1_000_000, 2_000_000, 100
STATEMENT = (
    r"""(?<![uU]n)(?<![rR]e)[pP]ub(?:lish(?:ed|ing)?|lication)?[_-]?(?:ed)?"""
    r"""(?:[dD]ate|[tT]ime|[aA]t|[oO]n)?(?:[tT]ime)?(?:[_-]?[iI][sS][oO])?"""
    r"""\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?"""
    r"""(?P<words>(?:19|20)\d\d-?\d\d-?\d\d[T\d:.+Z -]{0,24}|\d\d\.\d\d\.20\d\d"""
    r"""|1\d{9}(?:\d{3})?(?!\d))"""
)


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(STATEMENT, re.ASCII)


def from_scripts(tree: Any, habit: Habit) -> Iterator[Witness]:  # noqa: ANN401 - lxml
    """Yield the one day that a script's state gives as that of publication."""
    found: dict[str, Witness] = {}
    room = LONGEST_IN_ALL
    for script in tree.iter("script"):
        text = script.text or ""
        if "json" in (script.get("type") or "") and "ld+" in script.get("type"):
            continue
        if len(text) > min(LONGEST_SCRIPT, room):
            continue
        room -= len(text)
        for match in _statement().finditer(text):
            value = read_stamp(match["words"].strip(), habit)
            if value and len(found) < MOST:
                shown = match[0].strip()
                rule = "script-state"
                witness = Witness(value, "published", STATE, rule, shown, "state")
                found.setdefault(str(witness.day), witness)
    if len(found) == 1:
        yield from found.values()
