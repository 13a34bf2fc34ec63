"""Whether "one" counts something: "killing one person", "one was killed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.annotate.figure_words.numeral import Numeral
    from briefing.model.span import Span

_COUNTED = re.compile(
    r"\s(?:(?:more|other|another)\s)?(?:person|civilian|soldier|serviceman|man|woman"
    r"|child|boy|girl|protester|demonstrator|officer|policeman|pilot|worker|people|resident|journalist"
    r"|fighter|rescuer|medic|paramedic|firefighter|driver|employee|guard|dead|killed"
    r"|wounded|injured|missing|hurt|(?:was|is|had been|has been)\s(?!of\b))",
)
_HARM = re.compile(r"\b(?:kill|wound|injur|hurt|arrest|captur|detain|lost|los)\w*\b")
_HARMS = re.compile(
    r"\s(?:(?:more|further|confirmed|reported|civilian|military|new|known)\s){0,2}"
    r"(?:fatality|casualty|death|injury|arrest)\b(?!\s(?:toll|too|row|sentence|threat))"
)
_DEFINED = re.compile(r"\b(?:in|the|this|that|no|any|every|each)\s(?:just\s|only\s)?\Z")
_BACK, _ON, _LEAD = 60, 40, 16


def is_counted_one(text: str, sentence: Span, numeral: Numeral) -> bool:
    """Say whether "one" counts something.

    People who came to harm are counted, and so are harms: "just one fatality".
    """
    if _HARMS.match(text, numeral.end, sentence.end):
        lead = text[max(sentence.start, numeral.start - _LEAD) : numeral.start].lower()
        return _DEFINED.search(lead) is None
    after = _COUNTED.match(text, numeral.end, sentence.end)
    return after is not None and bool(
        _HARM.search(text, max(sentence.start, numeral.start - _BACK), numeral.start)
        or _HARM.search(text, numeral.end, min(sentence.end, numeral.end + _ON))
    )
