"""Beginnings that point back: "This figure", "The attack was", "Another", "By then".

"The X" at the head leans on what was told, unless X is one for every reader of the news
("the war", "the police") or is explained where it stands ("the head of the agency").
A plural may be meant in general ("The ferries are old"), unless it counts off or picks
people out of a story ("The two ferries", "The attackers").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.attribution.sources import UTTERANCES
from briefing.annotate.printing.fills import fill_definite
from briefing.annotate.printing.making import make_need
from briefing.annotate.tagging import is_plural
from briefing.annotate.verb_words import IRREGULAR_PAST
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Sourced
    from briefing.model.passage import Need

_TIME_NOUNS = (
    "week|month|year|morning|afternoon|evening|weekend|day|summer|winter|spring|autumn"
    "|fall|season|time"
)
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
_PREPOSITIONS = (
    "At|In|On|From|To|Near|For|Of|With|Among|Like|Unlike|Between|After|Before|During|Since"
    "|Despite|Under|Over|Through|By|Following|Amid|Against|Because\\sof|Given|Until|Besides"
    "|Beyond|Without|Within|Behind|Along\\swith|In\\sresponse\\sto|As\\spart\\sof"
)
KNOWN = word_set(
    "war world invasion conflict weather economy public internet government police "
    "army opposition authorities dead wounded sun sea sky country nation rebels west "
    "east pandemic crisis fighting end rest number toll majority future past truth "
    "question press media military navy north south market rain wind night moon "
    "earth planet climate law"
)
"""Nouns that mean one thing to every reader of the news."""
_PICKED = word_set(
    "crew men women boys girls victims suspects attackers gunmen hostages detainees "
    "couple pair trio brothers sisters parents captives bodies survivors assailants "
    "bombers attacks strikes raids blasts explosions killings arrests deaths "
    "findings comments remarks talks allegations charges claims clashes figures "
    "results rules changes measures"
)
"""Plurals that stand for those just told of."""
_SINGLE_TOLD = word_set(
    "assertion allegation accusation claim figure figures move decision step incident "
    "proposal suggestion demand tactic practice approach offer argument finding "
    "announcement warning threat operation assault raid explosion measure"
)
"""Nouns for what was told just before, when "that" or "this" stands with them."""
_TOLD = _SINGLE_TOLD | word_set(
    "assertions allegations accusations claims moves decisions steps incidents "
    "proposals suggestions demands tactics practices offers arguments attack attacks "
    "announcements warnings threats operations assaults raids explosions measures"
)
_STEM = 5
_HEAD = 600
"""Characters that headline, byline and dateline may take before the first sentence."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s*\n|[a-z\d][.!?]\s+(?=[A-Z“\"]|\Z)")
_AGAIN = re.compile(
    r"\A\s(?:latest|second|third|fourth|fifth|other|others|same|previous|earlier"
    r"|missing"
    rf"|injured|alleged|proposed|remaining|following|{_NUMBERS}|\d+-year-old)\Z"
)


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:This|That|These|Those|Such)\b(?!\s(?:{_TIME_NOUNS}|the|an?)\b)"
        r"(?:\s(?!said\b)[a-z]+)?"
        rf"|(?:{_PREPOSITIONS})\s(?:(?:all|each|some|most|both|one|many|none)\sof\s)?"
        r"(?:them|these|those|him|her|it|both|each|that|this|such|the\ssame"
        r"|the\slatter)\b"
        rf"(?!\s(?:{_TIME_NOUNS}|period|timeframe)s?\b)(?!,?\s(?:who|which)\b)"
        r"|[A-Z][a-z]+ing\s(?:this|that|these|those|such)\b"
        r"|The\s(?:latter|former|same|others?)\b"
        rf"|The\s(?:other\s)?(?:{_NUMBERS})\b(?!-)"
        r"|Both\b(?!\s[^,.;]{1,80}?\sand\s)"
        r"|(?:Another|Others)\b"
        rf"|(?:A|The)\s(?:second|third|fourth|fifth)\b|(?:{_NUMBERS}|Two)\sothers?\b"
        r"|(?:Some|Many|Most|All|Each|Neither|None|Several|Few|One)"
        r"(?=\s(?:have|has|had|are|were|was|is|did|do|said|say|also|of\s(?:them"
        r"|those|these)"
        r"\b))"
        r"|(?:Of|Among)\s(?:them|those|these)\b"
        r"|There(?!\s(?:is|are|was|were|has|have|had|will|would|may|might|could|can"
        r"|must"
        r"|should|seems?|appears?|remains?|isn|aren|wasn|weren|came|comes|exists?)\b"
        r"|['’]s)"
        r"|(?:Since|By|Until)\sthen\b|(?:\w+\s)?(?:After|Before|after"
        r"|before)\s(?:that|this)\b(?!\s\w)|Nor\b"
        r"|Then(?=\s(?:it|he|she|they|there|the|a|in|on|came|we)\b)"
        r"|In\s(?:response|return|reply|retaliation)(?=,)"
        r"|So\s(?:did|do|does|is|are|was|were|has|have|too)\b",
        # Behind a link that is cut, the next word stands in small letters.
        re.IGNORECASE,
    )


@cache
def _definite() -> re.Pattern[str]:
    past = "|".join(sorted(IRREGULAR_PAST))
    return re.compile(
        r"(The|the)((?:\s[a-z\d][\w-]*)??)\s([a-z]+)(?=['’]s?\s|\s(?:is|are|was|were"
        r"|has"
        r"|have|had|will|would|can|could|may|might|should|must|did|does|said|says"
        r"|also|then"
        r"|later|since|alone|still|already|now|today|yesterday|this\s\w+|last\s\w+"
        rf"|[MTWFS][a-z]+day|{past}|[a-z]+ed|[a-z]+s\s(?:that|the|a|an|its|it|out|up"
        rf"|from"
        r"|in|into|onto|with|as|to|more|all))\b|,\s(?:based|citing|which|who)\b|\s[-–—]{1,2}\s)"
    )


def find_pointer(
    text: str, at: int, sourced: Sourced, earlier: Sequence[Sourced]
) -> Need | None:
    """Find a beginning that points back, with what may be filled in."""
    end = sourced.sentence.end
    pointing = _pointing().match(text, at, end)
    if pointing:
        return make_need(text, pointing.start(), pointing.end(), None)
    definite = _definite().match(text, at, end)
    if definite and _leans(definite) and not _is_first_told(text, at, definite[3]):
        fill = fill_definite(text, definite, sourced, earlier)
        return make_need(text, at, definite.end(), fill)
    return None


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(r"\b(?:this|that|these|those)\s(?P<noun>[a-z]+)\b(?!\sof\b)")


def find_inner_pointers(text: str, at: int, sourced: Sourced) -> Iterator[Need]:
    """Yield "this assertion" inside a sentence that tells of none.

    Only nouns for what was said or done before: "in this country" and "this week" point
    at what every reader sees. "That" is mostly no pointer.
    """
    start, end = at, sourced.sentence.end
    for found in _inner().finditer(text, start, end):
        noun = found["noun"]
        if noun not in UTTERANCES and noun not in _TOLD:
            continue
        if any(quote.start < found.start() < quote.end for quote in sourced.quotes):
            continue
        that = found.group().startswith("that")
        if that and noun not in _SINGLE_TOLD:
            continue
        if _stem(noun) in text[start : found.start()].lower():
            continue
        if "," in text[start : found.start()] or " and " in text[start : found.start()]:
            continue  # a clause before may tell of it
        yield make_need(text, found.start(), found.end(), None)


def _is_first_told(text: str, at: int, noun: str) -> bool:
    """Say whether no sentence stands before that could have told of a thing.

    "The move" leans on what was done even then: on the headline, or another report.
    """
    if noun in UTTERANCES or noun in _TOLD or noun in _PICKED:
        return False
    return at <= _HEAD and _SENTENCE_END.search(text, 0, at) is None


def _stem(noun: str) -> str:
    return noun.removesuffix("s")[:_STEM]


def _leans(definite: re.Match[str]) -> bool:
    """Say whether "The X" needs what was said: "The move", "The battlefield report"."""
    _, between, head = definite.groups()
    if between:
        return head in UTTERANCES or bool(_AGAIN.match(between))
    if head in KNOWN:
        return False
    return head in UTTERANCES or head in _PICKED or not is_plural(head)
