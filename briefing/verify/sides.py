"""Checks of each claim whose party it is, and of each figure whose side it counts.

The names file says which names belong to a side. Without it, a record must at least
agree with itself: one source is of one party.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Names = Mapping[str, str | None]

Json = dict[str, Any]
_SHORTEST = 4
_VOWELS = "aeiouy"
_ENDINGS = frozenset(
    ("", *_VOWELS, "n", "an", "ian", "ean", "ish", "ese", "ia", "ne", "ine")
)


def check_sides(record: Json, names: Names) -> Iterator[Finding]:
    """Yield parties and sides that another claim, a label or the names speak against.

    Args:
        record: The issue's record.
        names: The party of each listed name, None for those that have none; empty
            where no names file is at hand.
    """
    claims = [
        (("figures", n, "claims", m), figure, claim)
        for n, figure in enumerate(record["figures"])
        for m, claim in enumerate(figure["claims"])
    ]
    known = set(names.values()) - {None} if names else set()
    heard: dict[str, Counter[str | None]] = {}
    for _, _, claim in claims:
        heard.setdefault(_sayer(claim), Counter())[claim.get("party")] += 1
    for path, figure, claim in claims:
        party, sayer = claim.get("party"), _sayer(claim)
        name, told = f"figure {figure['id']}", f"'{sayer}' is told as {_of(party)}"
        at = (*path, "party")
        if sayer in names and names[sayer] != party:
            yield Finding(
                at, f"{name}: {told}, the names file says {_of(names[sayer])}"
            )
        elif party is not None and not sayer:
            yield Finding(at, f"{name}: nobody is named, and told as {_of(party)}")
        elif known and party is not None and party not in known:
            yield Finding(at, f"{name}: {told}, which the names file does not have")
        elif sayer and len(heard[sayer]) > 1 and party != _usual(heard[sayer]):
            most = _usual(heard[sayer])
            yield Finding(at, f"{name}: {told}, and elsewhere as {_of(most)}")
    yield from _check_counted(record, names)


def _sayer(claim: Json) -> str:
    return str(claim.get("attribution_name") or claim["attribution"] or "")


def _of(party: str | None) -> str:
    return f"of the party '{party}'" if party else "of no party"


def _usual(heard: Counter[str | None]) -> str | None:
    """Give the party that most claims of a source have; a named one where as many."""
    return max(heard, key=lambda party: (heard[party], party is not None, str(party)))


def _check_counted(record: Json, names: Names) -> Iterator[Finding]:
    sides = {figure.get("side") for figure in record["figures"]}
    sides |= {c.get("party") for f in record["figures"] for c in f["claims"]}
    stems = {(_stem(side), side) for side in sides if side and side != "neutral"}
    stems |= {
        (_stem(name), party)
        for name, party in names.items()
        if party and party != "neutral" and " " not in name and name == name.title()
    }
    quotes = {each["number"]: each["quote"] for each in record["citations"]}
    for place, figure in enumerate(record["figures"]):
        name, at = f"figure {figure['id']}", ("figures", place, "side")
        side = figure.get("side")
        told = _named(figure["label"], stems)
        if len(told) == 1 and side not in told and len(stems) > 1:
            (meant,) = told
            what = f"its label, {figure['label']!r}, counts those of '{meant}'"
            now = f"its side is '{side}'" if side else "it has no side"
            yield Finding(at, f"{name}: {what}, and {now}")
            continue
        words = " ".join(quotes.get(c["citation"], "") for c in figure["claims"])
        can_tell = side and len(_stem(side)) >= _SHORTEST  # not "us"
        if can_tell and side not in _named(words, stems):
            what = f"its side is '{side}', and no quote of it names that side"
            yield Finding(at, f"{name}: {what}")


def _named(words: str, stems: set[tuple[str, str]]) -> set[str]:
    """Give the sides that words name."""
    found = set(re.findall(r"[^\W\d_]+", words.lower()))
    return {
        side
        for stem, side in stems
        if len(stem) >= _SHORTEST and any(_names(word, stem) for word in found)
    }


def _stem(name: str) -> str:
    return name.lower().rstrip(_VOWELS)


def _names(word: str, stem: str) -> bool:
    """Say whether a word is a country, or its adjective: Ukraine, Ukrainian."""
    return word.startswith(stem) and word[len(stem) :] in _ENDINGS
