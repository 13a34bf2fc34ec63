"""Checks citations, and that each printed sentence is its quote with marked edits."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from briefing.verify.calendar import MONTHS, WEEKDAYS, published_days
from briefing.verify.report import Finding
from briefing.verify.weight import losses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]

_FAR = 8
"""A bare weekday means a day at most a week from publication, a day's grace added."""
_YEAR = 4
_REOPENED = tuple(f"{mark}[…]" for mark in "“‘\"'„«")


def check_citations(record: Json, texts: Mapping[str, str] | None) -> Iterator[Finding]:
    """Yield citations whose quote is not what stands at their offsets."""
    sums = {article["id"]: article["sha256"] for article in record["articles"]}
    for index, citation in enumerate(record["citations"]):
        path = ("citations", index)
        number, quote = citation["number"], citation["quote"]
        if number != index + 1:
            yield Finding(
                (*path, "number"), f"citation {number} stands in place {index + 1}"
            )
        if sha256(quote.encode()).hexdigest() != citation["sha256"]:
            yield Finding(
                (*path, "quote"),
                f"the quote of citation {number} does not have its sha256",
            )
        if citation["end"] - citation["start"] != len(quote):
            yield Finding(
                (*path, "end"), f"the offsets of citation {number} do not fit its quote"
            )
        article = citation["article"]
        if article not in sums:
            yield Finding(
                (*path, "article"),
                f"citation {number} quotes '{article}', which is not listed",
            )
        if texts is not None:
            yield from _against_text(citation, texts.get(article), (*path, "quote"))


def _against_text(
    citation: Json, text: str | None, path: tuple[str | int, ...]
) -> Iterator[Finding]:
    number = citation["number"]
    if text is None:
        what = f"the article '{citation['article']}' of citation {number} was not given"
        yield Finding(path, what)
        return
    there = text[max(citation["start"], 0) : max(citation["end"], 0)]
    if there != citation["quote"]:
        what = f"citation {number} is not what its article says there"
        yield Finding(path, f"{what} (was: {there!r}, is: {citation['quote']!r})")


def check_articles(record: Json, texts: Mapping[str, str] | None) -> Iterator[Finding]:
    """Yield articles whose text, or whose list of citations, is not as recorded."""
    for index, article in enumerate(record["articles"]):
        text = (texts or {}).get(article["id"])
        if text is not None and _sum(text) != article["sha256"]:
            yield Finding(
                ("articles", index, "sha256"),
                f"the text of '{article['id']}' is not the text that was read",
            )
        quoted = [
            each["number"]
            for each in record["citations"]
            if each["article"] == article["id"] and each.get("printed", True)
        ]
        if sorted(article.get("citations", quoted)) != sorted(quoted):
            yield Finding(
                ("articles", index, "citations"),
                f"'{article['id']}' is quoted by citations {quoted}, not as listed",
            )


def _sum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def apply_edits(citation: Json, edits: list[Json]) -> str:
    """Give the quote of `citation` with `edits` made."""
    out, at = [], citation["start"]
    for edit in edits:
        out += [
            citation["quote"][
                at - citation["start"] : edit["start"] - citation["start"]
            ]
        ]
        out += [edit["text"]]
        at = edit["end"]
    return "".join([*out, citation["quote"][at - citation["start"] :]])


def check_sentence(
    sentence: Json, citation: Json, article: Json, *, words: str | None
) -> Iterator[str]:
    """Yield what is wrong with a printed sentence.

    Args:
        sentence: The sentence as the record has it.
        citation: The citation that quotes it.
        article: The article that is quoted.
        words: The article's text, or all that the record quotes of it; None when
            neither is at hand.
    """
    edits = sentence.get("edits", [])
    if not _in_order(edits, citation):
        yield "its edits do not lie inside its quote, in order"
        return
    printed = apply_edits(citation, edits)
    if sentence["text"].split() != printed.split():
        yield f"it is not its quote (was: {printed!r}, is: {sentence['text']!r})"
    for edit in edits:
        removed = _cut(citation, edit["start"], edit["end"])
        yield from _check_edit(edit, removed)
        if edit["why"] == "day":
            before = _cut(citation, citation["start"], edit["start"])
            yield from _check_day(edit, before, sentence, article)
        elif edit["why"] == "name":
            yield from _check_name(edit, words)
    attribution = sentence["attribution"]
    if attribution and words is not None and not stands_in(attribution, words):
        yield f"its attribution '{attribution}' does not stand in the article"


def _in_order(edits: list[Json], citation: Json) -> bool:
    bounds = [citation["start"]]
    for edit in edits:
        bounds += [edit["start"], edit["end"]]
    return all(left <= right for left, right in pairwise([*bounds, citation["end"]]))


def _cut(citation: Json, start: int, end: int) -> str:
    quote: str = citation["quote"]
    return quote[start - citation["start"] : end - citation["start"]]


def stands_in(phrase: str, words: str) -> bool:
    """Say whether `phrase` stands in `words`, but for case and white space."""
    return " ".join(phrase.split()).lower() in " ".join(words.split()).lower()


def _check_edit(edit: Json, removed: str) -> Iterator[str]:
    inserted = edit["text"].strip()
    own = re.sub(r"\[[^\[\]]+\]", " ", inserted)  # what stands outside brackets
    if inserted in _REOPENED:  # a quotation whose opening was cut is opened again
        own = ""
    if own.strip() and own.split() != removed.split():
        yield f"the edit {inserted!r} is not in square brackets"
    if edit["why"] == "cut" and inserted not in ("[…]", *_REOPENED):
        yield f"a cut is printed as {inserted!r}, not as […]"
    if not own.strip():
        for loss in losses(removed):
            yield f"an edit takes out {loss}"


def _check_name(edit: Json, words: str | None) -> Iterator[str]:
    """Check that a name put in brackets is made of the article's own words."""
    if words is None:
        return
    for name in re.findall(r"\[([^\[\]]+)\]", edit["text"]):
        for word in re.findall(r"\w+", name):
            if not re.search(rf"\b{re.escape(word)}\b", words, re.IGNORECASE):
                yield f"the name '[{name}]' has '{word}', which the article has not"
                return


@cache
def _value() -> re.Pattern[str]:
    return re.compile(
        r"(?P<day>\d{4}-\d\d-\d\d)(?P<night>TNI)?(?!\d)"
        r"|(?P<year>\d{4})-W(?P<week>\d\d)(?P<weekend>-WE)?"
    )


def _known_days(sentence: Json, edit: Json) -> list[date]:
    """Give the days of a sentence, and those that an edit says it rests on."""
    stated = [*sentence["event_days"], sentence["said_on"] or ""]
    days = [date.fromisoformat(day[:10]) for day in stated if day]
    for match in _value().finditer(edit.get("evidence") or ""):
        if match["day"]:
            day = date.fromisoformat(match["day"])
            nights = (-1, 0, 1) if match["night"] else (0,)
            days += [day + timedelta(days=n) for n in nights]
        else:
            week = int(match["year"]), int(match["week"])
            weekdays = (6, 7) if match["weekend"] else range(1, 8)
            days += [date.fromisocalendar(*week, n) for n in weekdays]
    return days


def _check_day(edit: Json, before: str, sentence: Json, article: Json) -> Iterator[str]:
    """Check a day put in brackets against the record and the words before it."""
    inserted = edit["text"]
    days = _known_days(sentence, edit)
    lowered = inserted.lower()
    numbers = [int(number) for number in re.findall(r"\d+", lowered)]
    years = [number for number in numbers if len(str(number)) == _YEAR]
    numbers = [number for number in numbers if number not in years]
    months = [
        n for n, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", lowered)
    ]
    meant = [
        day
        for day in days
        if (day.day in numbers or not numbers)
        and (day.month in months or not months)
        and (day.year in years or not years)
    ]
    missing = set(numbers) - {day.day for day in meant}
    if not meant or missing or set(months) - {day.month for day in meant}:
        yield f"the day {inserted.strip()} is not among the days of the record"
        return
    yield from _check_weekday(before, inserted.strip(), meant, article)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(WEEKDAYS)})\W*$", re.IGNORECASE)


def _check_weekday(
    before: str, inserted: str, meant: list[date], article: Json
) -> Iterator[str]:
    match = _weekday().search(before)
    if not match:
        return
    weekday = WEEKDAYS.index(match[1].lower())
    if all(day.weekday() != weekday for day in meant):
        yield f"{inserted} is no {match[1]}"
    for at in published_days(article.get("published"))[:1]:
        if all(abs((day - at).days) > _FAR for day in meant):
            yield f"{inserted} is no {match[1]} near the article's publication, {at}"
