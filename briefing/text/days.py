"""Days in words, as a reader expects them: "4 February", "6-7 February 2025"."""

from __future__ import annotations

from datetime import date

MONTHS = {
    "en": tuple(
        "January February March April May June July August September October "  # noqa: SIM905
        "November December".split()
    ),
    "de": tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober "  # noqa: SIM905
        "November Dezember".split()
    ),
}
DAY_MARK = {"en": "", "de": "."}
"""What follows the number of a day."""
DASH = "–"
THOUSANDS = {"en": ",", "de": "."}
BOUNDS = {
    "en": ("not before {}", "not after {}", "between {} and {}"),
    "de": ("nicht vor {}", "nicht nach {}", "zwischen {} und {}"),
}
"""How an inferred day is told: by its first, its last, or both."""


def primary(language: str) -> str:
    """Give the language that a BCP 47 tag begins with: "de" for "de-AT"."""
    return language.partition("-")[0].lower()


def day_number(number: int, language: str) -> str:
    """Give the number of a day as its language writes it: "1,076", "1.076"."""
    return f"{number:,}".replace(",", THOUSANDS.get(primary(language), ","))


def day_words(day: date, language: str, *, with_year: bool = False) -> str:
    """Give a day in words; in ISO form for a language that has no words here."""
    known = primary(language)
    if known not in MONTHS:
        return day.isoformat()
    month = MONTHS[known][day.month - 1]
    year = f" {day.year}" if with_year else ""
    return f"{day.day}{DAY_MARK[known]} {month}{year}"


def run_words(
    first: date, last: date, language: str, *, with_year: bool = False
) -> str:
    """Give a run of days in words, both ends included, naming the month once."""
    known = primary(language)
    if known not in MONTHS:
        return f"{first.isoformat()} {DASH} {last.isoformat()}"
    end = day_words(last, language, with_year=with_year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{DAY_MARK[known]}{DASH}{end}"
    start = day_words(first, language, with_year=with_year and first.year != last.year)
    return f"{start} {DASH} {end}"


def interval_words(first: date | None, last: date | None, language: str) -> str:
    """Give an inferred day in words, in the square brackets that librarians use.

    One of the two may be None: "[not before 7 February 2025]".
    """
    ends = [day_words(day, language, with_year=True) for day in (first, last) if day]
    if primary(language) not in BOUNDS:
        return f"[{first or ''}/{last or ''}]"
    if len(ends) > 1 and first == last:
        return f"[{ends[0]}]"
    before, after, between = BOUNDS[primary(language)]
    form = between if len(ends) > 1 else before if first else after
    return f"[{form.format(*ends)}]"


def is_day_of(words: str, published: str | None) -> bool:
    """Say whether words are ours, in any language, for an ISO day, moment or interval.

    So told apart are the day before an older passage and a name of who speaks.
    """
    if not published:
        return False
    first, _, last = published.partition("/")
    ends = [
        None if end in ("", "..") else date.fromisoformat(end[:10])
        for end in (first, last)
    ]
    for language in (*MONTHS, ""):
        if last:
            ours = interval_words(ends[0], ends[1], language)
        else:
            ours = day_words(date.fromisoformat(first[:10]), language, with_year=True)
        if words == ours:
            return True
    return False
