"""Where the English rules propose time expressions: one pass over the words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Candidate, Token
from briefing.annotate.timex_rules import TIMEX_RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.span import Span

_YEAR_DIGITS = 4
_MOST_DIGITS = 4


@cache
def tokens() -> re.Pattern[str]:
    """Give the pattern of what rules listen to: words and runs of digits."""
    return re.compile(r"[^\W\d_]+|\d+")


@cache
def _listeners() -> dict[
    str, tuple[Callable[[str, Token, Span], Candidate | None], ...]
]:
    """Give for each trigger the rules that listen to it, in their order."""
    words = sorted({word for rule in TIMEX_RULES for word in rule.TRIGGERS})
    return {
        word: tuple(rule.propose for rule in TIMEX_RULES if word in rule.TRIGGERS)
        for word in words
    }


def propose_english(text: str, span: Span) -> list[Candidate]:
    """Let the rules propose around each word they listen to."""
    listeners = _listeners()
    candidates = []
    for match in tokens().finditer(text, span.start, span.end):
        word = match.group().lower()
        if word.isdecimal():
            length = len(word)
            if length > _MOST_DIGITS:
                continue
            rules = listeners["#4" if length == _YEAR_DIGITS else "#"]
        else:
            rules = listeners.get(word, ())
        for propose in rules:
            candidate = propose(text, Token(match.start(), match.end(), word), span)
            if candidate is not None:
                candidates.append(candidate)
    return candidates
