"""People who are counted without being named again.

"It infected 40,000 people in 70 countries and killed 167": what befalls people only is
taken to be said of the last people counted, not of the countries; "rebels fell back
after six were killed" of those who acted; "Six were freed." of the people of the
sentence before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figure_words.people_words import (
    CIVILIAN,
    HARM,
    MILITARY,
    NEUTRAL,
)
from briefing.annotate.figures.noun_phrases import phrase_before
from briefing.annotate.figures.people import is_people
from briefing.annotate.tagging import is_plural, tag_words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.figures.surroundings import Surroundings
    from briefing.annotate.tagging import Word
    from briefing.model.figure import Figure
    from briefing.model.span import Span

_PEOPLE = (MILITARY | CIVILIAN | NEUTRAL) - word_set(
    "others other dead killed wounded injured missing army death deaths injury "
    "injuries life lives loss losses forces police part units head heads leader leaders"
)
_BYLINES = word_set("staff correspondents correspondent reporters reporter writers")
_THEM = word_set("them whom these")
_REACH = 60
_LONGEST = 1500


def carried_people(around: Surroundings, event: str | None) -> str | None:
    """Find the people of whom a bare number tells; None when it tells of no people."""
    words, after = around.words, around.after
    pronoun = (
        after + 1 < len(words)
        and words[after].low == "of"
        and words[after + 1].low in _THEM
    )
    if not pronoun and not _is_harm(event):
        return None
    if around.persons is not None:
        return around.persons.what
    return first_people(around.text, words, around.before) or around.earlier()


def _is_harm(event: str | None) -> bool:
    return event is not None and not HARM.isdisjoint(event.lower().split())


def first_people(text: str, words: Sequence[Word], last: int) -> str | None:
    """Find the first plural noun for people among the words up to `last`."""
    for at in range(min(last + 1, _REACH)):
        word = words[at]
        named = word.name and at > 0 and words[at - 1].name
        # The "Wire Staff" of an agency's byline are nobody told of.
        if named and word.low in _BYLINES:
            continue
        if word.tag == "N" and word.low in _PEOPLE and is_plural(word.low):
            run = phrase_before(words, at + 1)
            if run:
                return " ".join(text[words[run[0]].start : word.end].split())
    return None


def counted_people(figures: Sequence[Figure]) -> str | None:
    """Find the people whom a sentence counts last."""
    for figure in reversed(figures):
        if figure.kind in ("count", "vague") and is_people(figure.what):
            return figure.what
    return None


def named_people(text: str, sentence: Span, words: Sequence[Word] | None) -> str | None:
    """Find the people whom a sentence names first."""
    if sentence.end - sentence.start > _LONGEST:
        return None
    words = words or tag_words(text, sentence)
    return first_people(text, words, len(words) - 1)
