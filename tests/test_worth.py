"""Only articles that an issue may need are annotated."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from briefing.config.schema import TopicConfig
from briefing.model.article import Article, Published
from briefing.model.names import Name, NameList
from briefing.model.slot import Slot
from briefing.model.span import DateRange
from briefing.pipeline import in_zone
from briefing.select.worth import worth_annotating

NAMES = NameList((Name("Suceava", "place", ("Sučeava",)),))
SLOT = Slot(
    window=DateRange.through(date(2025, 2, 3), date(2025, 2, 7)),
    since=datetime(2025, 1, 31, 23, 59, 59, tzinfo=UTC),
    cut_off=datetime(2025, 2, 7, 23, 59, 59, tzinfo=UTC),
    as_of=datetime(2025, 2, 7, 23, 59, 59, tzinfo=UTC),
    previous=DateRange.through(date(2025, 1, 27), date(2025, 1, 31)),
)


def article(text, day):
    return Article("a", "a.txt", text, "", (), "plain", Published(day))


def is_worth(text, day, *, use="older", background=True):
    topics = {"oil": TopicConfig(any=("oil refinery", "Suceava"))}
    return worth_annotating(
        [article(text, day)],
        uses={"a": use},
        slot=SLOT,
        topics=topics,
        names=NAMES,
        background=background,
        zone=ZoneInfo("UTC"),
    ) == {"a"}


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Two OIL refineries burned.", True),
        ("An oil\nrefinery burned.", True),
        ("In Sučeava it rained.", True),
        ("In Suc\u030ceava it rained.", True),
        ("In Suceava it rained.", True),
        ("A bakery burned.", False),
        ("Oil burned.", False),
    ],
)
def test_an_older_article_must_hold_a_term(text, worth):
    assert is_worth(text, date(2025, 1, 2)) == worth


def test_an_article_of_the_issue_is_always_read():
    assert is_worth("A bakery burned.", date(2025, 2, 4), use="in", background=False)


@pytest.mark.parametrize("use", ["late", "undated"])
def test_an_article_that_cannot_be_used_is_not_read(use):
    assert not is_worth("Oil refineries burned.", date(2025, 2, 9), use=use)


@pytest.mark.parametrize(
    ("day", "worth"), [(date(2025, 1, 26), False), (date(2025, 1, 27), True)]
)
def test_without_background_only_recent_articles_are_read(day, worth):
    assert is_worth("Oil refineries burned.", day, background=False) == worth


def test_a_moment_is_told_in_the_desks_zone():
    moment = datetime.fromisoformat("2025-02-07T23:30:00-05:00")
    kyiv = in_zone(article("", moment), "Europe/Kyiv")
    assert kyiv.published.value.date() == date(2025, 2, 8)
    assert kyiv.published.value == moment
    day = article("", date(2025, 2, 7))
    assert in_zone(day, "Europe/Kyiv") is day
