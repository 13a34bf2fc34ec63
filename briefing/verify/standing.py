"""Reads a second time how the claims of a figure stand to each other."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Json = dict[str, Any]

_TWO = 2
_NEUTRAL = "neutral"
_NEAR = Decimal("0.02")
_APART = Decimal("0.04")
"""Up to here two values may each be near a third one."""
_PADDING = frozenset(("the", "a", "an", "of", "s", "statement", "report", "account"))


_ANYBODY = frozenset(
    "authority authoritie official source witness witnesse police mayor doctor medic "  # noqa: SIM905
    "resident activist government report media spokesman spokeswoman he she it they "
    "local state expert analyst others group".split()
)
"""Words for sources that may have it from any other."""
_SCALES = frozenset(("million", "billion", "trillion", "thousand", "hundred", "dozen"))


@cache
def _revising() -> re.Pattern[str]:
    return re.compile(
        r"withdr[ae]w|correct|revis|retract|t[ao]ken? back|took back|\bnot\b|"
        r"instead of|rather than|ris(?:en|ing)|rose|climb|fall|fell|drop|jump|rais|"
        r"lower|later|(?:up|down) from|earlier|wrong|false|previous|initial|now|since|"
        r"updat",
        re.IGNORECASE,
    )


def check_standing(
    figure: Json, citations: Mapping[int, Json], path: tuple[str | int, ...]
) -> Iterator[Finding]:
    """Yield a status, or a number of origins, that the claims do not bear out."""
    claims, status, name = figure["claims"], figure["status"], f"figure {figure['id']}"
    if not claims:
        return
    most, fewest = max(1, len(_origins(claims))), max(1, len(_sure_origins(claims)))
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
    elif status == "revised" and not (
        _counted_again(claims)
        or any(
            _revising().search(citations[claim["citation"]]["quote"])
            for claim in claims
            if claim["citation"] in citations
        )
    ):
        what = f"{name} is 'revised', and none of its quotes takes a number back"
        yield Finding((*path, "status"), what)


def _counted_again(claims: Sequence[Json]) -> bool:
    """Say whether one source, or nobody, gives numbers of different days."""
    return any(
        one.get("as_of") != other.get("as_of") and _same_sayer(one, other)
        for one in claims
        for other in claims
    )


def _same_sayer(one: Json, other: Json) -> bool:
    first, second = (
        set(re.findall(r"\w+", str(claim.get("attribution_name") or "").lower()))
        | set(re.findall(r"\w+", str(claim.get("attribution") or "").lower()))
        for claim in (one, other)
    )
    return bool((first & second) - _PADDING) or not (first or second)


def _fitting(claims: Sequence[Json], origins: int) -> tuple[str, ...]:
    """Give the statuses that claims may have; none where they cannot be told.

    Numbers in different measures, miles and kilometres, are not compared here.
    """
    if len({_measure(claim) for claim in claims}) > 1:
        return ()
    ends = [_ends(claim) for claim in claims]
    known = [pair for pair in ends if pair is not None]
    if len(known) < len(ends):
        return ()
    parties = {_party(claim) for claim in claims} - {None}
    near = ["agreed"] if origins >= _TWO else ["claimed" if parties else "single"]
    free = [claim for claim in claims if not _party(claim)]
    named = {claim["attribution"] for claim in (free and claims)} - {None}
    rivals = ["contested"] if len(named) >= _TWO else []
    far = ["contested" if len(parties) >= _TWO else "differs", *rivals, "revised"]
    apart = max(_distance(one, two) for one in known for two in known)
    fitting = near if apart <= _APART else []
    taken_back = ["revised"] if any(claim.get("doubt") for claim in claims) else []
    return tuple(fitting + (far if apart > _NEAR else taken_back))


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


def _sure_origins(claims: Sequence[Json]) -> frozenset[str]:
    """Give the origins that no two names can hide: no "officials", no short forms."""
    found = _origins(claims)
    return frozenset(
        name
        for name in found
        if name.startswith("party ")
        or not (
            set(name.split()) <= _ANYBODY
            or any(
                set(name.split()) & set(other.split())
                for other in found
                if other != name and len(other) >= len(name)
            )
        )
    )


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


def _distance(one: tuple[Decimal, Decimal], two: tuple[Decimal, Decimal]) -> Decimal:
    """Give by what share of the larger two values differ."""
    return max(
        abs(a - b) / max(abs(a), abs(b), Decimal(1) if a == b else abs(a - b))
        for a, b in zip(one, two, strict=True)
    )
