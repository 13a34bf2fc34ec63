"""The section types, one module each, named as in an edition's `sections`.

Each module has a `NAME`, `build(draft)`, which lays out its sections, and
`cited(selection)`, which yields the sentences it cites in the order of printing.
"""

from __future__ import annotations

from briefing.compose.sections import (
    ahead,
    background,
    colophon,
    figures,
    sources,
    takeaways,
    timeline,
    topics,
)

SECTIONS = (
    takeaways,
    figures,
    topics,
    ahead,
    timeline,
    background,
    sources,
    colophon,
)
"""All section types, in their usual order."""
