"""Reads a second time how the claims of a figure stand to each other."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

Json = dict[str, Any]

_TWO = 2
_NEUTRAL = "neutral"
_APART = Decimal("0.04")
"""Share by which two values that nobody rounds may be apart and yet be one."""
_ROUND = 100
_PADDING = frozenset(("the", "a", "an", "of", "s", "statement", "report", "account"))
_SCALES = frozenset(("million", "billion", "trillion", "thousand", "hundred", "dozen"))


def check_standing(figure: Json, path: tuple[str | int, ...]) -> Iterator[Finding]:
    """Yield a status, or a number of origins, that the claims do not bear out."""
    claims, status, name = figure["claims"], figure["status"], f"figure {figure['id']}"
    if not claims:
        return
    # Which names are one body cannot be told here; which parties there are, can.
    most = max(1, len(_origins(claims)))
    fewest = max(1, len({_party(claim) for claim in claims} - {None}))
    stated = figure.get("origins")
    count = most if stated is None else stated
    if not fewest <= count <= most:
        what = f"{name} has {most} origins, not {stated}"
        yield Finding((*path, "origins"), what)
        count = most
    fitting = _fitting(claims, count)
    if fitting and status not in fitting:
        was = " or ".join(f"'{each}'" for each in fitting)
        what = f"{name} is '{status}', its claims say {was}"
        yield Finding((*path, "status"), what)


def _fitting(claims: Sequence[Json], origins: int) -> tuple[str, ...]:
    """Give the statuses that claims may have; none where they cannot be told.

    Numbers in different measures, miles and kilometres, are not compared here. Whether
    "more than 26,500" and "nearly 30,000" are one number is the ledger's to say.
    """
    if len({_measure(claim) for claim in claims}) > 1:
        return ()
    ends = [_ends(claim) for claim in claims]
    known = [pair for pair in ends if pair is not None]
    if len(known) < len(ends):
        return ()
    parties = {_party(claim) for claim in claims} - {None}
    near = ["agreed"] if origins >= _TWO else ["claimed" if parties else "single"]
    plain = all(claim.get("comparator", "=") == "=" for claim in claims)
    pairs = [(one, two) for one in known for two in known]
    one_number = not (plain and any(_apart(*pair) for pair in pairs))
    taken_back = ["revised"] if any(claim.get("doubt") for claim in claims) else []
    far = _far(claims, parties) if any(one != two for one, two in pairs) else taken_back
    return tuple((near if one_number else []) + far)


def _far(claims: Sequence[Json], parties: AbstractSet[str | None]) -> list[str]:
    """Give the statuses that different numbers may have."""
    named = {claim["attribution"] for claim in claims} - {None}
    free = any(not _party(claim) for claim in claims)
    rivals = len(parties) >= _TWO or (free and len(named) >= _TWO)
    opposed = len(parties) == len(claims) == _TWO
    return [
        *(["differs"] if not opposed else []),
        *(["contested"] if rivals else []),
        "revised",
    ]


def _party(claim: Json) -> str | None:
    party = claim.get("party")
    return party if party != _NEUTRAL else None


def _origins(claims: Sequence[Json]) -> frozenset[str]:
    """Give whom the claims go back to; one that names nobody adds none."""
    found = set()
    for claim in claims:
        name = claim.get("attribution_name") or claim["attribution"]
        if party := _party(claim):
            found.add(f"party {party}")
        elif name:
            words = re.findall(r"\w+", name.lower())
            telling = [word.rstrip("s") for word in words if word not in _PADDING]
            found.add(" ".join(telling) or name)
    return frozenset(found)


def _measure(claim: Json) -> str:
    """Give the words behind a claim's number, the measure among them."""
    number = re.search(r".*\d[\d.,]*\s?(?P<rest>\D*)$", str(claim.get("text") or ""))
    words = re.findall(r"[a-z]+", number["rest"].lower()) if number else []
    measure = next((word for word in words if word not in _SCALES), "")
    return measure.rstrip("s").replace("metre", "meter")


def _ends(claim: Json) -> tuple[Decimal, Decimal] | None:
    low = claim["low"] if claim["low"] is not None else claim["value"]
    high = claim["high"] if claim["high"] is not None else claim["value"]
    return None if low is None or high is None else (Decimal(low), Decimal(high))


def _apart(one: tuple[Decimal, Decimal], two: tuple[Decimal, Decimal]) -> bool:
    """Say whether two values are surely none but rounded otherwise."""
    return any(
        abs(a - b) > _APART * max(abs(a), abs(b)) and a % _ROUND != 0 != b % _ROUND
        for a, b in zip(one, two, strict=True)
    )
