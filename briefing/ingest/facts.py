"""What is stated about an article's publication, and which statement counts.

The desk's own hand counts most: the sidecar, then what the file itself states
(front matter, a record's fields), then the globs of the config, last the meta data
of a web page. Within the config a later glob overrides an earlier one.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple, get_args
from urllib.parse import urlsplit

from briefing.errors import did_you_mean
from briefing.ingest.draft import Stated
from briefing.ingest.published import DayRead, read_day
from briefing.model.article import Kind, Published
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.config.schema import FactsConfig

KEYS = (
    "headline",
    "byline",
    "publisher",
    "published",
    "modified",
    "retrieved",
    "url",
    "language",
    "kind",
)
PICTURES = "illustrations"
"""The key of an article's pictures, which are no fact of its publication."""
KINDS = get_args(Kind)
PRECEDENCE = ("sidecar", "front matter", "record", "config", "page")
LONGEST_FACT = 2000
ZONES_APART = timedelta(days=1)


UNSTATED = Published()


class Facts(NamedTuple):
    """What counts as known about an article, after weighing all statements."""

    values: Mapping[str, Any]
    """Checked values by key; a key that nobody states is missing."""
    published: Published = UNSTATED
    """When it was published, and who states it."""
    kind_evidence: str | None = None
    """Who states the kind; None when nobody does."""
    problems: tuple[Problem, ...] = ()
    """Values that could not be used."""


def from_config(path: str, facts: Mapping[str, FactsConfig]) -> Stated:
    """Give what the config states for a path, by its globs."""
    values: dict[str, Any] = {}
    rules: dict[str, str] = {}
    for glob, section in facts.items():
        if not fnmatchcase(path, glob) and not fnmatchcase(
            path.partition("#")[0], glob
        ):
            continue
        for key in KEYS:
            if (value := getattr(section, key, None)) is not None:
                values[key], rules[key] = value, f"glob {glob}"
    return Stated("config", values, rules)


def settle_facts(where: str, stated: Sequence[Stated], *, timezone: str) -> Facts:
    """Weigh the statements about one article, checking each value.

    A value that cannot be used is a problem, and the next statement counts.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    published, kind_evidence = Published(), None
    for place in sorted(stated, key=lambda place: PRECEDENCE.index(place.source)):
        for key in KEYS:
            raw = place.facts.get(key)
            if key in values or raw is None or raw == "":
                continue
            value, fault = _check(key, raw, timezone)
            if fault:
                problems.append(Problem(where, f"{place.source}: {key}: {fault}"))
                continue
            values[key] = value
            if key == "published":
                published = _published(place, raw, value)
            elif key == "kind":
                kind_evidence = f"{place.source}: kind: {value}"
    if fault := _fault_of_order(published, values):
        problems.append(Problem(where, fault))
        published = Published()
        del values["published"]
    return Facts(values, published, kind_evidence, tuple(problems))


def _fault_of_order(published: Published, values: Mapping[str, Any]) -> str | None:
    """Say so when a page claims a day after the one on which it was fetched."""
    day, retrieved = published.day, values.get("retrieved")
    if published.source != "page" or not day or not retrieved:
        return None
    if isinstance(retrieved, datetime):
        retrieved = retrieved.date()
    if day <= retrieved + ZONES_APART:
        return None
    return f"page: published: {day} is after it was retrieved, {retrieved}; left out"


def _published(place: Stated, raw: object, value: date) -> Published:
    reading = "stated-day" if type(value) is date else "stated-moment"
    rule = place.rules.get("published", reading)
    if isinstance(raw, DayRead):
        return Published(value, place.source, raw.words, rule)
    evidence = raw.isoformat() if isinstance(raw, date) else raw
    return Published(value, place.source, f"published: {evidence}", rule)


def _check(key: str, raw: object, timezone: str) -> tuple[Any, str | None]:
    """Give the value to use, or what is wrong with it."""
    if key in {"published", "modified", "retrieved"}:
        value = read_day(raw, timezone=timezone)
        shown = str(raw)[:60]
        fault = f"'{shown}' is no day; write it as 2025-02-07 or 2025-02-07 18:00"
        return value, None if value else fault
    if isinstance(raw, list) and raw and all(isinstance(word, str) for word in raw):
        raw = ", ".join(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raw = str(raw)  # a publisher may be called 20
    if not isinstance(raw, str) or not "".join(filter(str.isprintable, raw)).strip():
        return None, "is no text; left out"  # signs that cannot be seen name nobody
    text = " ".join(raw.split())[:LONGEST_FACT]
    return text, _fault_of_text(key, text)


def _fault_of_text(key: str, text: str) -> str | None:
    if key == "kind" and text not in KINDS:
        known = ", ".join(KINDS)
        return f"'{text}' is not one of {known}{did_you_mean(text, KINDS)}"
    if key == "url" and not _is_web_address(text):
        return "is no http or https address; left out"
    return None


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in url


def refuse_unknown(
    where: str, facts: Mapping[Any, Any], *, lenient: bool = False
) -> tuple[Problem, ...]:
    """Name the keys that mean nothing here, each with the nearest right key.

    Args:
        where: the file, for the message.
        facts: keys as found.
        lenient: say only what looks like a slip of the pen; front matter holds
            many keys that are meant for others.
    """
    problems = []
    known = (*KEYS, PICTURES)
    for key in facts:
        if key not in known:
            hint = did_you_mean(str(key), known)
            if hint or not lenient:
                what = f"'{key}' is no fact that can be stated{hint}"
                problems.append(Problem(where, what))
    return tuple(problems)
