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
    counted_days,
    day_counts,
    decades,
    durations,
    event_offsets,
    fortnights,
    full_dates,
    holidays,
    months,
    nights,
    numeric_dates,
    offsets,
    partial_dates,
    quarter_anaphora,
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
    counted_days,
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
    quarter_anaphora,
    anaphora,
    relative_periods,
    seasons,
    months,
    years,
    decades,
    offsets,
    fortnights,
    event_offsets,
    durations,
    vague,
)
