"""Traces that a machine leaves in an English text that it has translated.

A translator of our day writes fluent sentences and still gives itself away: it parts
compounds before their hyphen ("well -known"), leaves a heading in the old language
("FAZIT"), and forgets the capital of some headings. Any of these may be a slip of a
human hand; two kinds of them together are not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.words import phrase_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.article import Block

LEFT_HEADINGS = phrase_set(
    "fazit|zusammenfassung|hintergrund|ausblick|einleitung|schlussfolgerung",
    "résumé|contexte|conclusión|resumen|antecedentes|introducción",
    "висновок|висновки|підсумок|вывод|выводы|итог|заключение|контекст",
)
"""Headings that end or open a story, in languages that are often translated."""
KINDS = 2
"""Kinds of traces that must come together."""
PARTED = 2
"""Parted compounds that count: one may be a typist's."""
SMALL = 2
"""Headings without a capital that count, beside others with one."""


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(r"\b[a-z]{3,12} -[a-z]{3,12}\b")


def find_traces(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the traces of machine translation in a text, none where too few agree.

    Args:
        text: The article's text.
        blocks: Its blocks.
    """
    body = "\n".join(
        block.span.cut(text)
        for block in blocks
        if block.role in {"paragraph", "standfirst", "heading"}
    )
    headings = [block.span.cut(text) for block in blocks if block.role == "heading"]
    found = (*_parted(body), *_left(headings), *_small(headings))
    return found if len(found) >= KINDS else ()


def _parted(body: str) -> Iterator[str]:
    parted = _compound().findall(body)
    if len(parted) >= PARTED:
        yield f"parted compounds “{parted[0]}”, “{parted[1]}”"


def _left(headings: Sequence[str]) -> Iterator[str]:
    left = [each for each in headings if each.strip(" :.*#").lower() in LEFT_HEADINGS]
    if left:
        yield f"the heading “{left[0]}”"


def _small(headings: Sequence[str]) -> Iterator[str]:
    small = [each for each in headings if each[:1].islower()]
    if SMALL <= len(small) < len(headings):
        yield f"headings without their capital, “{small[0]}”"
