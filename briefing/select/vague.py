"""Sentences that say next to nothing, told by how they are made.

Three kinds, each a sign of a sentence that a sub-editor cuts: one that reports how
little was said ("declined to elaborate"); one that tells only that something grew or
went on, with no number, day or speaker ("Tension is mounting"); and a stock phrase
("remains to be seen"). General against specific sentences: Louis and Nenkova,
"Automatic identification of general and specific sentences", 2011; as there, numbers,
names and days speak for a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.fold import WORD, fold
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.passage import Passage, Sentence

SLIGHT = 0.5
"""How vague a sentence is that says little, but names a number, a day or a speaker."""
RETICENT = 0.75
"""The same for one that reports how little was said."""
NIGHT = 2
"""A night is two days; "this week" tells of no day."""
POSSIBLE = 0.3
"""How much of a judgement it is to tell what may or could be, on somebody's word."""

_DRIFT = word_set(
    "intensity momentum tension tensions pressure situation efforts effort fears fear "
    "hopes hope concern concerns worry worries mood atmosphere speculation attention "
    "debate uncertainty pace trend anger frustration unease doubts doubt calls "
    "criticism interest outrage stakes chaos unrest violence fighting crisis conflict "
    "support confidence patience relations talks diplomacy operations strikes attacks "
    "morale anxiety controversy anticipation"
)
"""What grows and fades without anything having happened yet."""
_DEGREE = word_set(
    "grow grows grew growing grown mount mounts mounted mounting intensify intensifies "
    "intensified intensifying decline declines declined declining rise rises rose "
    "rising risen ease eases eased easing increase increases increased increasing "
    "decrease decreases decreased continue continues continued continuing persist "
    "persists persisted remain remains remained remaining escalate escalates escalated "
    "escalating deepen deepens deepened deepening gather gathers gathered gathering "
    "gain gains gained gaining lose loses losing slow slows slowed slowing soar soars "
    "soared run runs running linger lingers lingered abate abates abated abating fade "
    "fades faded fading worsen worsens worsened worsening shift shifts shifted "
    "shifting evolve evolves evolved evolving unfold unfolds unfolded unfolding "
    "become becomes became rage rages raged raging"
)
"""Verbs that tell a degree or that something goes on, and no event."""
_REACH = 14
"""How many words after its subject the verb of a short statement stands at most."""


@cache
def _reticent() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ma[dk]e|makes|making)\s(?:\w+\s)?(?:brief|passing|little|no|scant|only)"
        r"\s(?:\w+\s)?(?:reference|mention|comment)\b"
        r"|\b(?:declin|refus)(?:ed|es|ing)\sto\s(?:comment|elaborate|discuss|say|give|"
        r"provide|speculate|be\sdrawn)\b"
        r"|\b(?:did|does|do|would|could|had|has|have)(?:\snot|n[’']t)\s"
        r"(?:(?:yet|officially|publicly|immediately)\s)?"
        r"(?:elaborated?|comment(?:ed)?|specif(?:y|ied)|acknowledged?|respond(?:ed)?|"
        r"confirmed?|(?:given?|provided?|offer(?:ed)?)\s"
        r"(?:\w+\s)?details?)\b"
        r"|\b(?:gave|giving|provided|providing|offered|offering)\s"
        r"(?:no|few|little|scant)\s(?:\w+\s)?(?:details?|information|explanation)\b"
        r"|\bwithout\s(?:elaborating|(?:giving|providing)\s(?:\w+\s)?details?)\b"
        r"|\bthere(?:[’']s|\sis|\swas)\sno\sway\s(?:to|of)\s(?:know|tell|say|gaug)\w*"
        r"|\bonly\ssaying\b|\b(?:touch|mention)(?:ed|es|ing)?\s(?:\w+\s){0,3}"
        r"(?:in\spassing|only\sbriefly)\b"
        r"|\b(?:details|information)\s(?:\w+\s){0,3}(?:were|was|are|remain(?:ed)?)\s"
        r"(?:\w+\s)?(?:scarce|sketchy|unclear|limited|unavailable)\b",
        re.IGNORECASE,
    )


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on\s(?:everyone|everybody)[’']s\s(?:lips|mind)|time\swill\stell|"
        r"(?:remains|yet)\sto\sbe\sseen|all\seyes\s(?:are|were)|"
        r"eyes\sof\sthe\sworld|speaks?\svolumes|tip\sof\sthe\siceberg|"
        r"game[-\s]changer|at\sa\scrossroads|in\sfull\sswing|"
        r"rais(?:ed|es|ing)\seyebrows|sen[dt]s?\sshock\s?waves|"
        r"writing\s(?:is|was)\son\sthe\swall|dust\s(?:has\s)?settle[sd]?|"
        r"(?:gain|gather)(?:s|ed|ing)\s(?:momentum|pace|steam)|"
        r"no\send\sin\ssight|(?:grinds?|drags?)\son|waiting\sgame|hang(?:s|ing)?\sin\sthe\sbalance|"
        r"(?:walk|tread)(?:s|ed|ing)?\sa\s(?:fine|thin)\sline|"
        r"make\sno\smistake|needless\sto\ssay|turning\spoint|"
        r"uncharted\s(?:territory|waters)|make\sor\sbreak)\b",
        re.IGNORECASE,
    )


@cache
def _possible() -> re.Pattern[str]:
    return re.compile(r"\b(?:may|might|could)\s(?:well\s|also\s)?(?:be|have|[a-z]+)\b")


@cache
def _remarked() -> re.Pattern[str]:
    """Adverbs by which a writer remarks on what he tells."""
    return re.compile(
        r"(?:\A|[.;] )(?:Intriguing|Interesting|Surprising|Unsurprising|Sad|Fortunate"
        r"|Unfortunate|Hopeful|Ironical|Remarkab|Curious|Telling|Worrying|Arguab|Obvious"
        r"|Clear|Strange|Odd|Predictab|Understandab|Thankful|Admitted|Amazing|Incredib"
        r"|Inevitab)ly\b"
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[“\"][^“”\"]{0,600}(?:[”\"]|\Z)")


def judgement(sentence: Sentence) -> float:
    """Say how much a sentence judges or guesses, from 0 (it reports) to 1."""
    if sentence.aspect == "opinion":
        return 1.0
    told = _quoted().sub("", sentence.text)
    if _remarked().search(told):
        return 1.0
    return POSSIBLE if _possible().search(told) else 0.0


def vagueness(passage: Passage, sentence: Sentence) -> float:
    """Say how little a sentence says, from 0 (something definite) to 1."""
    text = sentence.text
    if _reticent().search(text):
        return RETICENT if _counts(passage, sentence) else 1.0
    stock = _stock().search(text) is not None
    if not stock and not _is_drift(text):
        return 0.0
    dated = any(len(run) <= NIGHT for run in sentence.event_days)
    if dated or _counts(passage, sentence) or sentence.attribution:
        return SLIGHT if stock else 0.0
    return 1.0


def _counts(passage: Passage, sentence: Sentence) -> bool:
    """Say whether a sentence gives a number of anything."""
    return any(
        figure.value is not None and sentence.span.covers(figure.span)
        for figure in passage.figures
    )


@cache
def _degree() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:more|less)\s(?:often|frequently|and\s(?:more|less))\b|"
        r"\bincreasingly\b|\bever\s(?:more|less|\w{2,12}er)\b",
        re.IGNORECASE,
    )


def _is_drift(text: str) -> bool:
    """Say whether a sentence tells first of all that something grew or went on."""
    if _degree().search(text):
        return True
    found = [fold(word) for word in WORD.findall(text)]
    heads = [at for at, word in enumerate(found[:_REACH]) if word in _DRIFT]
    if not heads:
        return False
    after = found[heads[0] + 1 : heads[0] + _REACH]
    return any(word in _DEGREE for word in after)
