"""What relates to the issue but is not printed, and why: the editor's own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.selection import Source, Withheld
from briefing.text.days import interval_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.selection import Candidate, Use

WORTH_TELLING = 2.0
"""A sentence that ranks below this would not have been printed anyway."""

REASONS: Mapping[Use, str] = {
    "undated": "no publication day is stated, and its words give none away",
    "late": "published after the cut-off: for the next issue",
}


UNTIED = (
    "no publication day is stated, and nothing ties it to one: "
    "background at most, {day}"
)


def _why_whole(article: Article, use: Use) -> str | None:
    """Say why an article as a whole is held back, or held to background."""
    if article.published.tied or use != "older":
        return REASONS.get(use)
    published = article.published
    day = interval_words(published.not_before, published.not_after, "en")
    return UNTIED.format(day=day)


def withhold(
    articles: Sequence[Article],
    uses: Mapping[str, Use],
    candidates: Sequence[Candidate],
) -> tuple[Withheld, ...]:
    """List articles that cannot be used, then sentences that cannot be printed."""
    whole = [
        Withheld(article.headline or article.path, why, article.id)
        for article in articles
        if (why := _why_whole(article, uses[article.id]))
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
