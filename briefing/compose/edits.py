"""What is put into a printed sentence, always in square brackets.

Days that only a reader of that day would know ("on Tuesday [4 February]"), names
that an earlier sentence gave ("The [Russian Defense] ministry"), and cuts ([…]).
Nothing else of the source's words is touched.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefing.model.section import Edit
from briefing.text.days import day_words, run_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.passage import Need, Passage, Sentence
    from briefing.model.span import Span
    from briefing.model.timex import Timex

CUT = "[…]"
LONGEST_RUN = 2
"""Longer runs than a night ("this week") tell the reader enough as they stand."""
CLOSE = 6
"""Two expressions with no more between them ("overnight on Wednesday") are one."""
YEAR = re.compile(r"\d{4}")
YEAR_IN_VALUE = re.compile(r"(\d{4})-\d\d-(\d\d)")
POSSESSIVE = re.compile(r"[’']s\b")


def edits_of(
    passage: Passage,
    sentence: Sentence,
    *,
    follows: bool,
    language: str,
    year: int,
) -> tuple[Edit, ...]:
    """Give the edits that let a sentence stand where it is printed.

    Args:
        passage: The passage that holds it.
        sentence: The sentence.
        follows: Whether the sentence before it is printed right before it; then
            it needs no names from there.
        language: Language of the days put in.
        year: The year of the issue; days of other years are printed with theirs.
    """
    proposed = list(_day_edits(passage, sentence, language, year))
    for need in sentence.needs:
        if not follows or _is_doubled(need, sentence):
            proposed.extend(_need_edit(need))
    kept: list[Edit] = []
    for edit in sorted(proposed, key=lambda edit: (edit.start, edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def apply_edits(text: str, span: Span, edits: Sequence[Edit]) -> str:
    """Give the words of `span` with the edits made.

    Args:
        text: The whole article.
        span: The sentence in it.
        edits: Changes inside the span, in order, not overlapping.
    """
    parts: list[str] = []
    at = span.start
    for edit in edits:
        parts.extend((text[at : edit.start], edit.text))
        at = edit.end
    parts.append(text[at : span.end])
    return " ".join("".join(parts).split())


def _need_edit(need: Need) -> Iterable[Edit]:
    if need.drop:
        yield Edit(need.span.start, need.span.end, CUT, "cut")
    elif need.fill:
        yield Edit(
            need.span.start,
            need.span.end,
            need.fill,
            "name",
            f"“{need.text}” in an earlier sentence of the article",
        )


def _is_doubled(need: Need, sentence: Sentence) -> bool:
    """Say whether a need is one of two equal words ("in in"), always to be cut."""
    rest = sentence.text[need.span.end - sentence.span.start :]
    return need.drop and rest.lower().split()[:1] == [need.text.lower()]


def _day_edits(
    passage: Passage, sentence: Sentence, language: str, year: int
) -> Iterable[Edit]:
    own = [t for t in passage.timexes if sentence.span.covers(t.span)]
    told = {t.days for t in own if not t.relative and t.days is not None}
    for timex, after in zip_longest(own, own[1:]):
        words = _bracketed(timex, language, year)
        if words is None or (timex.relative and timex.days in told):
            continue
        if after is not None and _one_phrase(timex, after):
            continue
        if timex.type == "TIME" and any(
            _is_its_day(timex, other, sentence) for other in own
        ):
            continue
        if timex.days is not None:
            told.add(timex.days)
        at = _after_possessive(passage, timex.span.end)
        yield Edit(
            at,
            at,
            f" [{words}]",
            "day",
            f"{timex.text} -> {timex.value}, {timex.why}, rule {timex.rule}",
        )


def _one_phrase(timex: Timex, after: Timex) -> bool:
    """Say whether two expressions are one phrase: "overnight on Wednesday"."""
    return (
        after.span.start - timex.span.end <= CLOSE
        and timex.days is not None
        and after.days is not None
        and timex.days.overlaps(after.days)
    )


def _is_its_day(time: Timex, other: Timex, sentence: Sentence) -> bool:
    """Say whether another expression names the day of a part of the day.

    The day on which somebody said it does not.
    """
    return (
        other.type == "DATE"
        and other.days is not None
        and time.days is not None
        and other.days.overlaps(time.days)
        and len(other.days) == 1
        and other.days.first != sentence.said_on
    )


def _after_possessive(passage: Passage, at: int) -> int:
    """Give the offset after a possessive ending: "Wednesday's [5 February] strike"."""
    ending = POSSESSIVE.match(passage.text, at - passage.span.start)
    return at + len(ending[0]) if ending else at


def _bracketed(timex: Timex, language: str, year: int) -> str | None:
    """Give the words that spell a day out, or None when it needs none."""
    if timex.type not in ("DATE", "TIME") or timex.days is None:
        return None
    stated = YEAR_IN_VALUE.match(timex.value)
    if stated and re.search(rf"\b0?{int(stated[2])}\b", timex.text):
        # Day and month stand there already; only another year is missing.
        return None if int(stated[1]) == year or YEAR.search(timex.text) else stated[1]
    if not timex.relative or len(timex.days) > LONGEST_RUN:
        return None
    first, last = timex.days.first, timex.days.last
    with_year = first.year != year or last.year != year
    if first == last:
        return day_words(first, language, with_year=with_year)
    return run_words(first, last, language, with_year=with_year)
