"""How much is printed of each article, and the counts of header and colophon."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.compose.gap_words import gap_words
from briefing.model.article import PRINTABLE
from briefing.model.briefing import Tally
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.compose.draft import Draft
    from briefing.model.article import Article
    from briefing.model.briefing import Reference
    from briefing.model.section import Section
    from briefing.model.selection import Selection

OURS = re.compile(r"\[[^\[\]]*\]")
"""What we put into a printed sentence."""


def find_shares(
    draft: Draft, sections: Sequence[Section], *, language: str
) -> tuple[Problem, ...]:
    """Name the articles that `max_share` cut short, and those that it could not.

    Args:
        draft: The issue in the making.
        sections: Its sections.
        language: Language in which they are told.
    """
    said, share = gap_words(language), f"{draft.edition.max_share:.0%}"[:-1]
    printed: Counter[str] = Counter()
    for section in sections:
        for item in section.items:
            own = OURS.sub("", item.text).split()
            printed[item.article] += sum(any(map(str.isalnum, word)) for word in own)
    trimmed = [
        Problem(
            draft.articles[id].path,
            said.left_out[count != 1].format(count=count, share=share),
            note=True,
        )
        for id, count in draft.selection.trimmed.items()
    ]
    over = [
        Problem(
            draft.articles[id].path,
            said.over_share.format(printed=f"{words / total:.0%}"[:-1], share=share),
            note=True,
        )
        for id, words in sorted(printed.items())
        if words > draft.edition.max_share * (total := _words(draft.articles[id]))
    ]
    return (*trimmed, *over)


def tally_of(selection: Selection, references: Sequence[Reference]) -> Tally:
    """Count the articles for header and colophon."""
    uses = Counter(reference.use for reference in references)
    quoted = {r.publisher or r.id for r in references if r.use != "none"}
    return Tally(
        read=len(selection.articles),
        news=uses["news"],
        background=uses["background"],
        undated=sum(use == "undated" for use in selection.uses.values()),
        outlets=len(quoted),
        inferred=sum(
            r.use != "none" and "/" in (r.published or "") for r in references
        ),
    )


def _words(article: Article) -> int:
    words = sum(
        len(block.span.cut(article.text).split())
        for block in article.blocks
        if block.role in PRINTABLE
    )
    return max(words, 1)
