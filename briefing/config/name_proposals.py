"""What to add to the names file, from articles: variants of what is listed, new names.

Nothing is proposed that is found already, as listed or by its sound. Proposals never
change a file; an editor reads them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from briefing.config.name_census import Form, folded, take_census
from briefing.config.name_likeness import Known
from briefing.config.name_matching import (
    LEAST_ARTICLES,
    Proposal,
    Suggestion,
    gather,
    match_forms,
    rank,
)
from briefing.config.new_names import find_new_names
from briefing.text.names import SpellingPattern, spelling_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.model.article import Article
    from briefing.model.names import Name, NameList


class Proposals(NamedTuple):
    """What to add to a names file."""

    variants: tuple[Proposal, ...]
    """Spellings of listed names, the surest and most frequent first."""
    names: tuple[Suggestion, ...]
    """Names that are not listed, the most frequent first."""


def propose_names(articles: Iterable[Article], names: NameList) -> Proposals:
    """Look through articles for what the names file lacks.

    Args:
        articles: The articles, in any order.
        names: The listed names.
    """
    forms = take_census(articles)
    owners: dict[str, Name] = {}
    for name in names.names:
        for spelling in name.spellings:
            owners.setdefault(spelling, name)
    known, unknown = _known(forms, spelling_pattern(owners), owners)
    listed = [known.get(name) or _unseen(name) for name in names.names]
    surnames = _surnames(forms.values())
    variants, rest = match_forms(unknown, listed, surnames)
    return Proposals(rank(variants), find_new_names(rest, forms, surnames))


def _surnames(forms: Iterable[Form]) -> Counter[str]:
    """Count the articles that hold a name of several words, by its last word."""
    return Counter(
        {
            last: len(set().union(*(form.articles for form in those)))
            for last, those in _by_last_word(forms).items()
        }
    )


def _by_last_word(forms: Iterable[Form]) -> dict[str, list[Form]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 1:
            found[form.words[-1]].append(form)
    return found


def _unseen(name: Name) -> Known:
    return Known(name, frozenset(), 0, {})


def _known(
    forms: Mapping[tuple[str, ...], Form],
    pattern: SpellingPattern,
    owners: Mapping[str, Name],
) -> tuple[dict[Name, Known], list[Form]]:
    """Part the forms into those that hold a listed name and the others."""
    found: dict[Name, list[Form]] = defaultdict(list)
    unknown = []
    for form in forms.values():
        spans = list(pattern.finditer(form.text))
        for _, spelling in spans:
            found[owners[spelling]].append(form)
        if not spans or _is_other_person(
            form, spans[-1][0].start, owners[spans[-1][1]]
        ):
            unknown.append(form)
    return {name: gather(name, those) for name, those in found.items()}, unknown


def _is_other_person(form: Form, start: int, name: Name) -> bool:
    """Say whether a listed surname stands behind a given name that is not listed."""
    given = form.text[:start].split()
    listed = {word for spelling in name.spellings for word in folded(spelling.split())}
    return (
        name.kind == "person"
        and len(form.words) == 2  # noqa: PLR2004 - given name and surname
        and len(given) == 1
        and form.kinds["organisation"] == 0
        and not set(folded(given)) & listed
        and len(form.articles) >= LEAST_ARTICLES
    )
