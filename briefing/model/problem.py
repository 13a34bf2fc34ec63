"""What went wrong without stopping the issue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in the input or the layout that cost something but not the issue."""

    where: str
    """File, article, config key or page it concerns; never a path of a machine."""
    what: str
    """What was found and what was done about it, in one sentence."""
    note: bool = False
    """Whether it only tells of a limit at work: `--strict` lets it pass."""
