"""The stages in order, and nothing else: from a slot to the bytes of an issue.

Reading is a step of its own, so that several issues can be made of one reading:

    sources = read_sources(desk, edition)
    for slot in slots:
        make_issue(desk, edition, slot, sources=sources)
"""

from __future__ import annotations

from briefing.pipeline.issue import Made, compose_issue, find_marks, make_issue, weigh
from briefing.pipeline.sources import (
    REPORTS,
    Sources,
    in_zone,
    read_sources,
    source_paths,
    style_folders,
)

__all__ = [
    "REPORTS",
    "Made",
    "Sources",
    "compose_issue",
    "find_marks",
    "in_zone",
    "make_issue",
    "read_sources",
    "source_paths",
    "style_folders",
    "weigh",
]
