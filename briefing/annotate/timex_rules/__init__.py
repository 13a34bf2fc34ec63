"""The rules that read time expressions, one family a module.

`TIMEX_RULES` is the whole list, in order: where two proposals cover the same words,
the earlier rule wins. Each module holds `TRIGGERS`, the words that make it look
closer, and `propose`, which gives a candidate around such a word or nothing.
"""

from __future__ import annotations

from briefing.annotate.timex_rules import (
    anaphora,
    bare_days,
    clocks,
    day_counts,
    durations,
    fortnights,
    full_dates,
    holidays,
    months,
    nights,
    numeric_dates,
    offsets,
    partial_dates,
    quarters,
    ranges,
    relative_days,
    relative_periods,
    seasons,
    sets,
    vague,
    weekdays,
    years,
)

TIMEX_RULES = (
    day_counts,
    ranges,
    full_dates,
    numeric_dates,
    partial_dates,
    bare_days,
    holidays,
    sets,
    weekdays,
    nights,
    relative_days,
    clocks,
    quarters,
    anaphora,
    relative_periods,
    seasons,
    months,
    years,
    offsets,
    fortnights,
    durations,
    vague,
)
