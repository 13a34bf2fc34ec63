"""Whether a figure counts civilians or the military, told from the counted noun.

"Seven children" are civilians, "12 conscripts" the military, "30 people" neither.
The noun at the head tells; where it tells nothing, the words that go with it do:
"members of the security forces", "civilian deaths". What names both, as in "soldiers
and civilians", is told as neither. Things ("military vehicles") are no people.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.people_words import (
    CIVILIAN,
    CIVILIAN_MARKS,
    MILITARY,
    MILITARY_MARKS,
    NEUTRAL,
)

if TYPE_CHECKING:
    from briefing.model.figure import People

_WORD = re.compile(r"[a-z]+(?:[-‑][a-z]+)*")
_PARTS = re.compile(r"\b(?:of|from|in|at|for|among)\b")
_JOINTS = re.compile(r"\band\b|\bor\b|,|&")


@lru_cache(maxsize=4096)
def tell_people(what: str | None) -> People | None:
    """Tell whom a figure counts.

    Args:
        what: What is counted: "Russian soldiers".

    Returns:
        None where the words do not say, or where they name both.
    """
    if not what:
        return None
    first, *rest = _PARTS.split(what.lower())
    heads = {_tell_head(part) for part in _JOINTS.split(first)}
    if None in heads:
        return None
    if heads == {"neutral"}:
        told = {_tell_words(part) for part in rest}
        return _only(told | {_tell_marks(first)})
    return _only(heads - {"neutral"})


@lru_cache(maxsize=4096)
def is_people(what: str | None) -> bool:
    """Say whether people, of whatever kind, are counted."""
    if not what:
        return False
    first = _PARTS.split(what.lower())[0]
    return any(_tell_head(part) for part in _JOINTS.split(first))


def _tell_head(part: str) -> str | None:
    """Tell the last noun of a phrase: civilian, military, neutral, or no people."""
    words = _WORD.findall(part)
    return _tell_word(words[-1]) if words else None


def _tell_word(word: str) -> str | None:
    if word in MILITARY:
        return "military"
    if word in CIVILIAN:
        return "civilian"
    return "neutral" if word in NEUTRAL else None


def _tell_marks(part: str) -> str | None:
    """Tell a neutral noun by the word that goes with it: "military losses"."""
    words = set(_WORD.findall(part))
    marks = {
        "civilian": not words.isdisjoint(CIVILIAN_MARKS | CIVILIAN),
        "military": not words.isdisjoint(MILITARY_MARKS | MILITARY),
    }
    found = [name for name, there in marks.items() if there]
    return found[0] if len(found) == 1 else None


def _tell_words(part: str) -> str | None:
    """Tell what stands behind "of" or "from": "of the security forces"."""
    head = _tell_head(part)
    return head if head in ("civilian", "military") else _tell_marks(part)


def _only(told: set[str | None]) -> People | None:
    civilian, military = "civilian" in told, "military" in told
    if civilian == military:
        return None
    return "civilian" if civilian else "military"
