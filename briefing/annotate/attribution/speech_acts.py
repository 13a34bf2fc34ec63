"""Who says so in a sentence: the subjects of its verbs of saying.

Read are "X said that ...", "..., X said", "..., said X", "according to X", and "X put
the toll at ...". A passive without a source ("is believed", "was reported") and an
adjective ("reported deaths") name nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.annotate.attribution.glued import past_glued
from briefing.annotate.attribution.source_phrases import (
    NO_SOURCE,
    before_aside,
    is_no_source,
    past_adjunct,
    source_end,
    source_start,
)
from briefing.annotate.attribution.speech_inverted import inverted_source
from briefing.annotate.attribution.speech_verbs import (
    can_show,
    is_said_to,
    is_told,
    is_verb,
    tells,
)
from briefing.annotate.attribution.speech_words import (
    COUNTS,
    HINTS,
    OPENS_PART,
    PARTICIPLES,
    PARTNERS,
    PLAIN,
    PRESENT,
    SAYING_ALONE,
    SHOWING,
)
from briefing.annotate.tagging import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word

Form = Literal["before", "after", "inside"]
"""before: the source opens what it says; after: it closes it; inside: both."""

_NEAR, _NEAREST = 14, 2
_SELVES = frozenset(("themselves", "himself", "herself", "itself"))
_NOUNS_TOO = frozenset(("states", "reports", "notes"))
_LETTERS = re.compile("[a-z]+")
_LATEST = 4


class SpeechAct(NamedTuple):
    """A source and its verb of saying, as positions among the words."""

    first: int
    """First word of the source."""
    end: int
    """The word after its last."""
    verb: int
    """The verb of saying, or "according"."""
    form: Form
    """Where the source stands to what it says."""
    embedded: bool = False
    """Whether it stands inside a relative clause and tells only part."""
    owner: bool = False
    """Whether the source is a possessive: "by Kyiv's count"."""


def may_speak(text: str, start: int, end: int) -> bool:
    """Say, at little cost, whether a sentence can hold a verb of saying."""
    return not HINTS.isdisjoint(_LETTERS.findall(text[start:end].lower()))


def find_speech_acts(words: Sequence[Word]) -> tuple[SpeechAct, ...]:
    """Find the sources of a sentence, in order."""
    acts: list[SpeechAct] = []
    for at in range(len(words)):
        act = _act_at(words, at, first=not acts)
        if act is not None and not (acts and acts[-1].end > act.first):
            acts.append(act)
    return tuple(acts)


def _act_at(words: Sequence[Word], at: int, *, first: bool) -> SpeechAct | None:
    """Read the act of saying whose verb is this word, if it is one."""
    low = words[at].low
    if low == "according":
        return _according(words, at)
    if low == "declared" and at + 1 < len(words) and words[at + 1].tag == "D":
        # "declared an emergency as 20 cases came up": what was done, not said.
        return None
    if low in PLAIN or (low in PRESENT and _is_present(words, at)):
        return _read_act(words, at)
    if low in PARTNERS:
        near = _NEAREST if low.startswith("sp") else _NEAR
        follows = {word.low for word in words[at + 1 : at + near]}
        return _read_act(words, at) if PARTNERS[low] in follows else None
    if low in ("showed", "found", "posted"):
        return _read_act(words, at) if tells(words, at) else None
    if low in COUNTS and at > 1:
        return _counted_by(words, at)
    if low in PARTICIPLES and first:
        return _participle_act(words, at)
    return None


def _is_present(words: Sequence[Word], at: int) -> bool:
    """Say whether a form in -s is a verb: not that of "in the United States"."""
    if words[at].low in _NOUNS_TOO and at and words[at].name and words[at - 1].name:
        return False
    return is_verb(words, at)


def _counted_by(words: Sequence[Word], at: int) -> SpeechAct | None:
    """Read "by Kyiv's count", "The agency's latest tally rose": whoever counts."""
    owner = at - 1
    while owner > max(0, at - _LATEST) and words[owner].tag in ("N", "A"):
        if words[owner].low.endswith("'s"):
            break
        owner -= 1
    if not words[owner].low.endswith("'s"):
        return None
    first = source_start(words, owner)
    led = first > 0 and words[first - 1].low in ("by", "on")
    tells = at + 1 < len(words) and words[at + 1].tag in ("V", "F")
    if not led and not (first == 0 and tells):
        return None
    return SpeechAct(first, owner + 1, owner + 1, "inside", owner=True)


def _read_act(words: Sequence[Word], at: int) -> SpeechAct | None:
    """Read the source of one verb of saying."""
    before = words[at - 1] if at else None
    if before is None or before.low in ("to", "be", "not"):
        return None
    if words[at].low == "said" and is_said_to(words, at):
        return None
    if before.tag == "B" or (before.tag == "A" and at > 1 and words[at - 2].tag == "B"):
        return None
    if before.tag in ("D", "#", "P") and words[at].low not in SAYING_ALONE:
        return None
    if before.low in ("and", "but"):
        return _second_verb(words, at)
    inverted = inverted_source(words, at)
    if inverted:
        act: SpeechAct | None = SpeechAct(*inverted, at, "after")
    else:
        act = _subject_act(words, at)
    if act and words[at].low in SHOWING and not can_show(words[act.first : act.end]):
        return None
    return act


def _second_verb(words: Sequence[Word], at: int) -> SpeechAct | None:
    """Read "he described the advance and noted": the source of the verb before."""
    if words[at].low == "told" and is_told(words, at):
        return None
    for back in range(1, at - 1):
        if words[back].low in SAYING_ALONE and words[back].low != "told":
            # "said they were looking for bodies, and said": one speaker.
            act = _subject_act(words, back)
            return act._replace(verb=at) if act else None
    for back in range(at - 2, 0, -1):
        if words[back].tag in ("V", "F") and words[back - 1].tag in (
            "N",
            "R",
            "A",
            "H",
        ):
            act = _subject_act(words, back)
            return act._replace(verb=at) if act else None
    return None


def _participle_act(words: Sequence[Word], at: int) -> SpeechAct | None:
    """Read "Russia keeps denying it, claiming ...": the subject of the sentence."""
    comma = at - 1
    while comma > 0 and words[comma].tag == "A":
        # ", only saying that", ", merely noting that"
        comma -= 1
    if comma < 0 or words[comma].low != ",":
        return None
    for verb in range(1, comma):
        if words[verb].tag in ("V", "F", "B", "H", "M"):
            act = _subject_act(words, verb)
            return act._replace(verb=at, form="before") if act else None
    return None


def _according(words: Sequence[Word], at: int) -> SpeechAct | None:
    """Read "according to the ministry"."""
    if at + 2 >= len(words) or words[at + 1].low != "to":
        return None
    end = source_end(words, at + 2)
    if end == at + 2 or is_no_source(words, at + 2, end - 1):
        return None
    opens = at == 0 or all(word.tag in ("C", "A", ".") for word in words[:at])
    return SpeechAct(at + 2, end, at, "before" if opens else "after")


def _subject_act(words: Sequence[Word], at: int) -> SpeechAct | None:
    """Read "X said", where X stands before the verb."""
    last = at - 1
    while last > 0 and (words[last].tag in "AHM" or words[last].low in _SELVES):
        last -= 1
    if last > 1 and words[last].low in NO_SOURCE and words[last - 1].low == "on":
        last -= 2
    if last >= 0 and words[last].tag == "S" and words[last].low in ("who", "which"):
        last -= 1
        while last >= 0 and words[last].low == ",":
            last -= 1
        last = past_adjunct(words, last)
    aside = before_aside(words, last)
    first = past_glued(words, source_start(words, aside), aside)
    if aside < last and _names_person(words, aside + 1, last):
        # "Ukraine's army commander, Oleksander Sirski, reported".
        last -= 1
        return SpeechAct(first, last + 1, at, _form(words, first, at))
    if first > aside or _is_no_source(words, first, aside):
        return None
    if first == aside and words[at].low in PRESENT and _is_bare(words[first]):
        return None
    return SpeechAct(
        first, aside + 1, at, _form(words, first, at), _is_embedded(words, first)
    )


def _is_bare(word: Word) -> bool:
    """Say whether a lone word is no source: "national" in "national reports"."""
    named = word.name or word.tag == "R" or is_plural(word.low)
    return not named and word.low not in ("media", "police")


def _names_person(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether an aside between commas is a name of two or three words."""
    inner = words[first + 1 : last]
    return len(inner) in (2, 3) and all(word.tag == "N" and word.name for word in inner)


def _is_object(words: Sequence[Word], at: int) -> bool:
    """Say whether a pronoun is no subject: "a manager at one of them said"."""
    other = words[at].low in ("them", "him", "us", "me", "himself", "itself")
    return other or (at > 0 and words[at - 1].tag in ("V", "G", "F"))


def _is_no_source(words: Sequence[Word], first: int, last: int) -> bool:
    if words[first].tag == "R" and _is_object(words, first):
        return True
    counted = any(
        word.tag == "#" and word.low[:1].isdigit() for word in words[first:last]
    )
    return counted or is_no_source(words, first, last)


def _form(words: Sequence[Word], first: int, verb: int) -> Form:
    """Tell "X said that ..." from "..., X said"."""
    led = first > 0 and words[first - 1].low in (",", "”", '"', "’", "—", "–")
    follows = words[verb + 1] if verb + 1 < len(words) else None
    if follows is None or follows.low == ".":
        return "after"
    if follows.low == ",":
        return "inside" if led else "before"
    quoted = first > 0 and words[first - 1].low in ("”", '"', "’")
    return "after" if quoted or (led and _closes(words, verb)) else "before"


def _closes(words: Sequence[Word], verb: int) -> bool:
    """Say whether only a place or a time follows: "said on X on Thursday"."""
    for word in words[verb + 1 :]:
        if word.low in (",", ";"):
            return True
        if word.tag in ("S", "V", "F", "B", "H", "M") and word.low != "since":
            return word.low in ("after", "as")
    return True


def _is_embedded(words: Sequence[Word], first: int) -> bool:
    """Say whether a source stands in a clause of its own that tells only part.

    "forces that the army said were lost", "after the group declared a truce".
    """
    return first > 1 and words[first - 1].low in OPENS_PART
