"""Whom a report goes back to, and by what way each article came by it.

Nine papers that print one agency's paragraph are one origin, and so are three that
cite one institute. Each member of a cluster is put under an origin by the first rule
that fits it, and keeps the rule's name for `explain`:

named source       the sentence says who says so; one side is one origin, whoever
                   speaks for it, and so is one body under a longer and a shorter name
same quotation     it quotes the words that another quotes of a named source
agency             its words are another's, and both credit one agency, or one is it
near-copy          its words are another's, who has them from that origin
machine translation, roundup, aggregator
                   it goes back to whatever else reports it
nobody named       it may have it from a source that another names; so may "officials"
own report         nobody is named anywhere: the outlet says so itself
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.select.clash import speaker
from briefing.select.copies import is_copy
from briefing.select.sameness import same_words
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.selection import Candidate

Rule = Literal[
    "named source",
    "same quotation",
    "agency",
    "near-copy",
    "machine translation",
    "roundup",
    "aggregator",
    "nobody named",
    "own report",
]
NEUTRAL = "neutral"
_ANYBODY = word_set(
    "officials official sources source witnesses witness authorities authority people "
    "residents reports report activists experts analysts observers critics media local "
    "government police army military some several many others local state"
)
"""Words for speakers that any other report may mean too."""
_SECONDARY: Mapping[str, Rule] = {
    "machine_translation": "machine translation",
    "roundup": "roundup",
    "aggregator": "aggregator",
}


class Link(NamedTuple):
    """How one article came by a report."""

    article: str
    """Id of the article."""
    rule: Rule
    """The rule that tells it."""
    via: tuple[str, ...]
    """Through whom it came, from the origin on: the outlet, with what it credits."""


class Origin(NamedTuple):
    """One independent origin of a report."""

    name: str
    """Whom the report goes back to."""
    links: tuple[Link, ...]
    """The articles that have it from there, in the order of the cluster."""


def origins_of(
    members: Sequence[Candidate], articles: Mapping[str, Article]
) -> tuple[Origin, ...]:
    """Give the independent origins of a cluster, each with how it came to whom.

    Args:
        members: The sentences that report the same.
        articles: The articles, by id.
    """
    sources: list[_Source] = []
    placed: list[tuple[Candidate, _Source, Rule]] = []
    left: list[Candidate] = []
    for member in members:
        source = _named(member)
        if source is None:
            left.append(member)
            continue
        known = next((one for one in sources if one.is_same(source)), None)
        if known is None:
            sources.append(source)
        placed.append((member, known or source, "named source"))
    left.sort(key=lambda member: articles[member.article].kind in _SECONDARY)
    wires = {id(member): _agency(member, left, articles) for member in left}
    for member in left:
        source, rule = _placed(
            member, placed, articles[member.article], wires[id(member)]
        )
        placed.append((member, source, rule))
    order = {id(member): at for at, member in enumerate(members)}
    placed.sort(key=lambda each: order[id(each[0])])
    found = list(dict.fromkeys(source for _, source, _ in placed))
    return tuple(
        Origin(
            source.label,
            tuple(
                Link(member.article, rule, _via(member, rule, articles))
                for member, own, rule in placed
                if own is source
            ),
        )
        for source in found
    )


class _Source:
    """Whom reports go back to, by side and name."""

    __slots__ = ("label", "party", "telling")

    def __init__(self, label: str, party: str | None, telling: frozenset[str]) -> None:
        self.label = label
        self.party = party
        self.telling = telling

    def is_same(self, other: _Source) -> bool:
        """Say whether both are one: of one side, or one body named in two ways."""
        if self.party and other.party:
            return self.party == other.party
        shorter, longer = sorted((self.telling, other.telling), key=len)
        return bool(shorter) and shorter <= longer


def _named(member: Candidate) -> _Source | None:
    attribution = member.sentence.attribution
    if attribution is None:
        return None
    party = attribution.party if attribution.party != NEUTRAL else None
    telling = speaker(attribution)
    if party is None and telling <= _ANYBODY:
        return None
    return _Source(attribution.name or attribution.text, party, telling)


def _placed(
    member: Candidate,
    placed: Sequence[tuple[Candidate, _Source, Rule]],
    article: Article,
    agency: str | None,
) -> tuple[_Source, Rule]:
    """Put a sentence that names no source under an origin, by the first rule."""
    for other, source, rule in placed:
        if rule == "agency" and source.label == agency:
            return source, "agency"
        if same_words(member, other):
            return source, "same quotation"
        if is_copy(member.sentence.text, other.sentence.text):
            return source, "near-copy"
    if agency:
        return _Source(agency, None, frozenset()), "agency"
    if placed and article.kind in _SECONDARY:
        return placed[0][1], _SECONDARY[article.kind]
    named = next((one for _, one, rule in placed if rule == "named source"), None)
    if named:
        return named, "nobody named"
    outlet = article.publisher or article.id
    known = next((one for _, one, _ in placed if one.label == outlet), None)
    return known or _Source(outlet, None, frozenset()), "own report"


def _agency(
    member: Candidate, others: Sequence[Candidate], articles: Mapping[str, Article]
) -> str | None:
    """Give the agency whose words a sentence prints, as another's print shows."""
    own = _wires(articles[member.article])
    shared = (
        own & _wires(articles[other.article])
        for other in others
        if other.article != member.article
        and is_copy(member.sentence.text, other.sentence.text)
    )
    return min(set().union(*shared), default=None)


def _wires(article: Article) -> frozenset[str]:
    """Give the agencies that an article credits, or the one that it is of."""
    own = {article.publisher} if article.kind == "agency" and article.publisher else ()
    return frozenset({*article.credits, *own})


def _via(
    member: Candidate, rule: Rule, articles: Mapping[str, Article]
) -> tuple[str, ...]:
    """Give by what way a report came; which agency brought it is only said."""
    article = articles[member.article]
    outlet = article.publisher or article.headline or article.id
    if article.credits and rule not in ("own report", "agency"):
        return (f"{outlet}, crediting {', '.join(article.credits)}",)
    return (outlet,)
