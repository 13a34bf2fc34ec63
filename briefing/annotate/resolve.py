"""Which of several overlapping findings stands: the longest, then the first rule's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Placed(Protocol):
    """Anything that begins and ends somewhere in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Proposal = TypeVar("Proposal", bound=Placed)


def resolve(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Choose the proposals that stand, none overlapping another.

    Args:
        proposals: In the order of their rules; a tie in length goes to the first.

    Returns:
        Those that stand, in the order of the text.
    """
    kept: list[Proposal] = []
    group: list[Proposal] = []
    reach = -1
    for proposal in sorted(proposals, key=lambda each: each.start):
        if proposal.start >= reach:
            kept += _choose(group)
            group = []
        group.append(proposal)
        reach = max(reach, proposal.end)
    return kept + _choose(group)


def _choose(group: list[Proposal]) -> list[Proposal]:
    """Choose among proposals that touch each other."""
    if len(group) <= 1:
        return group
    chosen: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(group, key=lambda each: each.start - each.end):
        # Whatever was chosen before is at least as long: an overlap shows at an end.
        if proposal.start not in taken and proposal.end - 1 not in taken:
            chosen.append(proposal)
            taken.update(range(proposal.start, proposal.end))
    return sorted(chosen, key=lambda each: each.start)
