"""Listed names in a text, under all their spellings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.passage import Mention
from briefing.text.names import SpellingPattern, spelling_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.names import Name, NameList
    from briefing.model.span import Span


class NameIndex(NamedTuple):
    """A list of names, made ready for finding."""

    pattern: SpellingPattern
    """Finds any spelling of any name."""
    by_spelling: Mapping[str, Name]
    """The name that a spelling belongs to; the first listed wins."""
    by_name: Mapping[str, Name]
    """The name by the house's spelling."""


@lru_cache(maxsize=8)
def index_names(names: NameList) -> NameIndex:
    """Make a list of names ready for finding."""
    by_spelling: dict[str, Name] = {}
    for name in names.names:
        for spelling in name.spellings:
            by_spelling.setdefault(spelling, name)
    by_name = {name.name: name for name in reversed(names.names)}
    return NameIndex(spelling_pattern(by_spelling), by_spelling, by_name)


def find_mentions(text: str, span: Span, index: NameIndex) -> tuple[Mention, ...]:
    """Find the listed names in a stretch of text, in order."""
    return tuple(
        Mention(place, name.name, name.kind, name.party)
        for place, spelling in index.pattern.finditer(text, span.start, span.end)
        for name in (index.by_spelling[spelling],)
    )
