"""What is missing: what a reader would expect and the sources do not give."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.model.briefing import Gap
from briefing.text.days import day_words, run_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from briefing.compose.draft import Draft
    from briefing.model.briefing import Compared
    from briefing.model.selection import Candidate, Chosen

DAYS_A_WEEK = 7
MONTH = 31
OPENING = 14
"""Words of a story that name it."""
NEUTRAL = "neutral"
LOOK_BACK = timedelta(days=28)
"""Time before the window in which a source that is now silent spoke."""
USED_TO = 3
"""Articles in that time of a source that is missed when it falls silent."""
MOST_NAMED = 5
"""Silent sources, and runs of days, that are named at most."""
TWO_SPEAK = 2


def find_gaps(
    draft: Draft, labels: Mapping[str, str], *, language: str
) -> tuple[Gap, ...]:
    """Name what is missing, topic by topic, then over all of them.

    That is topics with nothing to print, with one article or one side only; pins that
    nobody reports; sources that fell silent; days that no article tells of.

    Args:
        draft: The selection, with its slot and topics.
        labels: What each side's accounts are called, by id.
        language: Language in which days are written.
    """
    found = [
        f"{draft.topic_title(topic)}: {what}"
        for topic, chosen in draft.selection.topics
        if (what := _lack((*chosen, *_announced(draft, topic)), labels))
    ]
    when = _period_words(len(draft.slot.window))
    found += [f"{label}: not reported {when}." for label in draft.unreported]
    found += _silent(draft, language)
    found += _untold_days(draft, language)
    return tuple(map(Gap, found))


def _lack(chosen: Sequence[Chosen], labels: Mapping[str, str]) -> str | None:
    """Say what a topic lacks; None where it lacks nothing."""
    if not chosen:
        return "nothing printable in these articles."
    told = list(_told(chosen))
    if len({candidate.article for candidate in told}) == 1:
        return "rests on one article."
    sides = [c.sentence.attribution.party for c in told if c.sentence.attribution]
    parties = [id for id in labels if id != NEUTRAL]
    one = set(sides)
    if len(sides) >= TWO_SPEAK and len(one) == 1 and len(parties) > 1:
        side = one.pop()
        if side in parties and 2 * len(sides) >= len(told):
            return f"one side speaks ({labels[side]})."
    return None


def _announced(draft: Draft, topic: str) -> list[Chosen]:
    """Give what Ahead prints of a topic."""
    return [each for each in draft.selection.ahead if each.topic == topic]


def _told(chosen: Sequence[Chosen]) -> Iterator[Candidate]:
    for passage in chosen:
        for cluster in passage.clusters:
            yield cluster.lead
            yield from cluster.others


def _silent(draft: Draft, language: str) -> Iterator[str]:
    """Name the sources that spoke in the weeks before, and now say nothing."""
    window = draft.slot.window
    speaking = set()
    before: defaultdict[str, list[date]] = defaultdict(list)
    for article in draft.articles.values():
        day, publisher = article.published.day, article.publisher
        if day is None or publisher is None:
            continue
        if draft.selection.uses[article.id] == "in":
            speaking.add(publisher)
        elif window.first - LOOK_BACK <= day < window.first:
            before[publisher].append(day)
    silent = sorted(
        (max(days), publisher)
        for publisher, days in before.items()
        if publisher not in speaking and len(days) >= USED_TO
    )
    for last, publisher in silent[-MOST_NAMED:]:
        yield f"{publisher}: silent since {day_words(last, language)}."


def _untold_days(draft: Draft, language: str) -> Iterator[str]:
    """Name the days of the window that no article is of and nothing printed tells."""
    window = draft.slot.window
    told = Counter(
        article.published.day
        for article in draft.articles.values()
        if draft.selection.uses[article.id] == "in"
    )
    for _, chosen in draft.selection.topics:
        for passage in chosen:
            for cluster in passage.clusters:
                told.update(day for run in cluster.event_days for day in run)
    runs: list[list[date]] = []
    for day in window:
        if told[day]:
            continue
        if runs and runs[-1][-1] + timedelta(days=1) == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs[:MOST_NAMED]:
        days = (
            day_words(run[0], language)
            if len(run) == 1
            else run_words(run[0], run[-1], language)
        )
        yield f"No report of {days}."


def quiet_gaps(compared: Compared | None) -> tuple[Gap, ...]:
    """Name the stories of the issue before that no new article takes up."""
    if compared is None:
        return ()
    issue = (
        f"No. {compared.number}"
        if compared.number is not None
        else f"the issue of {compared.issue}"
    )
    return tuple(
        Gap(f"Gone quiet since {issue}: “{_opening(one.what)}”")
        for one in compared.quiet
    )


def _opening(text: str) -> str:
    said = text.split()
    return " ".join(said[:OPENING]) + (" …" if len(said) > OPENING else "")


def _period_words(days: int) -> str:
    """Name the days of an issue by their number, as a desk does."""
    lengths = ((1, "on this day"), (DAYS_A_WEEK, "this week"), (MONTH, "this month"))
    return next((words for most, words in lengths if days <= most), "in these days")
