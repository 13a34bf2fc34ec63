"""Which articles and sentences belong to an issue.

Articles by when they were published, sentences by the days they speak of. A
story of the weekend between two working weeks belongs to the next issue, and
is printed with its date. What was published after `as_of` does not exist.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from briefing.config.rhythm import END_OF_DAY

STALE = timedelta(days=14)
"""An announcement without a day is no longer ahead after so long."""

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from zoneinfo import ZoneInfo

    from briefing.model.article import Article, Published
    from briefing.model.passage import Sentence
    from briefing.model.section import ItemRole
    from briefing.model.selection import Use
    from briefing.model.slot import Slot
    from briefing.model.span import DateRange


def published_moment(published: Published, zone: ZoneInfo) -> datetime | None:
    """Give the moment of publication, in UTC.

    A day without a time counts as its end, so that an article of the last day
    covered is never taken for a later one; but see `use_of` for mid-day cut-offs.
    """
    value = published.value or published.not_before
    if value is None:
        return None
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=zone)
        return moment.astimezone(UTC)
    return datetime.combine(value, END_OF_DAY, tzinfo=zone).astimezone(UTC)


def use_of(article: Article, slot: Slot, zone: ZoneInfo) -> Use | None:
    """Say how the issue may use an article; None when it does not exist yet.

    An article that states its day but no time is in when any moment of that day
    is: a cut-off at 18:00 cannot tell whether it came before or after. One whose day
    is inferred counts from the earliest day it may be of, as background at most
    where nothing ties it to the days that it tells of.
    """
    published = article.published
    value = published.value or published.not_before
    moment = published_moment(published, zone)
    if moment is None or value is None:
        return "undated"
    if _after(value, moment, slot.as_of, zone):
        return None
    if _after(value, moment, slot.cut_off, zone):
        return "late"
    return "in" if moment > slot.since and published.tied else "older"


def late_arrivals(
    articles: Iterable[Article],
    slot: Slot,
    zone: ZoneInfo,
    *,
    seen: Collection[str],
) -> frozenset[str]:
    """Give the ids of articles that came late: of the issue before, which lacked them.

    Args:
        articles: The articles.
        slot: The issue's window and cut-offs.
        zone: The zone whose days count.
        seen: Hashes of the texts of the articles that the issue before had.
    """
    if slot.previous is None:
        return frozenset()
    first = datetime.combine(slot.previous.first, time.min, tzinfo=zone)
    return frozenset(
        article.id
        for article in articles
        if article.sha256 not in seen
        and article.published.tied
        and (moment := published_moment(article.published, zone)) is not None
        and first <= moment <= slot.since
    )


def _after(
    value: date | datetime, moment: datetime, limit: datetime, zone: ZoneInfo
) -> bool:
    """Say whether something was certainly published after `limit`."""
    if isinstance(value, datetime):
        return moment > limit
    return datetime.combine(value, time.min, tzinfo=zone).astimezone(UTC) >= limit


def publication_day(article: Article, zone: ZoneInfo) -> date | None:
    """Give the day of publication in the edition's zone, or None if not stated."""
    value = article.published.value
    if isinstance(value, datetime):
        return (value.astimezone(zone) if value.tzinfo else value).date()
    return article.published.day


def role_of(
    sentence: Sentence, use: Use, slot: Slot, *, published: date | None
) -> ItemRole:
    """Say whether a sentence is news of the issue, announced, or older.

    Days between the previous window and this one are news; so are days of the
    previous window itself, since an article that is in was published after that
    issue's cut-off. Without days a sentence is as new as its article; what somebody
    said on a stated day about an open future is news of that day.
    """
    if use == "older":
        return "background"
    days = sentence.event_days
    if sentence.aspect == "ahead" and not _is_told(sentence, published, slot):
        return "ahead"
    since = slot.previous.first if slot.previous else slot.window.first
    if not days:
        said = sentence.said_on
        older = (
            sentence.aspect == "background"
            or (said is not None and said < since)
            or _is_long_said(sentence, since)
        )
        return "background" if older else "news"
    if all(run.first >= slot.window.end for run in days):
        return "ahead"
    # A month that ended before the window is not news for its last days.
    recent = any(run.first >= since or run.end > slot.window.first for run in days)
    return "news" if recent else "background"


def _is_long_said(sentence: Sentence, since: date) -> bool:
    """Say whether all days of saying are over: "reported in June"."""
    said = [
        each.days for each in sentence.readings if each.part == "said" and each.days
    ]
    return bool(said) and all(days.end <= since for days in said)


def _is_told(sentence: Sentence, published: date | None, slot: Slot) -> bool:
    """Say whether an open future was merely spoken of: that is news of its day.

    So is what was foreseen, without a day, long before the window's end.
    """
    if not sentence.event_days:
        stale = published is not None and published + STALE < slot.window.end
        return sentence.said_on is not None or stale
    return published is not None and all(
        run.end <= published for run in sentence.event_days
    )


def in_window(days: Iterable[DateRange], window: DateRange) -> bool:
    """Say whether any of the days lies in the window."""
    return any(run.overlaps(window) for run in days)


def is_whole(days: Iterable[DateRange], window: DateRange) -> bool:
    """Say whether the days are the whole window and more: "this week"."""
    return any(run.first <= window.first and run.end >= window.end for run in days)
