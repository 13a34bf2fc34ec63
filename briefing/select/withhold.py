"""What relates to the issue but is not printed, and why: the editor's own copy."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.model.selection import Source, Withheld
from briefing.select.headlines import unsupported
from briefing.select.printable import TRANSLATED_FIGURE
from briefing.text.days import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.figure import Figure
    from briefing.model.selection import Candidate, Use

WORTH_TELLING = 2.0
"""A sentence that ranks below this would not have been printed anyway."""

REASONS: Mapping[Use, str] = {
    "undated": "no publication day is stated, and its words give none away",
    "late": "published after the cut-off: for the next issue",
}

HEADLINE = "headline only: {why}"
NO_NEWS = (
    "page furniture",
    "speaks for itself",
    "a list",
    "a headline",
    "no words",
    "too long to print",
    "trails off",
)
"""Flaws of what is no report: an editor has nothing to look up there."""
UNTIED = (
    "no publication day is stated, and nothing ties it to one: "
    "background at most, {day}"
)


def _why_whole(article: Article, use: Use) -> str | None:
    """Say why an article as a whole is held back, or held to background."""
    if article.published.tied and use == "in":
        missing = unsupported(article)
        return HEADLINE.format(why=missing) if missing else None
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
    """List articles that cannot be used, then sentences that cannot be printed.

    Args:
        articles: The articles that exist for the issue.
        uses: How the issue may use each.
        candidates: The sentences that belong to a topic, ranked; none before there
            are any: then only whole articles are listed, and no headlines.
    """
    whole = [
        Withheld(article.headline or article.path, why, article.id)
        for article in articles
        if (candidates or uses[article.id] != "in")
        and (why := _why_whole(article, uses[article.id]))
    ]
    barred = [
        Withheld(
            candidate.sentence.text,
            candidate.barred or "",
            candidate.article,
            Source(candidate.article, candidate.sentence.span),
        )
        for candidate in _worth_telling(candidates)
    ]
    return (*whole, *barred)


def _worth_telling(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the barred sentences that an editor would look at, best first."""
    told: set[str] = set()
    counted = _who_counts(candidates)
    for candidate in sorted(candidates, key=lambda c: (-c.total, c.key)):
        if (
            not candidate.barred
            or candidate.role == "background"
            or _worth(candidate) < WORTH_TELLING
            or candidate.barred.startswith(NO_NEWS)
            or candidate.sentence.text in told
        ):
            continue
        if candidate.barred == TRANSLATED_FIGURE and _is_borne_out(candidate, counted):
            continue
        told.add(candidate.sentence.text)
        yield candidate


def _worth(candidate: Candidate) -> float:
    """Give the rank without what it lost for its source: that is why it is held."""
    own = sum(candidate.scores.get(name, 0.0) for name in ("source", "judgement"))
    return candidate.total - min(own, 0.0)


def _who_counts(candidates: Sequence[Candidate]) -> dict[object, set[str]]:
    """Give for each number, with its unit, the articles that state it."""
    found: defaultdict[object, set[str]] = defaultdict(set)
    for candidate in candidates:
        for figure in _figures(candidate):
            found[figure.value, figure.unit].add(candidate.article)
    return found


def _figures(candidate: Candidate) -> Iterator[Figure]:
    for figure in candidate.passage.figures:
        if candidate.sentence.span.covers(figure.span) and figure.value is not None:
            yield figure


def _is_borne_out(translated: Candidate, counted: Mapping[object, set[str]]) -> bool:
    """Say whether another article gives each number of a translated sentence."""
    return all(
        counted[figure.value, figure.unit] - {translated.article}
        for figure in _figures(translated)
    )
