"""Checks what a manuscript prints beside sentences: title, period, counts, notes.

A house style words these as it likes. So a block is held to the record only where it
can be told that it came from there: it repeats a text of the record but for a word
or two, or it has the words around a number that the shipped styles have. All other
blocks without a citation mark are an editor's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.verify.calendar import MONTHS, WEEKDAYS, days_fit, find_days, place_of
from briefing.verify.compare import Likeness, changes, most_like
from briefing.verify.phrases import style_phrases
from briefing.verify.printed import Printed
from briefing.verify.slips import is_nearly
from briefing.verify.words import spell, split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.wording import Wording
    from briefing.verify.words import Word

Json = dict[str, Any]

_ALIKE = 0.75
_LONGEST = 400
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record says that is printed beside sentences."""

    phrases: tuple[tuple[str, ...], ...]
    """Texts that are printed word for word."""
    counts: dict[str, int | str]
    """Numbers by name: number, news, read ..."""
    days: dict[str, date]
    """Days by name: from, to, cut_off, as_of, next."""
    unread: tuple[tuple[tuple[str, ...], date | None], ...]
    """Publisher and day of the articles that are not quoted, in order."""
    known: frozenset[tuple[str, ...]] = frozenset()
    """All texts that may be printed, where `phrases` are those that nowhere stand."""


def facts_of(record: Json, wording: Wording | None = None) -> Facts:
    """Collect the facts of a record, in the words of its style if these are known."""
    issue, tally = record["issue"], record.get("tally", {})
    texts = [record["edition"]["title"], issue["label"], record["edition"].get("desk")]
    texts += [section["title"] for section in record["sections"]]
    texts += [
        entry.get("title")
        for section in record["sections"]
        for entry in section.get("entries", [])
    ]
    texts += [gap["what"] for gap in record.get("gaps", [])]
    texts += [f"{each['where']}: {each['what']}" for each in record.get("problems", [])]
    texts += style_phrases(record, wording) if wording else ()
    counts = {key: tally[key] for key in tally if isinstance(tally[key], int)}
    counts |= {"number": issue["number"], "version": record.get("version", "")}
    counts |= _changes(record.get("compared") or {})
    counts |= {"time": issue["cut_off"][11:16]}
    days = {key: issue.get(key) for key in ("from", "to", "cut_off", "as_of", "next")}
    return Facts(
        phrases=tuple(dict.fromkeys(split_source(text) for text in texts if text)),
        counts=counts,
        days={key: date.fromisoformat(day[:10]) for key, day in days.items() if day},
        unread=tuple(
            (
                split_source(each.get("publisher") or ""),
                date.fromisoformat(each["published"][:10])
                if each.get("published")
                else None,
            )
            for each in record["articles"]
            if not each.get("citations")
        ),
    )


def _changes(compared: Json) -> dict[str, int]:
    """Count what changed since the issue before."""
    lists = {key: len(compared.get(key, ())) for key in ("revised", "withdrawn")}
    return lists | {key: compared.get(key, 0) for key in ("new", "developing")}


_COUNTED = (
    (r"\bNo \. (\d+)$", "number"),
    (r"^Issue (\d+)$", "number"),
    (r"\bFrom (\d+) of \d+ articles?\b", "news"),
    (r"\bFrom \d+ of (\d+) articles?\b", "read"),
    (r"\b(\d+) more as background\b", "background"),
    (r"\bRead : (\d+) articles?\b", "read"),
    (r"\b(\d+) quoted as news\b", "news"),
    (r"\bquoted as news and (\d+) as background\b", "background"),
    (r"\bno day of publication is stated : (\d+) articles?\b", "undated"),
    (r"\bset in brackets : (\d+) articles?\b", "inferred"),
    (r"\b(\d+) new , \d+ developing\b", "new"),
    (r"\b(\d+) developing\b", "developing"),
    (r"\bfigures : (\d+) revised\b", "revised"),
    (r"\b(\d+) taken back\b", "withdrawn"),
    (r"\bSet with briefing ([\d.]+)", "version"),
    (r"\bCut - off .{0,40}?, (\d+:\d+)", "time"),
)
"""Words of the shipped styles around a number, and the number's name."""
_DATED = {
    ("Period",): ("from", "to"),
    ("Read", "to"): ("cut_off", "cut_off"),
    ("Next",): ("next", "next"),
    ("Issued",): ("as_of", "as_of"),
}
"""Words of the shipped styles before a day, and the first and last day meant."""
_CUT_OFF = ("Cut", "-", "off")
_UNREAD = ("Read", ",", "not", "quoted", ".")
_LONGEST_DAY = 8


@cache
def _counted() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), name) for pattern, name in _COUNTED)


def check_furniture(
    words: Sequence[Word], facts: Facts, *, heading: bool = False
) -> Iterator[tuple[int, str]]:
    """Yield what is wrong in a run of words that is no printed sentence.

    Args:
        words: The words.
        facts: What the record says.
        heading: Whether they are a heading, which an editor may word anew; then
            only a changed name or number in it is a fault.
    """
    if not words:
        return
    texts = [word.text for word in words]
    told = list(_check_phrases(words, facts, heading=heading))
    if not told:
        told = [*_check_counts(words, texts, facts), *_check_days(words, texts, facts)]
    yield from told


def _check_phrases(
    words: Sequence[Word], facts: Facts, *, heading: bool
) -> Iterator[tuple[int, str]]:
    """Check for a text of the record, or a label, with a slip in it."""
    if len(words) > _LONGEST:
        return
    for part in _parts(words):
        now = tuple(word.text for word in part)
        if now in facts.phrases or now in facts.known:
            continue
        phrase = next(
            (each for each in facts.phrases if is_nearly(now, each, named=heading)),
            None,
        )
        if phrase:
            whole = Likeness(Printed("", phrase, ()), 0, 1.0, 1.0)
            yield _first_change(part, whole)
            return
    if not heading:
        for part in _parts(words):
            if tuple(word.text for word in part) not in facts.known:
                yield from _check_long(part, facts)


def _first_change(words: Sequence[Word], likeness: Likeness) -> tuple[int, str]:
    line, change = next(iter(changes(words, likeness)), (words[0].line, ""))
    return line, f"this is not what the record says {change}".rstrip()


def _check_long(words: Sequence[Word], facts: Facts) -> Iterator[tuple[int, str]]:
    """Check for a longer text of the record that stands, changed, among others."""
    long = [each for each in facts.phrases if len(each) > _SHORT]
    likeness = most_like(
        words, [Printed("", phrase, ()) for phrase in long], least=_ALIKE
    )
    if likeness and likeness.share >= _ALIKE and _in_one(words, likeness):
        end = likeness.start + len(likeness.sentence.words)
        yield _first_change(words[:end], likeness)


def _in_one(words: Sequence[Word], likeness: Likeness) -> bool:
    """Say whether the words of a text stand together, not strewn over a line."""
    phrase = likeness.sentence.words
    part = [word.text for word in words[likeness.start :]]
    matcher = SequenceMatcher(a=phrase, b=part, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    reach = blocks[-1].b + blocks[-1].size - blocks[0].b
    return reach <= len(phrase) + _SHORT


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Cut a line at its dots: "Desk · No. 2"."""
    part: list[Word] = []
    for word in words:
        if word.text != "·":
            part.append(word)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _check_counts(
    words: Sequence[Word], texts: list[str], facts: Facts
) -> Iterator[tuple[int, str]]:
    line = " ".join(texts)
    for pattern, name in _counted():
        for match in pattern.finditer(line):
            known = facts.counts.get(name)
            found = match[1].rstrip(".")
            if known is not None and found != str(known):
                at = line[: match.start(1)].count(" ")
                what = (
                    f"this number is not the record's (was: '{known}', is: '{found}')"
                )
                yield words[at].line, what


def _check_days(
    words: Sequence[Word], texts: list[str], facts: Facts
) -> Iterator[tuple[int, str]]:
    parts = list(_parts(words))
    for part in parts if len(parts) > 1 else []:
        if tuple(word.text for word in part) in facts.known:
            continue
        for cue, (first, last) in _DATED.items():
            if _opens(part, cue) and last in facts.days:
                run = facts.days[first], facts.days[last]
                yield from _check_day(part[len(cue) :], run)
    at = _find(texts, _CUT_OFF)
    if at is not None and texts[at + len(_CUT_OFF)][:1].isdigit():
        cut_off = facts.days["cut_off"]
        yield from _check_day(words[at + len(_CUT_OFF) :], (cut_off, cut_off))
    if _opens(words, _UNREAD):
        yield from _check_unread(words, texts, facts)


def _check_unread(
    words: Sequence[Word], texts: list[str], facts: Facts
) -> Iterator[tuple[int, str]]:
    """Check the line of the articles that are not quoted, which may be cut short."""
    known = [day for _, day in facts.unread if day]
    for (at, *found), day in zip(find_days(texts), known, strict=False):
        if found != [day.day, day.month, day.year]:
            was_is = f"(was: {day}, is: {spell(texts[at : at + 3])!r})"
            yield words[at].line, f"the day of an unquoted article is another {was_is}"
    left = list(texts)
    for publisher, _ in facts.unread[: left.count(";") + 1]:
        place = _find([*left, ""], publisher)
        if place is None:
            was = f"(was: {spell(publisher)!r})"
            yield words[0].line, f"an unquoted article's publisher is changed {was}"
        else:
            left[place : place + len(publisher)] = [""]


def _opens(words: Sequence[Word], cue: tuple[str, ...]) -> bool:
    return tuple(word.text for word in words[: len(cue)]) == cue


def _find(texts: Sequence[str], phrase: tuple[str, ...]) -> int | None:
    starts = range(len(texts) - len(phrase))
    return next(
        (at for at in starts if tuple(texts[at : at + len(phrase)]) == phrase), None
    )


def _check_day(
    words: Sequence[Word], run: tuple[date, date]
) -> Iterator[tuple[int, str]]:
    """Check the words of a day, up to a stop, against the days that are meant."""
    texts = [word.text for word in words[:_LONGEST_DAY]]
    end = next((at for at, text in enumerate(texts) if text in ".,"), len(texts))
    texts = texts[:end]
    named = all(
        place_of(text, MONTHS) is not None or place_of(text, WEEKDAYS) is not None
        for text in texts
        if text.isalpha()
    )
    if not (named and days_fit(texts, *run)):
        was = f"{run[0]}" if run[0] == run[1] else f"{run[0]} to {run[1]}"
        what = f"this day is not the record's (was: {was}, is: {spell(texts)!r})"
        yield words[0].line, what
