"""An instant near midnight falls on the day of the edition's zone."""

from __future__ import annotations

import json

import pytest

from briefing.cli import main

CONFIG = """
desk: {timezone: Europe/Kyiv}
sources: [wire]
topics: {river: [river]}
editions:
  kyiv: {covers: yesterday, sections: [topics, sources]}
  newyork: {like: kyiv, timezone: America/New_York}
"""
RECORD = {
    "id": "a",
    "published": "2025-02-07T23:30:00+00:00",
    "headline": "A ferry on the river",
    "text": "The river rose again today, the harbour office said.",
}


@pytest.fixture
def wire(tmp_path, monkeypatch):
    """A desk with one article, published at 23:30 in London on a Friday."""
    (tmp_path / "briefing.yaml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "wire").mkdir()
    record = json.dumps(RECORD)
    (tmp_path / "wire" / "a.jsonl").write_text(record, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(wire, edition, day):
    main(
        ["build", edition, "--date", day, "--formats", "json", "--as-of", "2025-03-01"]
    )
    made = list((wire / "reports" / edition / day).glob("*.json"))
    return json.loads(made[0].read_text(encoding="utf-8")) if made else None


def days(record):
    (section,) = [one for one in record["sections"] if one["type"] == "topic"]
    return [
        sentence["event_days"]
        for item in section["items"]
        for sentence in item["sentences"]
    ]


@pytest.mark.parametrize(
    ("edition", "today"), [("kyiv", "2025-02-08"), ("newyork", "2025-02-07")]
)
def test_a_moment_near_midnight_is_of_the_editions_day(wire, edition, today):
    record = build(wire, edition, today)
    assert days(record) == [[today]]


def test_the_other_zones_day_has_no_such_article(wire):
    # In Kyiv the article came after the cut-off of Friday's issue.
    assert build(wire, "kyiv", "2025-02-07") is None
    assert build(wire, "newyork", "2025-02-08") is None


def test_editions_of_two_zones_may_be_made_in_one_run(wire, capsys):
    config = (wire / "briefing.yaml").read_text(encoding="utf-8")
    config = config.replace(
        "covers: yesterday", "covers: yesterday, every: daily 09:00"
    )
    (wire / "briefing.yaml").write_text(config, encoding="utf-8")
    main(["run", "kyiv", "newyork", "--as-of", "2025-02-09T20:00:00+00:00"])
    made = sorted(path.parent.name for path in wire.glob("reports/*/*/*.json"))
    assert made == ["2025-02-08"], capsys.readouterr().err
