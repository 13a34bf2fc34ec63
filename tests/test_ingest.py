"""Files to articles: finding, decoding, facts, ids, problems."""

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.config.schema import FactsConfig
from briefing.errors import UsageError
from briefing.ingest import read_articles

RAIN = "Rain at last\n\nIt rained on Monday, the office said.\n"
SNOW = "Snow at last\n\nIt snowed on Monday, the office said.\n"


def write(folder, **files):
    for name, content in files.items():
        file = folder / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = content if isinstance(content, bytes) else content.encode()
        file.write_bytes(raw)
    return folder


def said(reading):
    return " ".join(f"{problem.where} {problem.what}" for problem in reading.problems)


def test_ids_are_paths_without_endings(tmp_path):
    reading = read_articles([write(tmp_path, b_txt=RAIN, sub__a_txt=SNOW)])
    assert [(a.id, a.path) for a in reading.articles] == [
        ("b", "b.txt"),
        ("sub/a", "sub/a.txt"),
    ]
    assert not reading.problems


def test_the_order_of_paths_does_not_matter(tmp_path, monkeypatch):
    one, two = write(tmp_path / "1", a_txt=RAIN), write(tmp_path / "2", a_txt=SNOW)
    monkeypatch.chdir(one)
    forth = read_articles([one, two, one / "a.txt"])
    monkeypatch.chdir(two)
    back = read_articles([Path("a.txt"), Path("../1")])
    assert forth == back
    assert len({article.id for article in forth.articles}) == 2
    assert all(a.id == f"a-{a.sha256[:8]}" for a in forth.articles)


def test_the_same_path_and_text_is_one_article(tmp_path):
    one = write(tmp_path / "1", a_txt=RAIN)
    two = write(
        tmp_path / "2", a_txt=RAIN, articles_yaml="a.txt: {published: 2025-02-07}"
    )
    reading = read_articles([one, two])
    assert [(a.id, a.published.value) for a in reading.articles] == [
        ("a", date(2025, 2, 7))
    ]


def test_two_endings_of_one_name_keep_two_ids(tmp_path):
    reading = read_articles([write(tmp_path, a_txt=RAIN, a_text=RAIN)])
    assert len({article.id for article in reading.articles}) == 2


def test_a_file_inside_a_folder_is_found_once(tmp_path):
    folder = write(tmp_path, sub__a_txt=RAIN)
    reading = read_articles([folder / "sub/a.txt", folder / "sub", folder])
    assert [article.path for article in reading.articles] == ["sub/a.txt"]


def test_hidden_files_and_links_that_lead_out_are_left(tmp_path):
    outside = write(tmp_path / "out", secret_txt=RAIN)
    folder = write(tmp_path / "in", a_txt=RAIN, _hidden_txt=SNOW)
    (folder / ".cache").mkdir()
    write(folder / ".cache", b_txt=SNOW)
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "linked").symlink_to(outside)
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    reading = read_articles([folder])
    assert [article.path for article in reading.articles] == ["a.txt"]
    assert [problem.where for problem in reading.problems] == [
        "link.txt",
        "linked",
        "loop.txt",
    ]


def test_problems_never_name_a_path_of_the_machine(tmp_path):
    folder = write(tmp_path / "in", a_txt=b"\x89PNG\r\n", b_docx=b"PK", e_txt="")
    reading = read_articles([folder, tmp_path / "none", tmp_path / "x.pdf"])
    assert reading.problems
    assert str(tmp_path) not in said(reading)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "a PNG image"),
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04 text", "a zip archive"),
        (b"It rained\0 on Monday.", "control characters"),
        (bytes(range(1, 32)) * 9, "control characters"),
        (b"", "holds no text"),
        (b" \r\n\t\n", "holds no text"),
        ("\ufeff".encode(), "holds no text"),
    ],
)
def test_what_is_no_text_is_a_problem(content, words, tmp_path):
    reading = read_articles([write(tmp_path, a_txt=content)])
    assert not reading.articles
    assert words in said(reading)


@pytest.mark.parametrize("lost", [1, 2])
def test_a_text_cut_in_mid_character_is_kept(lost, tmp_path):
    raw = (RAIN + "It cost nine €").encode()[:-lost]
    reading = read_articles([write(tmp_path, a_txt=raw)])
    assert reading.articles[0].text == RAIN + "It cost nine "
    assert "middle of a character" in said(reading)


def test_a_few_bad_bytes_leave_the_text_utf8(tmp_path):
    raw = ("Дощ нарешті прийшов у долину. " * 9).encode() + b"\xff. " + RAIN.encode()
    (article,) = read_articles([write(tmp_path, a_txt=raw)]).articles
    assert article.text.startswith("Дощ нарешті")
    assert article.text.count("\ufffd") == 1


def test_a_huge_file_costs_little(tmp_path):
    write(tmp_path, a_txt=RAIN)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    start = time.process_time()
    reading = read_articles([tmp_path])
    assert time.process_time() - start < 0.5
    assert [article.id for article in reading.articles] == ["a"]
    assert "larger than 8 MB" in said(reading)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_a_problem(tmp_path):
    write(tmp_path, a_txt=RAIN)
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be read" in said(read_articles([tmp_path]))


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert "no regular file" in said(read_articles([tmp_path]))


def test_a_missing_path_and_an_unknown_ending_are_said(tmp_path):
    write(tmp_path, a_docx=RAIN, sub__b_docx=RAIN)
    words = said(read_articles([tmp_path, tmp_path / "none", tmp_path / "a.docx"]))
    assert "2 files left out" in words
    assert "none is not there" in words
    assert "ending that no reader knows" in words


def test_a_sidecar_counts_for_a_single_file(tmp_path):
    write(tmp_path, a_txt=RAIN, articles_yaml="a.txt: {publisher: NO, kind: roundup}")
    (article,) = read_articles([tmp_path / "a.txt"]).articles
    assert article.publisher == "NO"
    assert (article.kind, article.kind_evidence) == (
        "roundup",
        "sidecar: kind: roundup",
    )


def test_the_nearest_sidecar_wins(tmp_path):
    write(
        tmp_path,
        sub__a_txt=RAIN,
        articles_yaml="sub/a.txt: {publisher: Far, byline: Ann Lee}",
        sub__articles_yaml="a.txt: {publisher: Near}",
    )
    (article,) = read_articles([tmp_path]).articles
    assert (article.publisher, article.byline) == ("Near", "Ann Lee")


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("a.txt: {publishd: x}", "did you mean 'published'"),
        ("b.txt: {publisher: x}", "no such file; did you mean 'a.txt'"),
        ("../in/a.txt: {publisher: x}", "no such file"),
        ("a.txt: yes", "must map keys"),
        ("- a.txt", "must map each file"),
        ("a.txt: {kind: rondup}", "did you mean 'roundup'"),
        ("a.txt: {published: 02/07/2025}", "is no day"),
        ("a.txt: {url: 'file:///etc/passwd'}", "no http or https"),
        ("a.txt: {published: 2025-02-07}\na.txt: {}", "stands twice"),
        ("a.txt: [", "not read"),
    ],
)
def test_mistakes_in_a_sidecar_are_said(sidecar, words, tmp_path):
    reading = read_articles([write(tmp_path / "in", a_txt=RAIN, articles_yaml=sidecar)])
    assert words in said(reading)
    assert len(reading.articles) == 1


def test_a_mistake_in_a_sidecar_is_told_with_the_folder_of_its_source(
    tmp_path, monkeypatch
):
    one = write(tmp_path / "1/wire", a_txt=RAIN, articles_yaml="b.txt: {}")
    two = write(tmp_path / "2/desk", b_txt=SNOW, sub__articles_yaml="c.txt: {}")
    write(two, sub__b_txt=SNOW)
    monkeypatch.chdir(one)
    forth = read_articles([one, two])
    monkeypatch.chdir(two / "sub")
    back = read_articles([Path(".."), Path("../../../1/wire")])
    assert forth == back
    assert [problem.where for problem in forth.problems] == [
        "desk/sub/articles.yaml:1:1: c.txt",
        "wire/articles.yaml:1:1: b.txt",
    ]


def test_the_desks_hand_counts_more_than_the_file_and_the_config(tmp_path):
    write(
        tmp_path,
        a_md=f"---\npublished: 2025-02-06\nbyline: Ann Lee\n---\n{RAIN}",
        articles_yaml="a.md: {published: 2025-02-07}",
    )
    facts = {
        "*.md": FactsConfig(published="2025-02-01", byline="Desk", publisher="First"),
        "a.*": FactsConfig(publisher="Second"),
    }
    (article,) = read_articles([tmp_path], facts=facts).articles
    published = article.published
    assert published.value == date(2025, 2, 7)
    assert (published.source, published.rule) == ("sidecar", "stated-day")
    assert published.evidence == "published: 2025-02-07"
    assert (article.byline, article.publisher) == ("Ann Lee", "Second")


def test_records_may_be_spoken_of_together_and_singly(tmp_path):
    write(
        tmp_path,
        w_jsonl='{"id": "1", "text": "It rained."}\n{"id": "2", "text": "It snowed."}',
        articles_yaml="w.jsonl: {publisher: Wire}\nw.jsonl#2: {publisher: Other}",
    )
    reading = read_articles([tmp_path])
    assert [article.publisher for article in reading.articles] == ["Wire", "Other"]


def test_nothing_is_guessed_where_nothing_is_stated(tmp_path):
    folder = tmp_path / "2025-02-07"
    text = "Rain at last\nUpdated: 7 February 2025\n\nIt rained on Monday, it said.\n"
    (article,) = read_articles([write(folder, a_txt=text)]).articles
    assert article.published.value is None
    assert article.publisher is None
    assert (article.kind, article.kind_evidence) == ("original", None)


def test_a_moment_keeps_its_own_zone(tmp_path):
    write(tmp_path, a_txt=RAIN, articles_yaml="a.txt: {published: 2025-02-07T18:00Z}")
    (article,) = read_articles([tmp_path], timezone="Europe/Kyiv").articles
    assert article.published.value == datetime(2025, 2, 7, 18, tzinfo=UTC)


def test_an_unknown_zone_is_refused(tmp_path):
    write(tmp_path, a_txt=RAIN, articles_yaml="a.txt: {published: 2025-02-07 18:00}")
    with pytest.raises(UsageError, match="no IANA time zone"):
        read_articles([tmp_path], timezone="Kyiv/Europe")


def test_byline_and_credits_are_read_from_the_text(tmp_path):
    text = (
        "Rain at last\nIva Norrland, 4 February 2025\n\nIt rained on Monday, it said.\n"
        "It will rain on Tuesday as well.\nWith reporting by Reuters, AFP, and dpa\n"
    )
    (article,) = read_articles([write(tmp_path, a_txt=text)]).articles
    assert article.byline == "Iva Norrland"
    assert article.credits == ("Reuters", "AFP", "dpa")
