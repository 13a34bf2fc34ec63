"""The attributed numbers of an article, to find others that report the same."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.annotate.publication.witnesses import Witness
    from briefing.model.figure import Figure
    from briefing.model.passage import Passage

UNCOUNTED = frozenset({"duration", "age", "vague"})
EXACT = 3
TELLING = Decimal(100)
"""From here on a number is seldom the same by chance."""
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|(?<![\d.,])\d{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Claim(NamedTuple):
    """A number, as somebody reports it."""

    value: Decimal
    unit: str
    about: frozenset[str]
    """Words of what is counted and of what happened to it."""
    text: str
    """The words of the number."""
    weekdays: frozenset[int]
    """The weekdays that its sentence names."""

    @property
    def key(self) -> tuple[Decimal, str]:
        """The number itself, to count by."""
        return self.value, self.unit

    @property
    def is_exact(self) -> bool:
        """Whether the number is not rounded: three figures before its zeros."""
        return len(self.value.normalize().as_tuple().digits) >= EXACT

    def same(self, other: Claim) -> bool:
        """Say whether two claims give the same number of the same thing."""
        return self.key == other.key and bool(self.about & other.about)


def find_claims(
    passages: Iterable[Passage], witnesses: Sequence[Witness]
) -> tuple[Claim, ...]:
    """Give the numbers of an article that somebody is named for."""
    return tuple(
        Claim(
            figure.value,
            figure.unit,
            frozenset(words(f"{figure.what or ''} {figure.event or ''}")),
            figure.text,
            frozenset(
                witness.weekday
                for witness in witnesses
                if witness.weekday and witness.sentence.covers(figure.span)
            ),
        )
        for passage in passages
        for figure in passage.figures
        if figure.value is not None and figure.attribution and _counts(figure)
    )


def _counts(figure: Figure) -> bool:
    return figure.kind not in UNCOUNTED


def shared_claims(
    mine: Sequence[Claim], theirs: Sequence[Claim]
) -> tuple[Claim, ...] | None:
    """Give the claims that both articles report; None where they contradict.

    They contradict when both give a weekday with the same claim, and not the same.
    """
    shared: dict[tuple[Decimal, str], Claim] = {}
    for claim in mine:
        for other in theirs:
            if not claim.same(other):
                continue
            days = claim.weekdays, other.weekdays
            if all(days) and not days[0] & days[1]:
                return None
            shared[claim.key] = claim
    found = tuple(shared.values())
    return found if any(claim.value >= TELLING for claim in found) else ()


def number_marks(text: str) -> frozenset[str]:
    """Give the longer numbers of a text, without separators and years."""
    found = (re.sub(r"\D", "", number) for number in _NUMBER.findall(text))
    return frozenset(number for number in found if not _YEAR.fullmatch(number))
