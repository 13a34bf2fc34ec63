"""Where a source begins when the words before it have run into it.

Pages lose the breaks between a picture's caption or a heading and the sentence after
it: "the tents on the border Norwegian aid groups said". A source is one noun phrase,
so it is cut to the last that begins inside: behind a preposition and its noun a
capital opens another, and so do a people's name, a plural that speaks, a name told
twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.tagging import is_plural
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word

_SPEAKING = word_set(
    "officials experts scientists activists residents witnesses doctors authorities "
    "researchers rebels analysts police protesters investigators prosecutors "
    "eyewitnesses critics campaigners organisers organizers"
)
"""Plurals that open a source of their own, also with a capital."""
_CALLINGS = word_set(
    "agency analyst bank body boss broadcaster candidate captain chain channel charity "
    "chief coach colonel commander company colleague daily director doctor economist "
    "editor engineer envoy executive expert firm general giant governor group head "
    "historian judge king lawyer leader lieutenant lord maker manager mayor minister "
    "ministry monitor network newspaper officer official opposition organisation "
    "organization owner paper party physician pilot police premier president producer "
    "professor prosecutor queen reporter representative resident satellite secretary "
    "senator sergeant service site spokesman spokesperson spokeswoman student "
    "supermarket survivor television union website weekly witness writer"
)
"""Nouns behind which a name is that of whom they describe: "rights group Fjell"."""
_ADJECTIVES = (
    "al", "an", "ar", "ary", "based", "ble", "ed", "ern", "held", "ic", "ing", "ior",
    "ive", "led", "less", "mer", "ous", "run",
)  # fmt: skip
_PLAIN_ADJECTIVES = word_set(
    "top new old late then main chief own other big senior rival fellow many most "
    "several some all both nearby state local rebel"
)
_PEOPLES = ("ian", "ish", "ese", "ans", "can", "yan")
_COMPASS = word_set("north south east west northern southern eastern western new free")
_LEAST, _BACK = 3, 2


def past_glued(words: Sequence[Word], first: int, last: int) -> int:
    """Give where the last noun phrase of a source begins that stands at first..last."""
    # Behind a preposition a noun phrase is no subject.
    inside = first > 0 and words[first - 1].tag == "P" and words[first - 1].low != "by"
    begin = first
    for at in range(first, last + 1):
        again = begin > first and words[at].low in _SPEAKING
        if (inside or again) and at > begin and _opens(words, at, last):
            begin = at
            inside = False
        word = words[at]
        inside = inside or word.tag == "P" or word.low in ("his", "her", "its", "their")
    return begin


def _opens(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a name at `at` opens a noun phrase of its own."""
    word, before = words[at], words[at - 1]
    if not word.name or word.tag != "N":
        return False
    if word.low in _SPEAKING:
        return before.tag in ("N", "V")
    if before.name:
        return _names_anew(words, at, last)
    return (
        before.tag in ("N", "V")
        and before.low.isalpha()
        and before.low not in _CALLINGS
        and not _is_adjective(before)
    )


def _names_anew(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a name behind a name is another: "in Oslo Danish groups"."""
    word, before = words[at], words[at - 1]
    if word.low == before.low:
        return len(word.low) > _LEAST
    if not word.low.endswith(_PEOPLES) or before.low in _COMPASS:
        return False
    leads = words[max(0, at - _BACK)]
    placed = leads.tag == "P" and leads.low != "of"
    return placed and at < last and not words[at + 1].name


def _is_adjective(word: Word) -> bool:
    """Say whether a word in small letters rather describes the name behind it."""
    if word.tag == "V":
        # "the seabed": a noun, whatever its ending.
        return False
    plain = word.low in _PLAIN_ADJECTIVES
    return plain or (word.low.endswith(_ADJECTIVES) and not is_plural(word.low))
