"""Findings of a stretch of text, picked out of those of a longer one.

All findings are in order and apart, so that a look-up takes no longer on a line of a
megabyte than on a short one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.span import Span


class Found(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Finding = TypeVar("Finding", bound=Found)


def inside(findings: Sequence[Finding], span: Span) -> tuple[Finding, ...]:
    """Give the findings that lie inside a span."""
    low = bisect_left(findings, span.start, key=_start)
    high = bisect_left(findings, span.end, key=_start)
    return tuple(each for each in findings[low:high] if each.span.end <= span.end)


def touching(spans: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """Give the spans that share a character with a span."""
    low = bisect_right(spans, span.start, key=lambda each: each.end)
    high = bisect_left(spans, span.end, key=lambda each: each.start)
    return tuple(spans[low:high])


def _start(found: Found) -> int:
    return found.span.start
