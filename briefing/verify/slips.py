"""Whether words are a text of the record with a slip in it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIKE = 0.75
_SHORT = 4


def is_nearly(texts: Sequence[str], phrase: tuple[str, ...], *, named: bool) -> bool:
    """Say whether words are a phrase of the record with a slip in it."""
    if len(texts) == len(phrase):
        changed = [n for n, word in enumerate(phrase) if word != texts[n]]
        if len(changed) != 1:
            return False
        was, now = phrase[changed[0]], texts[changed[0]]
        if named and changed == [0] and not was[0].isdigit():
            return _alike(was, now)
        if named and not (was[0].isdigit() or was[0].isupper()):
            return False
        return len(phrase) > 1 or _alike(was, now)
    if named or abs(len(texts) - len(phrase)) > len(phrase) // _SHORT:
        return False
    return not _contains(texts, phrase) and _alike(" ".join(texts), " ".join(phrase))


def _contains(texts: Sequence[str], phrase: tuple[str, ...]) -> bool:
    starts = range(len(texts) - len(phrase) + 1)
    return any(tuple(texts[at : at + len(phrase)]) == phrase for at in starts)


def _alike(one: str, two: str) -> bool:
    matcher = SequenceMatcher(a=one, b=two, autojunk=False)
    return matcher.real_quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE
