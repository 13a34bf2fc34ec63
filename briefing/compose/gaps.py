"""What is missing: what a reader would expect and the sources do not give."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.compose.gap_words import GapWords, gap_words
from briefing.model.briefing import Gap
from briefing.text.days import day_words, run_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        language: Language in which they are told.
    """
    words = gap_words(language)
    found = [
        f"{draft.topic_title(topic)}: {what}"
        for topic, chosen in draft.selection.topics
        if (what := _lack((*chosen, *_announced(draft, topic)), labels, words))
    ]
    when = _period_words(len(draft.slot.window), words)
    found += [
        words.unreported.format(label=label, when=when) for label in draft.unreported
    ]
    found += _silent(draft, language)
    found += _untold_days(draft, language)
    return tuple(map(Gap, found))


def _lack(
    chosen: Sequence[Chosen], labels: Mapping[str, str], words: GapWords
) -> str | None:
    """Say what a topic lacks; None where it lacks nothing."""
    if not chosen:
        return words.nothing
    told = list(_told(chosen))
    if len({candidate.article for candidate in told}) == 1:
        return words.one_article
    sides = [c.sentence.attribution.party for c in told if c.sentence.attribution]
    parties = [id for id in labels if id != NEUTRAL]
    one = set(sides)
    if len(sides) >= TWO_SPEAK and len(one) == 1 and len(parties) > 1:
        side = one.pop()
        if side in parties and 2 * len(sides) >= len(told):
            return words.one_side.format(side=labels[side])
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
        since = day_words(last, language)
        yield gap_words(language).silent.format(publisher=publisher, day=since)


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
        yield gap_words(language).untold.format(days=days)


def quiet_gaps(compared: Compared | None, *, language: str) -> tuple[Gap, ...]:
    """Name the stories of the issue before that no new article takes up."""
    if compared is None:
        return ()
    words = gap_words(language)
    day = day_words(date.fromisoformat(compared.issue), language, with_year=True)
    numbered = compared.number is not None
    form = words.quiet_since_number if numbered else words.quiet_since_day
    return tuple(
        Gap(form.format(number=compared.number, day=day, what=_opening(one.what)))
        for one in compared.quiet
    )


def _opening(text: str) -> str:
    said = text.split()
    return " ".join(said[:OPENING]) + (" …" if len(said) > OPENING else "")


def _period_words(days: int, words: GapWords) -> str:
    """Name the days of an issue by their number, as a desk does."""
    bounds = (1, DAYS_A_WEEK, MONTH)
    return words.periods[sum(days > bound for bound in bounds)]
