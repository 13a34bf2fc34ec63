"""What a sum, a percentage, a rate or an index level is a share or price of.

After the number: "30% of its annual sales", "a $26.5 billion merger"; before it:
"a loss of $9m", "revenue grew 11%". A change is what happened: "a gain of 3 points",
"0.5 percent higher", "up 60 percent".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.event_words import CHANGES
from briefing.annotate.figures.events import (
    happening_before,
    verb_before,
    verb_behind,
)
from briefing.annotate.figures.noun_phrases import (
    number_of,
    past_determiners,
    phrase_after,
    phrase_before,
)
from briefing.annotate.figures.surroundings import (
    after_brackets,
    continues_list,
    copula_before,
    read_event,
)
from briefing.annotate.figures.verb_subjects import subject_before
from briefing.annotate.tagging import is_plural
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.figures.noun_phrases import Run
    from briefing.annotate.figures.surroundings import Found, Surroundings
    from briefing.annotate.tagging import Word

_TIMES = word_set("day quarter year month week january february march april may june")
_LEVELS = word_set("level rate total average record high low peak price value cost")
_PAYING = word_set(
    "lend lends lent lending pay pays paid paying spend spends spent spending give "
    "gives gave given giving demand demands demanded demanding ask asked asking offer "
    "offered offering owe owes owed owing pledge pledged pledging donate donated seek "
    "seeks seeking sought raise raised raising borrow borrowed sign signed provide "
    "provided"
)
_MORE = word_set("higher lower more less faster slower larger smaller bigger cheaper")


def describe_share(around: Surroundings) -> Found:
    """Describe a sum, a percentage, a rate or an index level."""
    restated = _restated(around) or _of_whom(around)
    if restated:
        return restated
    change = happening_before(around.words, around.before, CHANGES)
    if change:
        return _changed(around, change)
    if around.before > 0 and around.words[around.before].low == "worth":
        return _worth(around)
    compared = _times_as_much(around) or _comparison(around)
    if compared:
        return compared
    run, event = read_event(around, after_brackets(around), led=True)
    if _is_rest(around):
        return around.last.what if around.last else None, event
    phrase = _share_of(around)
    if phrase:
        return _with_change(around, phrase) or (around.cut(phrase), event)
    last = around.last
    own = last is not None and run is not None and last.after <= run[0] <= around.before
    if last is not None and last.what and not own and continues_list(around):
        return last.what, event or last.event
    return around.cut(_share_subject(around, run)), event


def _is_rest(around: Surroundings) -> bool:
    """Say whether it is what the share before left: "keeping the other 20%"."""
    words, at = around.words, around.before
    rest = at >= 0 and words[at].low in ("other", "remaining", "rest")
    return rest and around.last is not None and around.last.candidate.kind == "percent"


def _restated(around: Surroundings) -> Found | None:
    """Describe "3.24% or 37.75 points" and "$6bn, or $9 a share" as the first."""
    last = around.last
    if last is None or not last.what or last.after > around.before:
        return None
    between = {word.low for word in around.words[last.after : around.before + 1]}
    said = "or" in between and between <= {",", "or"}
    return (last.what, last.event) if said else None


def _of_whom(around: Surroundings) -> Found | None:
    """Describe "900 guards, 20% of whom are women": those counted before."""
    words, at = around.words, around.after
    if at + 1 >= len(words) or around.counted is None or words[at].low != "of":
        return None
    if words[at + 1].low not in ("whom", "which", "them"):
        return None
    return around.counted.what, around.cut(_run_on(verb_behind(words, at + 2)))


def _run_on(run: Run | None) -> Run | None:
    return (run[0], run[1] + 1) if run else None


def _times_as_much(around: Surroundings) -> Found | None:
    """Describe "leaks five times as much oil": oil, or what was counted before."""
    words, at = around.words, around.after
    if around.candidate.unit != "x" or at + 1 >= len(words) or words[at].low != "as":
        return None
    if words[at + 1].low not in ("much", "many"):
        return None
    of = phrase_after(words, at + 2)
    run = verb_before(words, around.before)
    last = around.last.what if around.last else None
    if of is None and last is None:
        return None
    return around.cut(of) or last, around.cut(_run_on(run))


def _changed(around: Surroundings, change: Run) -> Found:
    """Describe "posted a gain of 39 points": what gained."""
    words, before = around.words, change[0] - 1
    verb = verb_before(words, before)
    if verb is None:
        had = before
        while had > 0 and words[had].tag in ("D", "N", "A"):
            had -= 1
        verb = (had, had) if had > 0 and words[had].tag == "H" else None
    subject = subject_before(words, verb[0]) if verb else None
    return around.cut(subject), around.cut((change[0], change[1] + 1))


def _worth(around: Surroundings) -> Found:
    """Describe "an order believed to be worth $15 billion", "assets worth $2m"."""
    words, at = around.words, around.before
    back = at - 1
    if words[back].tag == "N":
        what = phrase_before(words, at)
    else:
        what = subject_before(words, at)
    return around.cut(what), around.cut((at, at + 1))


def _comparison(around: Surroundings) -> Found | None:
    """Describe "0.5 percent higher", "four times faster", "up 60 percent"."""
    words, after, before = around.words, around.after, around.before
    follows = words[after].low if after < len(words) else ""
    if follows in _MORE or (follows.endswith("er") and around.candidate.unit == "x"):
        copula = copula_before(around) if before > 0 else None
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
    words, after = around.words, after_brackets(around)
    if around.before >= 1 and words[around.before].low == "of":
        noun = phrase_before(words, around.before)
        if noun and words[noun[1] - 1].low not in _LEVELS:
            return noun
    if after >= len(words):
        return None
    low, money = words[after].low, around.candidate.kind == "money"
    leads = low == "of" or (low == "for" and around.candidate.unit == "%")
    if leads or (money and low in ("in", "for") and _is_common(words, after + 1)):
        after = past_determiners(words, after + 1)
    if around.candidate.unit == "fraction":
        # "half the population"
        after = past_determiners(words, after)
    return phrase_after(words, after)


def _is_common(words: Sequence[Word], at: int) -> bool:
    """Say whether "in" leads to what a sum pays for, not to a place or a time."""
    found = words[at] if at < len(words) else None
    if found is None or found.tag not in ("N", "V") or found.name:
        return False
    return found.low not in _TIMES and not found.low[0].isdigit()


def _set_at(words: Sequence[Word], before: int) -> Run | None:
    """Find what is set at a level: "a cap on liability at $75 million"."""
    if before < 1 or words[before].low not in ("at", "to", "below", "above", "under"):
        return None
    if words[before - 1].tag == "V" and before > 1 and words[before - 2].tag == "B":
        # "the chances were put at 60%"
        return subject_before(words, before - 1)
    noun = _past_verb(words, phrase_before(words, before))
    if noun and noun[0] > 1 and words[noun[0] - 1].low == "of":
        whole = phrase_before(words, noun[0] - 1)
        return (whole[0], noun[1]) if whole else noun
    return noun


def _past_verb(words: Sequence[Word], noun: Run | None) -> Run | None:
    """Leave out a subject and a verb like a noun: "the law | caps | liability"."""
    if noun is None or noun[0] == 0 or words[noun[0] - 1].tag != "D":
        return noun
    for at in range(noun[0] + 1, noun[1] - 1):
        if is_plural(words[at].low) and not is_plural(words[at - 1].low):
            return at + 1, noun[1]
    return noun


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
        if not _PAYING.isdisjoint(word.low for word in words[run[0] : run[1] + 1]):
            # Whoever pays is not what is paid for.
            return None
        return subject_before(words, run[0])
    copula = copula_before(around) if before > 0 else None
    if copula is None:
        return _set_at(words, before)
    if words[copula - 1].low == "to":
        return phrase_before(words, copula - 1)
    return subject_before(words, copula)
