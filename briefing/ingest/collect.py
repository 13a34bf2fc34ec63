"""Files to articles: find, read, add the facts, name each once."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing.ingest.excess import excess_of_blocks, excess_of_text
from briefing.ingest.facts import from_config, settle_facts
from briefing.ingest.furniture_cues import DATE_WORDS
from briefing.ingest.illustrations import settle_pictures
from briefing.ingest.kinds import find_credits, propose_kind
from briefing.ingest.readers import READERS
from briefing.ingest.sidecar import Sidecars
from briefing.ingest.sources import find_files, real_path, say_unknown
from briefing.model.article import Article
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.config.schema import FactsConfig
    from briefing.ingest.draft import Draft, Stated
    from briefing.ingest.sources import Found
    from briefing.model.article import Block, Role

log = logging.getLogger(__name__)

NO_FACTS: Mapping[str, FactsConfig] = MappingProxyType({})
HASH_LENGTH = 8


class Reading(NamedTuple):
    """The articles that could be read, and what could not."""

    articles: tuple[Article, ...]
    """In the order of path and id, each id once."""
    problems: tuple[Problem, ...]
    """In order, each once."""


def read_articles(
    paths: Sequence[Path],
    *,
    facts: Mapping[str, FactsConfig] = NO_FACTS,
    timezone: str = "UTC",
) -> Reading:
    """Read all articles under some paths, whatever the order these come in.

    A path is a file or a folder; a folder is walked, without hidden files and links
    that lead out of it. An article's path is relative to the folder given, or to
    the folder of a file given. The same path with the same text is one article; where
    different articles would have one id, each gets `-` and eight digits of its hash.

    Args:
        paths: files and folders.
        facts: publication facts by glob of the path, from the config.
        timezone: zone of publication moments that name none.
    """
    endings = [ending for reader in READERS for ending in reader.ENDINGS]
    search = find_files(paths, endings=endings)
    problems = set(search.problems)
    sidecars = Sidecars()
    articles: list[Article] = []
    for found in search.found:
        for part in _read_file(found):
            if isinstance(part, Problem):
                problems.add(part)
                continue
            excess = excess_of_text(part.text) or excess_of_blocks(part.blocks)
            if excess:
                problems.add(Problem(part.path, excess))
                continue
            suffix = part.path.removeprefix(found.source.path)
            stated = (
                *part.stated,
                *sidecars.state(found.source.file, found.root, suffix),
                from_config(part.path, facts),
            )
            article, faults = _make_article(part, stated, timezone)
            pictures, wrong = settle_pictures(
                part.path, stated, path=found.source.path, root=found.root
            )
            articles.append(
                replace(article, pictures=pictures) if pictures else article
            )
            problems.update((*faults, *wrong))
    problems |= sidecars.problems
    brought = {
        real_path(picture.root / picture.file)
        for article in articles
        for picture in article.pictures
    }
    problems.update(say_unknown(search.others, named=brought))
    named = _give_ids(_drop_doubles(articles))
    log.info("%d articles read, %d problems", len(named), len(problems))
    return Reading(named, tuple(sorted(problems)))


def _read_file(found: Found) -> Iterator[Draft | Problem]:
    name = found.source.path.lower()
    for reader in READERS:
        if name.endswith(reader.ENDINGS):
            yield from reader.read(found.source)
            return


def _make_article(
    draft: Draft, stated: Sequence[Stated], timezone: str
) -> tuple[Article, tuple[Problem, ...]]:
    facts = settle_facts(draft.path, stated, timezone=timezone)
    text, blocks, values = draft.text, draft.blocks, facts.values
    headline = values.get("headline") or _first(text, blocks, "headline")
    kind, evidence = values.get("kind"), facts.kind_evidence
    if not kind:
        kind, evidence = propose_kind(text, blocks, headline)
    article = Article(
        id=draft.id,
        path=draft.path,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=blocks,
        reader=draft.reader,
        published=facts.published,
        headline=headline,
        byline=values.get("byline") or _author(text, blocks),
        publisher=values.get("publisher"),
        url=values.get("url"),
        language=values.get("language"),
        kind=kind,
        kind_evidence=evidence,
        modified=values.get("modified"),
        retrieved=values.get("retrieved"),
        credits=find_credits(text, blocks),
    )
    return article, facts.problems


def _first(text: str, blocks: Sequence[Block], role: Role) -> str | None:
    for block in blocks:
        if block.role == role:
            return " ".join(block.span.cut(text).split())
    return None


def _author(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the name of a byline without the word before it."""
    line = _first(text, blocks, "byline")
    line = (line or "").strip("*_ ")
    if line[: len("by ")].lower() == "by ":
        line = line[len("by ") :]
    return _without_date(line) or line or None


def _without_date(line: str) -> str:
    """Cut the date that follows a name: `Name, 4 February 2025`."""
    if not any(map(str.isdigit, line)):
        return line
    words = line.split()
    dated = (
        place
        for place, word in enumerate(words)
        if word[0].isdigit() or word.casefold().strip(".,") in DATE_WORDS
    )
    return " ".join(words[: next(dated, len(words))]).rstrip(" ,|-–—•·")


def _drop_doubles(articles: Iterable[Article]) -> list[Article]:
    """Keep one of several with the same path and text: the one that has a date."""
    kept: dict[tuple[str, str], Article] = {}
    for article in articles:
        key = (article.path, article.sha256)
        rival = kept.get(key)
        if rival is None or _preference(article) < _preference(rival):
            kept[key] = article
    return list(kept.values())


def _preference(article: Article) -> tuple[bool, str]:
    return article.published.value is None, repr(article)


def _give_ids(articles: Sequence[Article]) -> tuple[Article, ...]:
    uses = Counter(article.id for article in articles)
    named = [
        _rename(article, article.id) if uses[article.id] > 1 else article
        for article in articles
    ]
    uses = Counter(article.id for article in named)
    named = [
        _rename(article, article.path) if uses[article.id] > 1 else article
        for article in named
    ]
    return tuple(sorted(named, key=lambda article: (article.path, article.id)))


def _rename(article: Article, stem: str) -> Article:
    return replace(article, id=f"{stem}-{article.sha256[:HASH_LENGTH]}")
