"""The English words of the calendar: data for the rules that read dates.

Nothing here decides anything. Keys are lower case; a rule looks a word up after
folding it. Number words stop at what a newsroom spells out.
"""

from __future__ import annotations

from briefing.text.words import word_set


def _in_order(words: str) -> list[str]:
    return words.split()


MONTH_NAMES = _in_order(
    "january february march april may june july august september october november "
    "december"
)

MONTHS: dict[str, int] = {
    **{name: n for n, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: n for n, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
"""Names of months, full and short, to 1-12."""

WEEKDAY_NAMES = _in_order("monday tuesday wednesday thursday friday saturday sunday")

WEEKDAYS: dict[str, int] = {name: n for n, name in enumerate(WEEKDAY_NAMES, 1)}
"""Names of weekdays to 1-7, as ISO 8601 counts them."""

SHORT_WEEKDAYS: dict[str, int] = {
    **{name[:3]: n for n, name in enumerate(WEEKDAY_NAMES, 1)},
    "tues": 2,
    "thur": 4,
    "thurs": 4,
}
"""Short names of weekdays; without a full stop some are ordinary words."""

SEASONS: dict[str, str] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
"""Seasons to their TIMEX3 codes."""

DAY_PARTS: dict[str, str] = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "noon": "MI",
}
"""Parts of a day to their TIMEX3 codes."""

UNITS: dict[str, str] = {
    "seconds": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
"""Units of time to TIMEX3 codes; those with T are shorter than a day."""

_IRREGULAR = frozenset({"seconds", "century"})

PLURAL_UNITS: dict[str, str] = {
    **{f"{name}s": code for name, code in UNITS.items() if name not in _IRREGULAR},
    "seconds": "TS",
    "centuries": "CE",
}
"""The same in the plural."""

PERIOD_UNITS: dict[str, str] = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
"""Unit codes to the unit of a `Period`."""

_ONES = _in_order(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _in_order("twenty thirty forty fifty sixty seventy eighty ninety")

NUMBERS: dict[str, int] = {
    **{word: n for n, word in enumerate(_ONES, 1)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
}
"""Cardinal words below one hundred, without compounds."""

VAGUE_NUMBERS = word_set("several few many some numerous various dozens")
"""Words that count without saying how many: X in a TIMEX3 value."""

_ORDINAL_ONES = _in_order("first second third fourth fifth sixth seventh eighth ninth")

ORDINALS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        [
            *_ORDINAL_ONES,
            *_in_order(
                "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
                "seventeenth eighteenth nineteenth twentieth"
            ),
            *(f"twenty-{word}" for word in _ORDINAL_ONES),
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
}
"""Ordinal words, as many as a month has days."""
