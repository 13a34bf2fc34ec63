"""What a web page states about itself: JSON-LD first, then its meta tags.

Its days are found by `page_dates`, which also reads the address and the words near
the headline; the name of the rule says which it was.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefing.ingest.draft import Stated
from briefing.ingest.page_dates import find_page_days
from briefing.ingest.published import DayRead

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_JSON = 500_000
LONGEST_WORDS = 200
DEEPEST = 8
ARTICLE_TYPES = ("article", "posting", "report")

META_KEYS = {
    "og:title": "headline",
    "og:site_name": "publisher",
    "og:url": "url",
    "author": "byline",
    "article:author": "byline",
}


def find_facts(tree: Any) -> Stated:  # noqa: ANN401 - an lxml element
    """Give the facts that a page's meta data state.

    Args:
        tree: the page as lxml reads it.
    """
    facts: dict[str, Any] = {}
    rules: dict[str, str] = {}
    for rule, found in (("json-ld", _from_json(tree)), ("meta", _from_meta(tree))):
        for key, value in found:
            if value and not (key == "byline" and "://" in value):
                facts.setdefault(key, value)
                rules.setdefault(key, rule)
    for key, witness in find_page_days(tree)._asdict().items():
        if witness:
            facts[key] = DayRead(witness.value, witness.words[:LONGEST_WORDS])
            rules[key] = witness.rule
    return Stated("page", facts, rules)


def _from_json(tree: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > LONGEST_JSON:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _articles(found, DEEPEST):
            yield from _from_node(node)


def _articles(found: Any, depth: int) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    if depth == 0:
        return
    if isinstance(found, list):
        for part in found:
            yield from _articles(part, depth - 1)
    elif isinstance(found, dict):
        kind = str(found.get("@type", "")).lower()
        if any(word in kind for word in ARTICLE_TYPES):
            yield found
        yield from _articles(found.get("@graph"), depth - 1)
        yield from _articles(found.get("mainEntity"), depth - 1)


def _from_node(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "headline", _words(node.get("headline"))
    yield "byline", _words(node.get("author"))
    yield "publisher", _words(node.get("publisher"))
    yield "language", _words(node.get("inLanguage"))


def _words(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) else ""


def _from_meta(tree: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    for meta in tree.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        for name in names:
            key = META_KEYS.get((name or "").lower())
            if key:
                yield key, (meta.get("content") or "").strip()
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "url", (link.get("href") or "").strip()
    for heading in tree.iter("h1"):
        yield "headline", " ".join("".join(heading.itertext()).split())
    yield "language", (tree.get("lang") or "").strip()
