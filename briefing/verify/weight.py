"""Words that a sentence cannot lose without saying something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.verify.numbers import read_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPARATORS: dict[str, frozenset[str]] = {
    "no more than": frozenset({"<="}),
    "not more than": frozenset({"<="}),
    "no less than": frozenset({">="}),
    "not less than": frozenset({">="}),
    "no fewer than": frozenset({">="}),
    "not fewer than": frozenset({">="}),
    "more than": frozenset({">"}),
    "greater than": frozenset({">"}),
    "larger than": frozenset({">"}),
    "higher than": frozenset({">"}),
    "in excess of": frozenset({">"}),
    "upwards of": frozenset({">", ">="}),
    "over": frozenset({">"}),
    "above": frozenset({">"}),
    "exceeding": frozenset({">"}),
    "beyond": frozenset({">"}),
    "at least": frozenset({">="}),
    "a minimum of": frozenset({">="}),
    "or more": frozenset({">="}),
    "less than": frozenset({"<"}),
    "lower than": frozenset({"<"}),
    "fewer than": frozenset({"<"}),
    "under": frozenset({"<"}),
    "below": frozenset({"<"}),
    "up to": frozenset({"<="}),
    "at most": frozenset({"<="}),
    "as many as": frozenset({"<="}),
    "as much as": frozenset({"<="}),
    "as high as": frozenset({"<="}),
    "a maximum of": frozenset({"<="}),
    "or less": frozenset({"<="}),
    "or fewer": frozenset({"<="}),
    "nearly": frozenset({"~", "<"}),
    "almost": frozenset({"~", "<"}),
    "close to": frozenset({"~", "<"}),
    "about": frozenset({"~"}),
    "around": frozenset({"~"}),
    "approximately": frozenset({"~"}),
    "roughly": frozenset({"~"}),
    "some": frozenset({"~"}),
    "estimated": frozenset({"~"}),
    "circa": frozenset({"~"}),
    "or so": frozenset({"~"}),
}
"""Words before a number, and the signs that they may stand for."""

_SIGNS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("north of", "upward of", "longer than"), frozenset({">"})),
    **dict.fromkeys(("plus", "and more", "or above", "or higher"), frozenset({">="})),
    **dict.fromkeys(("as few as", "as little as", "as low as"), frozenset({">="})),
    **dict.fromkeys(("minimum", "minimum of"), frozenset({">="})),
    "shorter than": frozenset({"<"}),
    **dict.fromkeys(("as far as", "as long as", "as large as"), frozenset({"<="})),
    **dict.fromkeys(("maximum", "maximum of", "not exceeding"), frozenset({"<="})),
    **dict.fromkeys(("ca.", "c.", "approx.", "approx"), frozenset({"~"})),
    **dict.fromkeys(("something like", "in the region of"), frozenset({"~"})),
    **dict.fromkeys(("on the order of", "virtually", "practically"), frozenset({"~"})),
    **dict.fromkeys(("near", "or thereabouts"), frozenset({"~"})),
}
"""Further words for a number, which a sentence may lose where no number stands."""

_NEGATIONS = "not no never none nobody nothing nor neither without cannot denied denies"
_HEDGES = (
    "reportedly allegedly alleged unconfirmed unverified apparently possibly probably "
    "likely perhaps may might could would if unless planned plans expected"
)
_SAYING = (
    "said says say saying told tells claimed claims claim stated states reported "
    "reports confirmed confirms announced announces according asserted asserts "
    "acknowledged wrote warned estimated estimates"
)


@cache
def _heavy() -> re.Pattern[str]:
    groups = {
        "negation": _NEGATIONS,
        "hedge": _HEDGES,
        "attribution": _SAYING,
    }
    parts = [f"(?P<{name}>{'|'.join(words.split())})" for name, words in groups.items()]
    compared = "|".join(sorted(COMPARATORS, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<comparator>{compared})|{'|'.join(parts)})\b|(?P<short>n['’]t\b)",
        re.IGNORECASE,
    )


def losses(words: str) -> Iterator[str]:
    """Yield what a sentence would lose with `words`: "the negation 'not'"."""
    for match in _heavy().finditer(words):
        kind = "negation" if match.lastgroup == "short" else match.lastgroup
        yield f"the {kind} '{match[0]}'"
    for number in read_numbers(words):
        yield f"the figure {number.normalize():f}"


@cache
def _comparing() -> re.Pattern[str]:
    phrases = sorted((*COMPARATORS, *_SIGNS), key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{words})(?:\b|(?<=\.))|(?<=\w)\s?\+(?!\d)", re.IGNORECASE)


def signs(words: str) -> frozenset[str]:
    """Give the comparator signs that `words` may stand for; none for a plain number.

    Of "no more than" only the whole counts.
    """
    said = (" ".join(found.lower().split()) for found in _comparing().findall(words))
    known = COMPARATORS | _SIGNS
    return frozenset(sign for phrase in said for sign in known.get(phrase, {">="}))
