"""Ties numbers to what they count and days to their months, so no line parts them.

Only pages and mails are set so: a manuscript has plain spaces, which a desk can type
and search for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from markdown_it.token import Token

    from briefing.render.style import Style

NO_BREAK = "\u00a0"


def tie_words(tokens: Iterable[Token], style: Style) -> None:
    """Set no-break spaces into the words of a parsed manuscript."""
    gap = _gap(*_words_of(style.labels, style.dates))
    for token in tokens:
        for part in token.children or ():
            if part.type == "text":
                part.content = gap.sub(NO_BREAK, part.content)


def _words_of(
    labels: Mapping[str, Any], dates: Mapping[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Give the names of months, the nouns of counts and the sign of a number."""
    months: Sequence[str] = [*dates["months"], *dates["short_months"]]
    nouns = (noun for pair in labels["counts"].values() for noun in pair)
    return _longest_first(months), _longest_first(nouns), str(labels["number"])


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Give words so that none is tried before a longer one that begins with it."""
    return tuple(sorted({each for each in words if each}, key=lambda w: (-len(w), w)))


@cache
def _gap(
    months: tuple[str, ...], nouns: tuple[str, ...], number: str
) -> re.Pattern[str]:
    month, noun = ("|".join(map(re.escape, each)) for each in (months, nouns))
    before = "|".join(
        rf"(?<=(?<!\w){re.escape(each)})" for each in (*months, number) if each
    )
    return re.compile(
        rf"(?<=\d) (?=(?:{month}|{noun})(?!\w))|(?<=\d\.) (?=(?:{month})(?!\w))"
        rf"|(?:{before}) (?=\d{{1,3}}(?!\w|[.,]\d))| (?=…)"
    )
