"""The reasons that an issue's JSON holds, in lines to read."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing.cli.speech import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Record = dict[str, Any]
"""An issue's JSON, or a part of it."""

WIDTH = 88
"""Columns of a line that is folded."""
_LABEL = 12
_TOTAL = "total"
_ROLES = {
    "news": "news: its days lie in the window, or since the last one, or its article "
    "is new and it names no day",
    "ahead": "ahead: it tells of something announced, after the window",
    "background": "background: it tells of days before the window",
}
_PARTS = {
    "event": "the day of the event",
    "ahead": "still to come",
    "said": "the day of saying",
    "begin": "only begins a time",
    "end": "only ends a time",
    "state": "up to when it is known",
    "compared": "another time, compared with",
    "name": "part of a name",
    "aside": "of something told by the way",
    "off": "put off or called off",
    "unreal": "of what might have been",
    "filed": "in the dateline",
    "quoted": "the day of saying, in quoted words",
    "inherited": "inherited from the sentence before",
    "no day": "names no day",
}
"""What a time expression does in its sentence, in words."""
_TALLY = {
    "news": "quoted as news",
    "background": "as background only",
    "undated": "held for want of a publication day",
}


def sum_up(record: Record) -> Iterator[str]:
    """Sum up an issue: its days, its articles, its sections."""
    edition, issue, tally = record["edition"], record["issue"], record.get("tally", {})
    number = f", issue {issue['number']}" if issue.get("number") else ""
    yield f"{edition['title']}{number}: {issue['from']} to {issue['to']}"
    read = f"{counted(tally['read'], 'article')} read, " if tally else ""
    yield _line("articles", f"{read}published up to {issue['cut_off']}")
    yield _line("as of", issue["as_of"])
    counts = ", ".join(f"{tally.get(key, 0)} {what}" for key, what in _TALLY.items())
    if tally:
        yield _line("of these", counts)
    yield ""
    for section in record["sections"]:
        items = section["items"]
        cited = sorted({number for item in items for number in item["citations"]})
        shown = f"; citations {_runs(cited)}" if cited else ""
        entries = section.get("entries", ())
        if not items and not entries:
            continue
        count = (
            counted(len(items), "item")
            if items
            else counted(len(entries), "entry", "entries")
        )
        yield _line(section["title"], f"{count}{shown}", width=_LABEL * 2)
    yield ""
    standings = Counter(figure["status"] for figure in record.get("figures", ()))
    yield _line("figures", _counted(standings))
    yield _line("held back", f"{len(record.get('held', ()))} (see --rejected)")
    yield _line("problems", str(len(record.get("problems", ()))))
    for problem in record.get("problems", ()):
        yield f"  {problem['where']}: {problem['what']}"


def explain_citation(record: Record, citation: Record) -> Iterator[str]:
    """Say where a citation comes from and why it is printed."""
    number = citation["number"]
    article: Record = next(
        (one for one in record["articles"] if one["id"] == citation["article"]), {}
    )
    yield f"[{number}] {citation['quote']}"
    yield ""
    yield from _source(citation, article)
    printed = list(_printed(record, number))
    for section, item, sentence in printed:
        yield ""
        if sentence["citation"] != number:
            yield _line("stands by", f"[{sentence['citation']}], which it bears out")
        yield from _item(section, item, sentence)
    if not printed:
        yield ""
        yield "No item prints it: it stands for what was held back or for a figure."
    yield from _figures(record, number)
    for one in record.get("held", ()):
        if one.get("citation") == number:
            yield _line("held back", one["why"])


def _source(citation: Record, article: Record) -> Iterator[str]:
    publisher = article.get("publisher") or "publisher not stated"
    headline = article.get("headline") or "no headline"
    yield _line("article", f"{publisher}, “{headline}”")
    place = f"{article.get('path')}, characters {citation['start']}-{citation['end']}"
    if citation.get("paragraph"):
        place += f", paragraph {citation['paragraph']}"
    yield _line("place", place)
    evidence = article.get("published_evidence")
    published = str(article.get("published") or "not stated")
    yield _line("published", f"{published} ({evidence})" if evidence else published)
    yield _line("kind", str(article.get("kind", "original")))


def _printed(record: Record, number: int) -> Iterator[tuple[Record, Record, Record]]:
    """Give each place where a citation is printed: section, item, sentence."""
    for section in record["sections"]:
        for item in section["items"]:
            for sentence in item["sentences"]:
                if number in (sentence["citation"], *sentence.get("also", ())):
                    yield section, item, sentence


def _item(section: Record, item: Record, sentence: Record) -> Iterator[str]:
    yield _line("printed", sentence["text"])
    topic = f"topic {section['topic']}" if section.get("topic") else section["title"]
    yield _line("under", f"{topic}, item {item['id']}")
    yield _line("role", _ROLES.get(str(item["role"]), ""))
    yield _line("days", _days_told(sentence))
    if sentence.get("said_on"):
        yield _line("said on", sentence["said_on"])
    for timex in sentence.get("timexes", ()):
        yield _line("date", timex_words(timex))
    yield _line("said by", sentence.get("attribution") or "nobody is named")
    for edit in sentence.get("edits", ()):
        rest = f", from {edit['evidence']}" if edit.get("evidence") else ""
        words = edit["text"].strip() or "words left out"
        yield _line("edit", f"{words} ({edit['why']}{rest})")
    best = " (of the item's best sentence)" if len(item["sentences"]) > 1 else ""
    yield _line("score", f"{sum_words(item['scores'])}{best}")
    outlets = counted(item.get("outlets", 1), "article")
    origins = counted(item.get("origins", 1), "independent origin")
    yield _line("reported by", f"{outlets}, {origins}")


def sum_words(scores: Mapping[str, float]) -> str:
    """Write a score as a sum: "relevance 0.88 + day 1 - vague 2 = -0.12"."""
    told = ""
    for name, value in scores.items():
        if name == _TOTAL:
            continue
        sign = "-" if value < 0 else "+"
        told += f" {sign} {name} {abs(value):g}" if told else f"{name} {value:g}"
    parts = (value for name, value in scores.items() if name != _TOTAL)
    total = scores.get(_TOTAL, sum(parts))
    return f"{told} = {total:g}" if told else f"{total:g}"


def _figures(record: Record, number: int) -> Iterator[str]:
    for figure in record.get("figures", ()):
        for claim in figure["claims"]:
            if claim["citation"] == number:
                said = claim.get("attribution_name") or claim.get("attribution")
                yield _line(
                    "figure",
                    f"{figure['id']} {figure['label']}: {claim['text']} "
                    f"({said or 'nobody named'}; {figure['status']})",
                )


def _line(label: str, words: str, *, width: int = _LABEL) -> str:
    return textwrap.fill(
        words,
        WIDTH,
        initial_indent=f"{label:{width}} ",
        subsequent_indent=" " * (width + 1),
    )


def timex_words(timex: Record) -> str:
    """Say how a time expression was read: "Thursday -> 2025-02-06, ..."."""
    first, last = (str(timex[key] or "") for key in ("first_day", "last_day"))
    meant = timex["value"]
    if first and first == last and first not in meant:
        meant = f"{meant} ({first})"
    elif first and first != last:
        meant = f"{meant} ({first} to {last})"
    told = [meant, timex["why"], f"rule {timex['rule']}"]
    part = _PARTS.get(timex["part"], timex["part"])
    return f"{timex['text']} -> {', '.join(one for one in told if one)}; {part}"


def _days_told(sentence: Record) -> str:
    """Say which days a sentence tells of, and what they rest on."""
    days, rests_on = sentence["event_days"], sentence.get("days_from")
    if days:
        inherited = {
            "sentence before": ", inherited from the sentence before",
            "another report": ", by another report of the same",
        }
        return _days(days) + inherited.get(str(rests_on), "")
    if rests_on == "publication":
        return (
            "none named; told in the past, so at the latest the day of publication "
            "(never printed as the day of the event)"
        )
    if sentence.get("said_on"):
        return "the day of the event is not told, only that of saying"
    return "it names no day of its own"


def _days(days: list[str]) -> str:
    return days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(counts.items())) or "0"


def _runs(numbers: list[int]) -> str:
    """Write 1, 2, 3, 5 as "1-3, 5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs
    )
