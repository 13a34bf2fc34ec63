"""The lines that the templates of the house styles print beside quotes, word for word.

Which of them a style prints is known of a template that comes with the program; of one
that a desk has changed, nothing is expected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.verify.chain import MANUSCRIPT
from briefing.verify.doubts import unconfirmed_lines
from briefing.verify.phrases import pointers_of, read_of, unread_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.wording import Wording

Json = dict[str, Any]


class Line(NamedTuple):
    """A line that stands in the manuscript unless somebody took it out."""

    text: str
    """The line."""
    told: bool = False
    """Whether somebody else says that it was taken out."""


def expected_lines(record: Json, wording: Wording) -> Iterator[Line]:
    """Yield each line that a style prints beside quotes, figures and sources."""
    if layout := wording.layout(MANUSCRIPT):
        yield from map(Line, _top_lines(record, wording, layout))
        yield from _gap_lines(record, wording, layout)
    sections = [
        each for each in record["sections"] if _is_printed(each, record, layout)
    ]
    for section in sections:
        if section.get("empty"):
            if layout:
                yield Line(wording.labels["nothing"])
        elif wording.section(section["type"]):
            yield from _section_lines(section, record, wording)


def possible_lines(record: Json, wording: Wording) -> Iterator[str]:
    """Yield lines that a desk's own template may have kept as they were."""
    for layout in ("base", "sitrep", "assessment"):
        try:
            yield from _top_lines(record, wording, layout)
            for line in _gap_lines(record, wording, layout):
                yield line.text
        except KeyError:
            continue  # the style has no words for it
    yield wording.labels["nothing"]
    for section in record["sections"]:
        yield from pointers_of(section, record, wording)
    for layout in ("base", "note"):
        yield from _colophon(record, wording, layout)
    yield unread_of(record, wording)


def _is_printed(section: Json, record: Json, layout: str) -> bool:
    """Say whether a section is printed; one told whole by takeaways mostly is not."""
    items = section["items"]
    if layout != "sitrep":
        items = [
            each
            for each in items
            if len(each.get("in_takeaways") or ()) < len(each["sentences"])
        ]
    return bool(
        section.get("empty")
        or section.get("entries")
        or items
        or section["type"] == "colophon"
        or (section["type"] == "sources" and record["articles"])
    )


def _section_lines(section: Json, record: Json, wording: Wording) -> Iterator[Line]:
    labels, kind = wording.labels, section["type"]
    layout = wording.section(kind)
    if kind == "topic" and wording.section("takeaways"):
        yield from map(Line, pointers_of(section, record, wording))
    elif kind == "sources":
        cited = any(each.get("citations") for each in record["articles"])
        if layout == "assessment" and cited:
            yield Line(labels["endnotes_hint"])
        if line := unread_of(record, wording) if layout != "note" or not cited else "":
            yield Line(line)
    elif kind == "colophon":
        yield from map(Line, _colophon(record, wording, layout))


def _number(record: Json, wording: Wording) -> str:
    issue, labels = record["issue"], wording.labels
    if issue["number"] is not None:
        return f"{labels['number']} {issue['number']}"
    return f"{labels['issued']} {wording.day(issue['as_of'], 'date')}"


def _top_lines(record: Json, wording: Wording, layout: str) -> Iterator[str]:
    """Yield the lines above the first section."""
    edition, issue, labels = record["edition"], record["issue"], wording.labels
    number = _number(record, wording)
    if layout in ("sitrep", "assessment"):
        desk = f"{edition['desk']} · " if edition.get("desk") else ""
        yield f"{desk}{labels['kind']} · {number}"
    else:
        yield f"{edition.get('desk') or labels['house']} · {number}"
    if issue["label"]:
        yield issue["label"]
    period = f"{labels['period']} {wording.period(issue['from'], issue['to'])}"
    facts = [*_first_fact(issue, wording, layout), period]
    if layout not in ("sitrep", "assessment"):
        facts.reverse()
    facts.append(read_of(record["tally"], wording))
    if layout == "assessment":
        cut_off = labels["cut_off"].format(
            moment=wording.day(issue["cut_off"], "moment")
        )
        yield f"{cut_off} {labels['nothing_later']}"
    upcoming = issue.get("next")
    if layout == "sitrep":
        day = wording.day(upcoming, "day_year")
        yield f"{labels['next_report']} {day}" if upcoming else labels["no_next"]
    elif upcoming:
        facts.append(f"{labels['next']} {wording.day(upcoming, 'day')}")
    if compared := record.get("compared"):
        facts.append(_changed(compared, wording))
    yield " · ".join(facts)
    yield labels["hint"]


def _first_fact(issue: Json, wording: Wording, layout: str) -> list[str]:
    labels = wording.labels
    if layout == "assessment":
        return []
    if layout == "sitrep":
        return [f"{labels['as_of']} {wording.day(issue['cut_off'], 'moment')}"]
    return [f"{labels['read_to']} {wording.day(issue['cut_off'], 'day')}"]


def _changed(compared: Json, wording: Wording) -> str:
    labels = wording.labels
    if compared["number"] is not None:
        since = labels["since_issue"].format(number=compared["number"])
    else:
        day = wording.day(compared["issue"], "date")
        since = labels["since_day"].format(day=day)
    changed = labels["changed"].format(
        new=compared["new"],
        developing=compared["developing"],
        revised=len(compared["revised"]),
        withdrawn=len(compared["withdrawn"]),
    )
    return f"{since} {changed}"


def _gap_lines(record: Json, wording: Wording, layout: str) -> Iterator[Line]:
    """Yield what is not covered, or cannot be confirmed; what is gone is told apart."""
    sources = any(each["type"] == "sources" for each in record["sections"])
    if layout == "note" or not sources:
        return
    gaps: Sequence[str] = [gap["what"] for gap in record.get("gaps", ())]
    if layout == "assessment":
        yield from map(Line, unconfirmed_lines(record, wording))
        if gaps:
            yield Line(wording.labels["not_reported"])
    yield from (Line(gap, told=True) for gap in gaps)


def _colophon(record: Json, wording: Wording, layout: str) -> Iterator[str]:
    labels, tally = wording.labels, record["tally"]
    read = labels["read"].format(
        articles=wording.count(tally["read"], "articles"),
        news=tally["news"],
        background=tally["background"],
    )
    moment = wording.day(record["issue"]["cut_off"], "moment")
    told = [read, labels["cut_off"].format(moment=moment)]
    if compared := record.get("compared"):
        told.append(
            labels["compared"].format(file=compared["file"], sha256=compared["sha256"])
        )
    problems = [f"{each['where']}: {each['what']}" for each in record["problems"]]
    if layout == "note":
        yield " ".join([*told, *(f"{each}." for each in problems)])
        return
    for kind in ("undated", "inferred"):
        if tally.get(kind):
            articles = wording.count(tally[kind], "articles")
            told.append(labels[kind].format(articles=articles))
    made = labels["made_with"].format(version=record["version"], style=wording.title)
    yield " ".join([labels["method"], *told, made])
    if problems:
        yield labels["problems"]
    yield from problems
