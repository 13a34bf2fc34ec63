"""What relates to the issue but is not printed, and why: the editor's own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.selection import Source, Withheld

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.selection import Candidate, Use

WORTH_TELLING = 2.0
"""A sentence that ranks below this would not have been printed anyway."""

REASONS: Mapping[Use, str] = {
    "undated": "no publication day is stated",
    "late": "published after the cut-off: for the next issue",
}


def withhold(
    articles: Sequence[Article],
    uses: Mapping[str, Use],
    candidates: Sequence[Candidate],
) -> tuple[Withheld, ...]:
    """List articles that cannot be used, then sentences that cannot be printed."""
    whole = [
        Withheld(article.headline or article.path, REASONS[use], article.id)
        for article in articles
        if (use := uses[article.id]) in REASONS
    ]
    barred = [
        Withheld(
            candidate.sentence.text,
            candidate.barred,
            candidate.article,
            Source(candidate.article, candidate.sentence.span),
        )
        for candidate in sorted(candidates, key=lambda c: (-c.total, c.key))
        if candidate.barred
        and candidate.role != "background"
        and candidate.total >= WORTH_TELLING
    ]
    return (*whole, *barred)
