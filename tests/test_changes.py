"""What changed since the issue before, what has gone quiet, and what came late."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main

CONFIG = """\
desk: {timezone: UTC}
sources: [articles/]
topics:
  harbour: {title: Harbour, any: [harbour, barge, ferry]}
  bakers: {title: Bakers, any: [bakery, bread]}
editions:
  weekly:
    every: saturday 06:00
    covers: monday to friday
    first: 2025-01-31
    label: Week
    formats: [md, json]
    history: true
    max_share: 1
    sections: [takeaways, figures, topics, sources, colophon]
    require: {articles: 1, items: 1}
"""
FIRST = """\
Barge sinks

A barge with 40 tonnes of grain sank at the harbour mill on Wednesday, police said.

A fire at the Stoneford bakery killed two people on Thursday, the fire brigade said.
"""
SECOND = """\
Barge raised

Divers raised the barge that sank at the harbour mill on Tuesday, police said.

A ferry to the northern islands ran aground on Thursday, its captain said.
"""
LATE = """\
Lock gate broken

The harbour master said on Thursday that a lock gate had broken in the storm.
"""


def write(desk, name, text, published):
    folder = desk / "articles"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text)
    facts = folder / "articles.yaml"
    known = facts.read_text() if facts.exists() else ""
    line = f"{name}.txt: {{publisher: {name} Post, published: {published}}}\n"
    facts.write_text(known + line)


def build(first, last):
    days = ("--from", first, "--to", last, "--as-of", "2025-02-20")
    return main(["build", "weekly", *days])


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "briefing.yaml").write_text(CONFIG)
    write(tmp_path, "first", FIRST, "2025-01-31")
    write(tmp_path, "second", SECOND, "2025-02-07")
    assert build("2025-01-27", "2025-01-31") == 0
    return tmp_path


def issue(desk, day="2025-02-07"):
    file = desk / f"reports/weekly/{day}/weekly-{day}.json"
    return json.loads(file.read_text()), file.with_suffix(".md").read_text()


def changes(record):
    return {
        item["text"]: item["change"]
        for section in record["sections"]
        for item in section["items"]
    }


def test_stories_are_new_or_developing_or_have_gone_quiet(desk):
    assert build("2025-02-03", "2025-02-07") == 0
    record, text = issue(desk)
    told = changes(record)
    (barge,) = [change for words, change in told.items() if "raised the barge" in words]
    (ferry,) = [change for words, change in told.items() if "ferry" in words]
    assert (barge, ferry) == ("developing", "new")
    assert (record["compared"]["new"], record["compared"]["developing"]) == (1, 1)
    (quiet,) = record["compared"]["quiet"]
    assert "bakery" in quiet["what"]
    assert quiet["topic"] == "bakers"
    assert "**Since No. 1:** 1 new, 1 developing" in text
    assert "Gone quiet since No. 1: “A fire at the Stoneford" in text


def test_the_first_issue_compares_nothing(desk):
    record, text = issue(desk, "2025-01-31")
    assert record["compared"] is None
    assert set(changes(record).values()) == {None}
    assert "Since" not in text


def test_a_story_that_a_new_article_takes_up_has_not_gone_quiet(desk):
    again = "Fire\n\nThe fire at the Stoneford bakery was laid, the brigade said."
    write(desk, "third", again + "\n", "2025-02-06")
    assert build("2025-02-03", "2025-02-07") == 0
    assert issue(desk)[0]["compared"]["quiet"] == []


def test_what_came_late_is_told_and_marked(desk):
    write(desk, "late", LATE, "2025-01-30")
    assert build("2025-02-03", "2025-02-07") == 0
    record, text = issue(desk)
    assert any("lock gate" in words for words in changes(record))
    marked = {one["path"]: one["late"] for one in record["articles"]}
    assert marked == {"first.txt": False, "second.txt": False, "late.txt": True}
    assert "came late: of the issue before" in text


def test_what_the_issue_before_had_is_not_told_again(desk):
    assert build("2025-02-03", "2025-02-07") == 0
    assert not any("40 tonnes" in words for words in changes(issue(desk)[0]))


def test_what_is_printed_of_changes_is_verified(desk):
    write(desk, "late", LATE, "2025-01-30")
    assert build("2025-02-03", "2025-02-07") == 0
    file = Path("reports/weekly/2025-02-07/weekly-2025-02-07.md")
    assert main(["verify", str(file)]) == 0
    file.write_text(file.read_text().replace("1 developing", "4 developing"))
    assert main(["verify", str(file)]) == 1


def test_the_same_input_gives_the_same_bytes(desk):
    made = []
    for _ in range(2):
        assert build("2025-02-03", "2025-02-07") == 0
        made.append(issue(desk))
    assert made[0] == made[1]
