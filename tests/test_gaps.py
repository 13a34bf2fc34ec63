"""What an issue says that it lacks."""

from __future__ import annotations

import json

import pytest

from briefing.cli import main

CONFIG = """\
desk: {timezone: UTC}
sources: [articles/]
names: config/names.yaml
topics:
  harbour: {title: Harbour, any: [harbour, barge]}
editions:
  weekly:
    every: saturday 06:00
    covers: monday to friday
    label: Week
    formats: [md, json]
    max_share: 1
    sections: [topics, sources]
    require: {articles: 0, items: 0}
"""
NAMES = """\
parties:
  north: Northern accounts
  south: Southern accounts
organisations:
  Northern Navy: {party: north}
  Southern Navy: {party: south}
"""


@pytest.fixture
def gaps(tmp_path, monkeypatch):
    """Build an issue of some articles (publisher, day, text), and give its gaps."""
    monkeypatch.chdir(tmp_path)
    for folder in ("config", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "config" / "briefing.yaml").write_text(CONFIG)
    (tmp_path / "config" / "names.yaml").write_text(NAMES)

    def give(*articles):
        facts = {}
        for at, (publisher, day, text) in enumerate(articles):
            (tmp_path / "articles" / f"{at}.txt").write_text(text + "\n")
            facts[f"{at}.txt"] = {"publisher": publisher, "published": day}
        (tmp_path / "articles" / "articles.yaml").write_text(json.dumps(facts))
        days = ("--from", "2025-02-03", "--to", "2025-02-07", "--as-of", "2025-02-10")
        assert main(["build", *days]) == 0
        name = "reports/weekly/2025-02-07/weekly-2025-02-07.json"
        record = json.loads((tmp_path / name).read_text())
        return [gap["what"] for gap in record["gaps"]]

    return give


BARGE = "A barge with {} tonnes of grain sank in the harbour on {}, police said."


def daily(publisher):
    return [
        (publisher, f"2025-02-0{day}", BARGE.format(10 * day, "Monday"))
        for day in range(3, 8)
    ]


def test_days_that_no_article_is_of_or_tells_are_named(gaps):
    found = gaps(("Post", "2025-02-07", BARGE.format(40, "Tuesday")))
    assert "No report of 3 February." in found
    assert "No report of 5–6 February." in found


def test_nothing_is_missed_where_each_day_is_told(gaps):
    assert not any("No report" in gap for gap in gaps(*daily("Post")))


def test_a_source_that_fell_silent_is_named(gaps):
    before = [
        ("Coast Radio", f"2025-01-{day}", BARGE.format(day, "Sunday"))
        for day in (20, 24, 29)
    ]
    assert "Coast Radio: silent since 29 January." in gaps(*daily("Post"), *before)
    assert not any("silent" in gap for gap in gaps(*daily("Coast Radio"), *before))


def test_a_source_that_seldom_speaks_is_not_missed(gaps):
    once = ("Coast Radio", "2025-01-29", BARGE.format(12, "Sunday"))
    assert not any("silent" in gap for gap in gaps(*daily("Post"), once))


NORTH = (
    "The Northern Navy said on Monday that it had sunk 12 barges in the harbour.",
    "Divers will clear the harbour mouth of mines, the Northern Navy said on Tuesday.",
)
SOUTH = "The Southern Navy said on Thursday that no barge was in the harbour at all."


@pytest.mark.parametrize(
    ("more", "lack"),
    [((), ["Harbour: one side speaks (Northern accounts)."]), ((SOUTH,), [])],
)
def test_a_topic_in_which_one_side_speaks_is_named(gaps, more, lack):
    texts = (*NORTH, *more)
    found = gaps(
        *(("Post" + str(at), "2025-02-07", text) for at, text in enumerate(texts))
    )
    assert [gap for gap in found if "Harbour" in gap] == lack
