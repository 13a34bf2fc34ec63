"""Texts that no article can be cost themselves, and nothing else."""

from __future__ import annotations

import json
import time

import pytest

from briefing.ingest import read_articles
from briefing.ingest.excess import LONGEST_TEXT

GOOD = "Rain at last\n\nIt rained on Monday, the weather office of the valley said."
WORDS = "The river rose by 3 metres on Monday. "


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.txt", WORDS * 20_000, "characters, at most 500,000"),
        ("a.md", WORDS * 20_000, "characters, at most 500,000"),
        ("a.txt", "1,000 " * 10_000, "59,999 characters in one paragraph"),
        ("a.txt", f"{WORDS}\n\n" * 10_500, "paragraphs, at most 10,000"),
        ("a.txt", "a\n" * 60_000, "60,000 lines, at most 40,000"),
        ("a.txt", "a\r" * 60_000, "60,000 lines, at most 40,000"),
        ("a.jsonl", json.dumps({"id": 1, "text": WORDS * 20_000}), "at most 500,000"),
    ],
)
def test_a_text_past_all_measure_is_left_out(name, text, says, tmp_path):
    (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    start = time.process_time()
    reading = read_articles([tmp_path])
    assert time.process_time() - start < 10
    assert [one.id for one in reading.articles] == ["good"]
    (problem,) = reading.problems
    assert "too long for an article" in problem.what
    assert says in problem.what


def test_the_code_of_a_page_may_be_longer_than_its_text(tmp_path):
    page = (
        f"<html><head><script>{'var a;' * LONGEST_TEXT}</script></head><body><article>"
        f"<h1>Rain</h1><p>{WORDS * 5}</p><p>{WORDS * 5}</p></article></body></html>"
    )
    (tmp_path / "a.html").write_text(page[:7_000_000], encoding="utf-8")
    assert [one.id for one in read_articles([tmp_path]).articles] == ["a"]
