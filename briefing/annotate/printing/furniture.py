"""What is no prose: page furniture, headings and captions run into a sentence, lists.

Pages are saved with what stands around a story: "Last updated at", a reporter's
byline, a picture's credit, readers' comments. Where a heading or a caption has no stop,
it runs into the first sentence. That is seen where a small word with a capital follows
a word in small letters ("Ferries aground The owner of"); where it cannot be seen,
nothing is said.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.annotate.grammar_words import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from briefing.annotate.printing.jottings import find_jotting
from briefing.text.words import word_set

TITLED = word_set(
    "former then late new old senior former acting deputy vice said says told called "
    "opposition ruling minister leader president party named fellow veteran ex"
)
"""Words that stand before a name, or before a title with a capital."""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COLONS = 2
_AROUND = 4000
"""How far round a sentence its words are looked up: no more work on a long text."""


_MARKS = (
    " | ",
    "ast updated",
    "End Quote",
    "Link to ",
    "Continue reading",
    "Read more",
    "Click ",
    "Watch the",
    "Listen to",
    "Follow us",
    "Share this",
    "Share your",
    "Sign up",
    "All rights reserved",
    "Privacy policy",
    "Media caption",
    "Image caption",
    "Image copyright",
    "Getty Images",
    "File photo",
    "Advertisement",
    "Related stories",
    "Related topics",
    "Photograph:",
)
"""What pages say around a story."""


# "15.49", "2:56", "local time": a cheap look.
_STAMPED = re.compile(r"\d[.:]\d\d|\btime, ")


@cache
def _stamps() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:UK|GMT|BST|local) time, {_WEEKDAY}"
        rf"|{_WEEKDAY},? \d{{1,2}} [A-Z][a-z]+,? \d{{4}},? \d{{1,2}}[.:]\d\d"
        r"|\d{4}:? (?:at )?\d{1,2}:\d\d ?[ap]m\b|\d{4}: \d{1,2}:\d\d"
    )


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        r"(?:NEW|UPDATE|WATCH|LISTEN|READ|PHOTOS?|VIDEO|GALLERY|Gallery|Photos):"
        r"|(?:AP|AFP|Reuters|Getty|EPA|PA)\d{4}\b"
        r"|At \d{1,2}[.:]\d\d ?(?:[ap]m )?(?:on )?\d{1,2}(?:st|nd|rd|th)? [A-Z]"
        r"|[A-Z]{3,}(?: [A-Z.]{2,})*:|[A-Z][\w ]{1,24}, via [A-Z]"
        r"|By (?:the )?(?!\w+day)[A-Z][^!?]{2,60}?\b"
        r"(?:News|Staff|Wire|Reporter|Correspondent|Editor|editor|correspondent"
        r"|CNN|BBC|AP|Reuters|AFP)\b"
        r"|(?:[A-Z][\w.’'-]+ ){2,3}(?:[A-Z]\w+ )?(?:editor|correspondent|reporter), "
        r"(?:[A-Z]\w+ ?){1,3}"
    )


def _is_furniture(words: str) -> bool:
    return (
        any(mark in words for mark in _MARKS)
        or _labels().match(words) is not None
        or (_STAMPED.search(words) and _stamps().search(words)) is not None
    )


@cache
def _small_capital() -> re.Pattern[str]:
    # A cheap look at most sentences, which have no such word inside.
    return re.compile(
        r"\s(?:The|An?|As|It|He|She|They|There|These|Those|This|For|But|After|Before"
        r"|When|While|If|Here|His|Her|Its|Their|Although|Since|Because|Meanwhile|However"
        r"|Moreover|According|Speaking|More|Many|Some|Are|Do|Did|How|Why|What|Who|Where"
        r"|At|In|On|By|From|With)[\s,]|“”\s[A-Z]|\)\s[TAIHS]"
    )


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(
        # "swine flu The widow of", "in Texas As concern grows"
        r"(?<![.:;!?])\s[a-z][\w’'-]*[\"”]?\s(?:The|An|As|It|He|She|They|There|These"
        r"|Those|This|For|But|After|Before|When|While|If|Here|His|Her|Its|Their|Although"
        r"|Since|Because|Meanwhile|However|According|Speaking|More|Many|Some|Are|Do|Did"
        r"|How|Why|What|Who|Where|At|In|On|By|From)\s(?:[a-z]|\d)"
        r"|\s[a-z][\w’'-]*\s(?:As|When|While|After|Before|If|But|Although|Since|With"
        r"|Here)\s[A-Z][a-z]+(?:['’]s)?\s"
        # "Sudland The owner of", "Anna Lie The Port Office", "'...' He spoke"
        r"|\s[A-Z][\w’'-]+\s(?:The\s[a-z]|The\s[A-Z]|An\s[a-z]|A\s\d)"
        r"|\s[A-Z][\w’'-]+\s(?:As|When|While|Although|Since|But|After|Before)\s[a-z]"
        r"|\s[A-Za-z][\w’'-]*\s(?:Meanwhile|However|Moreover)\b"
        r"|“”\s(?:He|She|It|They|The)\s"
        r"|\s(?!(?:the|an?|of|by|its|his|her|and|or|with"
        r"|in)\b)[a-z]+\s“”\s(?!\w+\s(?:said|says|told|wrote|added|asked|and|or|of"
        r"|for)\b)"
        r"[A-Z][a-z]+\s[a-z]"
        # "seeks a settlement A 12-year-old"; "type A virus" has no number behind it.
        r"|\s[a-z][\w’'-]*\sA\s(?:\d|[a-z]+-[a-z]+\s|[a-z]+\s[a-z]+\s(?:has|is|was"
        r"|said)\b)"
        r"|\)\s(?:The|A|An|In|At|He|She|It)\s[a-z]+\s[a-z]+\s(?:of|in|was|is|has"
        r"|were|said)\b"
    )


_SELVES = word_set(
    "I I'm I’m I've I’ve I'd I’d I'll I’ll we We we're we’re We're We’re we've we’ve "
    "We've We’ve we'll we’ll We'll We’ll our Our ours us my My me you You you're "
    "you’re You're You’re you've you’ve you'll you’ll your Your yours please Please "
    "let's let’s Let's Let’s"
)
_OWN = frozenset(word + mark for word in _SELVES for mark in ("", *",.?!;:)"))
"""The words of `_own_voice` as they stand between spaces: a cheap look."""


@cache
def _own_voice() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w’'-])(?:(?<![a-z] )I(?=\s[a-z])|(?<=[a-z] )(?<![A-Z][a-z]{3} )"
        r"(?<![A-Z][a-z]{2} )I(?=\s[a-z]+\s)|I['’](?:m|ve|d|ll)|[Ww]e(?:['’]\w+)?"
        r"|[Oo]urs?|us|[Mm]y|me|[Yy]ou(?:['’]\w+)?|[Yy]ours?|[Pp]lease"
        r"|[Ll]et['’]s)(?![\w-])"
    )


_CAPITAL = re.compile(r"(?<![\w’'-])([A-Za-z]{2,})\s([A-Z][a-z]{2,})(?=\s[a-z])")
_OPENERS = word_set(
    "experts scientists officials critics analysts activists protesters residents "
    "researchers thousands hundreds dozens reports prosecutors investigators millions "
    "several nearly almost two three four five six seven eight nine ten preliminary"
)
"""Words that news begins sentences with, and that are no part of a name."""
_BEFORE_NAMES = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | SUBORDINATORS | TITLED
_LIST = re.compile(r"(?:^|[\w)] )[A-Z][\w ,’'-]{1,80}?: (?=\S)")


def has_lost_stop(near: str, words: str) -> bool:
    """Say whether a new sentence begins inside one, at a word that is no name.

    "swap their genes Early tests show": behind a word of its own weight, a capital on
    a word that the article writes small elsewhere, and inside a sentence only here.
    """
    for found in _CAPITAL.finditer(words):
        before, word = found.groups()
        low = word.lower()
        if before in _BEFORE_NAMES:
            continue
        if low in _OPENERS:
            return before[0].islower() or low.endswith("s")
        if before[0].isupper() or low not in near:
            continue
        small = re.search(rf"(?<![\w’'-]){low}(?![\w’'-])", near)
        if small and len(re.findall(rf"(?<=[a-z] ){word}(?![\w’'-])", near)) == 1:
            return True
    return False


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'-])([a-z]+)\sThe\s[A-Z]")


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w’'-])(?P<before>[a-z]+)\sA\s[a-z]{3,}\s[a-z]{2,}"
        r"|\s[A-Z]{2,}\sFor\sthe\s(?:first|second|third|last|past)\b"
        r"|[a-z]\s(?:1[89]|20)\d\d:\s[A-Z]"
    )


_GRADED = word_set(
    "vitamin hepatitis influenza flu type group class plan serie grade category level "
    "section virus list an the a by block gate strain blood"
)
"""Words behind which "A" is a mark: "influenza A"."""
_PAPERS = word_set(
    "newspaper newspapers magazine journal paper daily weekly website show programme "
    "program series film movie band group song book novel tabloid broadsheet network "
    "station play musical site title album reads read"
)
"""Words before a title that begins with "The": "the magazine The Tide"."""


def _is_headed(words: str) -> bool:
    """Say whether a new sentence begins at "The" or "A" inside one."""
    for found in _titled().finditer(words) if " The " in words else ():
        word = found[1]
        if word in _BEFORE_NAMES or word in _PAPERS or word.endswith(("ed", "ing")):
            continue
        return True
    for found in _begun().finditer(words):
        if (found["before"] or "") not in _GRADED:
            return True
    return False


def find_furniture(text: str, at: int, words: str) -> str | None:
    """Say what a sentence holds that is no prose; None where it is prose.

    Args:
        text: The whole article.
        at: Where the sentence begins in it.
        words: The sentence without its quotations, each put as a pair of marks.
    """
    if _is_furniture(words):
        return "page furniture in the sentence"
    if jotting := find_jotting(words):
        return jotting
    glued = _small_capital().search(words) and _glued().search(words)
    if (
        glued
        or _is_headed(words)
        or has_lost_stop(text[max(0, at - _AROUND) : at + _AROUND], words)
    ):
        return "a heading or caption run into the sentence"
    if words.count(": ") >= _COLONS and len(_LIST.findall(words)) >= _COLONS:
        return "a list run together"
    if not _OWN.isdisjoint(words.split()) and _own_voice().search(words):
        return "speaks for itself: “we”, “you” outside a quotation"
    return None
