"""How much a sentence is about what stands at a place in it.

"Troops advanced in Kursk" is about Kursk. "Drones were launched from Kursk" tells
where they set out, and what they hit is elsewhere; "As fighting goes on in Kursk,
the ministers met in Ankara" is about Ankara. Between the two lie those who left a
place, what is compared with it, and how far something is from it.

Weights, from 1 (the place where it happened) down:

- 0.8  a distance or bearing: "40 km north of Kursk"
- 0.6  who withdrew or fled from there, a clause that trails: ", as troops hold Kursk"
- 0.4  a lead-in clause: "While ... in Kursk,"; a comparison: "unlike in Kursk"
- 0.25 an origin: "launched from Oryol, Kursk and Bryansk", "missiles from Kursk"

Only the surroundings are looked at, a few hundred characters, so that a sentence of
a megabyte takes no longer. Places in lists count as their list does: an origin goes
on over names, "and", "including" and nouns such as "airfields", and ends with any
other word: in "from Oryol at targets in Kursk" Kursk is where they landed.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.text.words import word_set

FULL, BEARING, LEAVING, ASIDE, ORIGIN = 1.0, 0.8, 0.6, 0.4, 0.25
TRAILING = 0.6
REACH = 240
"""Characters before and after the place that may say what it is there for."""

LONGEST_LEAD = 400
"""Where a clause that leads in has ended, wherever its comma stands."""

_LISTED = word_set(
    "the a an some several multiple various many two three four five six different "
    "locations location places place areas area sites site directions direction bases "
    "base air airbase airbases airfield airfields launch launching positions position "
    "points point territory territories region regions oblast oblasts district "
    "districts city cities town towns village villages province provinces state "
    "including included such as like namely near around in inside within of across "
    "occupied temporarily northern southern eastern western north south east west and "
    "or both also border nearby neighbouring neighboring port ports sea waters region's"
)
_SENT = word_set(
    "launch launched launches launching fire fired fires firing sent shot shoot flew "
    "flown fly flying flies took take taking off arrived arrive arriving came come "
    "coming comes originated originating originate hailed hailing hails travelled "
    "traveled travelling traveling departed departing imported import importing "
    "shipped smuggled exported brought bought supplied driven drove sailed"
)
_LEFT = word_set(
    "withdrew withdrawn withdraw withdrawing withdrawal retreat retreated retreating "
    "fled flee fleeing evacuated evacuate evacuating evacuation pulled moved moving "
    "transferred redeployed escaped expelled driven returned returning back away "
    "freed released"
)
_THINGS = word_set(
    "drone drones missile missiles rocket rockets launch launches strike strikes "
    "attack attacks shelling fire troops soldiers fighters refugees migrants people "
    "man men woman women natives native family families tourists visitors passengers "
    "flight flights bus train convoy goods oil gas reporters correspondents"
)
# What comes from a place and is about it.
_TOLD = word_set(
    "latest report reports reporting news pictures images footage video videos photos "
    "testimony accounts live word reaction scenes messages"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[.;:!?]")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(
        r"[\"“'‘(]*(?:Even\s+(?:as|though|if)|Just\s+as|As|While|Whilst|Since|Although"
        r"|Though|Despite|After|Before|With|Following|Amid|Besides|Unlike|Like|Beyond|Apart\s+from|In\s+addition\s+to"
        r"|Compared\s+(?:to|with)|Having|Speaking|Citing|Contrary\s+to|Aside\s+from)\b"
    )


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(
        r",\s+(?:(?:even\s+)?(?:as|though|although)|amid|following|unlike|just\s+as"
        r"|weeks?\s+after|days?\s+after|months?\s+after|hours?\s+after)\s"
    )


@cache
def _near() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<bearing>\b(?:north|south|east|west|outside|far|miles|kilomet(?:re|er)s"
        r"|km|metres|meters|hours)[\w-]*\s+(?:of|from)\s+(?:the\s+)?)"
        r"|(?P<aside>\b(?:unlike|than|like|as)\s+(?:in|those\s+in|that\s+in)\s+"
        r"|\b(?:unlike|compared\s+(?:to|with)|reminiscent\s+of)\s+))(?:[A-Z][\w'’-]*\s+){0,2}\Z",
    )


def emphasis(text: str, at: int) -> float:
    """Weigh what stands at offset `at` of a sentence."""
    if _is_led_in(text, at):
        return ASIDE
    before = text[max(0, at - REACH) : at]
    found = _near().search(before)
    if found:
        return BEARING if found["bearing"] else ASIDE
    origin = _origin(before, text[at : at + REACH])
    if origin < FULL:
        return origin
    return TRAILING if _trails(text, at) else FULL


def _is_led_in(text: str, at: int) -> bool:
    """Say whether the place stands in a clause that the sentence opens with."""
    if at > LONGEST_LEAD or not _leading().match(text):
        return False
    end = at + REACH
    comma = text.find(",", 0, end)
    while comma >= 0 and _LIST_COMMA.match(text, comma):
        comma = text.find(",", comma + 1, end)
    return at < comma


# A comma in a list of names, so that its clause goes on behind it.
_LIST_COMMA = re.compile(
    r",\s+(?:and\s+|or\s+)?(?:in\s+|near\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
    r"(?:,|\s+(?:and|or)\s)"
    r"|,\s+(?:and|or)\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}\s*,"
)


def _trails(text: str, at: int) -> bool:
    """Say whether the place stands in a clause that only hangs on the sentence."""
    start = max(0, at - REACH)
    found = list(_trailing().finditer(text, start, at))
    return bool(found) and "," not in text[found[-1].end() : at]


def _origin(before: str, after: str) -> float:
    """Weigh a place that stands behind "from", alone or in a list."""
    stops = list(_STOP.finditer(before))
    clause = before[stops[-1].end() :] if stops else before
    words = _WORD.findall(clause)
    at = _from(words)
    if at is None:
        return FULL
    if at == 0 and not stops:  # "From Kursk, they launched ..."
        sent = _SENT & set(_WORD.findall(after.lower())[:12])
        return ORIGIN if sent and not before.strip().islower() else FULL
    nearest = [word.lower() for word in words[max(0, at - 14) : at]]
    if set(nearest[-6:]) & _TOLD:
        return FULL
    if set(nearest[-4:]) & _LEFT:
        return LEAVING
    if set(nearest) & _SENT or (nearest and nearest[-1] in _THINGS):
        return ORIGIN
    return FULL


def _from(words: list[str]) -> int | None:
    """Find the "from" whose list reaches to the end of the words."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word.lower() == "from":
            return at
        if not (word[0].isupper() or word in _LISTED or word.isdigit()):
            return None
    return None
