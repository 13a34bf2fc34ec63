"""Checks that a record holds together: numbers, ids, pointers and days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.verify.calendar import published_days
from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
ROLES = frozenset({"news", "ahead", "background"})


def items_of(record: Json) -> Iterator[tuple[tuple[str | int, ...], Json]]:
    """Yield each item with the path that leads to it."""
    for number, section in enumerate(record["sections"]):
        for place, item in enumerate(section["items"]):
            yield ("sections", number, "items", place), item


def sentence_citations(sentence: Json) -> list[int]:
    """Give the numbers of all citations of a sentence, its own first."""
    return [sentence["citation"], *sentence.get("also", [])]


def check_structure(record: Json) -> Iterator[Finding]:
    """Yield ids that are double or unknown, empty items, unused citations."""
    yield from _check_issue(record)
    yield from _check_unique(record)
    yield from _check_items(record)
    yield from _check_entries(record)
    yield from _check_used(record)
    yield from _check_tally(record)


def _check_tally(record: Json) -> Iterator[Finding]:
    """Check the printed counts of articles against the list of articles."""
    for use in ("news", "background"):
        counted = sum(article.get("use") == use for article in record["articles"])
        told = record.get("tally", {}).get(use, counted)
        if told != counted:
            what = f"{told} articles are counted as {use}, {counted} are listed so"
            yield Finding(("tally", use), what)


def _check_issue(record: Json) -> Iterator[Finding]:
    issue = record["issue"]
    days = {}
    for key in ("from", "to", "cut_off", "as_of"):
        try:
            days[key] = date.fromisoformat(issue[key][:10])
        except ValueError:
            yield Finding(("issue", key), f"issue.{key} is no day: {issue[key]!r}")
            return
    if days["from"] > days["to"]:
        yield Finding(("issue", "from"), "the issue ends before it begins")
    if issue["id"] != issue["to"]:
        yield Finding(
            ("issue", "id"),
            f"the issue's id is {issue['id']}, its last day {issue['to']}",
        )
    span = (issue.get("last_day") or 0) - (issue.get("first_day") or 0)
    if issue.get("first_day") and span != (days["to"] - days["from"]).days:
        yield Finding(
            ("issue", "first_day"), "its day numbers are not those of its days"
        )
    for place, article in enumerate(record["articles"]):
        published = min(published_days(article.get("published")), default=None)
        late = published and published.isoformat() > issue["as_of"][:10]
        if late and article.get("citations"):
            what = f"'{article['id']}' was published after the issue, {published}"
            yield Finding(("articles", place, "published"), what)


def _check_unique(record: Json) -> Iterator[Finding]:
    ids = {
        "item": [item["id"] for _, item in items_of(record)],
        "section": [section["id"] for section in record["sections"]],
        "figure": [figure["id"] for figure in record["figures"]],
        "article": [article["id"] for article in record["articles"]],
    }
    for kind, found in ids.items():
        for each, times in Counter(found).items():
            if times > 1:
                yield Finding((), f"the {kind} '{each}' stands {times} times")


def _check_items(record: Json) -> Iterator[Finding]:
    figures = {figure["id"] for figure in record["figures"]}
    articles = {each["number"]: each["article"] for each in record["citations"]}
    for path, item in items_of(record):
        name = f"item '{item['id']}'"
        sentences = item["sentences"]
        if not item["text"].strip() or not sentences:
            yield Finding(path, f"{name} has no text")
        joined = " ".join(sentence["text"] for sentence in sentences)
        if item["text"].split() != joined.split():
            yield Finding((*path, "text"), f"the text of {name} is not its sentences")
        if item["role"] not in ROLES:
            yield Finding((*path, "role"), f"{name} has the role '{item['role']}'")
        cited = {number for each in sentences for number in sentence_citations(each)}
        if cited != set(item["citations"]) or not cited:
            yield Finding(
                (*path, "citations"), f"the citations of {name} are not its sentences'"
            )
        article = item.get("article") or None
        if sentences and article not in (None, articles.get(sentences[0]["citation"])):
            yield Finding((*path, "article"), f"{name} is not of '{article}'")
        for figure in sorted(set(item["figures"]) - figures):
            yield Finding(
                (*path, "figures"), f"{name} points to figure '{figure}', unknown"
            )


def _check_entries(record: Json) -> Iterator[Finding]:
    lengths = {item["id"]: len(item["sentences"]) for _, item in items_of(record)}
    figures = {figure["id"] for figure in record["figures"]}
    for number, section in enumerate(record["sections"]):
        for place, entry in enumerate(section.get("entries", [])):
            path = ("sections", number, "entries", place)
            for key, chosen in (
                ("item", "sentences"),
                ("dispute", "dispute_sentences"),
            ):
                target = entry.get(key)
                if target is None:
                    continue
                if target not in lengths:
                    yield Finding(
                        (*path, key), f"an entry points to '{target}', unknown"
                    )
                elif any(not 0 <= n < lengths[target] for n in entry.get(chosen, [])):
                    yield Finding(
                        (*path, chosen), f"an entry points past the end of '{target}'"
                    )
            if entry.get("figure") not in (None, *figures):
                yield Finding(
                    (*path, "figure"),
                    f"an entry points to '{entry['figure']}', unknown",
                )


def _check_used(record: Json) -> Iterator[Finding]:
    numbers = {citation["number"] for citation in record["citations"]}
    used = {number for _, item in items_of(record) for number in item["citations"]}
    used |= {
        claim["citation"] for each in record["figures"] for claim in each["claims"]
    }
    used |= {each.get("citation") for each in record.get("held", [])} - {None}
    for number in sorted(numbers - used):
        yield Finding(("citations", number - 1), f"citation {number} is used nowhere")
    for number in sorted(used - numbers):
        yield Finding(("citations",), f"citation {number} is used but not listed")
