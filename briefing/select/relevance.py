"""How much a sentence speaks of its topic, measured over all that the issue may use.

BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
fields", 2004): how often the topic's terms stand in a sentence, in its paragraph and
in its article's headline, standfirst and first paragraph is added up, each field with
its weight and against its usual length; the sum is saturated, so that a tenth mention
says little; and a term counts by how rare it is (Robertson and Spärck Jones,
"Relevance weighting of search terms", 1976). Written out here: each passage is cut
into words once, so that the cost follows the number of words.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.text.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.passage import Passage
    from briefing.model.selection import Candidate
    from briefing.select.topics import Term, Topic

Field = Literal["sentence", "paragraph", "headline", "standfirst", "lead"]

FIELDS: Mapping[Field, tuple[float, float]] = {
    "sentence": (1.0, 0.5),
    "paragraph": (0.4, 0.5),
    "headline": (0.5, 0.3),
    "standfirst": (0.3, 0.3),
    "lead": (0.3, 0.3),
}
"""For each field how much a mention in it counts, and how far its length is held
against it (b). A sentence may be long for good reasons: b is below the usual .75."""
SATURATION = 1.2
"""k1: after about as many weighted mentions a further one adds less than half."""

Key = tuple[str, int, int]


class _Fields(NamedTuple):
    """The words of a candidate's fields; those of an article are shared."""

    of: Mapping[Field, Words]

    def length(self, field: Field) -> int:
        words = self.of.get(field)
        return len(words.forms) if words else 0


def relevances(
    candidates: Sequence[Candidate],
    articles: Mapping[str, Article],
    passages: Mapping[str, Sequence[Passage]],
    topics: Sequence[Topic],
) -> dict[Key, float]:
    """Give for each candidate how relevant it is to its topic, from 0 to 1.

    1 is the best of its topic in this issue.

    Args:
        candidates: The candidates, each with its topic.
        articles: The articles, by id.
        passages: All passages of each article, by id.
        topics: The topics.
    """
    fields = _fields_of(candidates, articles, passages)
    usual = {name: _mean(each.length(name) for each in fields) for name in FIELDS}
    terms = {topic.id: (*topic.any, *topic.all) for topic in topics}
    total = sum(len(passages[id]) for id in {one.article for one in candidates})
    weights = _rarity(candidates, fields, topics, total)
    raw = [
        sum(
            weights[term.name] * _saturated(_mentions(term, each, usual))
            for term in terms[one.topic]
        )
        for one, each in zip(candidates, fields, strict=True)
    ]
    best: dict[str, float] = {}
    for one, value in zip(candidates, raw, strict=True):
        best[one.topic] = max(best.get(one.topic, 0.0), value)
    return {
        one.key: value / best[one.topic] if best[one.topic] else 0.0
        for one, value in zip(candidates, raw, strict=True)
    }


def _fields_of(
    candidates: Sequence[Candidate],
    articles: Mapping[str, Article],
    passages: Mapping[str, Sequence[Passage]],
) -> list[_Fields]:
    shared: dict[str, dict[Field, Words]] = {}
    paragraphs: dict[tuple[str, int], Words] = {}
    made = []
    for one in candidates:
        if one.article not in shared:
            own = passages[one.article]
            shared[one.article] = _article_fields(articles[one.article], own)
        place = one.key[:2]
        if place not in paragraphs:
            paragraphs[place] = Words.of(one.passage.text)
        sentence = Words.of(one.sentence.text)
        made.append(
            _Fields(
                {
                    **shared[one.article],
                    "sentence": sentence,
                    "paragraph": paragraphs[place],
                }
            )
        )
    return made


def _article_fields(
    article: Article, passages: Sequence[Passage]
) -> dict[Field, Words]:
    lead = next((one.text for one in passages if one.is_lede), "")
    standfirst = next((one.text for one in passages if one.role == "standfirst"), "")
    return {
        "headline": Words.of(article.headline or ""),
        "standfirst": Words.of(standfirst),
        "lead": Words.of(lead),
    }


def _rarity(
    candidates: Sequence[Candidate],
    fields: Sequence[_Fields],
    topics: Sequence[Topic],
    total: int,
) -> dict[str, float]:
    """Weigh each term, by name, by how few of the paragraphs hold it."""
    paragraphs = {
        one.key[:2]: each.of["paragraph"]
        for one, each in zip(candidates, fields, strict=True)
    }
    terms = {term.name: term for topic in topics for term in (*topic.any, *topic.all)}
    seen = Counter(
        name
        for paragraph in paragraphs.values()
        for name, term in terms.items()
        if _count(term, paragraph)
    )
    total = max(total, len(paragraphs))
    return {
        name: math.log(1 + (total - seen[name] + 0.5) / (seen[name] + 0.5))
        for name in terms
    }


def _mentions(term: Term, fields: _Fields, usual: Mapping[Field, float]) -> float:
    """Add up the mentions of a term, each by its field's weight and length."""
    told = 0.0
    for name, (weight, b) in FIELDS.items():
        words = fields.of.get(name)
        count = _count(term, words) if words else 0
        if count:
            longer = fields.length(name) / usual[name]
            told += weight * count / (1 - b + b * longer)
    return told


def _count(term: Term, words: Words) -> int:
    return len(term.places(words))


def _saturated(mentions: float) -> float:
    return mentions / (SATURATION + mentions)


def _mean(lengths: Iterable[int]) -> float:
    found = list(lengths)
    return (sum(found) / len(found) if found else 0.0) or 1.0
