"""Days in a page's meta tags, whatever family the tag is of.

The families agree on words, not on spelling: `article:published_time`,
`dc.date.issued`, `parsely-pub-date`, `cXenseParse:recs:publishtime`,
`citation_publication_date`. So a name is read by the words in it. A tag that says
only `date` may hold the last change (`date`, `DC.date`, `sailthru.date`): it is
trusted less than a day beside the headline.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing.ingest.page_dates.reading import read_stamp
from briefing.ingest.page_dates.witness import (
    CREATED,
    META,
    META_PLAIN,
    MICRODATA,
    Witness,
)
from briefing.ingest.page_dates.zones import weigh_zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ingest.page_dates.layout import Layout
    from briefing.ingest.page_dates.reading import Habit
    from briefing.ingest.page_dates.witness import About

MOST_TAGS = 2000
LONGEST_NAME = 60
NAMES = ("property", "name", "itemprop", "http-equiv")
TELLS: tuple[tuple[str, About | None, int], ...] = (
    (
        "expir|unpublish|image|video|audio|event|author|publisher|birth|valid|copyright"
        "|start|end(?:date|time)|retriev|index|crawl|build|section|revisit|comment",
        None,
        0,
    ),
    (
        "modif|update|upddate|lastmod|revis|lastchange|changed|moddate|review",
        "modified",
        META,
    ),
    (
        "publi(?:sh|cat|e)|pubdate|pubtime|issued|released?(?:date|time|on)|dateposted|postdate"
        "|posttime|firstpub|onlinedate|displaydate|gentime|launch|ptime|available"
        "|publiceer|veröff|pubblicaz",
        "published",
        META,
    ),
    ("creat", "published", CREATED),
    (
        "^(?:og|dc|dcterms|sailthru|article|news|page|content|blog|post|story)?"
        "(?:date|time|datum|fecha|timestamp|pubtimestamp)(?:time)?$|citationdate"
        "|articledate",
        "published",
        META_PLAIN,
    ),
)
"""Words in the letters of a name; what they tell, in order; how far it is trusted."""


@cache
def _tells() -> tuple[tuple[re.Pattern[str], About | None, int], ...]:
    return tuple((re.compile(words), about, trust) for words, about, trust in TELLS)


def from_meta_tags(tree: Any, layout: Layout, habit: Habit) -> Iterator[Witness]:  # noqa: ANN401 - lxml
    """Yield the days that the page's meta tags hold."""
    for tag in islice(tree.iter("meta"), MOST_TAGS):
        words = tag.get("content") or tag.get("value") or tag.get("datetime") or ""
        if not any(map(str.isdigit, words[:LONGEST_NAME])):
            continue
        for name in filter(None, map(tag.get, NAMES)):
            told = _tell(name)
            if told and (value := read_stamp(words, habit)):
                about, trust = told
                if tag.get("itemprop") and trust == META:
                    trust = MICRODATA
                    if weigh_zone(tag.getparent(), layout).score < 0:
                        break  # a comment's or another story's
                shown = f"{name}: {words.strip()}"
                yield Witness(value, about, trust, _rule(trust), shown, "head")
                break


def _rule(trust: int) -> str:
    return {META_PLAIN: "meta-date", CREATED: "meta-created"}.get(trust, "meta")


def _tell(name: str) -> tuple[About, int] | None:
    letters = "".join(filter(str.isalpha, name[:LONGEST_NAME])).lower()
    for pattern, about, trust in _tells():
        if pattern.search(letters):
            return (about, trust) if about else None
    return None
