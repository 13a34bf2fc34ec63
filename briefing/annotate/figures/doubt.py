"""Words that cast doubt on a figure.

In its own clause: "reportedly", "allegedly", "unconfirmed"; "claimed" too, where that
is the verb of its source: whoever writes so does not vouch for it. In its sentence,
or in the sentence right after it that comments and has no figure of its own: "could
not be independently verified", "was unable to confirm". "Said", "estimated" and
"believed" cast none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.passage import Attribution
    from briefing.model.span import Span

_CLAIMING = word_set("claim claims claimed claiming alleged alleges alleging allege")
_LONGEST = 300
_CHECK = r"(?:verif|confirm|corroborat|substantiat|authenticat)\w*"
_HINTS = ("edly", "confirm", "verif", "corrobor", "substantiat", "rumo", "authenticat")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reportedly|allegedly|purportedly|supposedly|unconfirmed|unverified"
        r"|unsubstantiated|uncorroborated|rumou?red)\b",
        re.IGNORECASE,
    )


@cache
def _comment() -> re.Pattern[str]:
    """Give the pattern of words that say that nobody could check."""
    gap = r"(?:[\w-]+\s){0,3}?"
    return re.compile(
        rf"\b(?:(?:could|can|has|have|had|was|were|is|are)(?:\snot|n['’]t)\s{gap}{_CHECK}"
        rf"|cannot\s{gap}{_CHECK}"
        rf"|(?:(?:un|not\s)able|impossible|difficult|hard|(?:not|in)\s?(?:immediately\s)?possible)"
        rf"\sto\s{gap}{_CHECK}"
        rf"|(?:no|without|lacked|lacks|pending)\s(?:independent\s|official\s|immediate\s)"
        rf"{{1,2}}{_CHECK}|(?:remains?|remained)\s(?:unconfirmed|unverified))",
        re.IGNORECASE,
    )


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(r";|,\s(?:but|while|although|whereas|and\s(?:the|a|an)\b)")


def find_doubt(
    text: str,
    figure: Figure,
    sentence: Span,
    following: Span | None,
    source: Attribution | None,
) -> str | None:
    """Find the words that cast doubt on a figure.

    Args:
        text: The article's text.
        figure: The figure.
        sentence: The sentence it stands in.
        following: The sentence after it in its paragraph, if that has no number.
        source: Who says it.

    Returns:
        The words, verbatim; None without any.
    """
    if figure.kind == "age":
        # An age is told by the way; the doubt is about something else.
        return None
    adverb = _in_clause(text, figure, sentence)
    if adverb:
        return adverb
    for place in (sentence, following):
        if place is None or place.end - place.start > _LONGEST * 4:
            continue
        found = _comment().search(text, place.start, place.end)
        if found:
            return found.group()
    if source is not None and source.verb in _CLAIMING:
        return source.verb
    return None


def may_doubt(text: str, sentence: Span) -> bool:
    """Say, at little cost, whether a sentence can hold such words."""
    words = text[sentence.start : sentence.end]
    return any(hint in words for hint in _HINTS)


def _in_clause(text: str, figure: Figure, sentence: Span) -> str | None:
    """Find an adverb of doubt in the clause of a figure."""
    start, end = figure.span.start, figure.span.end
    low = max(sentence.start, start - _LONGEST)
    high = min(sentence.end, end + _LONGEST)
    for mark in _adverbs().finditer(text, low, high):
        first, last = sorted((mark.start(), start))
        if not _clause_end().search(text, first, last):
            return mark.group()
    return None
