"""The sentences that an issue prints, as its record has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.text.days import is_day_of
from briefing.verify.calendar import days_fit
from briefing.verify.structure import items_of, sentence_citations
from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.verify.wording import Wording

Json = dict[str, Any]

STOPS = frozenset(".!?:…·|")
"""Signs after which a sentence may begin."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence that must stand in the manuscript as it is, or not at all."""

    name: str
    """Its item and place, for messages: "kursk-1, sentence 2"."""
    words: tuple[str, ...]
    """Its words."""
    marks: tuple[int, ...]
    """The citation marks that follow it."""
    leads: tuple[tuple[str, ...], ...] = ()
    """Words that may stand right before it: its item's label, its topic's title."""
    item: str = ""
    """Id of its item."""
    days: tuple[tuple[date, date], ...] = ()
    """Runs of days under which a timeline has it, first and last."""
    day_words: tuple[tuple[str, ...], ...] = ()
    """The same days as its style prints them, where that is known."""
    english: bool = False
    """Whether the issue's own words, such as names of days, are English."""
    developing: bool = False
    """Whether its item may be marked as a story that goes on."""
    articles: int = 1
    """How many articles report its item."""
    origins: int = 1
    """How many independent origins they have."""
    disputes: bool = False
    """Whether it may stand in a takeaway, as what a party says against it."""


def printed_sentences(
    record: Json, wording: Wording | None = None
) -> tuple[Printed, ...]:
    """Give every sentence that the issue prints, in the words of its style."""
    timed = wording if wording and wording.section("timeline") else None
    entries = [
        entry for each in record["sections"] for entry in each.get("entries", [])
    ]
    issued = {each["id"]: each.get("published") for each in record["articles"]}
    disputes = {entry["dispute"] for entry in entries if entry.get("dispute")}
    found = []
    for _, item in items_of(record):
        own = [entry for entry in entries if entry.get("item") == item["id"]]
        leads = [item.get("label"), *(entry.get("title") for entry in own)]
        published = issued.get(item.get("article"))
        if wording and leads[0] and is_day_of(leads[0], published):
            leads.append(wording.day(published, "date"))
        days = [
            (_day(entry["day"]), _day(entry.get("last_day") or entry["day"]))
            for entry in own
            if entry.get("day")
        ]
        words = [day_of(each, record["issue"], timed) for each in own] if timed else []
        found += [
            Printed(
                name=f"'{item['id']}', sentence {place}",
                words=split_source(sentence["text"]),
                marks=tuple(dict.fromkeys(sentence_citations(sentence))),
                leads=tuple(split_source(lead) for lead in leads if lead),
                item=item["id"],
                days=tuple(days),
                day_words=tuple(each for each in words if each),
                english=record["edition"].get("language", "").startswith("en"),
                developing=item.get("change") == "developing",
                articles=item.get("outlets") or 1,
                origins=item.get("origins") or 1,
                disputes=item["id"] in disputes,
            )
            for place, sentence in enumerate(item["sentences"], start=1)
        ]
    return tuple(found)


def _day(day: str) -> date:
    return date.fromisoformat(day[:10])


def day_of(entry: Json, issue: Json, wording: Wording) -> tuple[str, ...]:
    """Give the day or days before an entry of a timeline, without a stop behind."""
    begin, end = issue["from"], issue["to"]
    first, last = entry.get("day"), entry.get("last_day")
    if not first:
        return ()
    form = "short_day"
    if begin[:7] != end[:7]:
        form = "short_date" if begin[:4] == end[:4] else "date"
    if not last or last == first:
        told = wording.day(first, form)
    elif form == "date":
        told = wording.period(first, last)
    else:
        told = f"{wording.day(first, form)}–{wording.day(last, form)}"
    return without_stops(split_source(told))


def without_stops(words: Sequence[str]) -> tuple[str, ...]:
    """Give words without the stops behind the last."""
    end = len(words)
    while end and words[end - 1] in STOPS:
        end -= 1
    return tuple(words[:end])


def is_day(words: Sequence[str], sentence: Printed) -> bool:
    """Say whether words are a day under which a timeline has a sentence."""
    if sentence.day_words:
        return without_stops(words) in sentence.day_words
    return any(days_fit(words, *run, english=sentence.english) for run in sentence.days)


def closing_of(sentence: Printed, wording: Wording) -> tuple[str, ...]:
    """Give what a style prints in brackets behind the item of a sentence."""
    told = []
    if sentence.articles > 1:
        articles = wording.count(sentence.articles, "articles")
        told.append(f"{articles}, {wording.count(sentence.origins, 'origins')}")
    if sentence.developing:
        told.append(wording.labels["developing"])
    return split_source(f"({'; '.join(told)})") if told else ()


def by_opening(sentences: tuple[Printed, ...]) -> dict[str, list[Printed]]:
    """Index sentences by their first word, the longest first."""
    index: dict[str, list[Printed]] = {}
    for sentence in sorted(sentences, key=lambda each: -len(each.words)):
        if sentence.words:
            index.setdefault(sentence.words[0], []).append(sentence)
    return index
