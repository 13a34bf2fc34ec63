"""What happened to what is counted: the verb that governs a figure.

Looked for in this order: a verb right after the noun phrase ("81 drones were shot
down", "soldiers captured"), a noun of happening before ("the death of six people"),
the nearest verb before in the same clause ("killing at least two people"), a verb
after further words ("34 people in two towns were killed"). The auxiliary of a
passive is dropped, "have" of an active perfect is kept: "killed", "have fled".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.clause_steps import (
    ends_search,
    lists,
    names_kind,
    parts_clauses,
    past_aside,
)
from briefing.annotate.figures.event_words import (
    AGENTS,
    BEFALLING,
    COMPARING,
    DAY_PARTS,
    ENTERED,
    HAPPENINGS,
    LOOSE,
    OWNERS,
    REPORTED,
    TELLING,
)
from briefing.annotate.grammar_words import PARTICLES, RELATIVES, SAYING, STATES
from briefing.annotate.tagging import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.tagging import Word

_REACH = 16
_REACH_AFTER = 12
Run = tuple[int, int]
"""First and last word, both included, of a verb with its auxiliary."""


def find_event(
    words: Sequence[Word], before: int, after: int, *, led: bool = False
) -> Run | None:
    """Find the words that say what happened.

    Args:
        words: The sentence.
        before: The last word before the figure (and its comparator); -1 for none.
        after: The first word after the figure's noun phrase.
        led: Whether the verb before goes first, as with sums and shares.
    """
    if led and not _tells_share(words, after):
        earlier = verb_before(words, before)
        if earlier:
            return earlier
    happening = happening_before(words, before, HAPPENINGS)
    if happening:
        return happening
    adjacent = _verb_after(words, after, through=False)
    if adjacent and _acts_on(words, before) and words[adjacent[1]].low not in STATES:
        return verb_before(words, before)
    if adjacent and not _is_loose(words, adjacent):
        return adjacent
    if adjacent and words[adjacent[0] - 1].low == "who" and _is_done(words, adjacent):
        return adjacent
    return (
        verb_before(words, before)
        or adjacent
        or _verb_after(words, after, through=True)
    )


def _acts_on(words: Sequence[Word], before: int) -> bool:
    """Say whether a relative clause has the figure as its object.

    "The blast that killed 11 workers began a fire": what follows tells of the blast.
    """
    if before < 1 or words[before].tag != "V" or words[before - 1].low == "who":
        return False
    return words[before - 1].low in RELATIVES and words[before].low not in REPORTED


def _tells_share(words: Sequence[Word], at: int) -> bool:
    """Say whether a participle tells what became of a share: "17 percent captured"."""
    if at >= len(words) or words[at].tag != "V":
        return False
    follows = words[at + 1].low if at + 1 < len(words) else ""
    bare = follows in AGENTS or words[at].low in COMPARING
    return not bare and words[at].low not in REPORTED


def _is_done(words: Sequence[Word], run: Run) -> bool:
    """Say whether a verb tells what came to pass: "those who fled", not "who live"."""
    return words[run[0]].tag in ("V", "H")


def _is_loose(words: Sequence[Word], run: Run) -> bool:
    """Say whether a verb only describes: "men led by", "people who receive care"."""
    at, last = run[0], words[run[0] - 1]
    if words[run[1]].low in STATES:
        # "left 11 workers missing"
        return False
    if last.low in RELATIVES or (words[run[1]].tag == "G" and last.tag in ("N", "#")):
        return True
    follows = words[run[1] + 1 : run[1] + 2]
    bare = at == run[1] and words[at].tag == "V" and last.tag == "N"
    return bare and bool(follows) and follows[0].low in AGENTS


def happening_before(
    words: Sequence[Word], before: int, nouns: frozenset[str]
) -> Run | None:
    """Find "execution" in "the execution of 350 people"."""
    at = before
    while at > 0 and words[at].tag in ("D", "A"):
        at -= 1
    if at < 1:
        return None
    if words[at].low == "to":
        # "injuries to at least 200": not "the arrest led to 200".
        return (at - 1, at - 1) if words[at - 1].low in BEFALLING else None
    if words[at].low not in ("of", "by", "in", "for"):
        return None
    return (at - 1, at - 1) if words[at - 1].low in nouns else None


def verb_before(words: Sequence[Word], before: int) -> Run | None:
    """Find the nearest verb to the left in the same clause."""
    inside = 0
    for at in range(before, max(-1, before - _REACH), -1):
        word = words[at]
        inside = _bracket_depth(word.low, inside)
        if inside:
            continue
        if parts_clauses(words, at):
            return None
        if word.low in LOOSE:
            continue
        if word.tag in ("V", "G", "F") and not _is_adjective(words, at, before):
            saying = word.low in SAYING | TELLING or word.low in ("put", "puts")
            return None if saying else _with_auxiliary(words, at, before)
        if word.tag in ("B", "H"):
            return None
    return None


def verb_behind(words: Sequence[Word], after: int) -> Run | None:
    """Find the verb that begins at `after`, adverbs apart."""
    return _verb_after(words, after, through=False)


def _bracket_depth(mark: str, depth: int) -> int:
    """Count the brackets that a look to the left is inside of."""
    if mark == ")":
        return depth + 1
    return depth - 1 if mark == "(" and depth else depth


def _is_adjective(words: Sequence[Word], at: int, before: int) -> bool:
    """Say whether a participle stands before its noun: "the captured soldiers"."""
    word = words[at]
    if word.tag == "F" or at == 0:
        return False
    last = words[at - 1]
    attributive = at < before and words[at + 1].tag == "N"
    if word.low.endswith("ed") and last.low in OWNERS:
        # "treating the wounded for five days"
        return True
    if word.tag == "G":
        return _is_gerund_noun(words, at, before)
    if last.tag in ("D", "#") or last.low.endswith("'s"):
        return attributive
    return last.tag == "P" and attributive


def _is_gerund_noun(words: Sequence[Word], at: int, before: int) -> bool:
    """Say whether an -ing form is a noun: "a drilling rig", "an outperform rating"."""
    last = words[at - 1]
    if last.tag == "D" or last.low.endswith("'s"):
        return True
    if at == before or last.low in (",", "by", "after", "and"):
        return False
    follows = words[at + 1]
    if last.tag == "N" and not is_plural(last.low):
        return follows.tag in ("C", "P", ".", "N")
    return last.tag in ("P", "N") and follows.tag == "N"


def _verb_after(words: Sequence[Word], after: int, *, through: bool) -> Run | None:
    """Find a verb to the right; with `through` also beyond other words."""
    at, joined = after, False
    stop = min(len(words), after + (_REACH_AFTER if through else _REACH))
    while at < stop:
        word = words[at]
        named = word.low in LOOSE or names_kind(words, at)
        found = None if named else _read_verb(words, at)
        if found:
            return None if joined and word.tag not in ("B", "H") else found
        joined = joined or word.tag == "C" or lists(words, at)
        aside = past_aside(words, at, stop)
        passed = word.tag == "A" or word.low in RELATIVES or aside > at + 1
        if not passed and (not through or ends_search(words, at)):
            return None
        at = aside
    return None


def _read_verb(words: Sequence[Word], at: int) -> Run | None:
    """Read the verb that begins at this word, auxiliaries included."""
    word = words[at]
    if word.low in STATES:
        return at, at
    if word.tag in ("V", "G", "F"):
        return _read_main(words, at)
    if word.tag not in ("B", "H", "M"):
        return None
    main = _skip(words, at + 1, ("A", "B", "M", "H"))
    if main + 1 < len(words) and words[main + 1].low in DAY_PARTS:
        # "were this afternoon admitted"
        main = _skip(words, main + 2, ("A", "B"))
    if main >= len(words):
        return None
    if words[main].tag in ("V", "G", "F"):
        found = _read_main(words, main)
        perfect = word.tag == "H" and not any(
            w.tag == "B" for w in words[at + 1 : main]
        )
        return (at, found[1]) if found and perfect else found
    return (main, main) if words[main].low in STATES else None


def _read_main(words: Sequence[Word], at: int) -> Run | None:
    """Take a main verb; "reported killed" is "killed", "said" is none."""
    if words[at].low == "left" and at + 1 < len(words) and words[at + 1].low in STATES:
        # "were left homeless"
        return at + 1, at + 1
    if words[at].low not in REPORTED:
        return at, _with_particle(words, at)
    follows = at + 1
    if _is_closed(words, at):
        return at, at
    while follows < len(words) and (
        words[follows].tag in ("A", "B", "H") or words[follows].low == "to"
    ):
        follows += 1
    if follows < len(words) and (
        words[follows].tag == "V" or words[follows].low in STATES
    ):
        return follows, follows
    return None


def _is_closed(words: Sequence[Word], at: int) -> bool:
    """Say whether a passive of reporting ends what is told: "cases were confirmed"."""
    passive = words[at].low in ENTERED and at > 0 and words[at - 1].tag in ("B", "A")
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is not None and follows.low == "to":
        # "are reported to have been killed"
        return False
    return passive and (follows is None or follows.tag in ("P", ".", "C", "A"))


def _with_particle(words: Sequence[Word], at: int) -> int:
    particle = at + 1 < len(words) and words[at + 1].low in PARTICLES
    return at + 1 if particle else at


def _with_auxiliary(words: Sequence[Word], at: int, limit: int) -> Run:
    """Take a verb with "have" before it and its particle after it, up to `limit`."""
    last = min(limit, _with_particle(words, at))
    before = at - 1
    while before > 0 and words[before].tag == "A":
        before -= 1
    perfect = before >= 0 and words[before].tag == "H" and words[at].tag == "V"
    return (before if perfect else at), last


def _skip(words: Sequence[Word], at: int, tags: tuple[str, ...]) -> int:
    while at < len(words) and words[at].tag in tags:
        at += 1
    return at
