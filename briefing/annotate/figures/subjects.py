"""What a figure counts or measures and what happened, in the article's own words.

Counts: the noun phrase after the number ("909 | Russian soldiers | captured"); where
it is left out ("and 17 injured") the figure before lends its own. Distances take
their direction ("south of Tripoli"), ages the person; sums and shares are read by
`shares`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.carried import carried_people
from briefing.annotate.figures.extents import describe_extent, is_extent
from briefing.annotate.figures.noun_phrases import (
    direction_after,
    name_before,
    number_of,
    past_determiners,
    phrase_after,
    phrase_before,
)
from briefing.annotate.figures.people import is_people
from briefing.annotate.figures.shares import describe_share
from briefing.annotate.figures.surroundings import (
    continues_list,
    copula_before,
    read_event,
)
from briefing.annotate.figures.totals import (
    CARRYING,
    EMPTY,
    told_of_number,
    told_of_parts,
    told_of_total,
)
from briefing.annotate.figures.verb_subjects import subject_before
from briefing.annotate.tagging import is_plural
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.figures.surroundings import Found, Surroundings

_SHARES = word_set("money percent rate")
_HURT = word_set("dead wounded injured missing hurt")
_AROUND = word_set("after against of during than within before since")
_PUT_REACH = 8
_LEVELS = word_set(
    "number numbers numbering jumped leapt soared swelled swollen doubled surged "
    "crossed topped tops topping totalling surpassed rises reaches falls drops nears "
    "neared takes take brings bring jumping soaring stands hits climbs swells grows "
    "reached reach reaching hit rose risen climbed climbing rising fell fallen "
    "dropped stood stands stand put remained remains total totaled totalled totals "
    "ranged range ranges numbered exceeded exceed exceeds passed is was are were be "
    "been increased decreased grew grow improved declined at to bringing brought "
    "raised raising"
)


def find_subject(around: Surroundings) -> Found:
    """Find what is counted and what happened to it.

    Returns:
        What is counted and the event, in the article's words; None where the
        sentence does not say.
    """
    kind = around.candidate.kind
    old = around.text.endswith("old", around.candidate.start, around.candidate.end)
    if kind == "age" and old:
        return around.cut(phrase_after(around.words, around.after)), None
    if kind == "age":
        return around.cut(name_before(around.words, around.before)), None
    if _in_brackets(around):
        return _describe_bracketed(around)
    if is_extent(around):
        return describe_extent(around)
    if kind in _SHARES or around.candidate.unit == "point":
        return describe_share(around)
    if _is_hurt(around):
        return _describe_hurt(around)
    if _is_strength(around):
        return around.cut(subject_before(around.words, around.before + 1)), None
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
    if is_extent(around):
        direction = direction_after(around.words, around.after + 1)
        if direction:
            # "a mile (1.6 km) beneath the sea"
            return around.cut(direction), None
    return around.cut(phrase_before(around.words, around.before)), None


def _describe_count(around: Surroundings) -> Found:
    """Describe a count, a vague quantity, a duration or another measure."""
    words, kind = around.words, around.candidate.kind
    phrase = phrase_after(words, around.after) or _predicate(around)
    if kind == "duration" and phrase and _begins_clause(around, phrase):
        phrase = None
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
    return _describe_bare(around, run, event)


def _describe_bare(around: Surroundings, run: Run | None, event: str | None) -> Found:
    """Describe a number without a noun behind it: "and 17 in Deraa", "rose to 31"."""
    event = told_of_total(around, run) or event
    if continues_list(around):
        last = around.last
        event = event or (last.event if last else None)
        people = carried_people(around, event) if around.persons else None
        return people or (last.what if last else None), event
    told = told_of_number(around)
    event = told_of_parts(around) or event
    people = None if told else carried_people(around, event)
    if people:
        return people, event
    return _elided(around, run), told or event


def _begins_clause(around: Surroundings, phrase: Run) -> bool:
    """Say whether a name behind a length of time acts: "in four days Nordmann left"."""
    if phrase[0] != around.after:
        # "41 years of Bodo rule"
        return False
    first = around.words[phrase[0]]
    written = around.text[around.candidate.start : around.candidate.end]
    return first.name and "-" not in written and not written.isupper()


def _is_strength(around: Surroundings) -> bool:
    """Say whether only "strong" follows: "the crowd, 300 strong, marched"."""
    words, at = around.words, around.after
    if at >= len(words) or words[at].low != "strong":
        return False
    return at + 1 >= len(words) or words[at + 1].tag not in ("N", "G")


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
        return _telling(around, phrase_before(words, around.before), None)
    if run is not None and run[1] <= around.before:
        return _telling(around, _level_of(around, run), run)
    put = _put_at(around)
    if put:
        return _telling(around, put, None)
    copula = copula_before(around) if around.before > 0 else None
    if run is None and copula is not None:
        return _telling(around, subject_before(words, copula), None)
    return counted


def _telling(around: Surroundings, named: Run | None, verb: Run | None) -> str | None:
    """Give a noun phrase; of "took the total to 13" whoever took it there.

    Else it is of the things counted before: "ten cases, bringing the total to 244".
    """
    words, counted = around.words, around.counted
    if named is None:
        return counted.what if counted else None
    empty = words[named[1] - 1].low in EMPTY
    if not empty or verb is None or words[verb[1]].low not in CARRYING:
        return around.cut(named)
    carrier = subject_before(words, verb[0])
    if carrier and is_plural(words[carrier[1] - 1].low):
        return around.cut((past_determiners(words, carrier[0]), carrier[1]))
    return (counted.what if counted else None) or around.cut(named)


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
