"""What a figure counts or measures and what happened, in the article's own words.

Counts: the noun phrase after the number ("909 | Russian soldiers | captured"); where
it is left out ("and 17 injured") the figure before lends its own. Shares and prices:
what they are a share or price of, after the number ("30% of its annual sales", "a
$26.5 billion merger") or before ("revenue grew 11%"). Distances take their direction
("south of Tripoli"), ages the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.annotate.figure_events import (
    CHANGES,
    find_event,
    happening_before,
    verb_before,
)
from briefing.annotate.figure_scene import FigureCandidate
from briefing.annotate.noun_phrases import (
    direction_after,
    name_before,
    number_of,
    past_determiners,
    phrase_after,
    phrase_before,
    subject_before,
)
from briefing.annotate.tagging import Word
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.annotate.noun_phrases import Run

_LENGTHS = word_set("km mi m ft nmi yd")
_SHARES = word_set("money percent rate")
_HURT = word_set("dead wounded injured missing hurt")
_AROUND = word_set("after against of during than within before since")
_TIMES = word_set("day quarter year month week january february march april may june")
_BRACKETED = 8
_MORE = word_set("higher lower more less faster slower larger smaller bigger cheaper")
_LEVELS = word_set(
    "reached reach reaching hit rose risen climbed climbing rising fell fallen "
    "dropped stood stands stand put remained remains total totaled totalled totals "
    "numbered exceeded exceeds passed is was are were be been increased decreased "
    "grew grow improved declined at to bringing brought raised raising"
)
Found = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A figure among the words of its sentence."""

    text: str
    """The article's text."""
    words: Sequence[Word]
    """The sentence."""
    before: int
    """The last word before the figure and its comparator; -1 for none."""
    after: int
    """The first word after the figure and its comparator."""
    candidate: FigureCandidate
    """The figure."""
    last: Surroundings | None
    """The figure before it in the same sentence."""
    what: str | None = None
    """What is counted, once found."""
    event: str | None = None
    """What happened, once found."""
    counted: Surroundings | None = None
    """The last count before it in the same sentence."""

    def with_findings(self, what: str | None, event: str | None) -> Surroundings:
        """Give the same with what was found; the chain back is cut to one figure."""
        last = replace(self.last, last=None, counted=None) if self.last else None
        return replace(self, what=what, event=event, last=last, counted=None)

    def cut(self, run: Run | None) -> str | None:
        """Give the words of a phrase as they stand in the article."""
        if run is None or run[0] >= run[1]:
            return None
        words = self.text[self.words[run[0]].start : self.words[run[1] - 1].end]
        return " ".join(words.split()) or None


def find_subject(around: Surroundings) -> Found:
    """Find what is counted and what happened to it.

    Returns:
        What is counted and the event, in the article's words; None where the
        sentence does not say.
    """
    kind = around.candidate.kind
    if kind == "age":
        return around.cut(name_before(around.words, around.before)), None
    if _in_brackets(around):
        return _describe_bracketed(around)
    if around.candidate.unit in _LENGTHS:
        return _describe_length(around)
    if kind in _SHARES or around.candidate.unit == "point":
        return _describe_share(around)
    return _describe_count(around)


def _event(
    around: Surroundings, after: int, *, led: bool = False
) -> tuple[Run | None, str | None]:
    run = find_event(around.words, around.before, after, led=led)
    return run, around.cut((run[0], run[1] + 1) if run else None)


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


def _after_brackets(around: Surroundings) -> int:
    """Give the first word after the figure and a bracketed conversion."""
    words, after = around.words, around.after
    if after < len(words) and words[after].low == "(":
        for at in range(after, min(len(words), after + _BRACKETED)):
            if words[at].low == ")":
                return at + 1
    return after


def _describe_count(around: Surroundings) -> Found:
    """Describe a count, a vague quantity, a duration or another measure."""
    words, kind = around.words, around.candidate.kind
    if around.after < len(words) and words[around.after].low in _HURT:
        return _describe_hurt(around)
    phrase = phrase_after(words, around.after)
    run, event = _event(around, phrase[1] if phrase else around.after)
    if kind in ("duration", "measure") and _tells_length(around, phrase):
        event = None
    if phrase:
        return around.cut(phrase), event or _shared_event(around, kind)
    if kind == "duration":
        return None, event
    if _continues_list(around):
        last = around.last
        return (last.what if last else None), event or (last.event if last else None)
    return _elided(around, run), event


def _describe_hurt(around: Surroundings) -> Found:
    """Describe "17 injured": the figure before says who, else the word itself."""
    words, after = around.words, around.after
    state = around.cut((after, after + 1))
    if after + 1 < len(words) and words[after + 1].tag in ("B", "H"):
        return state, _event(around, after + 1)[1]
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
    direct = phrase is not None and words[around.after].low != "of"
    led = around.before >= 0 and words[around.before].low in _AROUND
    return direct or (led and around.candidate.kind == "duration")


def _shared_event(around: Surroundings, kind: str) -> str | None:
    """Take the event of the figure before, in a list of things counted together."""
    last = around.last
    if last is None or kind not in ("count", "vague") or not _continues_list(around):
        return None
    return last.event


def _continues_list(around: Surroundings) -> bool:
    """Say whether only a short list lies between this figure and the one before."""
    last = around.last
    if last is None or last.candidate.kind != around.candidate.kind:
        return False
    between = around.words[last.after : around.before + 1]
    return not any(
        word.tag in ("B", "H", "M", "F", "S") or word.low in (";", ":")
        for word in between
    )


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
    copula = _copula_before(around) if around.before > 0 else None
    if run is None and copula is not None:
        return around.cut(subject_before(words, copula)) or counted
    return counted


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


def _copula_before(around: Surroundings) -> int | None:
    """Find "is", "has reached" and the like right before the figure."""
    at = around.before
    while at > 0 and around.words[at].tag in ("A", "P", "M"):
        at -= 1
    return at if around.words[at].tag == "B" else None


def _describe_length(around: Surroundings) -> Found:
    """Describe a distance or a length."""
    words, after = around.words, _after_brackets(around)
    direction = direction_after(words, after)
    run, event = _event(around, direction[1] if direction else after)
    if direction:
        return around.cut(direction), event if _is_moved(around, run) else None
    if around.last is not None and _continues_list(around) and around.last.what:
        return around.last.what, around.last.event
    phrase = phrase_after(words, after)
    if phrase:
        return around.cut(phrase), None if phrase[0] == after else event
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


def _describe_share(around: Surroundings) -> Found:
    """Describe a sum, a percentage, a rate or an index level."""
    change = happening_before(around.words, around.before, CHANGES)
    if change:
        verb = verb_before(around.words, change[0] - 1)
        subject = subject_before(around.words, verb[0]) if verb else None
        return around.cut(subject), around.cut((change[0], change[1] + 1))
    compared = _comparison(around)
    if compared:
        return compared
    run, event = _event(around, _after_brackets(around), led=True)
    phrase = _share_of(around)
    if phrase:
        return _with_change(around, phrase) or (around.cut(phrase), event)
    last = around.last
    own = last is not None and run is not None and last.after <= run[0] <= around.before
    if last is not None and last.what and not own and _continues_list(around):
        return last.what, event or last.event
    return around.cut(_share_subject(around, run)), event


def _comparison(around: Surroundings) -> Found | None:
    """Describe "0.5 percent higher", "four times faster", "up 60 percent"."""
    words, after, before = around.words, around.after, around.before
    follows = words[after].low if after < len(words) else ""
    if follows in _MORE or (follows.endswith("er") and around.candidate.unit == "x"):
        copula = _copula_before(around) if before > 0 else None
        subject = None if copula is None else subject_before(words, copula)
        return around.cut(subject), around.cut((after, after + 1))
    if (
        before > 0
        and words[before].low in ("up", "down")
        and (words[before - 1].low in (",", "was", "were", "is", "are"))
    ):
        last = around.last.what if around.last else None
        return last, around.cut((before, before + 1))
    return None


def _with_change(around: Surroundings, phrase: Run) -> Found | None:
    """Describe "a three-billion reduction in borrowing": what is reduced."""
    words, end = around.words, phrase[1]
    if words[end - 1].low not in CHANGES:
        return None
    reduced = None
    if end < len(words) and words[end].low in ("in", "of"):
        reduced = phrase_after(words, past_determiners(words, end + 1))
    return around.cut(reduced or phrase), around.cut((end - 1, end))


def _share_of(around: Surroundings) -> Run | None:
    """Find what stands beside a share: "a loss of $9m", "30% of sales", "$9m deal"."""
    words, after = around.words, _after_brackets(around)
    if around.before >= 1 and words[around.before].low == "of":
        noun = phrase_before(words, around.before)
        if noun:
            return noun
    if after >= len(words):
        return None
    low, money = words[after].low, around.candidate.kind == "money"
    leads = low == "of" or (low == "for" and around.candidate.unit == "%")
    if leads or (money and low in ("in", "for") and _is_common(words, after + 1)):
        after = past_determiners(words, after + 1)
    return phrase_after(words, after)


def _is_common(words: Sequence[Word], at: int) -> bool:
    """Say whether "in" leads to what a sum pays for, not to a place or a time."""
    found = words[at] if at < len(words) else None
    if found is None or found.tag not in ("N", "V"):
        return False
    return found.low not in _TIMES and not found.low[0].isdigit()


def _share_subject(around: Surroundings, run: Run | None) -> Run | None:
    """Find the subject of the verb before a share: "revenue grew 11%"."""
    words, before = around.words, around.before
    if run is not None and run[1] <= before:
        number = number_of(words, before)
        if number:
            return number
        if words[before].low in ("for", "at", "to", "by") and run[1] < before - 1:
            wanted = phrase_after(words, past_determiners(words, run[1] + 1))
            if wanted and words[wanted[0]].low not in _TIMES:
                return wanted
        return subject_before(words, run[0])
    copula = _copula_before(around) if before > 0 else None
    if copula is None:
        return None
    if words[copula - 1].low == "to":
        return phrase_before(words, copula - 1)
    return subject_before(words, copula)
