"""What a style itself prints in square brackets: ours, and no source's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

_BRACKETED = re.compile(r"\[[^\[\]]+\]")
_GAP = re.compile(r"\{\w*\}")


def house_words(style: Style) -> re.Pattern[str]:
    """Find the words in brackets that a style prints: "[nobody named]"."""
    forms = sorted(set(_bracketed([style.labels, style.dates])))
    parts = ("[^\\[\\]]{1,40}".join(map(re.escape, _GAP.split(f))) for f in forms)
    return re.compile("|".join(parts) or r"(?!)")


def _bracketed(words: object) -> Iterator[str]:
    if isinstance(words, str):
        yield from _BRACKETED.findall(words)
    elif isinstance(words, Mapping):
        yield from _bracketed(list(words.values()))
    elif isinstance(words, list | tuple):
        for each in words:
            yield from _bracketed(each)
