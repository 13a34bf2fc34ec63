"""Which of several possible periods is meant: the nearest, as the tense leans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.annotate.candidate import published_words
from briefing.annotate.clauses import clause_tense
from briefing.annotate.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.annotate.candidate import Scene
    from briefing.annotate.clauses import Tense

AHEAD_COST: dict[str, float] = {
    "past": 8.0,
    "perfect": 4.0,
    "present": 2.0,
    "": 2.0,
    "future": 0.125,
}
"""How many days back one day ahead weighs, by tense."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The period chosen, and why."""

    period: Period
    why: str


def scene_tense(scene: Scene) -> Tense:
    """Tell the tense of the clause in which a scene's expression stands."""
    where = scene.sentence
    return clause_tense(scene.text, scene.start, scene.end, where.start, where.end)


def tense_words(scene: Scene, tense: str) -> str:
    """Say what a reading rests on: "published Friday 7 February, past tense"."""
    told = f"{tense} tense" if tense else "no verb near"
    return f"{published_words(scene)}, {told}"


def nearest_year(scene: Scene, place: Callable[[int], Period]) -> Choice:
    """Choose the year that puts a period nearest to publication.

    Args:
        scene: What the expression is read against; `published` must be known.
        place: Gives the period in a year; a ValueError means: not in that year.
    """
    tense = scene_tense(scene)
    published = scene.published
    if published is None:
        raise ValueError("the publication day is needed")
    best: tuple[float, Period] | None = None
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            period = place(year)
        except ValueError:
            continue
        cost = _cost((period.first - published).days, len(period.days), tense)
        if best is None or cost < best[0]:
            best = (cost, period)
    if best is None:
        raise ValueError("no year has that day")
    return Choice(best[1], tense_words(scene, tense))


def _cost(ahead: int, length: int, tense: str) -> float:
    """Weigh the distance of a period that begins `ahead` days after publication."""
    if ahead > 0:
        return ahead * AHEAD_COST[tense]
    return float(max(0, -ahead - length + 1))
