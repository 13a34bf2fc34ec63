"""What articles say of their pictures: words, paths, and where they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from briefing.ingest import read_articles
from briefing.ingest.draft import Stated
from briefing.ingest.illustrations import LONGEST, MOST, settle_pictures
from tests.test_pictures import png

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/ingest/illustrations.yaml").read_text("utf-8")
)
WORDS = ("file", "caption", "credit", "alt")
TEXT = "Rain fell on the harbour on Friday, and the boats stayed in port.\n"
ENTRY = {"file": "map.png", "caption": "The pier.", "alt": "A pier"}


def settle(stated, path="a.txt", source="sidecar"):
    places = [Stated(source, {"illustrations": stated}, {})]
    return settle_pictures("a.txt", places, path=path, root=Path("/source"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case):
    pictures, problems = settle(case["stated"], case.get("path", "a.txt"))
    told = [{key: getattr(each, key) for key in WORDS} for each in pictures]
    assert told == case.get("pictures", [])
    expected = case.get("problems", [])
    whats = [problem.what for problem in problems]
    if len(expected) > 1 or not expected:
        assert len(whats) == len(expected)
    for part in expected:
        assert any(part in what for what in whats), (part, whats)
    assert all("/source" not in what for what in whats)


def test_long_words_are_cut_and_that_is_shown():
    entry = {"file": "a.png", "caption": "word " * 1000, "alt": "x" * 10_000}
    ((picture,), problems) = settle([entry])
    assert len(picture.caption) < LONGEST["caption"] + 5
    assert picture.caption.endswith("word […]")
    assert picture.alt.endswith("x […]")
    assert problems == ()


def test_of_a_huge_list_the_first_are_looked_at():
    pictures, (problem,) = settle([ENTRY] * 100_000)
    assert len(pictures) == MOST
    assert "100000 pictures; only the first 12 are looked at" in problem.what


def test_the_nearest_sidecar_wins_over_the_article():
    places = [
        Stated("front matter", {"illustrations": [{**ENTRY, "caption": "far"}]}, {}),
        Stated("sidecar", {"illustrations": [{**ENTRY, "caption": "near"}]}, {}),
        Stated("sidecar", {"illustrations": [{**ENTRY, "caption": "further"}]}, {}),
    ]
    ((picture,), _) = settle_pictures("a", places, path="a.txt", root=Path())
    assert picture.caption == "near"


def write(folder, name, contents):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(contents, encoding="utf-8")


def test_sidecar_front_matter_and_record_may_name_them(tmp_path):
    told = yaml.safe_dump({"a.txt": {"illustrations": [ENTRY]}})
    write(tmp_path, "articles.yaml", told)
    write(tmp_path, "a.txt", TEXT)
    front = yaml.safe_dump({"illustrations": [ENTRY]})
    write(tmp_path, "deep/b.md", f"---\n{front}---\n{TEXT}")
    record = {"id": "1", "text": TEXT, "illustrations": [ENTRY]}
    write(tmp_path, "c.jsonl", json.dumps(record))
    for name in ("map.png", "deep/map.png"):
        (tmp_path / name).write_bytes(png(20, 20))
    reading = read_articles([tmp_path])
    found = {one.id: [each.file for each in one.pictures] for one in reading.articles}
    assert found == {"a": ["map.png"], "1": ["map.png"], "deep/b": ["deep/map.png"]}
    assert all(
        each.root == tmp_path for one in reading.articles for each in one.pictures
    )
    assert reading.problems == ()


def test_a_picture_that_no_article_names_is_told_as_before(tmp_path):
    write(tmp_path, "a.txt", TEXT)
    (tmp_path / "map.png").write_bytes(png(20, 20))
    (problem,) = read_articles([tmp_path]).problems
    assert problem.where == "*.png"
    assert "no reader knows this ending" in problem.what


def test_a_link_to_a_named_picture_in_a_circle_costs_nothing(tmp_path):
    write(
        tmp_path, "articles.yaml", yaml.safe_dump({"a.txt": {"illustrations": [ENTRY]}})
    )
    write(tmp_path, "a.txt", TEXT)
    (tmp_path / "map.png").symlink_to("map.png")
    assert len(read_articles([tmp_path]).articles) == 1
