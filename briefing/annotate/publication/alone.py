"""What an article tells of its publication by itself, without any other.

In order of trust: a line of its frame that holds a full date and nothing else; the
desk's own count of days; a full date of filing or saying; days without a year whose
year the article gives away, by a weekday beside a date, by a length of time counted
from a dated event, or by the day on which it was retrieved. Everything else gives a
bound only: it was not published before the latest past day or month that it names
with its year.

A year named in the text does not by itself give the year of days named without one.
In news of known days such a guess was wrong for five articles of six: "April 20"
stands as well before as after the "June 14, 2010" of the same article.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.period import add_months
from briefing.annotate.publication.finding import Finding, day_words, run_words
from briefing.annotate.publication.frame import find_frame, last_day, next_day
from briefing.annotate.publication.witnesses import FRAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.publication.frame import Frame
    from briefing.annotate.publication.witnesses import Witness
    from briefing.model.article import Article
    from briefing.model.span import DateRange

FRESH = timedelta(days=31)
"""An article is retrieved within this time of its own news, or cannot be tied so."""
NEAR = timedelta(days=1)
"""How exactly a length of time ("six months since") hits the day that it marks."""
YEAR = timedelta(days=366)
_COUNT, _DASH = re.compile(r"\D"), re.compile("[-–—]")
_LONG_COUNT = 4
_UPDATED = re.compile(r"updat|modif|edit|aktualis|mis à jour|actualiz|оновл|обновл")


@cache
def _bare() -> re.Pattern[str]:
    """What may stand beside a date in a line that states the publication day."""
    return re.compile(
        r"(?:[\s\W\d_]|published|posted|publi[ée]|publicado|ver[öo]ffentlicht|stand"
        r"|опубликовано|опубліковано|on|at|am|pm|a\.m|p\.m|by|le|el|um|uhr|г|р|в|о"
        r"|last|updated|modified|edited|aktualisiert|[A-Z]{2,4})*",
        re.IGNORECASE,
    )


def bound_of(witnesses: Sequence[Witness]) -> Witness | None:
    """Give the latest past day or month that an article names with its year."""
    dated = [
        witness
        for witness in witnesses
        if witness.days and witness.role not in FRAME and witness.rule != "day_counts"
    ]
    return max(dated, key=_first, default=None)


def _first(witness: Witness) -> date:
    return witness.days.first if witness.days else date.min


def find_alone(article: Article, witnesses: Sequence[Witness]) -> Finding:
    """Give what an article's own words say about its publication.

    Args:
        article: The article; only its text is read, and the days on which it was
            modified and retrieved.
        witnesses: Its expressions of time (see `find_witnesses`).
    """
    found = next(_ties(article, witnesses), None) or _bound(witnesses)
    updated = next((w for w in witnesses if _is_update(article.text, w)), None)
    limits = {
        "updated": updated.days.first if updated and updated.days else None,
        "modified": _day(article.modified),
        "retrieved": _day(article.retrieved),
    }
    for what, limit in limits.items():
        if limit is not None:
            found = _before(found, limit, f"{what} {day_words(limit)}")
    return found


def _is_update(text: str, witness: Witness) -> bool:
    """Say whether a line tells when the article was last changed."""
    line = witness.sentence.cut(text)
    return (
        witness.role in FRAME
        and witness.days is not None
        and len(witness.days) == 1
        and _UPDATED.search(line.lower()) is not None
    )


def _before(found: Finding, limit: date, evidence: str) -> Finding:
    """Bind a finding to a day after which nothing was published."""
    if found.not_before and found.not_before > limit:
        evidence = f"{found.evidence}; but {evidence}"
        return Finding(None, limit, False, evidence=evidence, rule="contradicted")
    not_after = min(found.not_after or limit, limit)
    evidence = f"{found.evidence}; {evidence}".removeprefix("; ")
    return found._replace(not_after=not_after, evidence=evidence)


def _day(value: date | None) -> date | None:
    return date(value.year, value.month, value.day) if value else None


def _bound(witnesses: Sequence[Witness]) -> Finding:
    latest = bound_of(witnesses)
    if latest is None or latest.days is None:
        return Finding(None, None, False, "no-day", "")
    evidence = f"it names {run_words(latest.days)} (“{latest.text}”) as past"
    return Finding(latest.days.first, None, False, "latest-named", evidence)


def _ties(article: Article, witnesses: Sequence[Witness]) -> Iterator[Finding]:
    """Yield what ties the article to a day, the surest first."""
    floor = _first(bound) if (bound := bound_of(witnesses)) else None
    yield from _from_line(article.text, witnesses)
    yield from _from_count(witnesses)
    yield from _from_saying(witnesses)
    frame = find_frame(witnesses)
    if frame is None:
        return
    years = (
        *_from_weekday(frame, floor),
        *_from_length(frame, witnesses),
        *_from_retrieval(frame, floor, _day(article.retrieved)),
    )
    for day, rule, evidence in years:
        if floor is None or day >= floor:
            shown = f"it reports {frame.latest.text} ({day_words(day)}); {evidence}"
            yield Finding(day, None, True, rule, shown)


def _from_line(text: str, witnesses: Sequence[Witness]) -> Iterator[Finding]:
    for witness in witnesses:
        days = witness.days
        if witness.role not in FRAME or days is None or len(days) > 1:
            continue
        line = witness.sentence.cut(text)
        rest = line.replace(witness.text, " ")
        if not _bare().fullmatch(rest):
            continue
        if _UPDATED.search(rest.lower()):
            continue
        evidence = f"the line “{' '.join(line.split())}”"
        last = None if witness.role == "dateline" else days.first
        yield Finding(days.first, last, True, "dated-line", evidence)


def _from_count(witnesses: Sequence[Witness]) -> Iterator[Finding]:
    """Yield days by the desk's count, if the article's own days are of that time.

    Other wars and strikes count their days too. A count of four figures is the
    desk's, unless the article names other days; a smaller one must be borne out.
    """
    frame = find_frame(witnesses)
    counted = [w for w in witnesses if w.rule == "day_counts" and w.days]
    for witness in sorted(counted, key=_first, reverse=True):
        if witness.days and _is_ours(witness.text, witness.days, frame):
            evidence = f"“{witness.text}” is {run_words(witness.days)}"
            yield Finding(witness.days.last, None, True, "day-count", evidence)


def _is_ours(words: str, days: DateRange, frame: Frame | None) -> bool:
    if frame is None:
        return len(_COUNT.sub("", _DASH.split(words)[0])) >= _LONG_COUNT
    day = next_day(frame.latest.month_day, days.first - FRESH)
    return day is not None and day <= days.last + FRESH


def _from_saying(witnesses: Sequence[Witness]) -> Iterator[Finding]:
    """Yield full dates on which somebody said something, or the story was filed."""
    said = [w for w in witnesses if w.said and w.days and len(w.days) == 1]
    latest = bound_of(witnesses)
    if said and latest and latest.days and len(latest.days) == 1:
        last = max(said, key=_first)
        if _first(latest) - _first(last) <= NEAR:
            evidence = f"it reports {run_words(latest.days)} (“{latest.text}”)"
            yield Finding(_first(latest), None, True, "full-date", evidence)


def _from_weekday(frame: Frame, floor: date | None) -> Iterator[tuple[date, str, str]]:
    """Yield the year in which a day of the frame falls on the weekday beside it."""
    for witness in frame.current:
        if floor is None or witness.weekday is None:
            continue
        day = next_day(witness.month_day, floor)
        if day and day - floor <= YEAR and day.isoweekday() == witness.weekday:
            evidence = f"“{witness.text}” falls in {day.year}"
            if latest := frame.fit(day):
                yield latest, "weekday-and-date", evidence


def _from_length(
    frame: Frame, witnesses: Sequence[Witness]
) -> Iterator[tuple[date, str, str]]:
    """Yield the year in which a length from a dated event ends within the frame."""
    dated = [w for w in witnesses if w.days and len(w.days) == 1]
    lengths = [w for w in witnesses if w.length]
    for start in dated:
        for witness in lengths:
            end = after_length(_first(start), witness)
            if end is None:
                continue
            for current in frame.current:
                day = next_day(current.month_day, end - NEAR)
                if day and day - end <= NEAR:
                    latest = frame.fit(day)
                    evidence = (
                        f"“{witness.text}” after {day_words(_first(start))} "
                        f"is {day_words(end)}"
                    )
                    if latest:
                        yield latest, "arithmetic", evidence


def after_length(start: date, witness: Witness) -> date | None:
    """Give the day a length of time after a day; None for lengths under a day."""
    if witness.length is None:
        return None
    count, unit = witness.length
    try:
        if unit in "MY":
            return add_months(start, count * (1 if unit == "M" else 12))
        return start + timedelta(days=count * (1 if unit == "D" else 7))
    except (OverflowError, ValueError):
        return None


def _from_retrieval(
    frame: Frame, floor: date | None, retrieved: date | None
) -> Iterator[tuple[date, str, str]]:
    if retrieved is None:
        return
    day = last_day(frame.latest.month_day, retrieved)
    # With an older year named, days of any year since would do as well.
    known = floor is None or (day is not None and timedelta(0) <= day - floor <= YEAR)
    if day and known and retrieved - day <= FRESH:
        yield day, "retrieved", f"the last before {day_words(retrieved)}"
