"""Each reader against its cases in tests/cases/ingest/."""

import gzip
import json
import pkgutil
import sys
from pathlib import Path

import pytest
import yaml

from briefing.ingest import read_articles, readers
from briefing.ingest.facts import settle_facts
from briefing.ingest.published import read_day
from briefing.ingest.readers import READERS

FOLDER = Path(__file__).parent / "cases/ingest"


def load(name):
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


CASES = [
    pytest.param(reader.NAME, case, id=f"{reader.NAME}: {case['title']}")
    for reader in READERS
    for case in load(reader.NAME)
]


def test_every_reader_is_listed_and_has_cases():
    modules = {module.name for module in pkgutil.iter_modules(readers.__path__)}
    assert modules == {reader.NAME for reader in READERS}
    assert all((FOLDER / f"{name}.yaml").is_file() for name in modules)
    endings = [ending for reader in READERS for ending in reader.ENDINGS]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(("reader", "case"), CASES)
def test_reader_reads_its_case(reader, case, tmp_path):
    if reader == "html":
        pytest.importorskip("trafilatura")
    file = tmp_path / case["file"]
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(case["content"].encode(case.get("encoding", "utf-8")))
    reading = read_articles([tmp_path], timezone="Europe/Kyiv")
    (article,) = reading.articles
    assert article.reader == reader
    for key, value in case.get("article", {}).items():
        assert shown(article, key) == value, key
    if "blocks" in case:
        found = [[b.role, b.rule, b.span.cut(article.text)] for b in article.blocks]
        assert found == case["blocks"]
    said = " ".join(problem.what for problem in reading.problems)
    assert case.get("problem", "") in said
    assert bool(reading.problems) == ("problem" in case)


def shown(article, key):
    value = getattr(article, key)
    if key == "published":
        return value.value.isoformat() if value.value else None
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", load("published"), ids=lambda case: case["stated"])
def test_stated_days_are_read_and_others_are_not_guessed(case):
    read = read_day(case["stated"], timezone="Europe/Kyiv")
    assert (read.isoformat() if read else None) == case["read"]


def test_packed_records_are_read(tmp_path):
    lines = [
        json.dumps({"id": f"r{n}", "text": f"It rained on day {n}."}) for n in range(3)
    ]
    (tmp_path / "wire.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    reading = read_articles([tmp_path])
    assert [article.id for article in reading.articles] == ["r0", "r1", "r2"]
    assert reading.articles[0].path == "wire.jsonl.gz#r0"


def test_a_packed_file_that_swells_is_given_up(tmp_path):
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b" " * 30_000_000))
    reading = read_articles([tmp_path])
    assert not reading.articles
    assert "swells" in " ".join(problem.what for problem in reading.problems)


def test_a_cut_packed_file_keeps_what_was_whole(tmp_path):
    texts = [json.dumps({"id": f"r{n}", "text": f"Rain {n}. " * 99}) for n in range(99)]
    packed = gzip.compress("\n".join(texts).encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[:-40])
    reading = read_articles([tmp_path])
    assert reading.articles
    assert "damaged" in reading.problems[0].what


@pytest.mark.parametrize(
    "line",
    [
        "[1, 2]",
        '"text"',
        "[" * 100_000,
        '{"id": "a", "text": "\\u0000"}',
        '{"id": "a\\nb", "text": "It rained."}',
        '{"id": "a", "text": 7}',
        '{"id": true, "text": "It rained."}',
        '{"id": 1' + "0" * 5000 + ', "text": "It rained."}',
    ],
    ids=lambda line: line[:16],
)
def test_hostile_records_are_problems(line, tmp_path):
    (tmp_path / "a.jsonl").write_text(line + "\n", encoding="utf-8")
    reading = read_articles([tmp_path])
    assert not reading.articles
    assert reading.problems


def test_a_page_without_the_extra_names_the_words_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_text("<p>It rained.</p>", encoding="utf-8")
    reading = read_articles([tmp_path])
    assert "pip install 'briefing-desk[html]'" in reading.problems[0].what


@pytest.mark.parametrize(
    "page", ["<" * 5000, "<div>" * 20_000, "<html></html>", "<p>\ud83d", "&#0;<p>"]
)
def test_hostile_pages_do_not_raise(page, tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "page.html").write_bytes(page.encode("utf-8", "surrogatepass"))
    read_articles([tmp_path])


def test_no_statement_means_no_day():
    assert settle_facts("a", [], timezone="UTC").published.value is None
