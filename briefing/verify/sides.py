"""Checks of each claim whose party it is.

The names file says which names belong to a side. Without it, a record must at least
agree with itself: one source is of one party.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Names = Mapping[str, str | None]

Json = dict[str, Any]


def check_sides(record: Json, names: Names) -> Iterator[Finding]:
    """Yield parties that another claim or the names speak against.

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


def _sayer(claim: Json) -> str:
    return str(claim.get("attribution_name") or claim["attribution"] or "")


def _of(party: str | None) -> str:
    return f"of the party '{party}'" if party else "of no party"


def _usual(heard: Counter[str | None]) -> str | None:
    """Give the party that most claims of a source have; a named one where as many."""
    return max(heard, key=lambda party: (heard[party], party is not None, str(party)))
