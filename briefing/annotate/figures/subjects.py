"""What a figure counts or measures and what happened, in the article's own words.

Counts: the noun phrase after the number ("909 | Russian soldiers | captured"); where
it is left out ("and 17 injured") the figure before lends its own. Distances take
their direction ("south of Tripoli"), ages the person; sums and shares are read by
`shares`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.carried import carried_people
from briefing.annotate.figures.noun_phrases import (
    direction_after,
    name_before,
    number_of,
    past_determiners,
    phrase_after,
    phrase_before,
    subject_before,
)
from briefing.annotate.figures.people import is_people
from briefing.annotate.figures.shares import describe_share
from briefing.annotate.figures.surroundings import (
    after_brackets,
    continues_list,
    copula_before,
    read_event,
)
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.figures.surroundings import Found, Surroundings

_LENGTHS = word_set("km mi m ft nmi yd")
_SHARES = word_set("money percent rate")
_HURT = word_set("dead wounded injured missing hurt")
_AROUND = word_set("after against of during than within before since")
_PUT_REACH = 8
_PLACED = word_set("lies lie lay located situated stands stood sits")
_LEVELS = word_set(
    "reached reach reaching hit rose risen climbed climbing rising fell fallen "
    "dropped stood stands stand put remained remains total totaled totalled totals "
    "numbered exceeded exceeds passed is was are were be been increased decreased "
    "grew grow improved declined at to bringing brought raised raising"
)


def find_subject(around: Surroundings) -> Found:
    """Find what is counted and what happened to it.

    Returns:
        What is counted and the event, in the article's words; None where the
        sentence does not say.
    """
    kind = around.candidate.kind
    old = around.text[: around.candidate.end].endswith("old")
    if kind == "age" and old:
        return around.cut(phrase_after(around.words, around.after)), None
    if kind == "age":
        return around.cut(name_before(around.words, around.before)), None
    if _in_brackets(around):
        return _describe_bracketed(around)
    if around.candidate.unit in _LENGTHS:
        return _describe_length(around)
    if kind in _SHARES or around.candidate.unit == "point":
        return describe_share(around)
    return _describe_count(around)


def _in_brackets(around: Surroundings) -> bool:
    """Say whether a figure stands alone in brackets: "(500 miles)"."""
    words = around.words
    return (
        around.before > 0
        and words[around.before].low == "("
        and around.after < len(words)
        and words[around.after].low == ")"
    )


def _describe_bracketed(around: Surroundings) -> Found:
    """Describe "800 km (500 miles)" as its partner, "Lehman ($691 bn)" by the name."""
    last = around.last
    if last is not None and last.after >= around.before:
        return last.what, last.event
    return around.cut(phrase_before(around.words, around.before)), None


def _describe_count(around: Surroundings) -> Found:
    """Describe a count, a vague quantity, a duration or another measure."""
    words, kind = around.words, around.candidate.kind
    if _is_hurt(around):
        return _describe_hurt(around)
    phrase = phrase_after(words, around.after) or _predicate(around)
    run, event = read_event(around, phrase[1] if phrase else around.after)
    if kind in ("duration", "measure") and _tells_length(around, phrase):
        event = None
    if around.before >= 0 and words[around.before].low == "during":
        # "in six meetings", "during 12 raids": when it was, not what was done.
        return around.cut(phrase), None
    if phrase:
        return around.cut(phrase), event or _shared_event(around, kind)
    if kind == "measure" and around.before > 0 and words[around.before].tag == "N":
        return around.cut(phrase_before(words, around.before + 1)), None
    if kind == "duration":
        return None, event
    if continues_list(around):
        last = around.last
        event = event or (last.event if last else None)
        people = carried_people(around, event) if around.persons else None
        return people or (last.what if last else None), event
    return carried_people(around, event) or _elided(around, run), event


def _predicate(around: Surroundings) -> Run | None:
    """Find what a bare number is said to be: "of whom 14,072 were civilians"."""
    words, at = around.words, around.after
    if around.candidate.kind != "count" or at >= len(words) or words[at].tag != "B":
        return None
    noun = past_determiners(words, at + 1)
    phrase = phrase_after(words, noun)
    people = phrase is not None and is_people(around.cut(phrase))
    return phrase if people and words[noun].low not in _HURT else None


def _is_hurt(around: Surroundings) -> bool:
    """Say whether "injured" or the like follows and no noun after it."""
    words, after = around.words, around.after
    if after >= len(words) or words[after].low not in _HURT:
        return False
    return after + 1 >= len(words) or words[after + 1].tag != "N"


def _describe_hurt(around: Surroundings) -> Found:
    """Describe "17 injured": the figure before says who, else the word itself."""
    words, after = around.words, around.after
    state = around.cut((after, after + 1))
    if after + 1 < len(words) and words[after + 1].tag in ("B", "H"):
        return state, read_event(around, after + 1)[1]
    counted = around.counted
    if counted is None or counted.what is None:
        return state, state
    told = any(w.tag in ("V", "G", "B", "H") for w in words[counted.after : after])
    named = words[counted.after].low not in _HURT if counted.after < after else False
    return (counted.what if told and named else state), state


def _tells_length(around: Surroundings, phrase: Run | None) -> bool:
    """Say whether a length or size describes its noun and nothing happened to it.

    "a four-day rally", "a 30GB edition", "after six days of losses".
    """
    words = around.words
    if around.candidate.kind == "duration":
        at = around.before
        while at > 0 and words[at].tag == "D":
            at -= 1
        return phrase is not None or (at >= 0 and words[at].low in _AROUND)
    return phrase is not None and words[around.after].low != "of"


def _shared_event(around: Surroundings, kind: str) -> str | None:
    """Take the event of the figure before, in a list of things counted together."""
    last = around.last
    if last is None or kind not in ("count", "vague") or not continues_list(around):
        return None
    return last.event


def _elided(around: Surroundings, run: Run | None) -> str | None:
    """Find what is counted when no noun follows: "the toll has reached 11"."""
    words = around.words
    last = words[around.before] if around.before >= 0 else None
    counted = around.counted.what if around.counted else None
    if last is not None and last.low in ("of", "which", "whom"):
        return around.cut(phrase_before(words, around.before)) or counted
    if run is not None and run[1] <= around.before:
        named = _level_of(around, run)
        return around.cut(named) if named else counted
    put = _put_at(around)
    if put:
        return around.cut(put)
    copula = copula_before(around) if around.before > 0 else None
    if run is None and copula is not None:
        return around.cut(subject_before(words, copula)) or counted
    return counted


def _put_at(around: Surroundings) -> Run | None:
    """Find "toll" in "put the toll at more than 700"."""
    words, at = around.words, around.before
    if at < 0 or words[at].low != "at":
        return None
    for back in range(at - 1, max(-1, at - _PUT_REACH), -1):
        if words[back].low in ("put", "puts", "putting"):
            return phrase_after(words, past_determiners(words, back + 1))
    return None


def _level_of(around: Surroundings, run: Run) -> Run | None:
    """Find what reached a level: "the number of X has risen to", "put the toll at"."""
    words = around.words
    number = number_of(words, around.before)
    if number:
        return number
    if words[around.before].low in ("at", "to"):
        wanted = phrase_after(words, past_determiners(words, run[1] + 1))
        if wanted:
            return wanted
    verb = {words[run[0]].low, words[run[1]].low}
    measured = around.candidate.kind == "measure" or verb & _LEVELS
    return subject_before(words, run[0]) if measured else None


def _describe_length(around: Surroundings) -> Found:
    """Describe a distance or a length."""
    words, after = around.words, after_brackets(around)
    direction = direction_after(words, after)
    run, event = read_event(around, direction[1] if direction else after)
    if run is not None and words[run[1]].low in _PLACED:
        run, event = None, None
    if direction:
        return around.cut(direction), event if _is_moved(around, run) else None
    if around.last is not None and continues_list(around) and around.last.what:
        return around.last.what, around.last.event
    phrase = phrase_after(words, after)
    if phrase and phrase[0] != after:
        # "hundreds of miles of coast were polluted"
        return around.cut(phrase), read_event(around, phrase[1])[1] or event
    if phrase:
        return around.cut(phrase), None
    by = around.before > 0 and words[around.before].low == "by"
    return around.cut(phrase_before(words, around.before) if by else None), event


def _is_moved(around: Surroundings, run: Run | None) -> bool:
    """Say whether the verb stands right before a distance: "advanced 5 km"."""
    if run is None:
        return False
    at = around.before
    while at > 0 and around.words[at].low in ("by", "for", "only", "just"):
        at -= 1
    return run[1] == at
