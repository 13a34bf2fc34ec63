"""Nights that belong to two days, and those told by the day beside them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.annotate.candidate import Reading, Scene, day_words
from briefing.annotate.languages.data import read_language
from briefing.annotate.languages.reports import is_saying_day
from briefing.annotate.period import Period
from briefing.model.span import DateRange

if TYPE_CHECKING:
    from datetime import date


def night_to(day: date, why: str) -> Reading:
    """Read the night that ends on a day: it has two days."""
    night = Period("day", day - timedelta(days=1))
    days = DateRange.through(night.first, day)
    return Reading(f"{night.value}TNI", days, True, why, Period("day", day))


def read_overnight(code: str, scene: Scene) -> Reading:
    """Read "in the night", as `timex_rules.nights` does, by the days beside it."""
    said: date | None = None
    where = scene.sentence
    for timex in scene.near:
        span, days = timex.span, timex.days
        if days is None or len(days) > 1 or not where.covers(span):
            continue
        language = read_language(code)
        if not is_saying_day(
            language, scene.text, span.start, span.end, where.start, where.end
        ):
            why = f"the night of the day named beside it, {days.first.isoformat()}"
            period = Period("day", days.first)
            return Reading(f"{period.value}TNI", days, True, why, period)
        said = said or days.first
    until = said or scene.published
    if until is None:
        return Reading("XXXX-XX-XXTNI", relative=True, why="publication day unknown")
    told = "the day of saying" if said else f"published {day_words(until)}"
    return night_to(until, f"the night to {until.isoformat()}, {told}")
