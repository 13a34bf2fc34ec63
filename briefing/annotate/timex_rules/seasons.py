"""Seasons: "last fall", "this summer", "the summer of 2024", "in winter 2023".

Seasons of the northern half of the world, by whole months; the winter of a year is
the one that begins in its December. "fall" and "spring" are also verbs: without a
word before them that dates do they yield nothing. "the summer" is the nearest to
publication, as for months, and so is "this winter", which two years share: in
February it is the one under way, and "last winter" the one before that.

Example: published 7 February 2025, "last fall" is 2024-FA, "this winter" 2024-WI.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.annotate.calendar_words import SEASONS
from briefing.annotate.candidate import (
    Candidate,
    Reading,
    Scene,
    Token,
    published_words,
)
from briefing.annotate.nearest import nearest_year
from briefing.annotate.part_of_period import take_part
from briefing.annotate.period import season_of

if TYPE_CHECKING:
    from briefing.model.span import Span

TRIGGERS = frozenset(SEASONS)
_REACH = 24
_LEAN = 2.0
"""Seasons are long and near: told in the past, one still to come is hardly meant."""


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:this\s)?(?P<look>last|past|this|next|coming)\s"
        r"|\b(?P<in>in|during|by|over|since|until|for|of|and)\s(?P<the>the\s)?|\b(?:early|late|mid)[\s-](?:the\s)?)\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"(?:\sof)?\s([12]\d{3})(?:[-–/](?:20|19)?\d\d)?\b")


def propose(text: str, token: Token, span: Span) -> Candidate | None:
    """Propose a season."""
    before = _before().search(text, max(span.start, token.start - _REACH), token.start)
    after = _after().match(text, token.end, span.end)
    if not before and not after:
        return None
    verbal = token.word in {"fall", "spring"} and not after
    if verbal and not (before and (before["look"] or before["in"] == "in")):
        return None
    start = token.start
    if before and before["look"]:
        start = before.start()
    elif text[max(span.start, start - 4) : start].lower() == "the ":
        start -= 4
    elif (
        before
        and before["in"]
        and before["in"] not in {"in", "during", "over", "since", "until", "by"}
    ):
        return None
    part = take_part(text, start, span)
    look = before["look"].lower() if before and before["look"] else ""
    year = after[1] if after else ""
    read = partial(_read, SEASONS[token.word], year or look)
    return Candidate(
        part.start, after.end() if after else token.end, "DATE", "seasons", read
    )


def _read(code: str, year: str, scene: Scene) -> Reading:
    if year.isdigit():
        period = season_of(int(year), code)
        return Reading(
            period.value, period.days, False, "the words name the year", period
        )
    if scene.published is None:
        return Reading(
            f"XXXX-{code}", relative=True, why="no year and no publication day"
        )
    if year in {"last", "past"}:
        period = season_of(scene.published.year, code)
        while period.days.end > scene.published:
            period = period.move(-1, "year")
    elif year in {"next", "coming"}:
        period = season_of(scene.published.year, code)
        period = period if period.first > scene.published else period.move(1, "year")
    elif year == "this" and code != "WI":
        period = season_of(scene.published.year, code)
    else:
        choice = nearest_year(
            scene,
            lambda number: season_of(number, code),
            lean=_LEAN,
            present=1.0,
        )
        return Reading(
            choice.period.value, choice.period.days, True, choice.why, choice.period
        )
    return Reading(
        period.value, period.days, True, f'{published_words(scene)}, "{year}"', period
    )
