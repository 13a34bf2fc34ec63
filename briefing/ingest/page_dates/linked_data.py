"""Days in a page's linked data (schema.org as JSON-LD).

The article that counts is the one whose address or headline is the page's own; else
the first. What is said of comments, pictures, videos, persons, the website or
related stories is another thing's day. Data that is no valid JSON is searched for
the keys alone, and counts when all it says of a key is one value.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.page_dates.reading import read_stamp
from briefing.ingest.page_dates.witness import (
    CREATED,
    JSON_LD,
    JSON_LD_PAGE,
    STATE,
    Witness,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.ingest.page_dates.layout import Layout
    from briefing.ingest.page_dates.reading import Habit
    from briefing.ingest.page_dates.witness import About

LONGEST_JSON = 500_000
DEEPEST, MOST_NODES = 8, 2000
ARTICLE_TYPES = ("article", "posting", "report", "recipe", "review", "liveblog")
OTHERS = tuple(
    "comment image video audio media person organization website breadcrumb itemlist "  # noqa: SIM905
    "event product offer rating answer question search collection clip aggregate "
    "profile place business".split()
)
SKIPPED = frozenset(
    "comment image video associatedMedia author publisher creator review citation "  # noqa: SIM905
    "itemListElement isPartOf hasPart relatedLink mentions about thumbnail logo "
    "breadcrumb liveBlogUpdate subjectOf publication potentialAction isBasedOn "
    "aggregateRating".split()
)
KEYS: tuple[tuple[str, About, int], ...] = (
    ("datePublished", "published", 0),
    ("dateModified", "modified", 0),
    ("dateCreated", "published", CREATED),
    ("uploadDate", "published", STATE),
)
MINE, THEIRS = 2, -50


class Node(NamedTuple):
    """An object of the linked data that may be the article."""

    rank: int
    """Greater is likelier the article of the page."""
    trust: int
    """How far its days are trusted."""
    fields: Mapping[str, Any]
    """Its keys and values."""


def from_linked_data(tree: Any, layout: Layout, habit: Habit) -> Iterator[Witness]:  # noqa: ANN401
    """Yield what the linked data says of the article's days."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > LONGEST_JSON:
            continue
        try:
            loaded = json.loads(_clean(text), strict=False)
        except (ValueError, RecursionError):
            yield from _from_broken(text, habit)
            continue
        nodes += _weigh(islice(_objects(loaded, DEEPEST), MOST_NODES), layout)
    best = max((node.rank for node in nodes), default=0)
    nodes = [node for node in nodes if node.rank == best]
    if best == THEIRS and len(nodes) > 1:
        return  # a list of other stories
    for node in sorted(nodes, key=lambda node: -node.trust):
        yield from _from_node(node, habit)


def _clean(text: str) -> str:
    """Cut the comment or section marks that some systems set around the data."""
    text = text.strip().removeprefix("//").strip()
    text = text.removeprefix("<![CDATA[").removeprefix("<!--").strip()
    return text.removesuffix("-->").removesuffix("]]>").strip().removesuffix("//")


def _objects(loaded: Any, depth: int) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    if depth and isinstance(loaded, list):
        for part in loaded:
            yield from _objects(part, depth - 1)
    elif depth and isinstance(loaded, dict):
        yield loaded
        for key, value in loaded.items():
            if key not in SKIPPED and isinstance(value, dict | list):
                yield from _objects(value, depth - 1)


def _weigh(objects: Iterator[Mapping[str, Any]], layout: Layout) -> Iterator[Node]:
    for fields in objects:
        if not any(key in fields for key, _, _ in KEYS):
            continue
        kind = str(fields.get("@type", "")).lower()
        article = any(word in kind for word in ARTICLE_TYPES)
        if not article and any(word in kind for word in OTHERS):
            continue
        trust = JSON_LD if article else JSON_LD_PAGE
        own = _is_own(fields, layout)
        yield Node((MINE if own else THEIRS if own is False else 0), trust, fields)


def _is_own(fields: Mapping[str, Any], layout: Layout) -> bool | None:
    """Say whether an object is the page's article; None when nothing tells."""
    own: bool | None = None
    for key in ("url", "mainEntityOfPage", "@id"):
        value = fields.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if (
            isinstance(value, str)
            and (same := layout.is_own_address(value)) is not None
        ):
            if same:
                return True
            own = False
    headline = fields.get("headline") or fields.get("name")
    if isinstance(headline, str) and layout.is_own_title(headline):
        return True
    return own


def _from_node(node: Node, habit: Habit) -> Iterator[Witness]:
    for key, about, trust in KEYS:
        words = node.fields.get(key)
        if isinstance(words, list) and words:
            words = words[0]
        if isinstance(words, str) and (value := read_stamp(words, habit)):
            shown = f"{key}: {words.strip()}"
            yield Witness(value, about, trust or node.trust, "json-ld", shown, "head")


def _from_broken(text: str, habit: Habit) -> Iterator[Witness]:
    for key, about, trust in KEYS:
        shape = rf'"{key}"\s{{0,9}}:\s{{0,9}}"([^"]{{4,60}})"'
        found = set(re.findall(shape, text))
        if len(found) == 1 and (value := read_stamp(words := found.pop(), habit)):
            shown, rule = f"{key}: {words}", "json-ld-broken"
            yield Witness(value, about, trust or JSON_LD_PAGE, rule, shown, "head")
