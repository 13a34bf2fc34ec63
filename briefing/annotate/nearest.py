"""Which of several possible periods is meant: the nearest, as the tense leans."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.candidate import published_words
from briefing.annotate.clauses import clause_tense, tense_after, tense_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.annotate.candidate import Scene
    from briefing.annotate.clauses import Tense
    from briefing.annotate.period import Period

_REACH = 60
_CLAUSE = 240

AHEAD_COST: dict[str, float] = {
    "past": 8.0,
    "perfect": 4.0,
    "present": 2.0,
    "": 2.0,
    "future": 0.125,
}
"""How many days back one day ahead weighs, by tense."""


class Choice(NamedTuple):
    """The period chosen, and why."""

    period: Period
    why: str


@cache
def _until() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:until|till|by|as\s(?:early|soon)\sas|(?:no|not)\slater\sthan"
        r"|ahead\sof(?:\s\w{1,20}){0,3})\s(?:the\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _had_done() -> re.Pattern[str]:
    """What had happened by a day; "had until Friday" is a term still to end."""
    return re.compile(r"\bhad\s(?!until\b|till\b)")


@cache
def _lasted() -> re.Pattern[str]:
    """A verb of lasting: what went on until a day has ended then."""
    return re.compile(
        r"\b(?:lasted|ran|continued|went\son|raged|stayed|remained|burned|fought"
        r"|worked|waited|slept|lived|stood|held\sout)\b[^.;]{0,30}\Z"
    )


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"\b(?:which|who|whose|where|because|although|though)\b|;|--|—")


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:a|an|the|its|their|his|her)|[’']s)\s\Z", re.IGNORECASE)


def scene_tense(scene: Scene) -> Tense:
    """Tell the tense of the clause in which a scene's expression stands.

    "until" and "by" look ahead of the verb before them; "Friday's talks" has the tense
    of what is told of the talks, and "a June treaty" none.
    """
    text, where = scene.text, scene.sentence
    low = max(where.start, scene.start - _REACH)
    owner = text[scene.end : scene.end + 2] in {"'s", "’s"}
    until = _until().search(text, low, scene.start)
    # "injured by Wednesday's strike" names who did it, not a day to be met.
    if until and not (owner and until.group().strip().lower().startswith("by")):
        tense = _tense_until(scene, owner=owner)
        if tense == "future" and _names_it(scene, until.group()):
            return tense_before(text, scene.start, where.start) or tense
        return tense
    if owner:
        end = min(where.end, scene.end + _CLAUSE)
        beyond = _aside().search(text, scene.end, end)
        return tense_after(text, scene.end, beyond.start() if beyond else end) or "past"
    if _article().search(text, low, scene.start):
        return ""
    return clause_tense(text, scene.start, scene.end, where.start, where.end)


def _names_it(scene: Scene, words: str) -> bool:
    """Say whether the day only names something: "by the Tuesday deadline"."""
    follower = scene.text[scene.end : scene.end + 2]
    return (
        words.lower().endswith("the ")
        and follower[:1] == " "
        and follower[1:].islower()
    )


def _tense_until(scene: Scene, *, owner: bool) -> Tense:
    """Tell the tense of what lasts until a day, or is done by then."""
    text, where = scene.text, scene.sentence
    low = max(where.start, scene.start - _CLAUSE)
    if _had_done().search(text, low, scene.start):
        return "past"
    told = tense_before(text, scene.start, where.start)
    if told == "past" and _lasted().search(text, low, scene.start):
        return "past"
    return "future" if told or owner else tense_after(text, scene.end, where.end)


def tense_words(scene: Scene, tense: str) -> str:
    """Say what a reading rests on: "published Friday 7 February, past tense"."""
    told = f"{tense} tense" if tense else "no verb near"
    return f"{published_words(scene)}, {told}"


def nearest_year(
    scene: Scene,
    place: Callable[[int], Period],
    *,
    lean: float = 1.0,
    present: float | None = None,
) -> Choice:
    """Choose the year that puts a period nearest to publication.

    Args:
        scene: What the expression is read against; `published` must be known.
        place: Gives the period in a year; a ValueError means: not in that year.
        lean: How much the tense counts; 0 is not at all.
        present: What a day ahead weighs in the present tense or without a verb;
            None as for days. Seasons are spoken of ahead as much as back.
    """
    tense = scene_tense(scene)
    published = scene.published
    if published is None:
        raise ValueError("the publication day is needed")
    weight = AHEAD_COST[tense] ** lean
    if present is not None and tense in {"present", ""}:
        weight = present
    best: tuple[float, Period] | None = None
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            period = place(year)
        except ValueError:
            continue
        cost = _cost((period.first - published).days, len(period.days), weight)
        if best is None or cost < best[0]:
            best = (cost, period)
    if best is None:
        raise ValueError("no year has that day")
    return Choice(best[1], tense_words(scene, tense))


def _cost(ahead: int, length: int, weight: float) -> float:
    """Weigh the distance of a period that begins `ahead` days after publication."""
    if ahead > 0:
        return ahead * weight
    return float(max(0, -ahead - length + 1))
